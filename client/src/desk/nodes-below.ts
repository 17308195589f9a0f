// What stands below a report in the tree: figures changed since it was marked, notes, findings. Nothing of
// VS Code in it.

import type { ListedCell } from '../folder-answers.ts';
import { isStaleReport, type ReviewedReport } from './desk-model.ts';
import type { CellPlace, DeskNode } from './desk-node.ts';
import { changedFields, figuresOf } from './review-model.ts';

/** `cells`: those of the report; they need not be there for a report without notes whose mark holds. */
export function nodesBelow(report: ReviewedReport, cells: readonly ListedCell[]): DeskNode[] {
  const { entry, findings, line } = report;
  const placeOf = (field: string): CellPlace => {
    const cell = cells.find((each) => each.field === field);
    return cell ? { name: cell.name, ...cell.range.start } : { name: field, line, character: 0 };
  };
  const now = figuresOf(cells);
  const mark = isStaleReport(report) ? entry?.mark : undefined;
  const changed = mark ? changedFields(mark, now) : [];
  return [
    ...changed.map((field): DeskNode => {
      const [was, is] = [mark?.figures[field] ?? 0, now[field] ?? 0];
      return { kind: 'change', report, change: { ...placeOf(field), was, is } };
    }),
    ...Object.entries(entry?.notes ?? {}).flatMap(([field, texts]) =>
      texts.map((text): DeskNode => ({ kind: 'note', report, note: { ...placeOf(field), text } })),
    ),
    ...findings.map((finding): DeskNode => ({ kind: 'finding', report, finding })),
  ];
}
