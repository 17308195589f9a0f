import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { addEntry } from '../../server/src/config/add-entry.ts';
import { compareYears } from '../../server/src/features/compare-years.ts';
import { standardSentenceAt, standardSentences } from '../../server/src/features/standard-sentences.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { base } from '../support/base.ts';
import { reportOf } from '../support/reading.ts';
import { withStandardSentences } from '../support/years.ts';

describe('sentences from the tables', () => {
  it('say what the cells say', () => {
    deepStrictEqual(
      standardSentences(reportOf(base)).map(({ section, text }) => [section, text]),
      [
        [
          1,
          '2024年，新收政府信息公开申请9件，其中自然人8件、商业企业1件；上年结转0件。本年度办结8件，其中予以公开5件、无法提供3件；结转下年度继续办理1件。',
        ],
        [3, '本年度新收政府信息公开申请9件，上年结转0件，办结8件，结转下年度继续办理1件。'],
        [4, '本年度因政府信息公开工作发生行政复议1件，其中结果维持1件，未发生行政诉讼。'],
        [6, '本年度未发出信息处理费收费通知，未收取信息处理费。'],
      ],
    );
  });

  it('are written under the heading, and not twice', () => {
    const text = withStandardSentences(base);
    for (const { text: sentence } of standardSentences(reportOf(base)))
      strictEqual(text.split(sentence).length, 2);
    strictEqual(withStandardSentences(text), text);
    ok(text.includes('（二）依申请公开情况。2024年，新收'));
  });

  it('are offered on an empty line of their section', () => {
    const at = base.indexOf('三、收到和处理');
    const line = base.indexOf('\n', at) + 1;
    const text = `${base.slice(0, line)}\n${base.slice(line)}`;
    strictEqual(standardSentenceAt(reportOf(text), line)?.insert.slice(0, 5), '本年度新收');
    strictEqual(standardSentenceAt(reportOf(text), at + 3), null);
  });

  it('are silent where a cell they repeat cannot be read', () => {
    const torn = base.replace(
      '继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
      '继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | x |',
    );
    deepStrictEqual(
      standardSentences(reportOf(torn)).map(({ section }) => section),
      [4, 6],
    );
  });
});

describe('two years side by side', () => {
  it('changed figures only, each on the same line of both texts', () => {
    const last = base.replaceAll('2024', '2023').replace('行政许可 | 57 |', '行政许可 | 60 |');
    const { left, right, title } = compareYears(reportOf(last), reportOf(base), 'zh');
    strictEqual(title, '清溪县教育局 2023 年 ↔ 2024 年');
    strictEqual(left, '清溪县教育局2023年\n\n主动公开政府信息情况\n  行政许可\n    本年处理决定数量  60\n');
    strictEqual(
      right,
      '清溪县教育局2024年\n\n主动公开政府信息情况\n  行政许可\n    本年处理决定数量  57  (−3, −5.0%)\n',
    );
  });

  it('two equal years: nothing changed', () =>
    ok(compareYears(reportOf(base), reportOf(base), 'zh').left.includes('没有变化')));
});

describe('an entry of the configuration', () => {
  const own = { report: '24.txt', rule: 'carry-over', at: 'applications.2.total', value: 0 };
  const made = (text: string, list: 'accept' | 'aggregates' = 'accept') => {
    const edits = addEntry(text, list, own);
    return edits && applyEdits(text, edits);
  };
  const reads = (text: string | null) =>
    JSON.parse((text ?? '').replace(/\/\/.*/g, '').replace(/,(?=\s*[\]}])/g, ''));

  it('is written into a new configuration or behind the entries of one', () => {
    deepStrictEqual(reads(made('')), { accept: [own] });
    deepStrictEqual(reads(made('{"rules": {"row-label": "off"}}')), {
      rules: { 'row-label': 'off' },
      accept: [own],
    });
    const commented = made('{\n\t// why\n\t"accept": [\n\t\t{"report": "a", "rule": "b"},\n\t],\n}');
    ok(commented?.includes('// why') && commented.includes('\n\t\t'));
    const beside = made(commented ?? '', 'aggregates');
    ok(beside?.includes('// why') && beside.includes('\n\t"aggregates": ['));
    deepStrictEqual(reads(commented), { accept: [{ report: 'a', rule: 'b' }, own] });
  });

  it('nothing is written into what is no configuration', () => {
    for (const text of ['[', '[]', '{"accept": 3}', '{"accept": [}']) strictEqual(made(text), null);
  });
});
