// Texts drawn with any bars and line ends are read and edited alike.
import { strictEqual } from 'node:assert';
import { actions } from '../../server/src/features/actions.ts';
import { convertLayout } from '../../server/src/features/convert-layout.ts';
import { format } from '../../server/src/features/format.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import { check } from '../../server/src/rules/check.ts';
import { type LayoutId, layouts } from '../../server/src/table/write/layouts.ts';
import { applyEdits, type Edit, shift } from '../../server/src/text/span.ts';
import { faulty } from '../support/faults.ts';
import { type LineEnd, lineEnds } from '../support/printer.ts';
import { random, runSeed, times } from '../support/random.ts';

/**
 * A text drawn with other bars and line ends is read the same, and every edit of it does the same: fixes one
 * by one and all at once, formatting, other layouts. Here that is asked of every edit; that edits are right
 * with `|` and `\n`, other tests ask.
 */
describe('bars and line ends', () => {
  for (const bars of ['│', '｜', '|│｜'])
    it(`${bars} and any line end are as good as | and "\\n"`, () => {
      for (let i = 0; i < times(6); i++) {
        const seed = runSeed() + i;
        const { name, text } = faulty(random(seed));
        const plain = undrawn(text);
        const drawn = outcomesOf(redrawn(plain, bars, lineEnds[i % lineEnds.length] ?? '\n'));
        for (const [what, after] of outcomesOf(plain))
          strictEqual(drawn.get(what), after, `OGI_SEED=${seed}, ${name}: ${what}`);
      }
    }).timeout(300_000);
});

/** A text with the bars in turn. */
function redrawn(plain: string, bars: string, eol: LineEnd): string {
  let drawn = 0;
  return plain.replace(/[|\n]/g, (mark) => (mark === '\n' ? eol : bars.charAt(drawn++ % bars.length)));
}

const undrawn = (text: string): string => text.replace(/[│｜]/g, '|').replace(/\r\n?/g, '\n');

/** What is found in a text, and the text after each edit that is offered for it, marks as `|` and `\n`. */
function outcomesOf(text: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const [nth, { report, at }] of reportsIn(text).entries()) {
    const put = (what: string, edits: readonly Edit[]) =>
      out.set(
        `${what} in report ${nth}`,
        undrawn(
          applyEdits(
            text,
            edits.map((edit) => ({ ...shift(edit, at), insert: edit.insert })),
          ),
        ),
      );
    const findings = check(report);
    out.set(
      `findings of ${nth}`,
      findings.map(({ rule, field, message }) => `${rule} ${field} ${undrawn(message.zh)}`).join('\n'),
    );
    for (const [i, finding] of findings.entries()) {
      for (const { title, edits } of finding.fixes())
        put(`${i} ${finding.rule}: ${undrawn(title.zh)}`, edits);
      const place = { from: finding.span.from, to: finding.span.from };
      for (const { kind, title, edits } of actions(report, findings, place, () => true))
        put(`${i} ${finding.rule} ${kind}: ${undrawn(title.zh)}`, edits);
    }
    for (const layout of Object.keys(layouts) as LayoutId[])
      put(`in ${layout}`, convertLayout(report, layout).edits);
    const formatted = put('formatted', format(report)).get(`formatted in report ${nth}`) ?? '';
    // Bars are one column wide or two.
    out.set(`formatted in report ${nth}`, formatted.replace(/ +/g, ' '));
  }
  return out;
}
