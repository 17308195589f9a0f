// Definitions, references and highlights: from a total to its parts, from a part to its totals, and between a
// figure in prose and the cells it repeats. `call-hierarchy.ts` shows the same cells as a tree.
import type { FieldId, Identity } from '../form/spec.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { cellMentionAt, cellMentions } from './cell-mentions.ts';
import { cellAt, cellOf, identitiesAt, type PlacedCell } from './lookup.ts';

/** The parts of a total, the totals of a part, the cells that a figure in prose repeats. */
export function definitions(report: Report, offset: number): readonly Span[] {
  const mention = cellMentionAt(report, offset);
  if (mention) return spansOf(report, mention.fields);
  const field = cellAt(report, offset)?.cell.field.id;
  if (field === undefined) return [];
  const parts = precedents(report, field);
  return (parts.length > 0 ? parts : dependents(report, field)).map(({ span }) => span);
}

/** The parts and totals of a cell and the figures in prose that repeat it; the cell `itself` if wanted. */
export function references(report: Report, offset: number, itself: boolean): readonly Span[] {
  const fields = fieldsAt(report, offset);
  const cells = fields.flatMap((field) => [...precedents(report, field), ...dependents(report, field)]);
  const mentions = cellMentions(report).filter((each) => each.fields.some((id) => fields.includes(id)));
  return inOrder([
    ...(itself ? spansOf(report, fields) : []),
    ...[...cells, ...mentions].map(({ span }) => span),
  ]);
}

/** The field of the cell at `offset`, or those that the figure in prose there repeats. */
function fieldsAt(report: Report, offset: number): readonly FieldId[] {
  const cell = cellAt(report, offset)?.cell;
  return cell ? [cell.field.id] : (cellMentionAt(report, offset)?.fields ?? []);
}

/** A place to highlight; `total` marks sums. */
interface Highlight {
  readonly span: Span;
  readonly total: boolean;
}

/** The cells of all identities of the cell at `offset`, or those that the figure in prose there repeats. */
export function documentHighlights(report: Report, offset: number): readonly Highlight[] {
  const placed = cellAt(report, offset);
  const mention = cellMentionAt(report, offset);
  const tied = placed
    ? identitiesAt(placed).flatMap(({ identity }) => [...identity.left, ...identity.right])
    : [];
  const cells = [...new Set([...fieldsAt(report, offset), ...tied])].flatMap(
    (id) => cellOf(report, id) ?? [],
  );
  const highlights = cells
    .filter(({ span }) => span.to > span.from)
    .map(({ span, cell: { field } }): Highlight => {
      const { column, row } = field;
      return { span, total: (column.sumOf ?? row.sumOf) !== undefined };
    });
  return mention ? [{ span: mention.span, total: false }, ...highlights] : highlights;
}

/** The cells a total rests on, by all its identities. */
export const precedents = (report: Report, field: FieldId): readonly PlacedCell[] =>
  cellsOf(report, field, ({ kind, at, left, right }) => {
    if (at !== field) return [];
    return kind === 'balance' ? [...left, ...right.filter((id) => id !== field)] : left;
  });

/** The totals a cell goes into. */
export const dependents = (report: Report, field: FieldId): readonly PlacedCell[] =>
  cellsOf(report, field, ({ at, left, right }) =>
    at !== field && (left.includes(field) || right.includes(field)) ? [at] : [],
  );

/** The cells that `pick` names in the identities of the field's table, each once. */
function cellsOf(
  report: Report,
  field: FieldId,
  pick: (identity: Identity) => readonly FieldId[],
): readonly PlacedCell[] {
  const identities = cellOf(report, field)?.placed.table.form.identities ?? [];
  return [...new Set(identities.flatMap(pick))].flatMap((id) => cellOf(report, id) ?? []);
}

const spansOf = (report: Report, fields: readonly FieldId[]): readonly Span[] =>
  fields.flatMap((field) => cellOf(report, field)?.span ?? []);

/** In the order of the text, each once. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const distinct = new Map(spans.map((span) => [`${span.from} ${span.to}`, span]));
  return [...distinct.values()].sort((a, b) => a.from - b.from);
}
