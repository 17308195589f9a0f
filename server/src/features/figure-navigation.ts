import { shortFieldName } from '../form/field-names.ts';
import type { Report } from '../report/types.ts';
import type { Finding } from '../rules/rule.ts';
import { sumMoney, trimMoney } from '../text/money.ts';
import type { Span } from '../text/span.ts';
import { cellAt, cellNear, placedCells, tally } from './lookup.ts';

/** The next (1) or previous (-1) value of a table from `offset`, which may stand anywhere; null behind the last one. */
export function adjacentFigure(report: Report, offset: number, direction: 1 | -1): Span | null {
  const all = placedCells(report).filter(({ cell }) => cell.state !== 'unsure');
  if (direction === 1) return all.find(({ span }) => span.from > offset)?.span ?? null;
  const here = cellAt(report, offset)?.span.from ?? offset;
  return all.findLast(({ span }) => span.from < here && span.to < offset)?.span ?? null;
}

export interface CellStatus {
  readonly row: string;
  readonly column: string;
  readonly value: string | null;
  /** The row's total, counted from its parts; null where the row is no sum. */
  readonly rowSum: number | null;
  readonly identitiesHeld: number;
  readonly identitiesAll: number;
  /** All of it in one line, for a status bar and a screen reader. */
  readonly status: string;
}

/** The cell under the cursor in words; null outside cells. */
export function cellStatus(
  report: Report,
  findings: readonly Finding[],
  offset: number,
  language: 'zh' | 'en',
): CellStatus | null {
  const at = cellNear(report, offset);
  if (!at) return null;
  const { field, state, raw } = at.cell;
  const total = at.row.cells.find((cell) => cell.field.row === field.row && cell.field.column.sumOf);
  const parts = total?.field.column.sumOf?.map((column) =>
    at.row.cells.find((cell) => cell.field.row === field.row && cell.field.column.id === column),
  );
  const rowSum = parts?.every((cell) => cell && cell.state !== 'invalid' && cell.state !== 'unsure')
    ? parts.reduce((sum, cell) => sum + (cell?.count ?? 0), 0)
    : null;
  const { held, all } = tally(report, findings);
  const value = state === 'blank' ? null : raw.trim();
  const words =
    language === 'zh'
      ? [
          shortFieldName(field).zh,
          value ?? '空白',
          rowSum === null ? null : `行合计 ${rowSum}`,
          `勾稽 ${held}/${all}`,
        ]
      : [
          shortFieldName(field).en,
          value ?? 'blank',
          rowSum === null ? null : `row sum ${rowSum}`,
          `identities ${held}/${all}`,
        ];
  return {
    row: field.row.name[language],
    column: field.column.name[language],
    value,
    rowSum,
    identitiesHeld: held,
    identitiesAll: all,
    status: words.filter((word) => word !== null).join(' · '),
  };
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
