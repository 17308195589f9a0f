// Figures from one to the next, and the one at the cursor in words: the editor's commands for tables.
import { sumOfParts } from '../audit/identities.ts';
import { inBoth, joinPhrases, type Language, type Phrase } from '../base/phrase.ts';
import { shortFieldName } from '../form/field-names.ts';
import type { Field } from '../form/spec.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import type { TableRow } from '../table/table.ts';
import { sumMoney, trimMoney } from '../text/money.ts';
import { type Span, touches } from '../text/span.ts';
import { tally, tallyText } from './identity-tally.ts';
import { cellAt, cellNear, placedCells, tableAt } from './lookup.ts';
import { shortTableNames } from './outline.ts';

/**
 * The next (1) or previous (-1) value from `offset`, which may stand anywhere; from the label of a row, next
 * is the row's first value, also where values stand above labels. Null behind the last one.
 */
export function adjacentFigure(report: Report, offset: number, direction: 1 | -1): Span | null {
  const all = placedCells(report).filter(({ cell }) => cell.state !== 'unsure');
  if (direction === 1) {
    const first = cellAt(report, offset) ? undefined : rowLabelledAt(report, offset)?.row.cells[0];
    const own = first && all.find(({ cell }) => cell === first);
    return (own ?? all.find(({ span }) => span.from > offset))?.span ?? null;
  }
  const here = cellAt(report, offset)?.span.from ?? offset;
  return all.findLast(({ span }) => span.from < here && span.to < offset)?.span ?? null;
}

/** The row whose label `offset` lies in or touches. */
function rowLabelledAt(
  report: Report,
  offset: number,
): { readonly row: TableRow; readonly placed: PlacedTable } | null {
  const placed = tableAt(report, offset);
  const row = placed?.table.rows.find(({ label }) => touches(label, offset - placed.at));
  return placed && row ? { row, placed } : null;
}

export interface CellStatus {
  /** Null on a head, a group and between cells. */
  readonly row: string | null;
  /** Null on a label too. */
  readonly column: string | null;
  readonly value: string | null;
  /** The row's total, counted from its parts; null where the row is no sum. */
  readonly rowSum: number | null;
  readonly identitiesHeld: number;
  readonly identitiesAll: number;
  /** All of it in one line, for a status bar and a screen reader. */
  readonly status: string;
}

/** The cell under the cursor in words, or else the row or table whose label it is; null outside tables. */
export function cellStatus(
  report: Report,
  findings: readonly Finding[],
  offset: number,
  language: Language,
): CellStatus | null {
  const near = cellNear(report, offset);
  const labelled = near ? null : rowLabelledAt(report, offset);
  const placed = near?.placed ?? tableAt(report, offset);
  if (!placed) return null;
  const field = (near?.cell ?? labelled?.row.cells[0])?.field;
  const value = near && near.cell.state !== 'blank' ? near.cell.raw.trim() : null;
  const rowSum = field ? rowSumOf(placed, field) : null;
  const identities = tally(report, findings);
  const parts: readonly (Phrase | null)[] = [
    near ? shortFieldName(near.cell.field) : (field?.row.name ?? shortTableNames[placed.table.id]),
    value !== null ? inBoth(value) : near && { zh: '空白', en: 'blank' },
    rowSum === null ? null : { zh: `行合计 ${rowSum}`, en: `row sum ${rowSum}` },
    tallyText(identities),
  ];
  return {
    row: field?.row.name[language] ?? null,
    column: near?.cell.field.column.name[language] ?? null,
    value,
    rowSum,
    identitiesHeld: identities.held,
    identitiesAll: identities.all,
    status: joinPhrases(parts, inBoth(' · '))[language],
  };
}

/** The sum of the parts of a row's total; null where the row has none, or a part cannot be read. */
function rowSumOf({ table }: PlacedTable, { row }: Field): number | null {
  const total = [...table.cells.values()].find(({ field }) => field.row === row && field.column.sumOf);
  return total ? sumOfParts(table, total.field.id) : null;
}

/** The figures that lie in the spans, as plain decimals. */
export function figuresInSpans(report: Report, spans: readonly Span[]): readonly string[] {
  return placedCells(report)
    .filter(
      ({ span, cell }) =>
        cell.state === 'number' && spans.some(({ from, to }) => from <= span.from && span.to <= to),
    )
    .map(({ cell }) => cell.money ?? String(cell.count ?? 0));
}

/** Exact sum of plain decimals. */
export const sumAmounts = (amounts: readonly string[]): string => trimMoney(sumMoney(amounts));
