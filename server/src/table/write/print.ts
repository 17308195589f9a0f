// The cells of the official tables as they are printed, merged ones included. The preview draws them too.
import type { BlockSpec, FieldId, Form, RowSpec } from '../../form/spec.ts';

/** A cell of the printed form; merged cells span several columns or rows. */
export interface PrintedCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  /** The field whose figure stands here. */
  readonly field?: FieldId;
  readonly head: boolean;
}

/** The value to print for a field. */
export type Values = (field: FieldId) => string;

const head = (text: string, columns = 1, rows = 1): PrintedCell => ({ text, columns, rows, head: true });

/** The official table as rows of cells, merged as printed. */
export function printedRows(form: Form, values: Values): PrintedCell[][] {
  const { blocks, id } = form.table;
  if (id === 'disputes') return disputesRows(form, values);
  if (id === 'applications') return blocks.flatMap((block) => applicationRows(block, values));
  const wide = columnsOf(form);
  return blocks.flatMap((block) => disclosureRows(block, values, wide));
}

/** How many columns the printed table has. That of 2019 for `disclosure` has one more than its rows need. */
export function columnsOf({ table, edition }: Form): number {
  if (table.id === 'disputes') return 15;
  return table.id === 'applications' ? 10 : edition === '2019' ? 5 : 4;
}

const fieldCell = (
  table: string,
  row: RowSpec,
  column: { id: string },
  values: Values,
  columns = 1,
): PrintedCell => {
  const field = `${table}.${row.id}.${column.id}`;
  return { text: values(field), columns, rows: 1, field, head: false };
};

/**
 * An item of article 20: its head over the whole width, the column heads, the rows. Where it has fewer
 * columns than others, its last one is wider.
 */
function disclosureRows(block: BlockSpec, values: Values, wide: number): PrintedCell[][] {
  const last = wide - block.columns.length;
  const stretch = (i: number): number => (i === block.columns.length - 1 ? last : 1);
  return [
    [head(block.head ?? '', wide)],
    [head(block.rowHead ?? ''), ...block.columns.map((column, i) => head(column.label, stretch(i)))],
    ...block.rows.map((row) => [
      head(row.label),
      ...block.columns.map((column, i) => fieldCell('disclosure', row, column, values, stretch(i))),
    ]),
  ];
}

/** Three columns of labels: outer group, inner group, item. */
function applicationRows(block: BlockSpec, values: Values): PrintedCell[][] {
  const organisations = block.columns.filter((column) => (column.groups?.length ?? 0) > 1);
  const [person, total] = [block.columns[0], block.columns.at(-1)];
  const rows = block.rows.map((row, i) => {
    const cells: PrintedCell[] = [];
    row.groups.forEach((group, depth) => {
      if (block.rows[i - 1]?.groups[depth] === group) return;
      const size = block.rows.slice(i).findIndex((other) => other.groups[depth] !== group);
      cells.push(head(group, 1, size < 0 ? block.rows.length - i : size));
    });
    cells.push(head(row.label, 3 - row.groups.length));
    return [...cells, ...block.columns.map((column) => fieldCell('applications', row, column, values))];
  });
  return [
    [head(block.head ?? '', 3, 3), head(person?.groups?.[0] ?? '', block.columns.length)],
    [
      head(person?.label ?? '', 1, 2),
      head(organisations[0]?.groups?.[1] ?? '', organisations.length),
      head(total?.label ?? '', 1, 2),
    ],
    organisations.map((column) => head(column.label)),
    ...rows,
  ];
}

function disputesRows({ table }: Form, values: Values): PrintedCell[][] {
  const [block] = table.blocks;
  if (block === undefined) return [];
  const heads = block.columns.map((column) => column.label);
  const [review, ...suits] = block.rows;
  return [
    [
      head(review?.groups[0] ?? '', heads.length),
      head(suits[0]?.groups[0] ?? '', heads.length * suits.length),
    ],
    [
      ...heads.map((label) => head(label, 1, 2)),
      ...suits.map((row) => head(row.groups[1] ?? row.label, heads.length)),
    ],
    suits.flatMap(() => heads.map((label) => head(label))),
    block.rows.flatMap((row) => block.columns.map((column) => fieldCell('disputes', row, column, values))),
  ];
}
