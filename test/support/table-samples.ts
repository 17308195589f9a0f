// The whole-table samples of test/tables: a section as some converter left it, with the figures it holds. The
// rest of the report is printed around it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { form } from '../../server/src/form/form.ts';
import { sections } from '../../server/src/form/sections.ts';
import type { FieldId, TableId } from '../../server/src/form/spec.ts';
import { type Figures, figures } from './figures.ts';
import { print } from './printer.ts';
import { cellsOf, findingsIn, reportOf } from './reading.ts';

export interface TableSample {
  readonly name: string;
  /** The whole report. */
  readonly text: string;
  readonly figures: Figures;
  /** Beginnings of the ids of fields whose figures cannot be said. */
  readonly unsure: readonly string[];
  /** The rules, hints aside, that have something to say, in the order of the text. */
  readonly rules: readonly string[];
}

const folder = fileURLToPath(new URL('../tables', import.meta.url));

/** Every sample of the folder. Above `---` stand the rows that hold more than zeros, without their totals. */
export const tableSamples = (): readonly TableSample[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => parse(name, readFileSync(join(folder, name), 'utf8')));

function parse(name: string, content: string): TableSample {
  const [head = '', ...rest] = content.split('\n---\n');
  const given: Record<FieldId, string> = {};
  const said: Record<string, readonly string[]> = {};
  let table: TableId = 'disclosure';
  for (const line of head.split('\n')) {
    const [what = '', words = ''] = line.split(':');
    const [first = '', row = ''] = what.split(' ');
    const values = words.trim().split(/\s+/);
    if (row === '') said[first] = values;
    else {
      table = first as TableId;
      const columns = form(table, '2021').rows.flatMap(({ fields }) =>
        fields.filter((f) => f.row.id === row),
      );
      for (const [i, value] of values.entries()) given[columns[i]?.id ?? `${first}.${row}.${i}`] = value;
    }
  }
  const all = figures('2021', given);
  const text = within(
    all,
    said.table === undefined ? table : (said.table[0] as TableId),
    rest.join('\n---\n'),
  );
  return { name, text, figures: all, unsure: said.unsure ?? [], rules: said.rules ?? [] };
}

/** A printed report with the table of one section replaced. */
function within(all: Figures, table: TableId, sample: string): string {
  const lines = print(all, { organ: '澜沧湾区水务局', year: 2024 }).text.split('\n');
  const at = sections.findIndex((section) => section.table === table);
  const startOf = (index: number): number =>
    lines.findIndex((line) => line.startsWith(sections[index]?.heading.slice(0, 5) ?? ''));
  return [...lines.slice(0, startOf(at) + 1), sample.trimEnd(), ...lines.slice(startOf(at + 1))].join('\n');
}

/** What is read otherwise than the sample says, a line each. */
export function faultsOf({ text, figures: right, unsure, rules }: TableSample): readonly string[] {
  const cells = cellsOf(reportOf(text));
  const faults: string[] = [];
  for (const [id, figure] of right) {
    const cell = cells.get(id);
    const value = cell?.money ?? cell?.count ?? null;
    const expected = unsure.some((start) => id.startsWith(start)) ? null : figure;
    if (String(value) !== String(expected)) faults.push(`${id} is ${value}, not ${expected}`);
  }
  const found = findingsIn(text).flatMap(({ finding }) => (finding.severity === 'hint' ? [] : finding.rule));
  if (found.join() !== rules.join()) faults.push(`rules: ${found.join()}`);
  return faults;
}
