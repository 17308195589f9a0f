// The rows of a table in the groups the form prints them in: for outline, folding and selection.
import { memoizePerObject } from '../base/cache.ts';
import type { RowSpec } from '../form/spec.ts';
import type { PlacedTable } from '../report/report.ts';
import type { Cell, Table, TableRow } from '../table/table.ts';
import { fold } from '../text/fold.ts';
import { type Span, shift } from '../text/span.ts';

/** A node of a table: a group of rows, or a row. Spans count from the report's start. */
export type TableNode = GroupNode | RowNode;

export interface GroupNode {
  readonly kind: 'group';
  /** As the form prints it: `三、本年度办理结果`, `第二十条第（一）项`, `行政诉讼`. */
  readonly label: string;
  readonly span: Span;
  /** Where the group's own label stands, else the start of the first row. */
  readonly head: Span;
  readonly nodes: readonly TableNode[];
}

/** A row of the form: a row of the text, but for `disputes`, where five cells of the one row are one. */
export interface RowNode {
  readonly kind: 'row';
  readonly spec: RowSpec;
  readonly row: TableRow;
  readonly cells: readonly Cell[];
  readonly span: Span;
  readonly head: Span;
}

/** The rows of a table in the groups the form prints them in, in the order of the text. */
export const rowTree = memoizePerObject((placed: PlacedTable): readonly TableNode[] =>
  nest(
    rowNodes(placed).map((row) => ({ row, path: pathOf(placed.table, row) })),
    0,
    placed,
  ),
);

/** The rows of a table in the order of the text. */
export function rowNodes({ table, at }: PlacedTable): readonly RowNode[] {
  return table.rows.flatMap((row): RowNode[] => {
    const { row: formRow, cells } = row;
    if (formRow.block.printed === 'grid') {
      const spec = formRow.fields[0]?.row;
      return spec
        ? [{ kind: 'row', spec, row, cells, span: shift(row.span, at), head: shift(row.label, at) }]
        : [];
    }
    const bySpec = new Map<RowSpec, Cell[]>();
    for (const cell of cells) bySpec.set(cell.field.row, [...(bySpec.get(cell.field.row) ?? []), cell]);
    return [...bySpec].map(([spec, own]): RowNode => {
      const from = Math.min(...own.map((cell) => cell.span.from)) + at;
      const to = Math.max(...own.map((cell) => cell.span.to)) + at;
      return { kind: 'row', spec, row, cells: own, span: { from, to }, head: { from, to } };
    });
  });
}

/** The labels of the groups around a row, outermost first; the row's own label is no group of it. */
function pathOf(table: Table, { spec, row: { row: formRow } }: RowNode): readonly string[] {
  if (table.id === 'disclosure') return formRow.block.head ? [formRow.block.head] : [];
  return spec.groups.filter((label) => label !== spec.label);
}

function nest(
  rows: readonly { readonly row: RowNode; readonly path: readonly string[] }[],
  depth: number,
  placed: PlacedTable,
): readonly TableNode[] {
  const nodes: TableNode[] = [];
  for (let i = 0; i < rows.length; ) {
    const { row, path } = rows[i] as (typeof rows)[number];
    const label = path[depth];
    let end = i + 1;
    if (label === undefined) nodes.push(row);
    else {
      while (end < rows.length && rows[end]?.path[depth] === label) end++;
      const inside = nest(rows.slice(i, end), depth + 1, placed);
      nodes.push(groupOf(label, inside, placed));
    }
    i = end;
  }
  return nodes;
}

function groupOf(label: string, nodes: readonly TableNode[], { table, at }: PlacedTable): GroupNode {
  const first = nodes[0] as TableNode;
  const { to } = (nodes.at(-1) as TableNode).span;
  const key = fold(label);
  // A group's label stands before its first row or at its start; that of `disputes` above all rows, outside
  // the group.
  const own =
    table.rows.length === 1
      ? undefined
      : table.labels.findLast(({ id, span }) => id === key && span.from + at <= first.head.from);
  const between =
    own && !table.rows.some(({ span }) => own.span.to < span.from && span.to + at < first.span.from);
  const head = own && between ? shift(own.span, at) : { from: first.span.from, to: first.span.from };
  return { kind: 'group', label, span: { from: Math.min(head.from, first.span.from), to }, head, nodes };
}
