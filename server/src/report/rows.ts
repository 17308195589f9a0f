import type { Line } from '../form/types.ts';
import { type Layout, writeRow, writeRows } from '../syntax/layouts.ts';
import { columnsOf, printedRows } from '../syntax/printed.ts';
import { fold } from '../text/fold.ts';
import { type Edit, type Span, shift } from '../text/span.ts';
import { likeText } from '../text/style.ts';
import { layoutOf } from './layout.ts';
import type { BoundLine, BoundTable, PlacedTable, Report } from './types.ts';

/**
 * Rows as pieces of text: where one begins and ends with the marks around it, and new ones written like their neighbours. The
 * text between two rows is the tail of the upper one (padding, line end) and the lead of the lower one (indent, opening bar).
 */

/** A row or a head with nothing of the form's between its tokens. */
interface Unit extends Span {
  readonly line: BoundLine | null;
}

/** The label a finding about an absent line stands on: that of the line before it, else of the one after it. In the report. */
export function placeOfRow({ table, at }: PlacedTable, line: Line): Span {
  const { before, after } = neighbours(table, line);
  const near = before ?? after;
  if (near === undefined)
    return shift({ from: table.span.from, to: table.labels[0]?.span.to ?? table.span.to }, at);
  return shift(near.label.from === near.label.to ? near.span : near.label, at);
}

/** Write an absent line into the table, zeros in it, in the form of a row like it; null when the table has no such row. */
export function insertRow(report: Report, placed: PlacedTable, line: Line): Edit | null {
  const { table, part } = placed;
  const { text } = part.part;
  const units = unitsOf(table);
  const above = unitAbove(table, units, line, text);
  const groups = groupsToPrint(table, line);
  const layout = layoutOf(placed);
  const pattern =
    layout !== null && layout.cells !== 'merged'
      ? gridPattern(table, line, layout)
      : patternFor(report, placed, line, groups.length, layout);
  if (pattern === null) return null;
  const from = above?.to ?? table.span.from;
  const below = units.find((unit) => unit.from >= from);
  let at: number;
  if (below === undefined) at = from + tailLength(text, from, null);
  else if (above === null) at = leadStart(text, lineStartOf(text, below.from), below.from);
  else at = from + tailLength(text, from, below.from);
  const last = table.form.lines.at(-1) === line;
  const tail = (last ? lastTail(report, placed, pattern.tail) : null) ?? pattern.tail;
  const row = pattern.write(
    [...groups, line.label].filter((label) => label !== '').map((label) => likeText(label, text)),
  );
  return { from: at + placed.at, to: at + placed.at, insert: pattern.lead + row + tail };
}

/** Delete the row that covers `span`, with its lead and tail. */
export function removeRow({ table, at, part }: PlacedTable, span: Span): Edit {
  const { text } = part.part;
  const after = unitsOf(table).find((unit) => unit.from >= span.to);
  const to = span.to + tailLength(text, span.to, after?.from ?? null);
  return { from: leadStart(text, lineStartOf(text, span.from), span.from) + at, to: to + at, insert: '' };
}

/** Labels and figures of the lines moved into the form's order, each place keeping its marks; empty where shapes differ. */
export function reorderRows({ table, at, part }: PlacedTable): Edit[] {
  const { text } = part.part;
  const rank = new Map(table.form.lines.map((line, i) => [line.id, i]));
  const sorted = [...table.lines].sort((a, b) => (rank.get(a.line.id) ?? 0) - (rank.get(b.line.id) ?? 0));
  const edits: Edit[] = [];
  for (const [i, line] of table.lines.entries()) {
    const wanted = sorted[i] as BoundLine;
    if (wanted === line) continue;
    if (wanted.cells.length !== line.cells.length || line.cells.some((cell) => cell.state === 'unsure'))
      return [];
    edits.push({ ...shift(line.label, at), insert: text.slice(wanted.label.from, wanted.label.to) });
    line.cells.forEach((cell, c) => {
      edits.push({ ...shift(cell.span, at), insert: wanted.cells[c]?.raw ?? '' });
    });
  }
  return edits;
}

function neighbours(
  table: BoundTable,
  line: Line,
): { before: BoundLine | undefined; after: BoundLine | undefined } {
  const at = table.form.lines.indexOf(line);
  const bound = (candidates: readonly Line[]): BoundLine | undefined => {
    for (const each of candidates) {
      const found = table.lines.find((own) => own.line === each);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    before: bound(table.form.lines.slice(0, at).reverse()),
    after: bound(table.form.lines.slice(at + 1)),
  };
}

/** Lines and the labels outside them, in the order of the text. */
function unitsOf(table: BoundTable): Unit[] {
  const lines = table.lines.map((line) => ({ ...line.span, line }));
  const inLine = ({ from }: Span): boolean => lines.some((line) => line.from <= from && from < line.to);
  const labels = table.labels
    .filter(({ span }) => !inLine(span))
    .map(({ span }) => ({ ...span, line: null }));
  const within = lines.flatMap((unit) =>
    table.labels
      .filter(({ span }) => span.from >= unit.from && span.to <= unit.line.label.from)
      .map(({ span }) => ({ ...span, line: null })),
  );
  return [...lines, ...labels, ...within].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The unit a new line goes behind: its group's label where that stands on a line of its own, the line before it, or its heads. */
function unitAbove(table: BoundTable, units: readonly Unit[], line: Line, text: string): Unit | null {
  const { before, after } = neighbours(table, line);
  const inner = line.groups.at(-1);
  const group =
    inner === undefined
      ? undefined
      : table.labels.findLast(
          ({ role, id, span }) =>
            role === 'group' &&
            id === fold(inner) &&
            span.from >= (before?.span.to ?? 0) &&
            span.to <= (after?.label.from ?? Number.MAX_SAFE_INTEGER),
        );
  if (group !== undefined && /[\r\n]/.test(text.slice(group.span.to, after?.label.from))) {
    const unit = units.find((each) => each.from === group.span.from && each.line === null);
    if (unit !== undefined) return unit;
  }
  if (before !== undefined && before.line.block === line.block)
    return units.find((unit) => unit.line === before) ?? null;
  const heads = table.labels.filter(
    ({ span }) =>
      span.from >= (before?.span.to ?? 0) && span.to <= (after?.span.from ?? Number.MAX_SAFE_INTEGER),
  );
  const head =
    line.block.head === undefined
      ? -1
      : heads.findLastIndex(({ role, id }) => role === 'head' && id === fold(line.block.head ?? ''));
  const next = heads.findIndex(({ role, id }, i) => i > head && role === 'head' && id.startsWith('第二十条'));
  const own = heads.slice(0, next < 0 ? heads.length : next).at(-1);
  if (own !== undefined)
    return units.findLast((unit) => unit.line === null && unit.from === own.span.from) ?? null;
  return units.find((unit) => unit.line === before) ?? null;
}

/** The group labels to write in front of a new line: those the table writes, but not yet for this group. */
function groupsToPrint(table: BoundTable, line: Line): string[] {
  const { before, after } = neighbours(table, line);
  const groups = table.labels.filter(({ role }) => role === 'group');
  if (groups.length === 0 || line.label === '') return [];
  const here = groups.filter(
    ({ span }) =>
      span.from >= (before?.span.to ?? 0) && span.to <= (after?.label.from ?? Number.MAX_SAFE_INTEGER),
  );
  const written = new Set(here.map(({ id }) => id));
  const later = table.form.lines
    .slice(0, table.form.lines.indexOf(line))
    .filter((each) => table.lines.some((own) => own.line === each));
  return line.groups.filter(
    (group) => !written.has(fold(group)) && !later.some((each) => each.groups.includes(group)),
  );
}

/** A row as a spreadsheet or HTML writes it: merged labels leave empty cells, or say how many rows they cover. */
function gridPattern(table: BoundTable, line: Line, layout: Layout): Pattern | null {
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

interface Pattern {
  readonly lead: string;
  readonly tail: string;
  readonly write: (labels: readonly string[]) => string;
}

/** How rows of this shape are written: taken from the nearest row with as many labels and values, in this table or another. */
function patternFor(
  report: Report,
  placed: PlacedTable,
  line: Line,
  groups: number,
  layout: Layout | null,
): Pattern | null {
  const rank = (each: Line): number => placed.table.form.lines.indexOf(each);
  const near = [...placed.table.lines].sort(
    (a, b) => Math.abs(rank(a.line) - rank(line)) - Math.abs(rank(b.line) - rank(line)),
  );
  const lastId = placed.table.lines.at(-1);
  const fits = near.filter((each) => isWhole(each) && each.label.from < each.label.to);
  const labelled = (each: BoundLine): number => labelSpans(placed.table, each).length - 1;
  const depth = (each: BoundLine): boolean => each.line.groups.length === line.groups.length;
  const same = fits.filter((each) => each.cells.length === line.fields.length && labelled(each) === groups);
  const model =
    same.find((each) => each !== lastId && depth(each)) ?? same.find((each) => each !== lastId) ?? same[0];
  if (model !== undefined && line.label !== '') {
    const pattern = patternOf(placed, model, line.fields.length);
    // The last row is often not padded: a row inside the table is.
    if (model !== lastId || layout === null || layout.padding === 'none') return pattern;
    return {
      ...pattern,
      tail: writeRow(
        Array.from({ length: groups + 1 + line.fields.length }, () => ''),
        { ...layout, rowStart: '', between: '' },
        layout.columns?.[placed.table.id] ?? columnsOf(placed.table.form),
        false,
      ),
    };
  }
  const any = Object.values(report.tables).flatMap((each) =>
    each.table.lines.filter((own) => isWhole(own) && own.cells.length > 1).map((own) => ({ each, own })),
  );
  const [other] = any;
  if (other === undefined) return model === undefined ? null : patternOf(placed, model, line.fields.length);
  return patternOf(other.each, other.own, line.fields.length, groups + (line.label === '' ? 0 : 1));
}

const isWhole = (line: BoundLine): boolean =>
  line.cells.every((cell) => cell.state !== 'unsure' && cell.span.from < cell.span.to);

const labelSpans = (table: BoundTable, line: BoundLine): Span[] => [
  ...table.labels
    .map(({ span }) => span)
    .filter((span) => span.from >= line.span.from && span.to <= line.label.from),
  line.label,
];

/** `model`'s marks around `count` zeros; with `labels` given, as many labels joined like its label and first value. */
function patternOf({ table, part }: PlacedTable, model: BoundLine, count: number, labels?: number): Pattern {
  const { text } = part.part;
  const units = unitsOf(table).filter((unit) => unit.from < model.span.from || unit.from >= model.span.to);
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
  return {
    lead: text.slice(leadStart(text, start, model.span.from), model.span.from),
    tail: text.slice(model.span.to, model.span.to + tailLength(text, model.span.to, below?.from ?? null)),
    write: (names) => {
      const joined = names.map(
        (name, i) =>
          name +
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

/** A table's last row is often not padded: written like the last row of another table of the report. */
function lastTail(report: Report, placed: PlacedTable, inner: string): string | null {
  for (const other of Object.values(report.tables)) {
    const last = other.table.lines.at(-1);
    if (other === placed || last === undefined || last.line !== other.table.form.lines.at(-1)) continue;
    const { text } = other.part.part;
    const tail = text.slice(last.span.to, last.span.to + tailLength(text, last.span.to, null));
    if (bars(tail) <= 1 && bars(inner) > 1) return tail;
    if (bars(tail) > 1) return null;
  }
  return null;
}

const bars = (text: string): number => text.split('|').length - 1;

/** Blanks, bars and markup between two rows. */
const marks = /^(?:[\s|｜]|<(?!table)[^<>]{0,200}>|&nbsp;)*/i;

/** How much of the marks behind a row belongs to it: up to the last line end (or `<tr`) before what follows. */
function tailLength(text: string, from: number, next: number | null): number {
  const gap = marks.exec(text.slice(from, Math.min(next ?? from + 400, from + 4000)))?.[0] ?? '';
  const row = gap.toLowerCase().lastIndexOf('<tr');
  if (row >= 0) return row;
  const end = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1;
  return end > 0 ? end : gap.length;
}

const lineStartOf = (text: string, from: number): number =>
  Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;

/** Where a row's lead starts, not before `limit`. */
const leadStart = (text: string, limit: number, from: number): number => {
  const row = text.slice(limit, from).toLowerCase().lastIndexOf('<tr');
  return row >= 0 ? limit + row : limit;
};
