// Compares how a label is worded: without numbering, notes in brackets and markup.

import { memoizeByText } from '../../base/cache.ts';
import { fold } from '../../text/fold.ts';

/** `（一）`, `3.`, `二、` in front of a label. */
const numbering = /^(?:\(|（)?(?:[一二三四五六七八九十]+|\d{1,2})(?:\)|）|、|\.|．)+/;
/** What is left of a numbering once its marks are folded away: `一` in `一予以公开`. */
const foldedNumbering = /^[一二三四五六七\d](?=\D)/;
const notes = /[（(][^（()）]*[）)]/g;
/** Tags and entities of HTML: never part of a label. */
export const markup = /<[^<>]*>|&[a-z0-9#]{2,8};/gi;

/** This many wordings are remembered. */
const remembered = 1000;

/** A label without its numbering: `（一）予以公开` → `予以公开`. */
export const withoutNumbering = (text: string): string => text.replace(numbering, '');

/** A label without its notes in brackets: `规章(指…)` → `规章`; a numbering in brackets stays. */
export function withoutNotes(text: string): string {
  const bare = withoutNumbering(text);
  return text.slice(0, text.length - bare.length) + bare.replace(notes, '');
}

/**
 * Whether `text` is worded as `label` is, whatever its widths, script, spaces, punctuation, numbering, notes
 * in brackets and markup.
 */
export function isWording(text: string, label: string): boolean {
  if (text === label) return true;
  const own = wordingOf(text);
  const official = wordingOf(label);
  return own.core === official.core || own.whole === official.whole || own.core === official.bare;
}

/** The folded texts that are compared: as written, without numbering, without numbering and notes. */
const wordingOf = memoizeByText(remembered, (text) => {
  const unmarked = text.replace(markup, '');
  const core = fold(withoutNumbering(withoutNotes(unmarked).trim()));
  return {
    whole: fold(unmarked),
    bare: fold(withoutNumbering(unmarked)),
    core: core.replace(foldedNumbering, ''),
  };
});
