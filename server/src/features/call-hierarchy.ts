// Call hierarchy: a total "calls" the cells it is the sum of. `references.ts` says which these are.
import type { Phrase } from '../base/phrase.ts';
import { shortFieldName } from '../form/field-names.ts';
import type { FieldId } from '../form/spec.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { cellAt, type PlacedCell } from './lookup.ts';
import { dependents, precedents } from './references.ts';

/** A cell as an item: `予以公开 · 自然人`, with its figure as the detail. */
export interface CallItem {
  readonly field: FieldId;
  readonly name: Phrase;
  readonly detail: string;
  readonly span: Span;
}

/** The cell at `offset`; null where there is none. */
export function prepareCallHierarchy(report: Report, offset: number): CallItem | null {
  const placed = cellAt(report, offset);
  return placed && itemOf(placed);
}

/** The totals a cell goes into. */
export const incomingCalls = (report: Report, field: FieldId): readonly CallItem[] =>
  dependents(report, field).map(itemOf);

/** The cells a total is made of. */
export const outgoingCalls = (report: Report, field: FieldId): readonly CallItem[] =>
  precedents(report, field).map(itemOf);

const itemOf = ({ cell, span }: PlacedCell): CallItem => ({
  field: cell.field.id,
  name: shortFieldName(cell.field),
  detail: cell.raw.trim().slice(0, 24),
  span,
});
