// Places in a text, as outputs show them: a range, a cell in words, an excerpt of a line.

import type { Language } from '../base/phrase.ts';
import { printable } from '../base/printable.ts';
import { fieldName, tableIdOf } from '../form/field-names.ts';
import { form } from '../form/form.ts';
import type { FieldId } from '../form/spec.ts';
import { placeAt, placePhrase } from '../office/places.ts';
import type { Report } from '../report/report.ts';
import type { DocumentText } from '../text/document-text.ts';
import { width } from '../text/fold.ts';
import type { Position } from '../text/position.ts';
import type { Span } from '../text/span.ts';
import type { UnwrittenFix, View } from './view.ts';

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The range of a span, counted as the language server protocol does: from 0, in UTF-16 units. */
export const textRange = (text: DocumentText, span: Span): Range => ({
  start: text.positionAt(span.from),
  end: text.positionAt(span.to),
});

/** Where in its file something stands: `a.txt:3:5`, or `a.docx（表2第27行第10列）` for an Office file. */
export function placeOf({ path, text, office }: View, offset: number, language: Language): string {
  const place = office && placeAt(office.places, offset);
  const { line, character } = text.positionAt(offset);
  if (!place) return `${printable(path)}:${line + 1}:${character + 1}`;
  const words = printable(placePhrase(place)[language]);
  return language === 'zh' ? `${printable(path)}（${words}）` : `${printable(path)} (${words})`;
}

/** Why a fix was not written, with its place: `表2第27行第10列：…`. */
export function unwrittenWords({ place, why }: UnwrittenFix, language: Language): string {
  if (place === null) return why[language];
  return `${placePhrase(place)[language]}${language === 'zh' ? '：' : ': '}${why[language]}`;
}

/** A cell in words, `予以公开 · 自然人`; null for a field the form does not have. */
export function cellInWords(report: Report, id: FieldId, language: Language): string | null {
  const table = tableIdOf(id);
  const field = (report.tables[table]?.table.form ?? form(table, report.edition)).fields.get(id);
  return field === undefined ? null : fieldName(field)[language];
}

/** Part of a line of text, with the place marked in it. */
export interface Excerpt {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Columns shown of a line, and how many of them in front of the place. */
const COLUMNS = 100;
const BEFORE = 40;

/**
 * The line on which a span begins; of a long line the part around the span. `from` and `to` count in `text`.
 * Safe to print: see `printable`.
 */
export function excerpt(text: DocumentText, span: Span): Excerpt {
  const { line } = text.positionAt(span.from);
  const start = text.offsetAt({ line, character: 0 });
  const end = text.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  // A line may be as long as the file: no more than this of it is looked at.
  const from = Math.min(span.from, end);
  const near = Math.max(start, from - COLUMNS);
  const source = printable(text.slice(near, Math.min(end, from + 2 * COLUMNS)));
  const at = from - near;
  const fits = near === start && near + source.length === end && width(source) <= COLUMNS;
  let first = at;
  let last = source.length;
  if (fits) first = 0;
  else {
    for (let columns = 0; first > 0 && columns < BEFORE; first--) columns += width(source.charAt(first - 1));
    last = first;
    for (let columns = 0; last < source.length && columns < COLUMNS; last++)
      columns += width(source.charAt(last));
  }
  if (isLowSurrogate(source, first)) first++;
  if (isLowSurrogate(source, last)) last--;
  const before = near + first > start ? '…' : '';
  const after = near + last < end ? '…' : '';
  const shift = before.length - first;
  return {
    text: before + source.slice(first, last) + after,
    from: at + shift,
    to: Math.min(Math.max(at, Math.min(span.to, end) - near), last) + shift,
  };
}

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
