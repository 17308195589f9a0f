import type { Phrase } from '../base/phrase.ts';
import { shortFieldName } from '../form/field-names.ts';
import type { FieldId } from '../form/types.ts';
import type { Report } from '../report/types.ts';
import type { Span } from '../text/span.ts';
import { cellAt, cellOf } from './lookup.ts';
import { dependents, precedents } from './references.ts';

/** A cell as an item of the call hierarchy: totals "call" their parts. */
export interface CallItem {
  readonly field: FieldId;
  readonly name: Phrase;
  readonly detail: string;
  readonly span: Span;
}

/** The cell at `offset` as an item; null where there is none. */
export function prepareCallHierarchy(report: Report, offset: number): CallItem | null {
  const field = cellAt(report, offset)?.cell.field.id;
  return field === undefined ? null : itemOf(report, field);
}

/** The totals a cell goes into (dependents). */
export const incomingCalls = (report: Report, field: FieldId): readonly CallItem[] =>
  dependents(report, field).flatMap(({ cell }) => itemOf(report, cell.field.id) ?? []);

/** The cells a total is made of (precedents). */
export const outgoingCalls = (report: Report, field: FieldId): readonly CallItem[] =>
  precedents(report, field).flatMap(({ cell }) => itemOf(report, cell.field.id) ?? []);

function itemOf(report: Report, field: FieldId): CallItem | null {
  const placed = cellOf(report, field);
  if (!placed) return null;
  return {
    field,
    name: shortFieldName(placed.cell.field),
    detail: placed.cell.raw.trim().slice(0, 24),
    span: placed.span,
  };
}
