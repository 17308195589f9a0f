// Binds tables once for all texts of one shape: another month's draft, the next keystroke in a cell, the
// report of the next office. Next: `text-shape.ts`, `shape-scanner.ts`.

import type { Edition } from '../../form/spec.ts';
import { BoundTable, type OffsetMapping } from '../bound-table.ts';
import { bindTables } from '../read/bind.ts';
import type { Table } from '../table.ts';
import type { TableTemplate } from '../template.ts';
import { shapeOf } from './shape-scanner.ts';
import { isSameShape, ShapeMapping, type TextShape } from './text-shape.ts';

/** What was bound in one text, for all texts of its shape. */
interface Binding {
  readonly shape: TextShape;
  readonly templates: readonly TableTemplate[];
}

/** This many bindings are kept: the sections of some dozens of reports that differ in their layout. */
const most = 512;
/** Bindings by the hash of their shape, the oldest first. */
const bindings: { readonly [edition in Edition]: Map<number, Binding> } = {
  '2019': new Map(),
  '2021': new Map(),
};

/** The tables in the text of a section; `usual` is the edition of a table that shows none. Never fails. */
export function tablesIn(text: string, usual: Edition = '2021'): readonly Table[] {
  const shape = shapeOf(text);
  if (shape === null)
    return bindTables(text, usual).map((template) => new BoundTable(template, text, unmapped));
  let binding = bindings[usual].get(shape.hash);
  if (binding === undefined || !isSameShape(binding.shape, shape)) {
    binding = { shape, templates: bindTables(text, usual) };
    if (binding.templates.every(isIndependent)) remember(bindings[usual], binding);
  }
  const { templates, shape: known } = binding;
  return templates.map((template) => new BoundTable(template, text, new ShapeMapping(known, shape)));
}

/** For a text read through its own templates. */
const unmapped: OffsetMapping = { at: (offset) => offset, count: () => null };

/**
 * Whether a template depends on no figure. Whether two rows or cells say the same, and how far a gap reaches,
 * does.
 */
const isIndependent = ({ problems, rows }: TableTemplate): boolean =>
  problems.every(({ kind }) => kind !== 'duplicate-row') &&
  rows.every(({ cells, byFigures }) => !byFigures && cells.every(({ kind }) => kind !== 'gap'));

/** The oldest binding gives way to the newest. */
function remember(known: Map<number, Binding>, binding: Binding): void {
  known.set(binding.shape.hash, binding);
  if (known.size > most) known.delete(known.keys().next().value as number);
}
