// Reads one cell: what its text says depends on what its column counts.

import type { Field } from '../form/spec.ts';
import { cellText } from '../text/cell-markup.ts';
import { shiftMoney } from '../text/money.ts';
import { plainCount, readValue } from '../text/number.ts';
import type { Cell } from './table.ts';

/** The cell of a field whose value stands at `from..to`. 元 are converted to 万元. */
export function parseCell(text: string, field: Field, from: number, to: number): Cell {
  const raw = cellText(text.slice(from, to));
  const { measure } = field.column;
  const plain = measure === 'money' ? null : plainCount(raw);
  if (plain !== null) return cell(field, 'number', from, to, raw, plain, null);
  const value = readValue(raw);
  if (value.kind === 'none') return cell(field, 'none', from, to, raw, measure === 'money' ? null : 0, null);
  if ((value.kind !== 'count' && value.kind !== 'decimal') || value.notation.spaces)
    return cell(field, 'invalid', from, to, raw, null, null);
  const { sign, unit } = value.notation;
  if (measure === 'money' && sign === null) {
    const money = unit === '元' ? shiftMoney(value.decimal, -4) : value.decimal;
    return cell(field, 'number', from, to, raw, null, money);
  }
  if (value.kind === 'count' && (sign === null || measure === 'change'))
    return cell(field, 'number', from, to, raw, value.count, null);
  return cell(field, 'invalid', from, to, raw, null, null);
}

/** A cell that is blank, or one whose value cannot be told. */
export const emptyCell = (field: Field, state: 'blank' | 'unsure', from: number, to: number): Cell =>
  cell(field, state, from, to, '', null, null);

const cell = (
  field: Field,
  state: Cell['state'],
  from: number,
  to: number,
  raw: string,
  count: number | null,
  money: string | null,
): Cell => ({ field, state, span: { from, to }, raw, count, money });
