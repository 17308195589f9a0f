import { type EvaluatedIdentity, evaluatedIdentities, identityResidues } from '../audit/identities.ts';
import { memoizePerObject } from '../base/cache.ts';
import type { FieldId, Identity } from '../form/types.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedSection, PlacedTable, Report } from '../report/types.ts';
import type { Finding } from '../rules/rule.ts';
import type { Cell, TableLabel, TableRow } from '../table/types.ts';
import { type Span, shift, touches } from '../text/span.ts';

/** A cell with its row and table. `span` counts from the report's start, the spans inside `cell`, `row` and `table` do not. */
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

/** The part that holds the character at `offset`; the last one for the end of the report. */
export function sectionAt(report: Report, offset: number): PlacedSection | null {
  return report.sections.findLast((each) => each.at <= offset) ?? null;
}

/** The table whose span `offset` lies in or touches. */
export function tableAt(report: Report, offset: number): PlacedTable | null {
  return tablesOf(report).find(({ table, at }) => touches(table.span, offset - at)) ?? null;
}

/** The line of the form at `offset`, with its table. */
export function rowAt(
  report: Report,
  offset: number,
): { readonly line: TableRow; readonly placed: PlacedTable } | null {
  const placed = tableAt(report, offset);
  const line = placed?.table.rows.find((each) => touches(each.span, offset - placed.at));
  return placed && line ? { line, placed } : null;
}

/** The cell whose value `offset` lies in or touches: the one it stands before rather than the one behind it. */
export function cellAt(report: Report, offset: number): PlacedCell | null {
  const all = placedCells(report);
  const touching = all.slice(firstFrom(all, offset - longest), firstFrom(all, offset + 1));
  const here = touching.filter(({ span }) => touches(span, offset));
  return here.find(({ span }) => offset < span.to) ?? here[0] ?? null;
}

/** The cell at `offset` or, when the cursor stands in the blanks beside a value, the cell of that value. */
export function cellNear(report: Report, offset: number): PlacedCell | null {
  const exact = cellAt(report, offset);
  if (exact !== null) return exact;
  const all = placedCells(report);
  const next = firstFrom(all, offset);
  const blank = (from: number, to: number) => /^[ \t\u3000]*$/.test(textIn(report, { from, to }));
  const after = all[next];
  if (after && after.span.from - offset < longest && blank(offset, after.span.from)) return after;
  const before = all[next - 1];
  return before && offset - before.span.to < longest && blank(before.span.to, offset) ? before : null;
}

/** A group, head or corner of a table at `offset`. */
export function labelAt(
  report: Report,
  offset: number,
): { readonly label: TableLabel; readonly placed: PlacedTable } | null {
  const placed = tableAt(report, offset);
  const label = placed?.table.labels.find((each) => touches(each.span, offset - placed.at));
  return placed && label ? { label, placed } : null;
}

/** The cell of a field, if its table has it. */
export const cellOf = (report: Report, field: FieldId): PlacedCell | null =>
  byField(report).get(field) ?? null;

const byField = memoizePerObject(
  (report: Report): ReadonlyMap<FieldId, PlacedCell> =>
    new Map(placedCells(report).map((each) => [each.cell.field.id, each])),
);

/** The identities a cell takes part in, worked out. */
export const identitiesAt = ({ cell, placed }: PlacedCell): readonly EvaluatedIdentity[] =>
  evaluatedIdentities(placed.table).filter(
    ({ identity: { left, right } }) => left.includes(cell.field.id) || right.includes(cell.field.id),
  );

/**
 * The broken identities that findings report. Any other broken identity has been accepted or turned off, and is shown as
 * neither kept nor broken.
 */
export const reportedIdentities = memoizePerObject(
  (findings: readonly Finding[]): ReadonlySet<Identity> =>
    new Set(findings.flatMap(({ identities }) => identities)),
);

/** How many identities hold, of those that hold or are reported as broken. */
export interface IdentityTally {
  readonly held: number;
  readonly all: number;
}

/** The tally of one table, or of all tables of a report. */
export function tally(of: Report | PlacedTable, findings: readonly Finding[]): IdentityTally {
  const broken = reportedIdentities(findings);
  let held = 0;
  let failing = 0;
  for (const { table } of 'tables' in of ? tablesOf(of) : [of])
    for (const [i, residue] of identityResidues(table).entries())
      if (residue === 0) held++;
      else if (residue !== null && broken.has(table.form.identities[i] as Identity)) failing++;
  return { held, all: held + failing };
}

/** The text of a span of a report. */
export function textIn(report: Report, span: Span): string {
  let out = '';
  for (const { section, at } of report.sections)
    if (at < span.to && at + section.text.length > span.from)
      out += section.text.slice(Math.max(0, span.from - at), Math.max(0, span.to - at));
  return out;
}

/** The line of text around `offset`, without its line break; lines longer than 2 × 4096 characters are cut. */
export function textLineAt(report: Report, offset: number): Span {
  const part = sectionAt(report, offset);
  if (part === null) return { from: offset, to: offset };
  const { text } = part.section;
  const local = Math.min(Math.max(0, offset - part.at), text.length);
  let from = local;
  let to = local;
  while (from > 0 && local - from < 4096 && !isBreak(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - local < 4096 && !isBreak(text.charCodeAt(to))) to++;
  return { from: from + part.at, to: to + part.at };
}

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;

/** No value of a cell is longer. */
const longest = 200;

/** Index of the first cell that starts at `offset` or behind it. */
export function firstFrom(all: readonly PlacedCell[], offset: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as PlacedCell).span.from < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
