// A table of the form as a grid of cells, merged ones included: what every layout is written from.

import { form } from '../../server/src/form/form.ts';
import type { ColumnSpec, Edition, FieldId, Form, FormRow, TableId } from '../../server/src/form/spec.ts';
import type { Figures } from './figures.ts';

/** A cell as a word processor has it: its words, and how many grid columns and rows it covers. */
export interface GridCell {
  readonly kind: 'head' | 'group' | 'label' | 'value';
  /** `\n` where narrow columns break the words, e.g. `结果\n维持`. */
  readonly text: string;
  readonly field?: FieldId;
  readonly across: number;
  readonly down: number;
}

export interface GridRow {
  /** `table.row`, e.g. `applications.3-4-1`; null for a row of heads. */
  readonly id: string | null;
  readonly cells: readonly GridCell[];
}

/** One table as the national format draws it, merged cells included. */
export interface Grid {
  readonly table: TableId;
  readonly edition: Edition;
  /** Grid columns: what the cells and the padding bars of a row add up to. */
  readonly columns: number;
  readonly rows: readonly GridRow[];
}

/** Draw a table with these figures. */
export function grid(table: TableId, edition: Edition, figures: Figures): Grid {
  const one = form(table, edition);
  const [columns, rows] =
    table === 'disclosure'
      ? ([edition === '2021' ? 4 : 5, disclosureRows(one, figures)] as const)
      : table === 'applications'
        ? ([10, applicationRows(one, figures)] as const)
        : ([15, disputeRows(one, figures)] as const);
  return { table, edition, columns, rows };
}

const cell = (kind: GridCell['kind'], text: string, across = 1, down = 1): GridCell => ({
  kind,
  text,
  across,
  down,
});
const head = (text: string, across = 1, down = 1) => cell('head', text, across, down);

function values(row: FormRow, figures: Figures, across: number): readonly GridCell[] {
  const last = row.fields.length - 1;
  return row.fields.map((field, i) => ({
    ...cell('value', figures.get(field.id) ?? '0', i === last ? across - last : 1),
    field: field.id,
  }));
}

const keyOf = (row: FormRow) => `${row.table}.${row.id}`;

function disclosureRows(one: Form, figures: Figures): readonly GridRow[] {
  return one.table.blocks.flatMap((block) => {
    const heads = block.columns.map((column, i) =>
      head(breakHead(column), i === block.columns.length - 1 ? 4 - block.columns.length : 1),
    );
    return [
      { id: null, cells: [head(block.head ?? '', 4)] },
      { id: null, cells: [head('信息内容'), ...heads] },
      ...one.rows
        .filter((row) => row.block === block)
        .map((row) => ({
          id: keyOf(row),
          cells: [cell('label', row.label), ...values(row, figures, 3)],
        })),
    ];
  });
}

function applicationRows(one: Form, figures: Figures): readonly GridRow[] {
  const block = one.table.blocks[0];
  if (!block) throw new Error('applications has one block');
  const [person, ...rest] = block.columns;
  const total = rest.pop();
  if (!person || !total) throw new Error('applications has seven columns');
  return [
    { id: null, cells: [head(block.head ?? '', 3, 3), head('申请人情况', 7)] },
    {
      id: null,
      cells: [
        head(breakHead(person), 1, 2),
        head('法人或其他组织', rest.length),
        head(breakHead(total), 1, 2),
      ],
    },
    { id: null, cells: rest.map((column) => head(breakHead(column))) },
    ...one.rows.map((row, i) => {
      const before = one.rows[i - 1]?.groups ?? [];
      const opened = row.groups
        .map((label, depth) => ({ label, depth }))
        .filter(({ label, depth }) => before[depth] !== label);
      return {
        id: keyOf(row),
        cells: [
          ...opened.map(({ label, depth }) => {
            const down = one.rows.slice(i).findIndex((other) => other.groups[depth] !== label);
            return cell('group', breakGroup(label), 1, down < 0 ? one.rows.length - i : down);
          }),
          cell('label', row.label, 3 - row.groups.length),
          ...values(row, figures, 7),
        ],
      };
    }),
  ];
}

function disputeRows(one: Form, figures: Figures): readonly GridRow[] {
  const row = one.rows[0];
  const block = one.table.blocks[0];
  if (!row || !block) throw new Error('disputes has one row');
  const five = (down: number) => block.columns.map((column) => head(breakHead(column), 1, down));
  return [
    { id: null, cells: [head('行政复议', 5), head('行政诉讼', 10)] },
    { id: null, cells: [...five(2), head('未经复议直接起诉', 5), head('复议后起诉', 5)] },
    { id: null, cells: [...five(1), ...five(1)] },
    { id: keyOf(row), cells: values(row, figures, 15) },
  ];
}

/** Where narrow columns break: `商业\n企业`, `总\n计`, `结果\n维持`, `本年新\n制作数量`. */
const breakHead = ({ label }: ColumnSpec): string =>
  label
    .replace(/^(商业|科研|结果|其他|尚未)(企业|机构|维持|纠正|结果|审结)$/, '$1\n$2')
    .replace(/^(社会|法律)(公益组织|服务机构)$/, '$1\n$2')
    .replace(/^(自然|总)(人|计)$/, '$1\n$2')
    .replace(/^(本年新)(制作数量|公开数量)$/, '$1\n$2');

const breakGroup = (label: string): string => label.replace(/^(（.）)/, '$1\n');
