// Adds entries to the text of a configuration; all else in it stays as it is, comments too.

import type { FormattingOptions, Node, ParseError } from 'jsonc-parser';
import { lineBreakOf } from '../text/lines.ts';
import type { Edit } from '../text/span.ts';
import { jsonc } from './json-tree.ts';

/**
 * Adds an entry behind the others of a list; `''` is the text of a new configuration. Null for a text that is
 * not valid.
 */
export function addEntry(text: string, list: 'accept' | 'aggregates', entry: object): readonly Edit[] | null {
  const root = rootOf(text);
  if (root === null) return null;
  const entries = root && jsonc().findNodeAtLocation(root, [list]);
  if (entries !== undefined && entries.type !== 'array') return null;
  // Behind the last item: an insertion at -1 would trip over a trailing comma.
  return edited(text, [list, entries?.children?.length ?? 0], entry, true);
}

/** Sets the names of the units, in place of those that are there; else as `addEntry`. */
export const setUnits = (text: string, names: readonly string[]): readonly Edit[] | null =>
  rootOf(text) === null ? null : edited(text, ['units'], names, false);

/** Undefined for an empty text, null for one that is no object. */
function rootOf(text: string): Node | undefined | null {
  if (text.trim() === '') return undefined;
  const errors: ParseError[] = [];
  const root = jsonc().parseTree(text, errors, { allowTrailingComma: true });
  return errors.length > 0 || root?.type !== 'object' ? null : root;
}

const edited = (
  text: string,
  path: (string | number)[],
  value: unknown,
  isArrayInsertion: boolean,
): readonly Edit[] =>
  jsonc()
    .modify(text, path, value, { formattingOptions: formattingOf(text), isArrayInsertion })
    .map(({ offset, length, content }) => ({ from: offset, to: offset + length, insert: content }));

/** The formatting that the text has. */
function formattingOf(text: string): FormattingOptions {
  const hasTabs = /^\t/m.test(text);
  return {
    tabSize: hasTabs ? 4 : (/^( +)\S/m.exec(text)?.[1]?.length ?? 2),
    insertSpaces: !hasTabs,
    eol: lineBreakOf(text),
  };
}
