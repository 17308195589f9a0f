// Which corrections of figures `--fix-figures` writes: the preferred ones that are borne out by what is found
// afterwards.
import { cellsIn } from '../features/lookup.ts';
import type { Report } from '../report/report.ts';
import type { Fix } from '../rules/rule.ts';
import type { DocumentText } from '../text/document-text.ts';
import { areApart, type Edit, shiftEdit } from '../text/span.ts';
import type { ViewedReport } from './view.ts';

/**
 * The edits of each fix, in the text. A fix is taken where fewer findings are left with it, after those taken
 * before, and none that was not there: one that makes another sum fail, or a sentence disagree, is for a
 * person to decide.
 */
export function certainFigureFixes(
  text: DocumentText,
  view: (text: DocumentText) => readonly ViewedReport[],
): readonly (readonly Edit[])[] {
  const viewed = view(text);
  const taken: (readonly Edit[])[] = [];
  let current = text;
  let left = countsOf(viewed);
  for (const { report, at, findings } of viewed)
    for (const finding of report === null ? [] : findings) {
      const fix = finding.fixes().find(({ preferred, safe }) => preferred === true && !safe);
      if (fix === undefined || report === null || !isOfFigures(report, fix)) continue;
      const edits = fix.edits.map((edit) => shiftEdit(edit, at));
      if (!areApart([...taken.flat(), ...edits])) continue;
      // Edited on from the text so far, only what an edit touches is read again.
      const next = current.replace(edits.map((edit) => shiftEdit(edit, movedBy(taken, edit.from))));
      const after = countsOf(view(next));
      if (!isBetter(after, left)) continue;
      taken.push(edits);
      current = next;
      left = after;
    }
  return taken;
}

/** How far the edits taken move what stands at `offset`. */
const movedBy = (taken: readonly (readonly Edit[])[], offset: number): number =>
  taken
    .flat()
    .reduce((sum, { from, to, insert }) => (from < offset ? sum + insert.length - (to - from) : sum), 0);

/** Whether every edit writes the whole value of a cell. */
const isOfFigures = (report: Report, { edits }: Fix): boolean =>
  edits.length > 0 &&
  edits.every((edit) =>
    cellsIn(report, edit).some(({ span }) => span.from === edit.from && span.to === edit.to),
  );

/** How many findings of a rule there are at a field. */
type FindingCounts = ReadonlyMap<string, number>;

function countsOf(viewed: readonly ViewedReport[]): FindingCounts {
  const counts = new Map<string, number>();
  for (const [i, { findings }] of viewed.entries())
    for (const { rule, field } of findings) {
      const key = `${i} ${rule} ${field}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

const isBetter = (after: FindingCounts, before: FindingCounts): boolean =>
  totalOf(after) < totalOf(before) && [...after].every(([key, count]) => count <= (before.get(key) ?? 0));

const totalOf = (counts: FindingCounts): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);
