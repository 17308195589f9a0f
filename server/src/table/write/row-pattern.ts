// How a new row is written: like the nearest row of its shape, with zeros for figures.
import type { Form, FormRow } from '../../form/spec.ts';
import { BARS, hasBreak } from '../../text/chars.ts';
import { lineBreakOf, startOfLine } from '../../text/lines.ts';
import type { TableRow } from '../table.ts';
import { columnsIn, inMarks, type Layout, layouts, OPENING_BAR, rowTail, writeRows } from './layouts.ts';
import { printedRows } from './print.ts';
import { labelSpans, type TableText, type WrittenRow } from './table-text.ts';

/**
 * The text of a row of the form with these labels, those of groups first. `all` are the tables of the report;
 * null where none of their rows shows how rows are written.
 */
export function newRow(
  into: TableText,
  row: FormRow,
  labels: readonly string[],
  all: readonly TableText[],
): string | null {
  const { form } = into.table;
  const layout = into.layout ?? layoutAmong(all, into.text);
  if (layout.cells === 'grid') return gridRow(form, row, labels, layout);
  const alike = nearestLike(into, row, labels.length);
  const model = alike ?? all.flatMap(wholeRows).find((each) => each.row.cells.length > 1);
  if (model === undefined) return null;
  const written = writtenLike(model, labels, row.fields.length);
  const { lead, body } =
    alike !== undefined && layout.cells === 'html' ? withSpans(written, form, row, labels) : written;
  const isAtEnd = alike !== undefined && alike.row === into.table.rows.at(-1);
  // The last row of a table is often not padded: then it says nothing of a row inside.
  const inner =
    isAtEnd && into.layout !== null && layout.padding !== 'none'
      ? tailInside(form, labels.length + row.fields.length, layout)
      : written.tail;
  const others = row === form.rows.at(-1) ? all.filter(({ table }) => table !== into.table) : [];
  return lead + body + (tailAtEnd(layout, others, inner) ?? inner);
}

/**
 * The layout for what has none of its own: that of the largest table; where none has any, a usual one with
 * the line ends of `text`.
 */
export const layoutAmong = (tables: readonly TableText[], text: string): Layout =>
  [...tables].sort((a, b) => b.rows.length - a.rows.length).find(({ layout }) => layout !== null)?.layout ?? {
    ...layouts['row-line'],
    eol: lineBreakOf(text),
  };

/** A row that others may be written like, with its table. */
interface Model {
  readonly of: TableText;
  readonly row: TableRow;
  readonly written: WrittenRow;
}

/** The rows whose every cell is filled, in the order of the text. */
const wholeRows = (of: TableText): Model[] =>
  of.rows.flatMap((written) =>
    written.row?.cells.every(({ state, span }) => state !== 'unsure' && span.from < span.to) === true
      ? [{ of, row: written.row, written }]
      : [],
  );

/**
 * The row of the table with as many labels and values that stands nearest in the form; the last row of the
 * table only where there is no other, as it is often padded in another way.
 */
function nearestLike(into: TableText, row: FormRow, labels: number): Model | undefined {
  const { table } = into;
  const distance = ({ row: each }: Model): number =>
    Math.abs(table.form.rows.indexOf(each.row) - table.form.rows.indexOf(row));
  const same = wholeRows(into)
    .filter(({ row: { label, cells } }) => label.from < label.to && cells.length === row.fields.length)
    .filter(({ row: each }) => labelSpans(table, each).length === labels)
    .sort((a, b) => distance(a) - distance(b));
  const inner = same.filter(({ row: each }) => each !== table.rows.at(-1));
  const deep = inner.filter(({ row: each }) => each.row.groups.length === row.groups.length);
  // Where figures are aligned, the marks around zeros are those around other figures of one digit.
  const short = deep.find(({ row: { cells } }) => cells.every(({ raw }) => raw.length === 1));
  return short ?? deep[0] ?? inner[0] ?? same[0];
}

/** A row as `WrittenRow` has it. */
interface NewRow {
  readonly lead: string;
  readonly body: string;
  readonly tail: string;
}

/**
 * The marks of a row around other labels and `count` zeros. More or fewer labels than it has are joined as
 * its label and first value are.
 */
function writtenLike(
  { of: { text, table }, row, written }: Model,
  labels: readonly string[],
  count: number,
): NewRow {
  const spans = labelSpans(table, row);
  const [first, second] = row.cells;
  const separator =
    first === undefined || second === undefined ? ' ' : text.slice(first.span.to, second.span.from);
  const afterLabel = first === undefined ? separator : text.slice(row.label.to, first.span.from);
  const isSame = labels.length === spans.length;
  const words = labels.map((label, i) => {
    const [own, next] = isSame ? [spans[i], spans[i + 1]] : [];
    return (
      (own ? spacedLike(label, text.slice(own.from, own.to)) : label) +
      (own && next ? text.slice(own.to, next.from) : afterLabel)
    );
  });
  return {
    // A row without labels starts as its values do: indented like them.
    lead:
      labels.length === 0 && separator.trim() === '' && hasBreak(separator)
        ? separator.slice(startOfLine(separator, separator.length))
        : text.slice(written.from, written.body.from),
    body: words.join('') + Array.from({ length: count }, () => '0').join(separator),
    tail: text.slice(written.body.to, written.to),
  };
}

/** A label with the blanks behind its number that `model` has: `（三） 不予公开`. */
function spacedLike(label: string, model: string): string {
  const gap = /^[(（]?[一二三四五六七][)）](\s+)/.exec(model)?.[1];
  return gap === undefined ? label : label.replace(/^[(（][一二三四五六七][)）]/, (number) => number + gap);
}

/** The tail of a row of `cells` cells inside a table. */
const tailInside = (form: Form, cells: number, layout: Layout): string =>
  rowTail(cells, layout, columnsIn(form, layout), false) +
  (layout.rowStart === OPENING_BAR ? inMarks(OPENING_BAR, layout) : '');

/** A row as a spreadsheet writes it: merged labels leave empty cells. */
function gridRow(form: Form, row: FormRow, labels: readonly string[], layout: Layout): string | null {
  const rows = printedRows(form, () => '0');
  const at = rows.findIndex((cells) => cells.some(({ field }) => field === row.fields[0]?.id));
  const cells = rows[at] ?? [];
  const heads = cells.filter(({ head }) => head);
  const named = cells.map((cell) => {
    const label = cell.head ? labels.at(heads.indexOf(cell) - heads.length) : undefined;
    return label === undefined ? cell : { ...cell, text: label };
  });
  return writeRows(form, rows.with(at, named), layout)[at] ?? null;
}

/** Says how many rows a group's label covers in HTML, and how many columns the row's own label. */
function withSpans(written: NewRow, form: Form, row: FormRow, labels: readonly string[]): NewRow {
  const { lead, body } = written;
  const group = row.groups.at(-1);
  if (labels.length < 2 || group === undefined) return written;
  const covered = form.rows.filter((each) => each.groups.includes(group)).length;
  const across = 3 - row.groups.length;
  const own = new RegExp(`<td>(?=(?:<[^<>]*>)*${escaped(labels.at(-1) ?? '')})`, 'i');
  return {
    ...written,
    lead: lead.replace(/(rowspan\s*=\s*["']?)\d+/i, `$1${covered}`),
    body: across > 1 ? body.replace(own, `<td colspan="${across}">`) : body,
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The tail of a table's last row, as others in this layout have it; null where their last rows are padded
 * like those inside, which have the tail `inner`.
 */
function tailAtEnd({ bar, separator }: Layout, others: readonly TableText[], inner: string): string | null {
  for (const { table, text, rows, layout } of others) {
    const last = rows.findLast(({ row }) => row !== null);
    if (layout?.separator !== separator || last?.row?.row !== table.form.rows.at(-1) || last === undefined)
      continue;
    const tail = text.slice(last.body.to, last.to);
    if (barsIn(tail) <= 1 && barsIn(inner) > 1) return tail.replace(anyBar, bar);
    if (barsIn(tail) > 1) return null;
  }
  return null;
}

const barsIn = (text: string): number => text.match(anyBar)?.length ?? 0;
const anyBar = new RegExp(`[${BARS}]`, 'g');
