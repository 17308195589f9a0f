// What stands at an offset of a report: section, table, row, label, cell, text. Every feature begins here.
// Offsets and spans count in the report, in UTF-16 units; the spans inside a `Table` or `Section` do not.
import { type EvaluatedIdentity, evaluatedIdentities } from '../audit/identities.ts';
import { memoizePerObject } from '../base/cache.ts';
import { partitionPoint } from '../base/sorted.ts';
import type { FieldId } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedSection, PlacedTable, Report } from '../report/report.ts';
import type { Cell, Table, TableLabel, TableRow } from '../table/table.ts';
import { INLINE_BLANKS } from '../text/chars.ts';
import { endOfLine, startOfLine } from '../text/lines.ts';
import { type Span, shift, touches } from '../text/span.ts';

/** A cell with its row and table, and where its value stands in the report. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: TableRow;
  readonly placed: PlacedTable;
  readonly span: Span;
}

/** Every cell of a report in the order of its text, blanks included. */
export const placedCells = memoizePerObject((report: Report): readonly PlacedCell[] =>
  tablesOf(report)
    .flatMap((placed) =>
      placed.table.rows.flatMap((row) =>
        row.cells.map((cell) => ({ cell, row, placed, span: shift(cell.span, placed.at) })),
      ),
    )
    .sort((a, b) => a.span.from - b.span.from),
);

/** The cells that begin within `span`, and at its end. */
export function cellsIn(report: Report, { from, to }: Span): readonly PlacedCell[] {
  const all = placedCells(report);
  return all.slice(firstFrom(all, from), firstFrom(all, to + 1));
}

/** Index of the first cell that begins at `offset` or behind it. */
const firstFrom = (all: readonly PlacedCell[], offset: number): number =>
  partitionPoint(all, ({ span }) => span.from < offset);

/** The section that holds the character at `offset`; the last one for the end of the report. */
export function sectionAt(report: Report, offset: number): PlacedSection | null {
  return report.sections.findLast(({ at }) => at <= offset) ?? null;
}

/** The table whose span `offset` lies in or touches. */
export function tableAt(report: Report, offset: number): PlacedTable | null {
  return tablesOf(report).find(({ table, at }) => touches(table.span, offset - at)) ?? null;
}

/** Something of a table, with the table. */
interface InTable<T> {
  readonly item: T;
  readonly placed: PlacedTable;
}

/** The row at `offset`. */
export const rowAt = (report: Report, offset: number): InTable<TableRow> | null =>
  inTableAt(report, offset, ({ rows }) => rows);

/** A group, head or corner of a table at `offset`. */
export const labelAt = (report: Report, offset: number): InTable<TableLabel> | null =>
  inTableAt(report, offset, ({ labels }) => labels);

function inTableAt<T extends { readonly span: Span }>(
  report: Report,
  offset: number,
  itemsOf: (table: Table) => readonly T[],
): InTable<T> | null {
  const placed = tableAt(report, offset);
  const item = placed && itemsOf(placed.table).find(({ span }) => touches(span, offset - placed.at));
  return placed && item ? { item, placed } : null;
}

/** The cell whose value `offset` lies in or touches, rather the one that begins there than one that ends. */
export function cellAt(report: Report, offset: number): PlacedCell | null {
  const here = cellsIn(report, { from: offset - LONGEST_VALUE, to: offset }).filter(({ span }) =>
    touches(span, offset),
  );
  return here.find(({ span }) => offset < span.to) ?? here[0] ?? null;
}

/** No value of a cell is longer. */
const LONGEST_VALUE = 200;

/** The cell at `offset` or, when the cursor stands in the blanks beside a value, the cell of that value. */
export function cellNear(report: Report, offset: number): PlacedCell | null {
  const exact = cellAt(report, offset);
  if (exact !== null) return exact;
  const all = placedCells(report);
  const next = firstFrom(all, offset);
  const isBlank = (from: number, to: number) =>
    to - from < LONGEST_VALUE && BLANK.test(textIn(report, { from, to }));
  const after = all[next];
  if (after && isBlank(offset, after.span.from)) return after;
  const before = all[next - 1];
  return before && isBlank(before.span.to, offset) ? before : null;
}

const BLANK = new RegExp(`^[${INLINE_BLANKS}]*$`);

/** The cell of a field, if its table has it. */
export const cellOf = (report: Report, field: FieldId): PlacedCell | null =>
  cellsByField(report).get(field) ?? null;

const cellsByField = memoizePerObject(
  (report: Report): ReadonlyMap<FieldId, PlacedCell> =>
    new Map(placedCells(report).map((each) => [each.cell.field.id, each])),
);

/** The identities a cell takes part in, with their figures. */
export const identitiesAt = ({ cell, placed }: PlacedCell): readonly EvaluatedIdentity[] =>
  evaluatedIdentities(placed.table).filter(
    ({ identity: { left, right } }) => left.includes(cell.field.id) || right.includes(cell.field.id),
  );

/** The text of a span of a report. */
export function textIn(report: Report, span: Span): string {
  let out = '';
  for (const { section, at } of report.sections)
    if (at < span.to && at + section.text.length > span.from)
      out += section.text.slice(Math.max(0, span.from - at), Math.max(0, span.to - at));
  return out;
}

/** The line of text around `offset`, without its line break; no more than 4096 units on either side. */
export function textLineAt(report: Report, offset: number): Span {
  const placed = sectionAt(report, offset);
  if (placed === null) return { from: offset, to: offset };
  const { text } = placed.section;
  const local = Math.min(Math.max(0, offset - placed.at), text.length);
  const from = Math.max(0, local - LOOKED_AT);
  const near = text.slice(from, local + LOOKED_AT);
  return shift(
    { from: startOfLine(near, local - from), to: endOfLine(near, local - from) },
    from + placed.at,
  );
}

const LOOKED_AT = 4096;
