import type { Edition } from '../../form/types.ts';
import { BoundTable, type OffsetMapping } from '../bound-table.ts';
import { bindTables } from '../read/bind.ts';
import type { TableTemplate } from '../template.ts';
import type { Table } from '../types.ts';
import { shapeOf } from './shape-scanner.ts';
import { isSameShape, ShapeMapping, type TextShape } from './text-shape.ts';

/** What was bound in one text, to be used for all that have its outline. */
interface Mould {
  readonly outline: TextShape;
  readonly bindings: readonly TableTemplate[];
}

/** So many outlines are remembered: the parts of some dozens of reports that differ in their layout. */
const most = 512;
const moulds: { readonly [edition in Edition]: Map<number, Mould> } = {
  '2019': new Map(),
  '2021': new Map(),
};

/**
 * The tables of the form in the text of a part. `usual` is the edition of a table that shows none. Binding is done once for all texts
 * that differ in figures and sentences only: another month's draft, the next keystroke in a cell, the report of the office next door.
 */
export function tablesIn(text: string, usual: Edition = '2021'): readonly Table[] {
  const outline = shapeOf(text);
  if (outline === null)
    return bindTables(text, usual).map((binding) => new BoundTable(binding, text, asBound));
  let mould = moulds[usual].get(outline.hash);
  if (mould === undefined || !isSameShape(mould.outline, outline)) {
    mould = { outline, bindings: bindTables(text, usual) };
    if (mould.bindings.every(isMould)) remember(moulds[usual], mould);
  }
  const { bindings, outline: known } = mould;
  return bindings.map((binding) => new BoundTable(binding, text, new ShapeMapping(known, outline)));
}

/** A text bound by itself. */
const asBound: OffsetMapping = { at: (offset) => offset, count: () => null };

/** Whether nothing in a binding hangs on the figures: whether two rows say the same, and how far a gap reaches, does. */
const isMould = ({ problems, rows }: TableTemplate): boolean =>
  problems.every(({ kind }) => kind !== 'duplicate-row') &&
  rows.every(({ cells }) => cells.every(({ kind }) => kind !== 'gap'));

/** The oldest goes for the newest. */
function remember(known: Map<number, Mould>, mould: Mould): void {
  known.set(mould.outline.hash, mould);
  if (known.size > most) known.delete(known.keys().next().value as number);
}
