// Fixes mend what they are offered for, and nothing else.
import { ok, strictEqual } from 'node:assert';
import { convertLayout } from '../../server/src/features/convert-layout.ts';
import { format } from '../../server/src/features/format.ts';
import type { FieldId } from '../../server/src/form/spec.ts';
import { check } from '../../server/src/rules/check.ts';
import type { Finding, Fix } from '../../server/src/rules/rule.ts';
import { type LayoutId, layouts } from '../../server/src/table/write/layouts.ts';
import { applyEdits, type Edit, shift } from '../../server/src/text/span.ts';
import { appliable } from '../support/exercise.ts';
import { faulty } from '../support/faults.ts';
import { outcomeOf, type Subject, subjectsOf } from '../support/mutations.ts';
import { random, runSeed, times } from '../support/random.ts';
import { cellsOf } from '../support/reading.ts';

const reports = times(60);

/**
 * Every fix of every finding of reports with faults of all kinds; `OGI_TIMES=80` tries thousands of reports.
 */
describe('fixes', () => {
  const seed = runSeed();
  const counts = { fixes: 0, safe: 0 };

  it(`of ${reports} faulty reports mend what they are offered for, and nothing else`, () => {
    for (let i = 0; i < reports; i++) {
      const { name, text } = faulty(random(seed + i));
      for (const subject of subjectsOf(name, text))
        for (const finding of check(subject.report))
          for (const fix of finding.fixes()) {
            counts.fixes++;
            if (fix.safe) counts.safe++;
            try {
              holds(subject, finding, fix);
            } catch (error) {
              throw new Error(
                `OGI_SEED=${seed + i}, ${name}: ${finding.rule} ${finding.field}: ${fix.title.zh}`,
                {
                  cause: error,
                },
              );
            }
          }
    }
    ok(counts.fixes > reports && counts.safe > 0, `${counts.fixes} fixes, ${counts.safe} safe`);
  }).timeout(300_000);

  it('formatting and another layout keep every figure of a faulty report', () => {
    for (let i = 0; i < reports; i++) {
      const chance = random(seed + i);
      const { name, text } = faulty(chance);
      const layout = chance.pick(Object.keys(layouts) as LayoutId[]);
      for (const subject of subjectsOf(name, text))
        for (const [what, edits] of [
          ['formatting', format(subject.report)],
          [layout, convertLayout(subject.report, layout).edits],
        ] as const) {
          appliable(subject.report, edits);
          const after = applyEdits(
            text,
            edits.map((edit) => ({ ...shift(edit, subject.at), insert: edit.insert })),
          );
          const now = valuesOf(subjectsOf('', after).find(({ at }) => at === subject.at));
          for (const [field, value] of Object.entries(valuesOf(subject)))
            if (value !== UNSURE)
              strictEqual(now[field], value, `OGI_SEED=${seed + i}, ${name}: ${what} changes ${field}`);
        }
    }
  }).timeout(300_000);
});

function holds(subject: Subject, finding: Finding, fix: Fix): void {
  appliable(subject.report, fix.edits);
  ok(fix.edits.length > 0, 'no edit');
  const edits = fix.edits.map(({ from, to, insert }) => ({
    from: from + subject.at,
    to: to + subject.at,
    insert,
  }));
  const after = applyEdits(subject.text, edits);
  strictEqual(applyEdits(after, inverse(subject.text, edits)), subject.text, 'undone');
  const outcome = outcomeOf(after, subject.at);
  const left = (all: readonly Finding[]) => all.filter((each) => keyOf(each) === keyOf(finding)).length;
  ok(left(outcome.findings) < left(check(subject.report)), 'the finding is still there');
  const mended = subjectsOf('', after).find(({ at }) => at === outcome.at);
  const labels = labelsOf(mended);
  for (const [row, label] of labelsOf(subject))
    ok(isAboutLabels(finding) || labels.get(row) === label, `${row}: ${label} → ${labels.get(row)}`);
  const [before, now] = [valuesOf(subject), valuesOf(mended)];
  for (const [field, value] of Object.entries(before)) {
    if (now[field] === value || value === UNSURE) continue;
    ok(!fix.safe, `a safe fix changes no figure: ${field} ${value} → ${now[field]}`);
    ok(now[field] !== undefined, `${field} is gone`);
    ok(
      fix.title.zh.includes(now[field] ?? ''),
      `${field}: ${value} → ${now[field]}, which the title does not say`,
    );
  }
}

/** The same matter, whatever the figures in its message. */
const keyOf = ({ rule, field, message }: Finding): string =>
  `${rule} ${field} ${message.zh.replace(/\d+/g, '#')}`;

const isAboutLabels = ({ rule }: Finding): boolean => rule === 'row-label' || rule === 'row-order';

/** The label of each row, as it is written. */
const labelsOf = (subject: Subject | undefined): ReadonlyMap<string, string> =>
  new Map(
    Object.values(subject?.report.tables ?? {}).flatMap(({ table, section }) =>
      table.rows.map(({ row, label }) => [
        `${row.table}.${row.id}`,
        section.section.text.slice(label.from, label.to),
      ]),
    ),
  );

/** Which value a cell holds cannot be said; after a fix it may be. */
const UNSURE = '?';

/** The value of each cell: the same for `９`, `09` and `9`. */
const valuesOf = (subject: Subject | undefined): Readonly<Record<FieldId, string>> =>
  Object.fromEntries(
    [...(subject ? cellsOf(subject.report) : [])].map(([field, { count, money, state, raw }]) => [
      field,
      state === 'number'
        ? String(money ?? count)
        : state === 'none'
          ? '0'
          : state === 'unsure'
            ? UNSURE
            : raw,
    ]),
  );

/** What turns the text after the edits back into `text`. */
function inverse(text: string, edits: readonly Edit[]): readonly Edit[] {
  let by = 0;
  return [...edits]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, insert }) => {
      const undo = { from: from + by, to: from + by + insert.length, insert: text.slice(from, to) };
      by += insert.length - (to - from);
      return undo;
    });
}
