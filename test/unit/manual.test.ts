// Each rule's manual page is run: the wrong example is found once, the right one not at all, and the fixes
// help.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { rules } from '../../server/src/rules/all.ts';
import type { Finding, Rule } from '../../server/src/rules/rule.ts';
import { applyEdits, shift } from '../../server/src/text/span.ts';
import { base, embed } from '../support/base.ts';
import { findingsBeside, findingsIn, type PlacedFinding } from '../support/reading.ts';

describe('manual', () => {
  it('the example report has nothing wrong with it', () => {
    deepStrictEqual(
      findingsIn(base).map(({ finding }) => `${finding.rule} ${finding.message.zh}`),
      [],
    );
  });

  it('no two rules share an id', () => {
    strictEqual(new Set(rules.map(({ id }) => id)).size, rules.length);
  });

  for (const rule of rules) {
    const judgesText = rule.reading === undefined;
    if (judgesText)
      it(`${rule.id}: wrong is found once, right is not`, () => {
        strictEqual(of(rule, embed(rule.manual.wrong)).length, 1, embed(rule.manual.wrong));
        deepStrictEqual(of(rule, embed(rule.manual.right)).map(messageOf), [], embed(rule.manual.right));
      });

    if (judgesText)
      it(`${rule.id}: every fix leaves nothing of the rule where it was`, () => {
        const text = embed(rule.manual.wrong);
        for (const placed of of(rule, text))
          for (const fix of placed.finding.fixes()) {
            const edits = fix.edits.map((edit) => ({ ...shift(edit, placed.at), insert: edit.insert }));
            const after = applyEdits(text, edits);
            const left = of(rule, after).filter(({ finding, span }) =>
              finding.field === null
                ? span.from === placed.span.from
                : finding.field === placed.finding.field,
            );
            deepStrictEqual(left.map(messageOf), [], `${fix.title.zh}: ${after}`);
            if (fix.safe)
              deepStrictEqual(
                findingsIn(after).map(({ finding }) => `${finding.rule} ${finding.message.zh}`),
                [],
                `${fix.title.zh}: ${after}`,
              );
          }
      });

    it(`${rule.id}: the page is complete, in both languages`, () => {
      const { what, why, how } = rule.manual;
      for (const phrase of [rule.title, what, why, how]) {
        ok(/\p{Script=Han}/u.test(phrase.zh), phrase.zh);
        ok(/[a-z]/i.test(phrase.en), phrase.en);
      }
    });
  }
});

const of = (rule: Rule, text: string): readonly PlacedFinding[] =>
  (rule.compare ? beside(rule, text) : findingsIn(text, rule)).filter(
    ({ finding }) => finding.rule === rule.id,
  );

/** Among the reports that the page shows beside its samples. */
function beside({ manual: { lastYear, part } }: Rule, text: string): readonly PlacedFinding[] {
  const before = lastYear === undefined ? null : embed(lastYear).replaceAll('2024', '2023');
  return findingsBeside(text, before, part === undefined ? null : embed(part));
}

const messageOf = ({ finding }: { finding: Finding }) => finding.message.zh;
