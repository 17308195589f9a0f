import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { neighboursOf } from '../../server/src/archive/neighbours.ts';
import { ReportIndex } from '../../server/src/archive/report-index.ts';
import { summaryOf } from '../../server/src/archive/summary.ts';
import { ConfigStore, type EffectiveConfig } from '../../server/src/config/store.ts';
import { actions } from '../../server/src/features/actions.ts';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { cellStatus } from '../../server/src/features/figure-navigation.ts';
import { fixSums } from '../../server/src/features/fix-sums.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { outline } from '../../server/src/features/outline.ts';
import { preview } from '../../server/src/features/preview.ts';
import { comparisonFindings, findings } from '../../server/src/findings/findings.ts';
import { tablesOf } from '../../server/src/report/contents.ts';
import type { Report } from '../../server/src/report/report.ts';
import { rules } from '../../server/src/rules/all.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import type { Severities } from '../../server/src/rules/severity.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { base } from '../support/base.ts';
import { withWords } from '../support/features.ts';
import { findingsBeside, reportOf } from '../support/reading.ts';

const asShipped: Severities = new Map();
const configName = '/r/.ogi-report.json';

/** What holds in the folder `/r` with this configuration. */
function configured(config: object | null, severities = asShipped): EffectiveConfig {
  const text = config && TextDocument.create(configName, 'jsonc', 0, JSON.stringify(config));
  const store = new ConfigStore((name) => (name === configName ? text : null));
  return store.effective(store.nearest('/r/', ['/r/']), severities);
}

const alone = (report: Report, config: EffectiveConfig): readonly Finding[] =>
  findings(report, { config, document: 'a.txt', neighbours: null }).items;

const received = '一、本年新收政府信息公开申请数量 | 8 | 1 | 0 | 0 | 0 | 0 | 9 | ||';
/**
 * A wrong total, the balance and the suspect of it, a blank that breaks a sum, and digits of another width.
 */
const faulty = withWords(
  [received, received.replace('| 9 |', '| 10 |')],
  ['（一）予以公开 | 4 |', '（一）予以公开 |  |'],
  ['| 57 |', '| ５７ |'],
);

describe('findings', () => {
  it('of one wrong cell, the suspect leads and sums and sentences say that they follow from it', () => {
    const wrong = withWords(['（一）予以公开 | 4 | 1 |', '（一）予以公开 | 7 | 1 |']);
    const found = alone(reportOf(wrong), configured(null));
    const follows = found.filter(({ rule }) => /mismatch$/.test(rule));
    ok(found.some(({ rule }) => rule === 'suspect-cell') && follows.length > 1);
    for (const { message, related } of follows) {
      match(message.zh, /疑由“.*”填错引起/);
      match(message.en, /probably follows from/);
      match(related[0]?.message.zh ?? '', /予以公开/);
    }
    const off = alone(reportOf(wrong), configured(null, new Map([['suspect-cell', 'off' as const]])));
    ok(off.every(({ message }) => !message.zh.includes('填错引起')));
  });

  it('of a file whose name tells another organ', () => {
    const named = (document: string) =>
      findings(reportOf(base), { config: configured(null), document, neighbours: null }).items.map(
        ({ rule }) => rule,
      );
    deepStrictEqual(named('局/白水县档案局2024年政府信息公开年报.txt'), ['other-organ']);
    for (const document of [
      '001_清溪县教育局2024年政府信息公开工作年度报告.txt',
      '教育局2024年度政府信息公开年度报告.txt',
      '白水县2024年政府信息公开年报汇编/a.txt',
      '本局2024年政府信息公开年报.txt',
      '2024年政府信息公开年报.txt',
      '白水县档案局.txt',
    ])
      deepStrictEqual(named(document), [], document);
  });

  it('regulations in force that do not follow, where some were amended', () => {
    const row = '行政规范性文件 | 3 | 1 | 20 |';
    const rules = '规章 | 0 | 0 | 0 |';
    ok(base.includes(rules) && base.includes(row));
    const own = base.replace(rules, '规章 | 3 | 0 | 2 |');
    const amended = own.replace(/(?=\n二、)/, '\n全年修订规章2件。');
    const before = base
      .replaceAll('2024', '2023')
      .replace(rules, '规章 | 0 | 0 | 1 |')
      .replace(row, '行政规范性文件 | 0 | 0 | 18 |');
    const levels = (text: string) =>
      findingsBeside(text, before)
        .filter(({ finding }) => finding.rule === 'documents-carry-over')
        .map(({ finding }) => finding.severity);
    deepStrictEqual(levels(own), ['warning']);
    deepStrictEqual(levels(amended), ['hint']);
    deepStrictEqual(levels(own.replace(/(?=\n二、)/, '\n全年修订规章制度2项。')), ['warning']);
  });

  it('a table that leaves zeros blank is said once, with one fix for all', () => {
    const text = base.replace(/(?<=\| {0,2})0(?= {0,2}\|)/g, '');
    const blanks = alone(reportOf(text), configured(null)).filter(({ rule }) => rule === 'blank-cell');
    ok(blanks.length > 0 && blanks.length <= 3, String(blanks.length));
    const [first] = blanks;
    match(first?.message.zh ?? '', /本表有 \d+ 格未填/);
    const edits = blanks.flatMap((finding) => finding.fixes()[0]?.edits ?? []);
    deepStrictEqual(alone(reportOf(applyEdits(text, edits)), configured(null)), []);
  });

  it('are the same object for the same report and an equal context', () => {
    const report = reportOf(faulty);
    const config = configured({ accept: [{ report: 'a.txt', rule: 'blank-cell' }] });
    const context = { config, document: 'a.txt', neighbours: null };
    strictEqual(findings(report, context), findings(report, { ...context }));
    const index = new ReportIndex();
    index.set('/r/a.txt', [report], summaryOf);
    const [own] = index.of('/r/a.txt');
    ok(own);
    const beside = () => ({ ...context, neighbours: neighboursOf(own, index, config.file) });
    strictEqual(findings(report, beside()), findings(report, beside()));
    strictEqual(comparisonFindings(own, beside()), comparisonFindings(own, beside()));
    const other = configured({ rules: { 'sum-mismatch': 'hint' } });
    notStrictEqual(findings(report, beside()), findings(report, { ...beside(), config: other }));
  });

  it('say which entries of acceptance applied and which were used', () => {
    const config = configured({
      accept: [
        { report: 'b.txt', rule: 'sum-mismatch' },
        { report: 'a.txt', rule: 'sum-mismatch', at: 'applications.1.total', value: 10 },
        { report: 'a.txt', rule: 'sum-mismatch', at: 'applications.1.total', value: 11 },
      ],
    });
    const found = findings(reportOf(faulty), { config, document: 'a.txt', neighbours: null });
    deepStrictEqual([found.applied, found.used], [[1, 2], [1]]);
  });

  it('beside others are accepted where only a summary is at hand, an explicit none as well', () => {
    const last = base.replaceAll('2024', '2023');
    const now = withWords([
      '二、上年结转政府信息公开申请数量 | 0 |',
      '二、上年结转政府信息公开申请数量 | / |',
    ]);
    const index = new ReportIndex();
    index.set('/r/23.txt', [reportOf(last)], summaryOf);
    const report = reportOf(now);
    index.set('/r/24.txt', [report], summaryOf);
    const [own] = index.of('/r/24.txt');
    ok(own);
    const at = 'applications.2.natural-person';
    const found = (config: EffectiveConfig) => {
      const context = { config, document: '24.txt', neighbours: neighboursOf(own, index, config.file) };
      return [comparisonFindings(own, context).items, findings(report, context).items].map((items) =>
        items.some(({ rule, field }) => rule === 'carry-over' && field === at),
      );
    };
    deepStrictEqual(found(configured(null)), [true, true]);
    const accept = (value: unknown) =>
      configured({ accept: [{ report: '24.txt', rule: 'carry-over', at, value }] });
    deepStrictEqual(found(accept(null)), [false, false]);
    deepStrictEqual(found(accept(2)), [true, true]);
  });
});

describe('what is accepted or turned off', () => {
  const every = rules.map(({ id }) => id);
  for (const [how, config] of [
    ['accepted', configured({ accept: every.map((rule) => ({ report: 'a.txt', rule })) })],
    ['off in the configuration', configured({ rules: Object.fromEntries(every.map((id) => [id, 'off'])) })],
    ['off in the client', configured(null, new Map(every.map((id) => [id, 'off'])))],
  ] as const)
    it(`${how}: nothing of it is left in any feature`, () => {
      const report = reportOf(faulty);
      const found = alone(report, config);
      deepStrictEqual(found, []);
      const html = preview({ report, at: 0 }, found, 'zh');
      ok(!/class="[^"]*(?:wrong|suspect)/.test(html) && !html.includes(' title='));
      const at = faulty.indexOf('10 | ||');
      ok(!hover(report, found, at)?.content.zh.includes('✗'));
      ok(inlayHints(report, found, { from: 0, to: report.length }).every(({ kind }) => kind !== 'delta'));
      ok(codeLenses(report, found).every(({ fixes }) => fixes === null));
      ok(codeLenses(report, found).every(({ title }) => title.zh.endsWith('全部成立')));
      for (const said of [
        outline(report, found).detail.zh,
        hover(report, found, 0)?.content.zh,
        cellStatus(report, found, at, 'zh')?.status,
        html,
      ]) {
        const [, held, all] = /勾稽(?:关系)? (\d+)\/(\d+)/.exec(said ?? '') ?? [];
        ok(held !== undefined && held === all, said);
      }
      for (let offset = 0; offset < report.length; offset += 7)
        deepStrictEqual(
          actions(report, found, { from: offset, to: offset }, (kind) => kind !== 'refactor.rewrite'),
          [],
        );
      deepStrictEqual(
        actions(report, found, { from: at, to: at }, () => true),
        [],
      );
      for (const placed of tablesOf(report)) deepStrictEqual(fixSums(placed, found), []);
    });

  it('a total that is accepted stays, the others are set', () => {
    const text = withWords(
      [received, received.replace('| 9 |', '| 10 |')],
      ['（一）予以公开 | 4 | 1 | 0 | 0 | 0 | 0 | 5 |', '（一）予以公开 | 4 | 1 | 0 | 0 | 0 | 0 | 6 |'],
    );
    const report = reportOf(text);
    const at = 'applications.1.total';
    const found = alone(
      report,
      configured({ accept: [{ report: 'a.txt', rule: 'sum-mismatch', at, value: 10 }] }),
    );
    const placed = report.tables.applications;
    ok(placed);
    const after = applyEdits(text, fixSums(placed, found));
    ok(after.includes(received.replace('| 9 |', '| 10 |')));
    ok(after.includes('（一）予以公开 | 4 | 1 | 0 | 0 | 0 | 0 | 5 |'));
    const said = hover(report, found, text.indexOf('10 | ||'))?.content.zh ?? '';
    match(said, /“本年新收”各列之和 = 总计：8 \+ 1 .*= 9，填报 10（不作为问题）/);
    match(said, /✗/, 'its balance is not accepted');
  });
});

describe('the store of configurations', () => {
  const texts = new Map<string, string>();
  const asked: string[] = [];
  const fresh = () => {
    texts.clear();
    asked.length = 0;
    return new ConfigStore((name) => {
      asked.push(name);
      const text = texts.get(name);
      return text === undefined ? null : TextDocument.create(name, 'jsonc', 0, text);
    });
  };

  it('finds the nearest one, no farther up than the first of the tops around the folder', () => {
    const store = fresh();
    texts.set('/a/.ogi-report.json', '{}');
    texts.set('/a/b/c/.ogi-report.json', '{}');
    strictEqual(store.nearest('/a/b/c/d/', ['/a/'])?.name, '/a/b/c/.ogi-report.json');
    strictEqual(store.nearest('/a/b/', ['/x/', '/a/'])?.name, '/a/.ogi-report.json');
    strictEqual(store.nearest('/a/b/', ['/a/b/', '/a/']), null);
    strictEqual(store.nearest('/a/b/', []), null);
    strictEqual(store.nearest('/a/', ['/'])?.name, '/a/.ogi-report.json');
    strictEqual(store.nearest('', ['/a/']), null);
  });

  it('a configuration that cannot be read is one finding and sets nothing', () => {
    const store = new ConfigStore(() => ({ zh: '没有权限', en: 'permission denied' }));
    const file = store.nearest('/a/', []);
    deepStrictEqual(
      file?.problems.map(({ rule, message }) => [rule, message.zh]),
      [['invalid-configuration', '配置文件不能读取：没有权限']],
    );
    deepStrictEqual(file?.config.accept, []);
  });

  it('reads each file once, and again when told that it has changed', () => {
    const store = fresh();
    const holds = () => store.effective(store.nearest('/a/b/', ['/a/']), asShipped);
    const before = holds();
    strictEqual(holds(), before);
    deepStrictEqual(asked, ['/a/b/.ogi-report.json', '/a/.ogi-report.json']);
    texts.set('/a/.ogi-report.json', '{"rules": {"sum-mismatch": "off"}}');
    strictEqual(store.refresh('/a/.ogi-report.json'), true);
    strictEqual(store.refresh('/a/.ogi-report.json'), false);
    strictEqual(holds().severities.get('sum-mismatch'), 'off');
    texts.delete('/a/.ogi-report.json');
    strictEqual(store.refresh('/a/.ogi-report.json'), true);
    strictEqual(holds(), before);
  });

  it('names documents by their path from its folder', () => {
    const store = fresh();
    texts.set('/a/.ogi-report.json', '{}');
    const file = store.file('/a/.ogi-report.json');
    strictEqual(file?.nameOf('/a/b/c.txt'), 'b/c.txt');
    strictEqual(file?.nameOf('/b/c.txt'), null);
  });
});
