// A range of another program pasted into a table of the draft: each figure goes where its row and its column
// are named, whatever part of the table was copied. What is named otherwise is told, never guessed.

import type { Field, FormRow } from '../form/spec.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import { isWritable, setCell } from '../rules/fixes.ts';
import { isWording, meaningsOf } from '../table/index.ts';
import { parseCell } from '../table/parse-cell.ts';
import { fold } from '../text/fold.ts';
import { isValueLike } from '../text/number.ts';
import type { Edit } from '../text/span.ts';
import { tableAt } from './lookup.ts';
import { type Clipboard, type PastedGrid, type PastedRow, pastedGrids } from './pasted-grid.ts';

export interface TablePaste {
  readonly edits: readonly Edit[];
  /** How many cells of the draft were named with a figure. */
  readonly cells: number;
  /** Rows and columns with figures that the table of the draft has not. */
  readonly unmatched: readonly string[];
}

/** `blanks`: only blank cells are written. Null where nothing pasted belongs to the table at `offset`. */
export function pasteTable(
  report: Report,
  offset: number,
  clipboard: Clipboard,
  blanks: boolean,
): TablePaste | null {
  const placed = tableAt(report, offset);
  const grids = placed === null ? [] : pastedGrids(clipboard);
  if (placed === null || grids.length === 0) return null;
  const found = grids.map((grid) => readGrid(placed, grid));
  const values = new Map(found.flatMap((each) => [...each.values]));
  const unmatched = new Set(found.flatMap((each) => each.unmatched));
  const edits: Edit[] = [];
  for (const [field, text] of values) {
    const cell = placed.table.cell(field.id);
    if (cell === undefined || cell.state === 'unsure' || !isWritable(placed, cell))
      unmatched.add(`${field.row.label} · ${field.column.label}`);
    else if (cell.raw.trim() !== text && !(blanks && cell.state !== 'blank'))
      edits.push(setCell(placed, cell, text));
  }
  edits.sort((a, b) => a.from - b.from);
  return values.size === 0 ? null : { edits, cells: values.size, unmatched: [...unmatched] };
}

interface GridValues {
  readonly values: Map<Field, string>;
  readonly unmatched: string[];
}

function readGrid(placed: PlacedTable, grid: PastedGrid): GridValues {
  const found: GridValues = { values: new Map(), unmatched: [] };
  /** The heads over each column, the outermost first. */
  let heads: string[][] = [];
  let before: FormRow | null = null;
  let inHeads = true;
  for (const row of grid) {
    const labels = labelsOf(row);
    const figures = row.flatMap((cell, column) =>
      cell?.own && column >= labels.length && isFigure(cell.text) ? [column] : [],
    );
    if (figures.some((column) => row[column]?.text.trim() !== '')) {
      const own = formRowOf(placed, labels, before);
      if (own === null) found.unmatched.push(labels.filter((it) => it !== '').at(-1) ?? '?');
      else placeRow(own, { row, labels, figures, heads }, found);
      before = own ?? before;
      inHeads = false;
    } else if (row.some((cell) => cell !== undefined && isHeadOf(placed, cell.text))) {
      if (!inHeads) heads = [];
      for (const [column, cell] of row.entries())
        if (cell?.text) heads[column] = [...(heads[column] ?? []), cell.text];
      inHeads = true;
    }
  }
  return found;
}

/** Whether a text stands over columns of the table: a row that only lacks its figures does not. */
const isHeadOf = ({ table: { id, rows } }: PlacedTable, text: string): boolean =>
  meaningsOf(fold(text)).some(
    ({ role, table }) =>
      table === id &&
      (role === 'column' || role === 'head' || role === 'corner' || (role === 'group' && rows.length === 1)),
  );

/** The words at the start of a row: groups and the label, merged ones once for each column they cover. */
function labelsOf(row: PastedRow): readonly string[] {
  const last = row.findLastIndex((cell) => cell !== undefined && !isFigure(cell.text));
  return row.slice(0, last + 1).map((cell) => cell?.text ?? '');
}

/** The row of the form that a label names; among several of one name the next behind the row before. */
function formRowOf(
  { table }: PlacedTable,
  labels: readonly string[],
  before: FormRow | null,
): FormRow | null {
  const rows = table.form.rows;
  if (labels.length === 0) return rows.length === 1 ? (rows[0] ?? null) : null;
  for (const label of labels.toReversed()) {
    const ids = new Set(
      meaningsOf(fold(label)).flatMap(({ role, table: of, id }) =>
        role === 'row' && of === table.id ? [id] : [],
      ),
    );
    const named = rows.filter(({ id }) => ids.has(id));
    if (named.length === 1) return named[0] ?? null;
    const inGroup = named.filter(({ groups }) => {
      const group = groups.at(-1);
      return group !== undefined && labels.some((it) => it !== label && isWording(it, group));
    });
    if (inGroup.length === 1) return inGroup[0] ?? null;
    const next = before === null ? -1 : rows.indexOf(before) + 1;
    if (named.length > 1) return named.find((row) => rows.indexOf(row) === next) ?? null;
  }
  return null;
}

interface FigureRow {
  readonly row: PastedRow;
  readonly labels: readonly string[];
  /** The columns of its cells with a figure, or with nothing. */
  readonly figures: readonly number[];
  readonly heads: readonly (readonly string[] | undefined)[];
}

/** Puts the figures of a row into its fields: by the heads over them, or by position where all are there. */
function placeRow({ fields, label }: FormRow, pasted: FigureRow, found: GridValues): void {
  const { row, figures, heads } = pasted;
  const named = namedFields(fields, pasted);
  const whole = byPosition(fields, pasted);
  // Where heads are known to agree, those that merged cells hide are known too.
  const agrees = [...(named ?? [])].every(([column, field]) => whole.get(column) === field);
  const places = agrees && whole.size > 0 ? whole : (named ?? whole);
  for (const column of figures) {
    const text = row[column]?.text.trim() ?? '';
    if (text === '') continue;
    const field = places.get(column);
    const written = field === undefined ? null : asWritten(text, field);
    if (field !== undefined && written !== null) found.values.set(field, written);
    else found.unmatched.push([label, heads[column]?.at(-1) ?? text].filter((it) => it !== '').join(' · '));
  }
}

/** The fields under whose heads columns stand; null where no head names one, or heads stand over labels. */
function namedFields(
  fields: readonly Field[],
  { labels, figures, heads }: FigureRow,
): Map<number, Field> | null {
  const named = new Map<number, Field>();
  const seen = new Set<Field>();
  for (const [column, words] of heads.entries()) {
    const field = words === undefined ? null : fieldUnder(fields, words);
    if (field === null || field === undefined) continue;
    // Programs that leave out merged cells shift heads against the figures below.
    if (column < labels.length || seen.has(field)) return null;
    if (figures.includes(column)) named.set(column, field);
    seen.add(field);
  }
  return seen.size === 0 ? null : named;
}

/** A row with as many figures as fields; blanks before them are what merged labels leave. */
function byPosition(fields: readonly Field[], { row, figures }: FigureRow): Map<number, Field> {
  const extra = figures.length - fields.length;
  const isWhole = extra >= 0 && figures.slice(0, extra).every((column) => row[column]?.text.trim() === '');
  return new Map(isWhole ? fields.map((field, i) => [figures[extra + i] as number, field]) : []);
}

/** The field whose column, and in the table of disputes whose kind of case, is named over it. */
function fieldUnder(fields: readonly Field[], heads: readonly string[]): Field | null {
  const own = fields.filter(({ column: { label, variants = [] } }) =>
    [label, ...variants].some((wording) => heads.some((head) => isWording(head, wording))),
  );
  if (own.length <= 1) return own[0] ?? null;
  const grouped = own.filter(({ row }) => heads.some((head) => isWording(head, row.label)));
  return grouped.length === 1 ? (grouped[0] ?? null) : null;
}

const isFigure = (text: string): boolean => text.trim() === '' || isValueLike(text.trim());

/** A figure as it is written into a draft: plain digits; null for one that the column cannot hold. */
function asWritten(text: string, field: Field): string | null {
  const raw = text.trim();
  const { state, count, money } = parseCell(raw, field, 0, raw.length);
  if (state === 'none') return raw;
  return state === 'number' ? (money ?? String(count)) : null;
}
