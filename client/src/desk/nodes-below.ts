// What stands below a report in the tree: figures changed since it was marked, notes, findings. Nothing of
// VS Code in it.

import type { ListedCell } from '../folder-answers.ts';
import { isStaleReport, type ReviewedReport } from './desk-model.ts';
import type { CellPlace, DeskNode } from './desk-node.ts';
import { changedFields, figuresOf } from './review-model.ts';

/** `cells`: those of the report; they need not be there for a report without notes whose mark holds. */
export function nodesBelow(report: ReviewedReport, cells: readonly ListedCell[]): DeskNode[] {
  const { entry, findings, line } = report;
  const cellOf = (field: string) => cells.find((each) => each.field === field);
  const placeOf = (field: string): CellPlace => {
    const cell = cellOf(field);
    return cell ? { name: cell.name, ...cell.range.start } : { name: field, line, character: 0 };
  };
  const mark = isStaleReport(report) ? entry?.mark : undefined;
  const changed = mark ? changedFields(mark, figuresOf(cells)) : [];
  return [
    ...changed.map((field): DeskNode => {
      const [was, is] = [mark?.figures[field] ?? 0, cellOf(field)?.value ?? null];
      return { kind: 'change', report, change: { ...placeOf(field), was, is } };
    }),
    ...Object.entries(entry?.notes ?? {}).flatMap(([field, texts]) =>
      texts.map((text): DeskNode => ({ kind: 'note', report, note: { ...placeOf(field), text } })),
    ),
    ...findings.map((finding): DeskNode => ({ kind: 'finding', report, finding })),
  ];
}
