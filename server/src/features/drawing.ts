import type { BlockForm, FieldId, Form, Line } from '../form/types.ts';

/** A cell of a table as the national format draws it. */
export interface DrawnCell {
  readonly kind: 'head' | 'group' | 'label' | 'value';
  readonly text: string;
  /** The field of a value. */
  readonly field: FieldId | null;
  /** The row of a label. */
  readonly line: Line | null;
  readonly across: number;
  readonly down: number;
}

/** A table row by row with merged cells, as printed in 国办公开办函〔2021〕30号 and 〔2019〕60号. */
export function draw(form: Form): readonly (readonly DrawnCell[])[] {
  if (form.table.id === 'disclosure') return disclosure(form);
  return form.table.id === 'applications' ? applications(form) : disputes(form);
}

const cell = (kind: DrawnCell['kind'], text: string, across = 1, down = 1): DrawnCell => ({
  kind,
  text,
  field: null,
  line: null,
  across,
  down,
});
const head = (text: string, across = 1, down = 1) => cell('head', text, across, down);

const values = ({ fields }: Line, across: number): readonly DrawnCell[] =>
  fields.map(({ id }, i) => ({
    ...cell('value', '', i === fields.length - 1 ? across - i : 1),
    field: id,
  }));

const linesIn = (form: Form, block: BlockForm) => form.lines.filter((line) => line.block === block);

function disclosure(form: Form): readonly (readonly DrawnCell[])[] {
  const widest = Math.max(...form.table.blocks.map(({ columns }) => columns.length));
  return form.table.blocks.flatMap((block) => [
    [head(block.head ?? '', widest + 1)],
    [
      head(block.rowHead ?? ''),
      ...block.columns.map(({ label }, i) => head(label, i === block.columns.length - 1 ? widest - i : 1)),
    ],
    ...linesIn(form, block).map((line) => [{ ...cell('label', line.label), line }, ...values(line, widest)]),
  ]);
}

function applications(form: Form): readonly (readonly DrawnCell[])[] {
  const [block] = form.table.blocks;
  if (!block) return [];
  const inner = block.columns.filter(({ groups }) => (groups?.length ?? 0) > 1);
  const deepest = Math.max(...form.lines.map(({ groups }) => groups.length)) + 1;
  const [outerHead, innerHead] = inner[0]?.groups ?? [];
  const second: DrawnCell[] = [];
  for (const column of block.columns) {
    if (!inner.includes(column)) second.push(head(column.label, 1, 2));
    else if (column === inner[0]) second.push(head(innerHead ?? '', inner.length));
  }
  return [
    [head(block.head ?? '', deepest, 3), head(outerHead ?? '', block.columns.length)],
    second,
    inner.map(({ label }) => head(label)),
    ...form.lines.map((line, i) => {
      const before = form.lines[i - 1]?.groups ?? [];
      const opened = line.groups.flatMap((label, depth) => {
        if (before[depth] === label) return [];
        const end = form.lines.findIndex((other, at) => at > i && other.groups[depth] !== label);
        return [cell('group', label, 1, (end < 0 ? form.lines.length : end) - i)];
      });
      const label = { ...cell('label', line.label, deepest - line.groups.length), line };
      return [...opened, label, ...values(line, line.fields.length)];
    }),
  ];
}

function disputes(form: Form): readonly (readonly DrawnCell[])[] {
  const [block] = form.table.blocks;
  const [line] = form.lines;
  if (!block || !line) return [];
  const [first, ...suits] = block.rows;
  const columns = block.columns.length;
  const heads = (down: number) => block.columns.map(({ label }) => head(label, 1, down));
  return [
    [head(first?.label ?? '', columns, 1), head(suits[0]?.groups[0] ?? '', columns * suits.length)],
    [...heads(2), ...suits.map(({ label }) => head(label, columns))],
    suits.flatMap(() => heads(1)),
    [...values(line, line.fields.length)],
  ];
}
