// Makes row candidates: found by a label, behind a label that the form does not have, or without one.

import type { LabelMeaning } from './label-dictionary.ts';
import type { RowCandidate } from './row-candidates.ts';
import type { Label } from './segments.ts';
import { isFilled, type Token } from './token.ts';

/** A row found by its label, `groups` in front of it and nothing behind it yet. */
export const labelled = (
  meaning: LabelMeaning,
  label: Label,
  groups: readonly Label[],
  heads: readonly LabelMeaning[],
  next: Token | null,
): RowCandidate => ({
  id: meaning.id,
  meaning,
  label,
  from: groups[0]?.from ?? label.from,
  values: [],
  anchor: label.tokens.at(-1) ?? null,
  next,
  heads,
  // A group and its row may share one cell.
  labelCells:
    groups.length === 0 ? 1 : new Set([...groups.map(({ tokens }) => tokens.at(-1)), label.tokens[0]]).size,
  rest: [],
});

type UnlabelledContent = Pick<RowCandidate, 'values' | 'anchor' | 'next' | 'heads'>;

/** Values without a label: the one row of `disputes`, which has heads only, or a row whose label is lost. */
export const headless = (id: 'cases' | null, content: UnlabelledContent): RowCandidate => ({
  id,
  meaning: null,
  label: null,
  from: content.values.find(isFilled)?.from ?? 0,
  labelCells: 0,
  rest: [],
  ...content,
});

/** Values behind a label that the form does not have; without a label where the one in front is another's. */
export const unknown = (before: Label | undefined, content: UnlabelledContent): RowCandidate => {
  const row = headless(null, content);
  return before === undefined || before.meanings.length > 0
    ? row
    : { ...row, label: before, from: before.from, labelCells: 1 };
};
