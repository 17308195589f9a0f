// Rows put in and taken out stand where they belong, drawn like their neighbours.
import { strictEqual } from 'node:assert';
import { check } from '../../server/src/rules/check.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { base } from '../support/base.ts';
import { figuresOf } from '../support/figures.ts';
import { print } from '../support/printer.ts';
import { reportOf } from '../support/reading.ts';

/** The text after the only fix of the only finding of a rule. */
function fixed(text: string, rule: string): string {
  const [finding, ...more] = check(reportOf(text)).filter((each) => each.rule === rule);
  if (!finding || more.length > 0) throw new Error(`${more.length + (finding ? 1 : 0)} findings of ${rule}`);
  return applyEdits(text, finding.fixes()[0]?.edits ?? []);
}

const repeated = '2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n';
const last = /四、结转下年度继续办理.*\n/.exec(base)?.[0] ?? '';

describe('rows put in and taken out', () => {
  it('a row is drawn with the bars of its table', () => {
    const drawn = base.replaceAll('|', '│');
    strictEqual(fixed(drawn.replace(repeated.replaceAll('|', '│'), ''), 'missing-row'), drawn);
    strictEqual(fixed(drawn.replace(repeated.replaceAll('|', '│'), '$&$&'), 'duplicate-row'), drawn);
  });

  it('a row goes to its neighbours, and blank lines behind the table stay there', () => {
    const spaced = base.replace(last, `${last}\n\n`);
    const zeros = last.replace(/\d+/g, '0');
    strictEqual(fixed(spaced.replace(last, ''), 'missing-row'), spaced.replace(last, zeros));
    strictEqual(fixed(spaced.replace(last, last + last), 'duplicate-row'), spaced);
  });

  it('a row of a text without line ends is taken out alone', () => {
    const figures = figuresOf(1, '2021');
    const { text } = print(figures, { layout: 'pdf-text', frame: 'endless' });
    const row = /2.重复申请.*?(?=3.要求)/.exec(text)?.[0] ?? '';
    strictEqual(fixed(text.replace(row, row + row), 'duplicate-row'), text);
  });
});
