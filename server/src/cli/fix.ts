import type { Finding } from '../rules/rule.ts';
import { lineBreakOf } from '../text/lines.ts';
import { applyEdits, type Edit, shift } from '../text/span.ts';

/** A finding and where its report starts in the text. */
export interface Placed {
  readonly finding: Finding;
  readonly at: number;
}

/** A fix may make room for another; more rounds than this only go round in circles. */
const ROUNDS = 10;

/**
 * Apply the safe fixes of a text until there are none left. New lines are broken as the text breaks its own. `findings` says what is
 * wrong with a text.
 */
export function applySafeFixes(
  text: string,
  findings: (text: string) => readonly Placed[],
): { readonly text: string; readonly fixed: number } {
  const lineEnd = lineBreakOf(text);
  let current = text;
  let fixed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { edits, fixes } = compatible(findings(current), current.length);
    if (fixes === 0) break;
    const next = applyEdits(
      current,
      edits.map((edit) => ({ ...edit, insert: edit.insert.replace(/\r\n|\n|\r/g, lineEnd) })),
    );
    if (next === current) break;
    current = next;
    fixed += fixes;
  }
  return { text: current, fixed };
}

/** The safe fixes that stand apart from one another, as edits of the whole text; the others wait for the next round. */
function compatible(findings: readonly Placed[], length: number): { edits: readonly Edit[]; fixes: number } {
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
  const edits: Edit[] = [];
  let fixes = 0;
  let end = -1;
  for (const candidate of candidates) {
    if (candidate.from <= end) continue;
    edits.push(...candidate.edits);
    end = candidate.to;
    fixes++;
  }
  return { edits, fixes };
}
