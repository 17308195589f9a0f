import type { FormRow } from '../../form/types.ts';
import type { Table, TableRow } from '../../table/types.ts';
import { inMarks, type Layout, writeRow, writeRows } from '../../table/write/layouts.ts';
import { columnsOf, printedRows } from '../../table/write/print.ts';
import { withPlainMarks } from '../../text/chars.ts';
import type { Span } from '../../text/span.ts';
import type { PlacedTable, Report } from '../types.ts';
import { leadStart, lineStartOf, rowUnits, tailLength } from './row-units.ts';
import { layoutFor } from './table-layout.ts';

/** How a new row is written: its marks, and its labels and zeros between them. */
export interface RowPattern {
  readonly lead: string;
  readonly tail: string;
  readonly write: (labels: readonly string[]) => string;
}

/** How rows of this shape are written: taken from the nearest row with as many labels and values, in this table or another. */
export function rowPatternFor(
  report: Report,
  placed: PlacedTable,
  line: FormRow,
  groups: number,
  layout: Layout | null,
): RowPattern | null {
  if ((layout ?? layoutFor(report)).cells === 'grid')
    return gridPattern(placed.table, line, layout ?? layoutFor(report));
  const rank = (each: FormRow): number => placed.table.form.rows.indexOf(each);
  const near = [...placed.table.rows].sort(
    (a, b) => Math.abs(rank(a.row) - rank(line)) - Math.abs(rank(b.row) - rank(line)),
  );
  const lastId = placed.table.rows.at(-1);
  const fits = near.filter((each) => isWhole(each) && each.label.from < each.label.to);
  const labelled = (each: TableRow): number => labelSpans(placed.table, each).length - 1;
  const depth = (each: TableRow): boolean => each.row.groups.length === line.groups.length;
  const same = fits.filter((each) => each.cells.length === line.fields.length && labelled(each) === groups);
  const inner = same.filter((each) => each !== lastId);
  // Where figures are aligned, the marks around zeros are those around other figures of one digit.
  const model =
    inner.find((each) => depth(each) && each.cells.every(({ raw }) => raw.length === 1)) ??
    inner.find(depth) ??
    inner[0] ??
    same[0];
  if (model !== undefined && line.label !== '') {
    const pattern = patternOf(placed, model, line.fields.length);
    if (layout?.cells === 'html') return spanning(pattern, placed.table, line, groups);
    // The last row is often not padded: a row inside the table is.
    if (model !== lastId || layout === null || layout.padding === 'none') return pattern;
    return {
      ...pattern,
      tail:
        writeRow(
          Array.from({ length: groups + 1 + line.fields.length }, () => ''),
          { ...layout, rowStart: '', between: '' },
          layout.columns?.[placed.table.id] ?? columnsOf(placed.table.form),
          false,
        ) + (layout.rowStart === '|\n' ? inMarks(layout.rowStart, layout) : ''),
    };
  }
  const any = Object.values(report.tables).flatMap((each) =>
    each.table.rows.filter((own) => isWhole(own) && own.cells.length > 1).map((own) => ({ each, own })),
  );
  const [other] = any;
  if (other === undefined) return model === undefined ? null : patternOf(placed, model, line.fields.length);
  return patternOf(other.each, other.own, line.fields.length, groups + (line.label === '' ? 0 : 1));
}

const isWhole = (line: TableRow): boolean =>
  line.cells.every((cell) => cell.state !== 'unsure' && cell.span.from < cell.span.to);

const labelSpans = (table: Table, line: TableRow): Span[] => [
  ...table.labels
    .map(({ span }) => span)
    .filter((span) => span.from >= line.span.from && span.to <= line.label.from),
  line.label,
];

/** `model`'s marks around `count` zeros; with `labels` given, as many labels joined like its label and first value. */
function patternOf(
  { table, section }: PlacedTable,
  model: TableRow,
  count: number,
  labels?: number,
): RowPattern {
  const { text } = section.section;
  const units = rowUnits(table).filter((unit) => unit.from < model.span.from || unit.from >= model.span.to);
  const above = units.findLast((unit) => unit.to <= model.span.from);
  const below = units.find((unit) => unit.from >= model.span.to);
  const start =
    above === undefined
      ? lineStartOf(text, model.span.from)
      : above.to + tailLength(text, above.to, model.span.from);
  const own = labelSpans(table, model);
  const [first, second] = model.cells;
  const between =
    first === undefined || second === undefined ? ' ' : text.slice(first.span.to, second.span.from);
  const afterLabel = first === undefined ? between : text.slice(model.label.to, first.span.from);
  const values = Array.from({ length: count }, () => '0').join(between);
  const same = labels === undefined;
  const lead = text.slice(leadStart(text, start, model.span.from), model.span.from);
  return {
    // A row without labels starts as its values do: indented like them.
    lead:
      labels === 0 && between.trim() === '' && /[\r\n]/.test(between)
        ? between.slice(lineStartOf(between, between.length))
        : lead,
    tail: text.slice(model.span.to, model.span.to + tailLength(text, model.span.to, below?.from ?? null)),
    write: (names) => {
      const joined = names.map(
        (name, i) =>
          (same ? spacedLike(name, text.slice(own[i]?.from, own[i]?.to)) : name) +
          (same && i < own.length - 1
            ? text.slice(own[i]?.to, own[i + 1]?.from)
            : i < names.length - 1
              ? afterLabel
              : ''),
      );
      return names.length === 0 ? values : joined.join('') + afterLabel + values;
    },
  };
}

/** A row as a spreadsheet writes it: merged labels leave empty cells. */
function gridPattern(table: Table, line: FormRow, layout: Layout): RowPattern | null {
  const rows = printedRows(table.form, () => '0');
  const at = rows.findIndex((row) => row.some(({ field }) => field === line.fields[0]?.id));
  const written = writeRows(table.form, rows, layout)[at];
  if (written === undefined) return null;
  const labels = rows[at]?.filter((cell) => cell.head).map((cell) => cell.text) ?? [];
  return {
    lead: '',
    tail: '',
    write: (names) =>
      labels.reduceRight(
        (text, label, i) => text.replace(label, names[names.length - labels.length + i] ?? label),
        written,
      ),
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The first row of a group in HTML says how many rows its label covers, and how many columns the row's own label. */
function spanning(pattern: RowPattern, table: Table, line: FormRow, groups: number): RowPattern {
  const group = line.groups.at(-1);
  if (groups === 0 || group === undefined) return pattern;
  const covered = table.form.rows.filter((each) => each.groups.includes(group)).length;
  const across = 3 - line.groups.length;
  return {
    ...pattern,
    lead: pattern.lead.replace(/(rowspan\s*=\s*["']?)\d+/i, `$1${covered}`),
    write: (names) => {
      const row = pattern.write(names);
      const label = names.at(-1) ?? '';
      return across > 1
        ? row.replace(new RegExp(`<td>(?=(?:<[^<>]*>)*${escaped(label)})`, 'i'), `<td colspan="${across}">`)
        : row;
    },
  };
}

/** A label with the blanks behind its number that `model` has: `（三） 不予公开`. */
function spacedLike(label: string, model: string): string {
  const gap = /^[(（]?[一二三四五六七][)）](\s+)/.exec(model)?.[1];
  return gap === undefined ? label : label.replace(/^[(（][一二三四五六七][)）]/, (number) => number + gap);
}

/** A table's last row is often not padded: written like the last row of another table of the report. */
export function lastTail(report: Report, placed: PlacedTable, inner: string): string | null {
  for (const other of Object.values(report.tables)) {
    const last = other.table.rows.at(-1);
    if (other === placed || last === undefined || last.row !== other.table.form.rows.at(-1)) continue;
    const { text } = other.section.section;
    const tail = text.slice(last.span.to, last.span.to + tailLength(text, last.span.to, null));
    if (bars(tail) <= 1 && bars(inner) > 1) return tail;
    if (bars(tail) > 1) return null;
  }
  return null;
}

const bars = (text: string): number => withPlainMarks(text).split('|').length - 1;
