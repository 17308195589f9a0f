import { ok } from 'node:assert';
import { figuresOf, zeros } from '../support/figures.ts';
import {
  asked,
  judgeable,
  judgeHeading,
  judgeOne,
  judgeRow,
  judgeTable,
  judgeTwo,
  type Verdict,
} from '../support/judge.ts';
import { countCells, type Mutation, mutationsOf, type Subject, subjectsOf } from '../support/mutations.ts';
import { type LayoutId, layoutIds, layouts, type Printed, print, wholeHeads } from '../support/printer.ts';
import { type Random, random, runSeed, times } from '../support/random.ts';

/** A small part, other layouts and cells on every run, of what `npm run bench:accuracy` tries in full. */
describe('mutations', () => {
  const seed = runSeed();

  it('a changed cell is found, located and mended', () => {
    const chance = random(seed);
    for (let i = 0; i < times(3); i++) {
      const { subject } = anySubject(chance);
      const all = mutations(subject);
      for (let j = 0; j < 6; j++) {
        const mutation = chance.pick(all);
        holds(judgeOne(subject, mutation), `${subject.name} ${mutation.field} ${mutation.kind}`);
      }
    }
  });

  it('two changed cells are found and nobody else is suspected', () => {
    const chance = random(seed + 1);
    const { subject } = anySubject(chance);
    const values = mutations(subject).filter(
      ({ field, kind }) => kind !== 'blanked' && field.startsWith('applications.'),
    );
    for (let i = 0; i < times(10); i++) {
      const pair = [chance.pick(values), chance.pick(values)] as const;
      if (pair[0].field === pair[1].field) continue;
      holds(
        judgeTwo(subject, pair),
        `${subject.name} ${pair.map(({ field, kind }) => `${field} ${kind}`).join(', ')}`,
      );
    }
  });

  it('a row, a heading or a table cut out is named and put back', () => {
    const chance = random(seed + 2);
    for (let i = 0; i < times(2); i++) {
      const { subject, printed, layout } = anySubject(chance, i === 1);
      const [line, { whole }] = chance.pick([...printed.rows]);
      holds(asked(judgeRow(subject, line, whole), layout), `${subject.name} row ${line}`);
      const [section, heading] = chance.pick([...printed.headings]);
      holds(asked(judgeHeading(subject, section, heading), layout), `${subject.name} heading ${section}`);
      const [table, span] = chance.pick([...printed.tables]);
      holds(
        asked(judgeTable(subject, table, span, wholeHeads(layout)), layout),
        `${subject.name} table ${table}`,
      );
    }
  });

  function anySubject(
    chance: Random,
    empty = false,
  ): { subject: Subject; printed: Printed; layout: LayoutId } {
    const layout: LayoutId = chance.pick(layoutIds);
    const edition = chance.pick(['2021', '2019'] as const);
    const figures = empty ? zeros(edition) : figuresOf(chance.between(1, 1e9), edition);
    const printed = print(figures, { layout, edition });
    const [subject] = subjectsOf(`${edition} ${layout}`, printed.text, layouts[layout].blanks);
    if (!subject) throw new Error(`no report in ${layout}`);
    return { subject, printed, layout };
  }

  const mutations = (subject: Subject): readonly Mutation[] =>
    countCells(subject.report)
      .filter(([field]) => judgeable(subject, field))
      .flatMap(([field, cell]) => mutationsOf(subject, field, cell));

  const holds = (verdict: Verdict, name: string) => {
    for (const [demand, held] of Object.entries(verdict)) ok(held, `${name}: not ${demand}`);
  };
});
