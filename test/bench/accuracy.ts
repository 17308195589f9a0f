import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edition } from '../../server/src/form/spec.ts';
import { judgeCases } from '../support/cases.ts';
import { figuresOf, zeros } from '../support/figures.ts';
import { judgeable, judgeHeading, judgeOne, judgeRow, judgeTable, judgeTwo } from '../support/judge.ts';
import { parseMarked } from '../support/marked.ts';
import { countCells, mutationsOf, type Subject, subjectsOf } from '../support/mutations.ts';
import { type LayoutId, layoutIds, layouts, print, wholeHeads } from '../support/printer.ts';
import { random, runSeed } from '../support/random.ts';
import { rowCuts } from '../support/rows.ts';
import { Scores } from './scores.ts';

/**
 * How sure the checks are: every count cell of every sample, printed layout and published report is changed,
 * every row, heading and table cut out, and what must be found is counted. Exit 1 when anything falls short
 * of 100 %.
 *
 * Usage: `accuracy.ts [--layout ID] [FOLDER]`; FOLDER (or OGI_REPORTS) holds published reports as .txt and
 * may be absent.
 */
const args = process.argv.slice(2);
const only = args.includes('--layout') ? args[args.indexOf('--layout') + 1] : undefined;
const folder =
  args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--layout')[0] ?? process.env.OGI_REPORTS;
const seed = runSeed();
const scores = new Scores();
/** Samples in layouts where a blank cell leaves no trace. */
const traceless = /pdf-text|plain|endless/;
console.log(`seed ${seed} (OGI_SEED=${seed} runs the same again)`);

for (const layout of layoutIds.filter((id) => only === undefined || id === only))
  for (const edition of ['2021', '2019'] as const) {
    changedCells(`${layout} ${edition}`, printedSubject(layout, edition, false).subject);
    cutOut(`${layout} ${edition}`, layout, edition);
  }
if (only === undefined) {
  texts(fileURLToPath(new URL('../samples', import.meta.url)), 'samples');
  if (folder) texts(folder, 'published reports');
}
scores.print();
if (only === undefined)
  cases(process.env.OGI_CASES ?? fileURLToPath(new URL('../../../shared/cases', import.meta.url)));
sentences().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
process.exitCode = scores.complete ? 0 : 1;

function printedSubject(layout: LayoutId, edition: Edition, empty: boolean) {
  const printed = print(empty ? zeros(edition) : figuresOf(seed, edition), { layout, edition });
  const [subject] = subjectsOf(`${layout} ${edition}`, printed.text, layouts[layout].blanks);
  if (!subject) throw new Error(`no report is found in ${layout} ${edition}`);
  return { printed, subject };
}

function changedCells(group: string, subject: Subject): void {
  const chance = random(seed);
  const cells = countCells(subject.report).filter(([field]) => judgeable(subject, field));
  const mutations = cells.flatMap(([field, cell]) => mutationsOf(subject, field, cell));
  for (const mutation of mutations)
    scores.add(group, judgeOne(subject, mutation), `${subject.name} ${mutation.field} ${mutation.kind}`);
  const values = mutations.filter(
    ({ kind, field }) => kind !== 'blanked' && field.startsWith('applications.'),
  );
  for (let i = 0; i < 60 && values.length > 1; i++) {
    const pair = [chance.pick(values), chance.pick(values)] as const;
    if (pair[0].field !== pair[1].field)
      scores.add(
        group,
        judgeTwo(subject, pair),
        `${subject.name} ${pair.map(({ field, kind }) => `${field} ${kind}`)}`,
      );
  }
}

function cutOut(group: string, layout: LayoutId, edition: Edition): void {
  for (const empty of [false, true]) {
    const { printed, subject } = printedSubject(layout, edition, empty);
    const name = `${subject.name}${empty ? ' zeros' : ''}`;
    for (const [line, { whole }] of printed.rows)
      scores.add(group, judgeRow(subject, line, whole), `${name} row ${line}`);
    for (const [section, span] of printed.headings)
      scores.add(group, judgeHeading(subject, section, span), `${name} heading ${section}`);
    for (const [table, span] of printed.tables)
      scores.add(group, judgeTable(subject, table, span, wholeHeads(layout)), `${name} table ${table}`);
  }
}

/** Every .txt of a folder; marks of samples are taken off. */
function texts(path: string, group: string): void {
  let names: string[];
  try {
    names = readdirSync(path).filter((name) => name.endsWith('.txt'));
  } catch {
    return;
  }
  for (const name of names)
    for (const subject of subjectsOf(
      name,
      parseMarked(readFileSync(join(path, name), 'utf8')).text,
      !traceless.test(name),
    )) {
      changedCells(group, subject);
      for (const [line, span] of rowCuts(subject))
        scores.add(group, judgeRow(subject, line, span), `${subject.name} row ${line}`);
    }
}

/** Right answers by kind, on cases kept outside the project. */
function cases(path: string): void {
  const kinds: Record<string, { cases: number; right: number }> = {};
  for (const { kind, wrong } of judgeCases(path)) {
    const counts = kinds[kind] ?? { cases: 0, right: 0 };
    kinds[kind] = counts;
    counts.cases++;
    if (wrong.length === 0) counts.right++;
  }
  if (Object.keys(kinds).length === 0) return;
  console.log('\ncases');
  console.table(kinds);
}

/** How well sentences are matched with cells, when the corpus of sentences is there. */
async function sentences(): Promise<void> {
  const path: string = '../support/sentences.ts';
  try {
    const { scoreSentences } = (await import(path)) as { scoreSentences: () => unknown };
    console.log('\nsentences');
    console.table(scoreSentences());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
  }
}
