// What must hold of every feature in every layout, with any figures, and on reports that are torn.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { actions } from '../../server/src/features/actions.ts';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { completionsAt } from '../../server/src/features/completion.ts';
import { convertLayout } from '../../server/src/features/convert-layout.ts';
import { adjacentFigure, cellStatus } from '../../server/src/features/figure-navigation.ts';
import { foldingRanges } from '../../server/src/features/folding-ranges.ts';
import { format } from '../../server/src/features/format.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { inlineCompletion } from '../../server/src/features/inline-completion.ts';
import { linkedNameAt } from '../../server/src/features/linked-rename.ts';
import { type OutlineItem, outline } from '../../server/src/features/outline.ts';
import { preview } from '../../server/src/features/preview.ts';
import { definitions, documentHighlights, references } from '../../server/src/features/references.ts';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { reportSymbols } from '../../server/src/features/workspace-symbols.ts';
import { tablesOf } from '../../server/src/report/contents.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import type { Report } from '../../server/src/report/report.ts';
import { type LayoutId, layouts } from '../../server/src/table/write/layouts.ts';
import { applyEdits, areApart, shift } from '../../server/src/text/span.ts';
import { figuresOf, withNones } from '../support/figures.ts';
import { layoutIds, lineEnds, print } from '../support/printer.ts';
import { type Random, random, runSeed } from '../support/random.ts';
import { findingsOf, readOf, reportOf } from '../support/reading.ts';

const seed = runSeed();

/** One report in each layout of published reports, figures and edition by chance. */
const printed = layoutIds.map((layout, i) => {
  const chance = random(seed + i);
  const edition = chance.pick(['2019', '2021'] as const);
  const figures = withNones(figuresOf(seed + i, edition), chance);
  return {
    layout,
    text: print(figures, { edition, layout, residue: true, eol: chance.pick(lineEnds) }).text,
  };
});

describe('features in every layout', () => {
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
        ok(item.span.from <= item.selection.from && item.selection.to <= item.span.to, item.name.zh);
        for (const child of item.items) {
          ok(
            item.span.from <= child.span.from && child.span.to <= item.span.to,
            `${item.name.zh} > ${child.name.zh}`,
          );
          within(child);
        }
      };
      within(outline(report, findingsOf(report)));
    });

    it(`${layout}: folding ranges and semantic tokens lie in the text, tokens apart from one another`, () => {
      ok(foldingRanges(report).every(({ from, to }) => 0 <= from && from < to && to <= report.length));
      let end = 0;
      for (const { span } of semanticTokens(report)) {
        ok(span.from >= end && span.to > span.from && !/[\r\n]/.test(text.slice(span.from, span.to)));
        end = span.to;
      }
    });

    it(`${layout}: inlay hints stand at line ends, selection ranges grow, hovers hold their place`, () => {
      for (const { at } of inlayHints(report, findingsOf(report), { from: 0, to: report.length }))
        ok(at === text.length || /[\r\n]/.test(text[at] as string));
      const chance = random(seed + text.length);
      for (let i = 0; i < 200; i++) {
        const at = chance.between(0, report.length);
        let inner = { from: at, to: at };
        for (const span of selectionRanges(report, at)) {
          ok(span.from <= inner.from && inner.to <= span.to && span.to - span.from > inner.to - inner.from);
          inner = span;
        }
        const found = hover(report, findingsOf(report), at);
        ok(!found || (found.span.from <= at && at <= found.span.to));
      }
    });

    it(`${layout}: each label is a place of its table, and leads to the first figure of its row`, () => {
      for (const { table, at } of tablesOf(report))
        for (const { label, cells } of table.rows) {
          const [first] = cells;
          if (label.from === label.to || !first || first.state === 'unsure') continue;
          const place = at + label.from + 1;
          deepStrictEqual(adjacentFigure(report, place, 1), shift(first.span, at));
          ok(cellStatus(report, [], place, 'zh'));
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

describe('conversion of neighbouring tables', () => {
  it('shares out the bar between them', () => {
    const { text } = print(figuresOf(1, '2021'), { layout: 'lone-pipe' });
    const joined = text.replace(/\|\s*三、收到和处理政府信息公开申请情况\s*/, '|\n');
    const report = reportOf(joined);
    const { edits } = convertLayout(report, 'markdown');
    strictEqual(edits.length, 3);
    ok(areApart(edits));
    deepStrictEqual(readOf(reportOf(applyEdits(joined, edits))), readOf(report));
  });
});

const converted = (text: string, layout: LayoutId): string =>
  applyEdits(text, convertLayout(reportOf(text), layout).edits);

describe('features on broken reports', () => {
  const chance = random(seed);
  const features: Readonly<Record<string, (report: Report, at: number) => unknown>> = {
    actions: (report, at) => actions(report, findingsOf(report), { from: at, to: at }, () => true),
    completionsAt,
    definitions,
    foldingRanges,
    format: (report) => format(report),
    inlineCompletion,
    documentHighlights,
    inlayHints: (report) => inlayHints(report, findingsOf(report), { from: 0, to: report.length }),
    hover: (report, at) => hover(report, findingsOf(report), at),
    codeLenses: (report) => codeLenses(report, findingsOf(report)),
    linkedNameAt,
    nextFigure: (report, at) => adjacentFigure(report, at, 1),
    outline: (report) => outline(report, findingsOf(report)),
    preview: (report) => preview({ report, at: 0 }, findingsOf(report), 'zh'),
    previousFigure: (report, at) => adjacentFigure(report, at, -1),
    references: (report, at) => references(report, at, true),
    convertLayout: (report) => {
      const { edits, kept } = convertLayout(report, 'cell-line');
      ok(edits.length === 0 || kept.length === 0, 'some tables are converted, some are not');
    },
    selectionRanges,
    cellStatus: (report, at) => cellStatus(report, findingsOf(report), at, 'en'),
    reportSymbols,
    semanticTokens,
  };
  for (const { layout, text } of printed)
    it(`${layout}: answer, and propose edits within the text`, () => {
      const broken = tear(text, chance);
      for (const { report } of reportsIn(broken))
        for (let i = 0; i < 5; i++) {
          const at = chance.between(0, report.length);
          for (const [name, feature] of Object.entries(features)) {
            try {
              feature(report, at);
            } catch (error) {
              throw new Error(`${name} at ${at} of ${JSON.stringify(broken)}`, { cause: error });
            }
          }
          for (const { edits } of actions(report, findingsOf(report), { from: at, to: at }, () => true))
            for (const { from, to } of edits) ok(0 <= from && from <= to && to <= report.length);
        }
    });
});

/** Stretches of the text deleted, doubled, or put elsewhere; strange characters thrown in. */
function tear(text: string, chance: Random): string {
  let torn = text;
  for (let i = chance.between(1, 6); i > 0; i--) {
    const from = chance.between(0, torn.length);
    const to = Math.min(torn.length, from + chance.pick([1, 3, 40, 400]));
    const chunk = torn.slice(from, to);
    const rest = torn.slice(0, from) + torn.slice(to);
    const at = chance.between(0, rest.length);
    const other = chance.pick([
      '',
      chunk + chunk,
      chunk,
      '\u0000|',
      '\ud800',
      '999999999999999999999',
      '\u202e<td>',
      '\r\n\r',
    ]);
    torn = rest.slice(0, at) + other + rest.slice(at);
  }
  return torn;
}
