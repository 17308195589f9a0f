import { evaluatedIdentities } from '../audit/identities.ts';
import type { FieldId, Identity } from '../form/types.ts';
import type { Report } from '../report/types.ts';
import type { Span } from '../text/span.ts';
import { cellAt, cellOf, identitiesAt, type PlacedCell } from './lookup.ts';
import { mentionAt, mentionsInReport } from './placed-mentions.ts';

/** From a total to its parts, from a part to the totals it goes into, from a figure in prose to the cells it repeats. */
export function definitions(report: Report, offset: number): readonly Span[] {
  const mention = mentionAt(report, offset);
  if (mention) return spansOf(report, mention.fields);
  const cell = cellAt(report, offset);
  if (!cell) return [];
  const parts = precedents(report, cell.cell.field.id);
  return (parts.length > 0 ? parts : dependents(report, cell.cell.field.id)).map(({ span }) => span);
}

/** Everything tied to a cell: its parts, its totals and the figures in prose that repeat it; the cell itself where wanted. */
export function references(report: Report, offset: number, itself: boolean): readonly Span[] {
  const cell = cellAt(report, offset);
  const fields = cell ? [cell.cell.field.id] : (mentionAt(report, offset)?.fields ?? []);
  return unique([
    ...(itself ? spansOf(report, fields) : []),
    ...fields.flatMap((field) => precedents(report, field).map(({ span }) => span)),
    ...fields.flatMap((field) => dependents(report, field).map(({ span }) => span)),
    ...mentionsInReport(report)
      .filter((each) => each.fields.some((field) => fields.includes(field)))
      .map(({ span }) => span),
  ]);
}

/** The cells of all identities of the cell at `offset`; `total` marks the sums among them. */
export function documentHighlights(
  report: Report,
  offset: number,
): readonly { readonly span: Span; readonly total: boolean }[] {
  const cell = cellAt(report, offset);
  const fields = cell
    ? identitiesAt(cell).flatMap(({ identity }) => [...identity.left, ...identity.right])
    : (mentionAt(report, offset)?.fields ?? []);
  const mention = mentionAt(report, offset);
  const own = cell ? [cell.cell.field.id] : [];
  const cells = [...new Set([...own, ...fields])].flatMap((field) => cellOf(report, field) ?? []);
  const spans = cells
    .filter(({ span }) => span.to > span.from)
    .map(({ span, cell: { field } }) => ({ span, total: isTotal(field.column.sumOf ?? field.row.sumOf) }));
  return mention ? [{ span: mention.span, total: false }, ...spans] : spans;
}

/** The cells a total is the sum of, by all its identities. */
export function precedents(report: Report, field: FieldId): readonly PlacedCell[] {
  return cellsOf(report, field, (identity) =>
    identity.kind !== 'balance' && identity.at === field
      ? identity.left
      : identity.kind === 'balance' && identity.at === field
        ? [...identity.left, ...identity.right.filter((id) => id !== field)]
        : [],
  );
}

/** The totals a cell goes into. */
export function dependents(report: Report, field: FieldId): readonly PlacedCell[] {
  return cellsOf(report, field, (identity) =>
    identity.at !== field && (identity.left.includes(field) || identity.right.includes(field))
      ? [identity.at]
      : [],
  );
}

const isTotal = (sumOf: readonly string[] | undefined): boolean => sumOf !== undefined;

function cellsOf(
  report: Report,
  field: FieldId,
  pick: (identity: Identity) => readonly FieldId[],
): readonly PlacedCell[] {
  const placed = cellOf(report, field)?.placed;
  if (!placed) return [];
  const fields = new Set(evaluatedIdentities(placed.table).flatMap(({ identity }) => pick(identity)));
  return [...fields].flatMap((id) => cellOf(report, id) ?? []);
}

const spansOf = (report: Report, fields: readonly FieldId[]): readonly Span[] =>
  fields.flatMap((field) => cellOf(report, field)?.span ?? []);

function unique(spans: readonly Span[]): readonly Span[] {
  const seen = new Map(spans.map((span) => [`${span.from} ${span.to}`, span]));
  return [...seen.values()].sort((a, b) => a.from - b.from);
}
