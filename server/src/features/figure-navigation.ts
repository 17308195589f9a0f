// Figures from one to the next, and the one at the cursor in words: the editor's commands for tables.
import { sumOfParts } from '../audit/identities.ts';
import { inBoth, joinPhrases, type Language, type Phrase } from '../base/phrase.ts';
import { shortFieldName } from '../form/field-names.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import { sumMoney, trimMoney } from '../text/money.ts';
import type { Span } from '../text/span.ts';
import { tally, tallyText } from './identity-tally.ts';
import { cellAt, cellNear, type PlacedCell, placedCells } from './lookup.ts';

/** The next (1) or previous (-1) value from `offset`, which may stand anywhere; null behind the last one. */
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
  language: Language,
): CellStatus | null {
  const placed = cellNear(report, offset);
  if (!placed) return null;
  const { field, state, raw } = placed.cell;
  const value = state === 'blank' ? null : raw.trim();
  const rowSum = rowSumOf(placed);
  const identities = tally(report, findings);
  const parts: readonly (Phrase | null)[] = [
    shortFieldName(field),
    value === null ? { zh: '空白', en: 'blank' } : inBoth(value),
    rowSum === null ? null : { zh: `行合计 ${rowSum}`, en: `row sum ${rowSum}` },
    tallyText(identities),
  ];
  return {
    row: field.row.name[language],
    column: field.column.name[language],
    value,
    rowSum,
    identitiesHeld: identities.held,
    identitiesAll: identities.all,
    status: joinPhrases(parts, inBoth(' · '))[language],
  };
}

/** The sum of the parts of a row's total; null where the row has none, or a part cannot be read. */
function rowSumOf({ cell: { field }, row, placed }: PlacedCell): number | null {
  const total = row.cells.find((cell) => cell.field.row === field.row && cell.field.column.sumOf);
  return total ? sumOfParts(placed.table, total.field.id) : null;
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
