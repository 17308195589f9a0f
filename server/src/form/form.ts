// The official form as the rest of the program asks for it: tables with their rows, fields and identities,
// derived from the data files beside it. Read spec.ts first, then applications.ts.
import { applications } from './applications.ts';
import { disclosure2019 } from './disclosure-2019.ts';
import { disclosure2021 } from './disclosure-2021.ts';
import { disputes } from './disputes.ts';
import type {
  BlockSpec,
  ColumnSpec,
  Edition,
  Field,
  FieldId,
  Form,
  FormRow,
  Identity,
  RowSpec,
  TableId,
  TableSpec,
} from './spec.ts';

/** The three tables in the order of the report. */
export const tableIds: readonly TableId[] = ['disclosure', 'applications', 'disputes'];

/** The table of an edition with its rows, fields and identities; the same object every time. */
export function form(table: TableId, edition: Edition): Form {
  if (table === 'disclosure') return mixedDisclosure(disclosure2019.map(() => edition));
  return kept(`${table} ${edition}`, () =>
    derive(table === 'disputes' ? disputes : applications(edition), edition),
  );
}

/**
 * The table `disclosure` with each of its items in an edition of its own, as some reports print it.
 * `editions` names one for each of （一）（五）（六）（八）（九）; what is left out is of 2021, and （九） is there in 2019
 * only. The form as a whole is of 2019 as soon as one item is. The same object for the same editions.
 */
export function mixedDisclosure(editions: readonly Edition[]): Form {
  const items = disclosure2019.map((_, item) => editions[item] ?? '2021');
  return kept(`disclosure ${items.join(' ')}`, () => {
    const blocks = items.map((edition, item) => (edition === '2019' ? disclosure2019 : disclosure2021)[item]);
    return derive(
      {
        id: 'disclosure',
        section: 2,
        title: { zh: '主动公开政府信息情况', en: 'Information disclosed proactively' },
        blocks: blocks.filter((block) => block !== undefined),
      },
      items.includes('2019') ? '2019' : '2021',
    );
  });
}

const made = new Map<string, Form>();

/** The form made before under the same key, so that it is the same object every time. */
function kept(key: string, make: () => Form): Form {
  const form = made.get(key) ?? make();
  made.set(key, form);
  return form;
}

function derive(table: TableSpec, edition: Edition): Form {
  let numbered = 0;
  const rows = table.blocks.flatMap((block) => rowsOf(table.id, block, () => numbered++));
  const fields = rows.flatMap((row) => row.fields);
  const identities = table.blocks.flatMap((block) => identitiesIn(table, block));
  return {
    edition,
    table,
    rows,
    rank: new Map(rows.map((row, i) => [row.id, i])),
    fields: new Map(fields.map((field) => [field.id, field])),
    identities,
    identitiesOf: new Map(
      fields.map(({ id }) => [
        id,
        identities.filter((each) => each.left.includes(id) || each.right.includes(id)),
      ]),
    ),
  };
}

function rowsOf(table: TableId, block: BlockSpec, number: () => number): readonly FormRow[] {
  const fieldsOf = (row: RowSpec): Field[] =>
    block.columns.map((column) => ({
      id: fieldId(table, row.id, column.id),
      number: number(),
      table,
      row,
      column,
    }));
  if (block.printed === 'line')
    return [{ id: 'cases', table, label: '', groups: [], fields: block.rows.flatMap(fieldsOf), block }];
  return block.rows.map(
    (row): FormRow => ({
      id: row.id,
      table,
      label: row.label,
      groups: row.groups,
      fields: fieldsOf(row),
      block,
    }),
  );
}

/** What the block's sums (`sumOf`) and the table's balance say of its cells. */
function identitiesIn(table: TableSpec, block: BlockSpec): readonly Identity[] {
  return [
    ...block.rows.flatMap((row) => block.columns.flatMap((column) => totalOfRow(table, block, row, column))),
    ...block.rows.flatMap((row) => block.columns.flatMap((column) => totalOfColumn(table, row, column))),
    ...block.columns.flatMap((column) => balanceOf(table, column)),
  ];
}

function totalOfRow(table: TableSpec, block: BlockSpec, row: RowSpec, column: ColumnSpec): Identity[] {
  if (!column.sumOf) return [];
  const kind = block.printed === 'line' ? 'group-total' : 'row-total';
  const at = fieldId(table.id, row.id, column.id);
  const left = column.sumOf.map((part) => fieldId(table.id, row.id, part));
  return [{ id: `${table.id}.${row.id}/${kind}`, kind, left, right: [at], at }];
}

function totalOfColumn(table: TableSpec, row: RowSpec, column: ColumnSpec): Identity[] {
  if (!row.sumOf) return [];
  const at = fieldId(table.id, row.id, column.id);
  const left = row.sumOf.map((part) => fieldId(table.id, part, column.id));
  return [{ id: `${table.id}.${column.id}/column-total`, kind: 'column-total', left, right: [at], at }];
}

/** It stands on the last cell of its right side: what is carried forward is the rest of all else. */
function balanceOf(table: TableSpec, column: ColumnSpec): Identity[] {
  const cells = (rows: readonly string[]) => rows.map((row) => fieldId(table.id, row, column.id));
  const left = cells(table.balance?.left ?? []);
  const right = cells(table.balance?.right ?? []);
  const at = right.at(-1);
  return at === undefined
    ? []
    : [{ id: `${table.id}.${column.id}/balance`, kind: 'balance', left, right, at }];
}

const fieldId = (table: TableId, row: string, column: string): FieldId => `${table}.${row}.${column}`;
