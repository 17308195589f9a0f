// Applies safe fixes (`--fix`).

import type { Finding } from '../rules/rule.ts';
import { lineBreakOf, lineBreaksAs } from '../text/lines.ts';
import { applyEdits, type Edit, shift } from '../text/span.ts';

/** A finding and where its report starts in the text. */
export interface Placed {
  readonly finding: Finding;
  readonly at: number;
}

/** One fix may make another possible. More rounds than this mean that fixes undo one another. */
export const ROUNDS = 10;

/**
 * Applies the safe fixes of a text until there are none left. Inserted line breaks are those of the text.
 * `findings` finds what is wrong with each version of it.
 */
export function applySafeFixes(
  text: string,
  findings: (text: string) => readonly Placed[],
): { readonly text: string; readonly fixed: number } {
  const eol = lineBreakOf(text);
  let current = text;
  let fixed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const fixes = compatibleSafeFixes(findings(current), current.length);
    if (fixes.length === 0) break;
    const next = applyEdits(
      current,
      fixes.flat().map((edit) => ({ ...edit, insert: lineBreaksAs(edit.insert, eol) })),
    );
    if (next === current) break;
    current = next;
    fixed += fixes.length;
  }
  return { text: current, fixed };
}

/**
 * Safe fixes that do not touch one another, each as edits of the text of that length; the others wait for the
 * next round.
 */
export function compatibleSafeFixes(
  findings: readonly Placed[],
  length: number,
): readonly (readonly Edit[])[] {
  const candidates = findings
    .flatMap(({ finding, at }) => {
      const offered = finding.fixes().filter((fix) => fix.safe);
      const fix = offered.find((each) => each.preferred === true) ?? offered[0];
      const edits = fix?.edits.map((edit) => ({ ...shift(edit, at), insert: edit.insert })) ?? [];
      if (edits.length === 0) return [];
      const from = Math.min(...edits.map((edit) => edit.from));
      const to = Math.max(...edits.map((edit) => edit.to));
      return from >= 0 && to <= length ? [{ from, to, edits }] : [];
    })
    .sort((a, b) => a.from - b.from);
  const fixes: (readonly Edit[])[] = [];
  let end = -1;
  for (const candidate of candidates) {
    if (candidate.from <= end) continue;
    fixes.push(candidate.edits);
    end = candidate.to;
  }
  return fixes;
}
