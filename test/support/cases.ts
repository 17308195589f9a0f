// Cases kept outside the project: minimal inputs for kinds of failures seen on published reports, with the
// right answer. The folder (`prose.json`, `tables.json`) may be absent; then there are none.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldId } from '../../server/src/form/spec.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import { type Figures, figures } from './figures.ts';
import { clean } from './noise.ts';
import { print } from './printer.ts';
import { cellsOf, findingsIn } from './reading.ts';

/** How a case came out: `wrong` says what differs from the right answer, one line each. */
export interface CaseResult {
  readonly id: string;
  readonly kind: string;
  readonly wrong: readonly string[];
}

interface ProseCase {
  readonly id: string;
  readonly kind: string;
  readonly organ?: string;
  readonly title?: string;
  readonly preamble?: string;
  readonly section1?: string;
  readonly beforeReport?: string;
  readonly afterReport?: string;
  readonly table: Readonly<Record<string, number>>;
  readonly expect: string;
  readonly mustNotice: readonly string[];
}

interface TableCase {
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  readonly fields: Readonly<Record<FieldId, number | string | null>>;
}

/** All cases of a folder, judged. */
export function judgeCases(folder: string): readonly CaseResult[] {
  return [
    ...read<ProseCase>(folder, 'prose.json').map(judgeProse),
    ...read<TableCase>(folder, 'tables.json').map((each) => judgeTable(each, folder)),
  ];
}

const read = <T>(folder: string, name: string): readonly T[] =>
  existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : [];

/**
 * Kinds of tables in which every figure can be told; of the others (K7 to K9) some can only be called unsure.
 */
const WHOLE = /^K(?:[1-6]|1[0-35])\b/;

function judgeTable({ id, kind, file, fields }: TableCase, folder: string): CaseResult {
  const text = readFileSync(join(folder, file), 'utf8');
  const found = findingsIn(text).map(({ finding }) => finding);
  const [placed] = reportsIn(text);
  const cells = placed === undefined ? new Map() : cellsOf(placed.report);
  const wrong: string[] = [];
  for (const [field, right] of Object.entries(fields)) {
    const cell = cells.get(field);
    const value = cell === undefined ? null : (cell.money ?? cell.count);
    if (String(value) === String(right)) continue;
    if (WHOLE.test(kind) || value !== null) wrong.push(`${field} is ${value}, not ${right}`);
  }
  if (WHOLE.test(kind))
    // A file of one table lacks the others.
    for (const { rule, severity, field } of found)
      if ((severity === 'error' || severity === 'warning') && rule !== 'missing-table')
        wrong.push(`${severity} ${rule} ${field ?? ''}`);
  if (/^K9\b/.test(kind))
    for (const { rule, field } of found)
      if (/^(?:missing-row|blank-cell|missing-cell|duplicate-row)$/.test(rule))
        wrong.push(`${rule} ${field ?? ''}`);
  if (/^K[78]\b/.test(kind))
    for (const { rule, field } of found)
      if (/^(?:sum-mismatch|balance-mismatch|suspect-cell)$/.test(rule)) wrong.push(`${rule} ${field ?? ''}`);
  return { id, kind, wrong: kind.startsWith('K14') ? [] : wrong };
}

function judgeProse(each: ProseCase): CaseResult {
  const wrong: string[] = [];
  const found = rulesOn(each, cellsFor(each.table));
  const expected = each.expect.replace(/\(.*/, '').trim();
  if (expected === 'none') wrong.push(...found);
  else if (
    expected === 'some finding' ? found.length === 0 : !found.some((rule) => rule.startsWith(`${expected}:`))
  )
    wrong.push(`no ${expected}${found.length > 0 ? `, but ${found.join('; ')}` : ''}`);
  for (const name of each.mustNotice) {
    const other = rulesOn(each, changed(cellsFor(each.table), name));
    if (!other.some((rule) => rule.startsWith('narrative-'))) wrong.push(`${name} off by 5 is not noticed`);
  }
  return { id: each.id, kind: each.kind, wrong };
}

const TABLE_RULES =
  /^(?:sum-mismatch|balance-mismatch|suspect-cell|implausible-figure|blank-cell|rulemaking-power)$/;

function rulesOn(each: ProseCase, cells: Figures): readonly string[] {
  return findingsIn(textOf(each, cells)).flatMap(({ finding: { rule, message } }) =>
    TABLE_RULES.test(rule) ? [] : [`${rule}: ${message.zh}`],
  );
}

/** The whole report around a case. */
function textOf(each: ProseCase, cells: Figures): string {
  const organ = each.organ ?? '丙丁县水务局';
  const printed = print(cells, { organ, year: 2024, noise: { ...clean, widths: 'full' } }).text;
  const lines = printed.split('\n');
  const from = lines.findIndex((line) => line.startsWith('一、'));
  const to = lines.findIndex((line) => line.startsWith('二、'));
  const title = each.title ?? lines[0];
  const preamble = each.preamble ?? lines.slice(1, from).join('\n');
  const body = each.section1 ?? lines.slice(from + 1, to).join('\n');
  const text = [title, preamble, lines[from], body, ...lines.slice(to)].join('\n');
  return (each.beforeReport ?? '') + text + (each.afterReport ?? '');
}

const NAMES: Readonly<Record<string, FieldId>> = {
  received: 'applications.1.natural-person',
  'received.naturalPerson': 'applications.1.natural-person',
  'received.business': 'applications.1.business',
  carriedIn: 'applications.2.natural-person',
  carriedOut: 'applications.4.natural-person',
  finished: 'applications.3-1.natural-person',
  'outcome.3-1': 'applications.3-1.natural-person',
  'outcome.3-2': 'applications.3-2.natural-person',
  'outcome.3-4': 'applications.3-4-1.natural-person',
  '3-4-1': 'applications.3-4-1.natural-person',
  'reconsideration.total': 'disputes.reconsideration.upheld',
  'directSuit.total': 'disputes.direct-suit.upheld',
  'normative.made': 'disclosure.normative.made',
  'normative.repealed': 'disclosure.normative.repealed',
  'normative.inForce': 'disclosure.normative.in-force',
  licence: 'disclosure.licence.decisions',
  penalty: 'disclosure.penalty.decisions',
  compulsion: 'disclosure.compulsion.decisions',
  fee: 'disclosure.fee.amount',
};

/**
 * The cells that the named totals stand for: all of natural persons but for named businesses; the rest
 * follows from the identities.
 */
function cellsFor(table: Readonly<Record<string, number>>): Figures {
  const cells = new Map<FieldId, number>();
  const { received = 0, carriedIn = 0 } = table;
  const out = table.carriedOut ?? (table.finished === undefined ? 0 : received + carriedIn - table.finished);
  const finished = table.finished ?? received + carriedIn - out;
  const outcomes: [row: string, count: number][] = [
    ['3-1', table['outcome.3-1'] ?? 0],
    ['3-2', table['outcome.3-2'] ?? 0],
    ['3-4-1', table['outcome.3-4'] ?? table['3-4-1'] ?? 0],
  ];
  const rest = finished - outcomes.reduce((sum, [, count]) => sum + count, 0);
  outcomes.push([table['outcome.3-1'] === undefined ? '3-1' : '3-6-3', rest]);
  const put = (row: string, column: string, count: number) => {
    const id = `applications.${row}.${column}`;
    cells.set(id, (cells.get(id) ?? 0) + count);
  };
  let business = table['received.business'] ?? 0;
  put('1', 'business', business);
  put('1', 'natural-person', received - business);
  put('2', 'natural-person', carriedIn);
  for (const [row, count] of outcomes) {
    const own = Math.min(business, count);
    business -= own;
    put(row, 'business', own);
    put(row, 'natural-person', count - own);
  }
  put('4', 'business', business);
  put('4', 'natural-person', out - business);
  for (const [name, value] of Object.entries(table)) {
    const field = NAMES[name];
    if (field === undefined) throw new Error(`unknown figure ${name}`);
    if (!field.startsWith('applications.')) cells.set(field, value);
  }
  return figures('2021', Object.fromEntries(cells));
}

/** The same with one cell more by 5, totals following. */
function changed(cells: Figures, name: string): Figures {
  const field = NAMES[name];
  if (field === undefined) throw new Error(`unknown figure ${name}`);
  const parts = [...cells].filter(([id]) => !/\.total$|^applications\.3-7/.test(id));
  return figures(
    '2021',
    Object.fromEntries(parts.map(([id, value]) => [id, id === field ? String(Number(value) + 5) : value])),
  );
}
