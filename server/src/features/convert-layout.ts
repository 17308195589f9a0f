// Tables in another layout: bars, tabs, lines or HTML, the figures as they stand.

import type { Phrase } from '../base/phrase.ts';
import { fieldName } from '../form/field-names.ts';
import type { Field, FieldId, TableId } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import { reportsIn } from '../report/index.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { Table } from '../table/table.ts';
import { extentWithMarks } from '../table/write/extent.ts';
import { type LayoutId, layouts, writeTable } from '../table/write/layouts.ts';
import { BARS, isBreak } from '../text/chars.ts';
import { fold } from '../text/fold.ts';
import { lineBreakOf } from '../text/lines.ts';
import { applyEdits, type Edit, type Span, shift } from '../text/span.ts';
import { placedCells, textIn } from './lookup.ts';

/** A table that cannot be written in another layout. */
export interface KeptTable {
  readonly table: TableId;
  /** What stands against it, in the report. */
  readonly span: Span;
  /** A clause without a full stop. */
  readonly why: Phrase;
}

/** `edits` write every table of the report that is in another layout; none where a table is `kept`. */
export interface Conversion {
  readonly edits: readonly Edit[];
  readonly kept: readonly KeptTable[];
}

/**
 * All tables of a report in another layout, or none: a table is kept when something in it would be lost: a
 * cell that cannot be told, a row or words that the form does not have, a blank that the layout cannot show.
 */
export function convertLayout(report: Report, layout: LayoutId): Conversion {
  const edits: Edit[] = [];
  const kept: KeptTable[] = [];
  for (const placed of tablesOf(report)) {
    const end = edits.at(-1)?.to ?? 0;
    const obstacle = obstacleIn(placed, end);
    if (obstacle) {
      kept.push(obstacle);
      continue;
    }
    const edit = rewritten(report, placed, layout, end);
    if (edit.insert === textIn(report, edit)) continue;
    if (readsBackAlike(report, [edit])) edits.push(edit);
    else kept.push(keptTable(placed, placed.table.span, otherFigures));
  }
  return { edits: kept.length > 0 ? [] : edits, kept };
}

const keptTable = ({ table, at }: PlacedTable, span: Span, why: Phrase): KeptTable => ({
  table: table.id,
  span: shift(span, at),
  why,
});

/** What of a table would be lost; `end`: where the table before it ends. */
function obstacleIn(placed: PlacedTable, end: number): KeptTable | null {
  const { table, at, section } = placed;
  const missing = [...table.form.fields.values()].filter(({ id }) => !table.cell(id));
  if (missing[0]) return keptTable(placed, table.span, cellsSaid(missing, '在表里找不到', 'are not there'));
  const unsure = [...table.cells.values()].filter(({ state }) => state === 'unsure');
  if (unsure[0]) {
    const why = cellsSaid(
      unsure.map(({ field }) => field),
      '的数不能确定是哪一格的',
      'have figures that cannot be told apart',
    );
    return keptTable(placed, unsure[0].span, why);
  }
  const words = otherWords(table, section.section.text);
  if (words !== null) {
    const zh = `表里的“${words}”不是格式里的内容，换版式会丢失`;
    return keptTable(placed, table.span, { zh, en: `“${words}” is no part of the form and would be lost` });
  }
  return end > at + table.span.from ? keptTable(placed, table.span, grown) : null;
}

const grown: Phrase = { zh: '与前一张表连在一起', en: 'it cannot be told from the table before it' };

const otherFigures: Phrase = {
  zh: '换成这种版式以后，读出的数会与原来不同',
  en: 'its figures would read differently in that layout',
};

function cellsSaid(fields: readonly Field[], zh: string, en: string): Phrase {
  const [first] = fields as [Field];
  const name = fieldName(first);
  return fields.length === 1
    ? { zh: `“${name.zh}”${zh}`, en: `“${name.en}”: ${en}` }
    : {
        zh: `“${name.zh}”等 ${fields.length} 格${zh}`,
        en: `“${name.en}” and others, ${fields.length} cells, ${en}`,
      };
}

/**
 * The table written anew. What stands before `after` stays: a bar between two tables may be the mark of both.
 */
function rewritten(
  report: Report,
  { table, at, section }: PlacedTable,
  layout: LayoutId,
  after: number,
): Edit {
  const { text } = section.section;
  const extent = extentWithMarks(table, text);
  const span = { from: Math.max(extent.from, after - at), to: extent.to };
  const eol = lineBreakOf(text);
  const value = (field: FieldId) => table.cell(field)?.raw.trim() ?? '';
  const model = text.slice(table.span.from, table.span.to);
  const written = writeTable(table.form, value, { ...layouts[layout], eol }, model).trimEnd();
  const startsLine = span.from === 0 || isBreak(text.charCodeAt(span.from - 1));
  const endsLine = at + span.to === report.length || isBreak(text.charCodeAt(span.to));
  return { ...shift(span, at), insert: (startsLine ? '' : eol) + written + (endsLine ? '' : eol) };
}

/**
 * Words of a table that are no label, value or part of a head, such as a note or a page number.
 */
function otherWords(table: Table, text: string): string | null {
  const known = [
    ...table.labels.map(({ span }) => span),
    ...table.rows.flatMap(({ label, cells }) => [label, ...cells.map(({ span }) => span)]),
  ].sort((a, b) => a.from - b.from);
  let rest = '';
  let at = table.span.from;
  for (const { from, to } of known) {
    rest += `${text.slice(at, Math.max(at, from))} `;
    at = Math.max(at, to);
  }
  rest += text.slice(at, Math.max(at, table.span.to));
  const words = rest.replace(/<[^<>]{0,300}>|&[a-z]{1,8};/gi, ' ').split(mark);
  // Published pages lose the second half of a head: `其他` for 其他结果.
  const heads = table.form.table.blocks.flatMap(({ columns }) => columns.map(({ label }) => fold(label)));
  const isKnown = (word: string) => word === '' || heads.some((head) => head.includes(word));
  return words.find((word) => !isKnown(fold(word)))?.slice(0, 40) ?? null;
}

const mark = new RegExp(`[\\s${BARS}]+`);

/** Whether the text reads the same after the edits, cell by cell. */
export function readsBackAlike(report: Report, edits: readonly Edit[]): boolean {
  const text = textIn(report, { from: 0, to: report.length });
  const [after, ...more] = reportsIn(applyEdits(text, edits));
  if (!after || more.length > 0) return false;
  return figuresOf(after.report) === figuresOf(report);
}

const figuresOf = (report: Report): string =>
  placedCells(report)
    .map(({ cell: { field, state, raw } }) => `${field.id} ${state} ${raw.trim()}`)
    .sort()
    .join('\n');
