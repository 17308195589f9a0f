// Tokens: what the tokenizer makes of a text and all of table reading works on.

import type { Span } from '../../text/span.ts';

/**
 * One cell, label or sentence.
 * - `label`: a text that is no value; several in a row may be one wrapped label
 * - `value`: a number in any notation, or an explicit none (`/`, `——`, `无`)
 * - `empty`: a cell with nothing in it, or padding behind a short row: `assign-columns.ts` decides which.
 *   Its span is where a value would be written: empty, or the word that fills it (`NaN`)
 * - `prose`: a sentence; no label reaches across it
 */
export interface Token extends Span {
  readonly kind: 'label' | 'value' | 'empty' | 'prose';
  /** Ordinal of the line, or of the `<tr>`, the token stands on. */
  readonly line: number;
  /** What separates cells here. */
  readonly separator: Separator;
  /** Ordinal of the cell on its line, where bars or tabs mark cells; else -1. */
  readonly column: number;
}

/** `tab`: a tab, or the comma of CSV. */
export type Separator = 'bar' | 'tab' | 'line' | 'space' | 'html';

/** Whether a token is no empty cell. */
export const isFilled = (token: Token): boolean => token.kind !== 'empty';

/** How many of the tokens are no empty cells. */
export function countFilled(tokens: readonly Token[]): number {
  let count = 0;
  for (const token of tokens) if (isFilled(token)) count++;
  return count;
}
