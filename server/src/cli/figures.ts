// The figures of a report, for `ogi-report data` and `summary`.

import { cellValue } from '../config/acceptance.ts';
import { form, tableIds } from '../form/form.ts';
import type { Field } from '../form/spec.ts';
import type { Report } from '../report/report.ts';
import type { Cell } from '../table/table.ts';
import { type Span, shift } from '../text/span.ts';

/** A field of the form with what a report says in it. */
export type FieldFigure =
  | {
      readonly state: 'number' | 'none' | 'blank';
      readonly field: Field;
      /** A count, an amount as a decimal string, null for an explicit none or a blank. */
      readonly value: number | string | null;
      readonly raw: string;
      /** In the report. */
      readonly span: Span;
    }
  /** A cell of a missing row or table, or one that cannot be read. */
  | { readonly state: 'missing' | 'unreadable'; readonly field: Field; readonly raw: string };

/** Every cell of the form's three tables in the form's order. */
export function fieldFigures(report: Report): readonly FieldFigure[] {
  return tableIds.flatMap((id): FieldFigure[] => {
    const placed = report.tables[id];
    if (placed === undefined)
      return [...form(id, report.edition).fields.values()].map((field) => ({
        state: 'missing',
        field,
        raw: '',
      }));
    const { table, at } = placed;
    const lost = table.problems.some(({ kind }) => kind === 'unreadable') ? 'unreadable' : 'missing';
    return [...table.form.fields.values()].map((field): FieldFigure => {
      const cell = table.cell(field.id);
      return cell === undefined ? { state: lost, field, raw: '' } : figureOf(cell, at);
    });
  });
}

/** A figure as a cell of a sheet: its value, else what stands there; null for nothing. */
export const writtenFigure = (figure: FieldFigure): number | string | null =>
  ('value' in figure ? figure.value : null) ?? (figure.raw.trim() || null);

const figureOf = (cell: Cell, at: number): FieldFigure =>
  cell.state === 'invalid' || cell.state === 'unsure'
    ? { state: 'unreadable', field: cell.field, raw: cell.raw }
    : {
        state: cell.state,
        field: cell.field,
        value: cellValue(cell),
        raw: cell.raw,
        span: shift(cell.span, at),
      };
