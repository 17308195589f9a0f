import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { folds } from '../../server/src/features/folds.ts';
import { format } from '../../server/src/features/format.ts';
import { hints } from '../../server/src/features/hints.ts';
import { hover } from '../../server/src/features/hover.ts';
import { type OutlineItem, outline } from '../../server/src/features/outline.ts';
import { relayout } from '../../server/src/features/relayout.ts';
import { selections } from '../../server/src/features/selection.ts';
import { tokens } from '../../server/src/features/tokens.ts';
import { type LayoutId, layouts } from '../../server/src/syntax/layouts.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { figuresOf, withNones } from '../support/figures.ts';
import { layoutIds, print } from '../support/printer.ts';
import { random, runSeed } from '../support/random.ts';
import { readOf, reportOf } from '../support/reading.ts';

const seed = runSeed();

/** One report in each layout of published reports, figures and edition by chance. */
const printed = layoutIds.map((layout, i) => {
  const chance = random(seed + i);
  const edition = chance.pick(['2019', '2021'] as const);
  const figures = withNones(figuresOf(seed + i, edition), chance);
  return { layout, text: print(figures, { edition, layout, residue: true, crlf: chance.chance(0.3) }).text };
});

describe(`features in every layout (seed ${seed})`, () => {
  for (const { layout, text } of printed) {
    const report = reportOf(text);

    it(`${layout}: formatting changes no figure and is done at once`, () => {
      const edits = format(report);
      const after = applyEdits(text, edits);
      deepStrictEqual(readOf(reportOf(after)), readOf(report));
      const words = (it: string) => it.normalize('NFKC').replace(/[ \u3000]/g, '');
      strictEqual(words(after), words(text));
      deepStrictEqual(format(reportOf(after)), []);
    });

    it(`${layout}: the outline is nested and in order`, () => {
      const within = (item: OutlineItem): void => {
        ok(item.span.from <= item.head.from && item.head.to <= item.span.to, item.name.zh);
        for (const child of item.items) {
          ok(
            item.span.from <= child.span.from && child.span.to <= item.span.to,
            `${item.name.zh} > ${child.name.zh}`,
          );
          within(child);
        }
      };
      within(outline(report));
    });

    it(`${layout}: folds and tokens lie in the text, tokens apart from one another`, () => {
      ok(folds(report).every(({ from, to }) => 0 <= from && from < to && to <= report.length));
      let end = 0;
      for (const { span } of tokens(report)) {
        ok(span.from >= end && span.to > span.from && !/[\r\n]/.test(text.slice(span.from, span.to)));
        end = span.to;
      }
    });

    it(`${layout}: hints stand at line ends, selections grow, hovers hold their place`, () => {
      for (const { at } of hints(report, { from: 0, to: report.length }))
        ok(at === text.length || /[\r\n]/.test(text[at] as string));
      const chance = random(seed + text.length);
      for (let i = 0; i < 200; i++) {
        const at = chance.between(0, report.length);
        let inner = { from: at, to: at };
        for (const span of selections(report, at)) {
          ok(span.from <= inner.from && inner.to <= span.to && span.to - span.from > inner.to - inner.from);
          inner = span;
        }
        const found = hover(report, at);
        ok(!found || (found.span.from <= at && at <= found.span.to));
      }
    });

    it(`${layout}: converting to another layout and back keeps every figure`, () => {
      const chance = random(seed + text.length);
      for (let i = 0; i < 2; i++) {
        const target = chance.pick(Object.keys(layouts) as LayoutId[]);
        const other = converted(text, target);
        deepStrictEqual(readOf(reportOf(other)), readOf(report), target);
        const back = converted(other, 'row-line');
        deepStrictEqual(readOf(reportOf(back)), readOf(report), `${target} and back`);
      }
    });
  }
});

const converted = (text: string, layout: LayoutId): string =>
  applyEdits(text, relayout(reportOf(text), layout));
