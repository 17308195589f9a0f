// No offered action, alone or in bulk, adds a finding of error level on sums unless its title says that sums will then differ.
import { ok } from 'node:assert';
import { actions } from '../../server/src/features/actions.ts';
import { tablesOf } from '../../server/src/report/contents.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import type { Report } from '../../server/src/report/report.ts';
import { check } from '../../server/src/rules/check.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { consistentFigures, type Figures, withBlanks } from '../support/figures.ts';
import { layoutIds, print } from '../support/printer.ts';
import { type Random, random, runSeed } from '../support/random.ts';

/** How many reports a run tries. */
const REPORTS = 25;
const SAYS_SO = /不成立|will then differ/;

describe('offered actions', () => {
  it('make nothing worse without saying so', () => {
    const seed = runSeed();
    const chance = random(seed);
    let tried = 0;
    let reread = 0;
    for (let n = 0; n < REPORTS; n++) {
      const edition = chance.pick(['2021', '2019'] as const);
      const figures = spoilt(
        chance,
        withBlanks(consistentFigures(chance, edition), chance, chance.pick([0, 0.1, 0.4])),
      );
      const text = spoiltSentence(chance, print(figures, { edition, layout: chance.pick(layoutIds) }).text);
      const report = onlyReport(text);
      if (report === null) continue;
      const findings = check(report);
      for (const finding of findings)
        for (const action of actions(report, findings, finding.span, () => true)) {
          tried++;
          if (SAYS_SO.test(action.title.zh)) continue;
          const after = applyEdits(text, action.edits);
          const changed = onlyReport(after);
          if (changed !== null && changedCells(report, changed) > action.edits.length) {
            reread++;
            continue;
          }
          ok(
            errorsIn(changed) <= errorsIn(report),
            `OGI_SEED=${seed}\n${action.title.zh}\n${text}\n---\n${after}`,
          );
        }
    }
    ok(tried > REPORTS, `${tried} actions tried`);
    ok(reread <= tried / 5, `OGI_SEED=${seed}: ${reread} of ${tried} actions decide how the table is read`);
  });
});

function onlyReport(text: string): Report | null {
  const [placed] = reportsIn(text);
  return placed === undefined || placed.at !== 0 ? null : placed.report;
}

/**
 * How many cells read otherwise. More than were written: blanks left the table two readings, and the figure
 * written decides between them; what is found then is no consequence of the figure.
 */
function changedCells(before: Report, after: Report): number {
  const counts = countsOf(after);
  return [...countsOf(before)].filter(([id, count]) => counts.get(id) !== count).length;
}

const countsOf = (report: Report): Map<string, number | null> =>
  new Map(
    tablesOf(report).flatMap(({ table }) =>
      [...table.cells.values()].map(({ field, count }): [string, number | null] => [field.id, count]),
    ),
  );

/** How many findings of error level on sums. A sum that fails may be told of another of its cells afterwards. */
const errorsIn = (report: Report | null): number =>
  report === null
    ? Number.POSITIVE_INFINITY
    : check(report).filter(({ rule, severity }) => severity === 'error' && ON_SUMS.has(rule)).length;

const ON_SUMS: ReadonlySet<string> = new Set(['sum-mismatch', 'balance-mismatch', 'blank-cell']);

/** Some counts off by a few. */
function spoilt(chance: Random, figures: Figures): Figures {
  const out = new Map(figures);
  const ids = [...out.keys()].filter((id) => /^\d+$/.test(out.get(id) ?? ''));
  for (let i = chance.between(0, 3); i > 0; i--) {
    const id = chance.pick(ids);
    out.set(id, String(Number(out.get(id)) + chance.between(1, 9)));
  }
  return out;
}

/** The figure of applications received, off by one in the sentence. */
const spoiltSentence = (chance: Random, text: string): string =>
  chance.chance(0.5)
    ? text.replace(
        /(收到政府信息公开申请)(\d+)/,
        (_, words: string, figure: string) => words + (Number(figure) + 1),
      )
    : text;
