import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { emptySection } from '../../server/src/rules/empty-section.ts';
import { feeStatement } from '../../server/src/rules/fee-statement.ts';
import { implausibleFigure } from '../../server/src/rules/implausible-figure.ts';
import { narrativeMismatch } from '../../server/src/rules/narrative-mismatch.ts';
import { narrativeSum } from '../../server/src/rules/narrative-sum.ts';
import { pageResidue } from '../../server/src/rules/page-residue.ts';
import { periodMismatch } from '../../server/src/rules/period-mismatch.ts';
import type { Issue, Rule } from '../../server/src/rules/rule.ts';
import { cannotMakeRules, rulemakingPower } from '../../server/src/rules/rulemaking-power.ts';
import { applyEdits, shift } from '../../server/src/text/span.ts';
import { base, embed } from '../support/base.ts';
import { cellsOf, reportOf } from '../support/reading.ts';

const all = [
  narrativeMismatch,
  narrativeSum,
  emptySection,
  feeStatement,
  periodMismatch,
  implausibleFigure,
  rulemakingPower,
  pageResidue,
];

const issuesIn = (rule: Rule, text: string): readonly Issue[] => rule.check(reportOf(text));
const said = (issues: readonly Issue[]) => issues.map(({ message }) => message.zh);

/** The example report with a second paragraph of section 1 of one's own. */
const overview = (paragraph: string) =>
  embed(`一、总体情况\n（一）主动公开情况。做好主动公开。\n（二）依申请公开情况。${paragraph}`);

/** Issues of `narrative-mismatch`, as the text they stand on. */
const mismatches = (text: string) =>
  issuesIn(narrativeMismatch, text).map(({ span }) => text.slice(span.from, span.to));

describe('rules on prose', () => {
  for (const rule of all) {
    it(`${rule.id}: the manual's wrong example is found once, the right one not, and each fix clears it`, () => {
      const wrong = embed(rule.manual.wrong);
      const issues = issuesIn(rule, wrong);
      strictEqual(issues.length, 1, said(issues).join('\n'));
      deepStrictEqual(said(issuesIn(rule, embed(rule.manual.right))), []);
      for (const fix of issues[0]?.fixes?.() ?? []) {
        deepStrictEqual(said(issuesIn(rule, applyEdits(wrong, fix.edits))), [], fix.title.zh);
      }
    });

    it(`${rule.id}: the example report is clean`, () => deepStrictEqual(said(issuesIn(rule, base)), []));
  }
});

describe('narrative-mismatch', () => {
  const sentence =
    '全年收到政府信息公开申请9件，上年结转0件，办结8件，结转下年度继续办理1件，因政府信息公开引发行政复议1件，未发生行政诉讼；制发行政规范性文件3件，废止1件，现行有效20件；作出行政许可决定57件、行政处罚决定4件，收取行政事业性收费12.5万元。';
  const text = overview(sentence);
  const repeated = [
    'applications.1.total',
    'applications.2.total',
    'applications.3-7.total',
    'applications.4.total',
    'disputes.reconsideration.total',
    'disputes.direct-suit.total',
    'disclosure.normative.made',
    'disclosure.normative.repealed',
    'disclosure.normative.in-force',
    'disclosure.licence.decisions',
    'disclosure.penalty.decisions',
    'disclosure.fee.amount',
  ];

  it('a sentence that agrees with every cell says nothing', () => deepStrictEqual(mismatches(text), []));

  for (const field of repeated) {
    it(`${field} changed: one finding, and each fix clears it`, () => {
      const cell = cellsOf(reportOf(text)).get(field);
      ok(cell !== undefined);
      const changed = applyEdits(text, [{ ...shift(cell.span, 0), insert: '77' }]);
      const issues = issuesIn(narrativeMismatch, changed);
      strictEqual(issues.length, 1, said(issues).join('\n'));
      const fixes = issues[0]?.fixes?.() ?? [];
      for (const fix of fixes) deepStrictEqual(mismatches(applyEdits(changed, fix.edits)), [], fix.title.zh);
      ok(fixes.length > 0 || field === 'disputes.direct-suit.total');
    });
  }

  for (const [from, to] of [
    ['申请9件', '申请12件'],
    ['结转0件', '结转3件'],
    ['办结8件', '办结十一件'],
    ['办理1件', '办理5件'],
    ['复议1件', '复议2件'],
    ['未发生行政诉讼', '引发政府信息公开行政诉讼3件'],
    ['文件3件', '文件4件'],
    ['废止1件', '废止2件'],
    ['有效20件', '有效200件'],
    ['决定57件', '决定75件'],
    ['处罚决定4件', '处罚决定40件'],
    ['12.5万元', '125万元'],
  ] as const) {
    it(`${from} told as ${to}: one finding, and each fix clears it`, () => {
      const changed = text.replace(from, to);
      ok(changed !== text);
      const issues = issuesIn(narrativeMismatch, changed);
      strictEqual(issues.length, 1, said(issues).join('\n'));
      for (const fix of issues[0]?.fixes?.() ?? [])
        deepStrictEqual(mismatches(applyEdits(changed, fix.edits)), [], fix.title.zh);
    });
  }

  it('a fix says which figure it changes', () => {
    const [issue] = issuesIn(narrativeMismatch, text.replace('申请9件', '申请12件'));
    strictEqual(issue?.fixes?.()[0]?.title.zh, '正文“信息公开申请12件”改为 9');
  });

  for (const [paragraph, expected] of [
    ['全年未收到政府信息公开申请。', ['未收到']],
    ['收到政府信息公开申请9件，已全部办结。', ['全部办结']],
    ['收到政府信息公开申请9件，均已答复，其中结转下年度1件。', []],
    ['受理政府信息公开申请9件，办结率100%。', []],
    ['收到线上申请5件，线下申请4件。', []],
    ['收到线上申请5件，线下申请5件。', ['5']],
    ['共收到政府信息公开申请9件，其中自然人8件、企业1件。', []],
    ['共收到政府信息公开申请9件，其中自然人7件、企业2件。', ['7', '2']],
    ['办结8件，其中予以公开5件、无法提供3件。', []],
    ['办结8件，其中予以公开4件、无法提供4件。', ['4', '4']],
    ['行政复议1件，均获维持；2023年收到申请40件。', []],
    ['收到政府信息公开申请12件。今年收到政府信息公开申请9件。', []],
    ['收到申请约12件，制发规范性文件10余件，协助答复申请64件，全县共收到申请300件。', []],
  ] as const) {
    it(paragraph, () => deepStrictEqual(mismatches(overview(paragraph)), expected));
  }

  it('a paragraph broken by the page width is read whole', () => {
    const wrapped = (figure: string) =>
      overview(
        `严格执行登记、审核、办理、答复等程序，全年共收到政府信息公开申请${figure}件，办\n结8件，结转下年度继续办理1件。`,
      );
    deepStrictEqual(mismatches(wrapped('9')), []);
    deepStrictEqual(mismatches(wrapped('1\n2')), ['1\n2']);
    deepStrictEqual(mismatches(wrapped('9').replace('结8件', '结7件').replaceAll('\n', '\r\n')), ['7']);
  });

  it('names the sentence and the cell', () => {
    const [issue] = issuesIn(narrativeMismatch, overview('收到政府信息公开申请12件。'));
    strictEqual(issue?.field, 'applications.1.total');
    ok(issue?.message.zh.includes('12') && issue.message.zh.includes('9'), issue?.message.zh);
    strictEqual(issue?.related?.length, 1);
  });

  it('a cell that cannot be read leaves the sentence unchecked', () => {
    const cell = cellsOf(reportOf(base)).get('applications.1.total');
    ok(cell !== undefined);
    deepStrictEqual(mismatches(applyEdits(base, [{ ...shift(cell.span, 0), insert: 'x' }])), []);
  });
});

describe('period-mismatch', () => {
  const preamble = (period: string) => base.replace(/统计期限为[^。]*/, period);
  for (const [period, expected] of [
    ['统计期限为2024年1月1日至12月31日', 0],
    ['统计期限自202411日起至20241231日止', 0],
    ['统计期限为2023年1月1日至2023年12月31日', 1],
    ['统计期限为2024年1月1日至2024年12月30日', 1],
    ['统计期限为2024年1月1日—12月31日', 0],
    ['统计时间：2024年1月1日至12月31日', 0],
    ['统计期限略。\n发布时间：2024-12-20', 1],
    ['统计期限略。\n发布时间：2025-01-20', 0],
  ] as const) {
    it(period, () => {
      const text = preamble(period);
      ok(text.includes(period));
      const issues = issuesIn(periodMismatch, text);
      strictEqual(issues.length, expected, said(issues).join('\n'));
      for (const fix of issues[0]?.fixes?.() ?? [])
        deepStrictEqual(said(issuesIn(periodMismatch, applyEdits(text, fix.edits))), []);
    });
  }

  for (const [section, expected] of [
    ['五、存在的主要问题及改进情况\n更新不够及时。2024年，我局将继续完善制度。', 1],
    ['五、存在的主要问题及改进情况\n更新不够及时。2025年，我局将继续完善制度。', 0],
    ['五、存在的主要问题及改进情况\n更新不够及时。2024年，将政务公开纳入考核。', 0],
    ['一、总体情况\n2023年，我局做好公开工作。2023年共公开信息5条。', 1],
    ['一、总体情况\n2023年，我局启用新系统。2024年共公开信息5条。', 0],
  ] as const) {
    it(section.replace('\n', ' '), () =>
      strictEqual(issuesIn(periodMismatch, embed(section)).length, expected),
    );
  }
});

describe('fee-statement', () => {
  for (const [words, expected] of [
    ['无。', 1],
    ['本年度未收取信息处理费。', 0],
    ['按照规定的按件、按量收费标准，没有产生信息公开处理费。', 0],
    ['本年度收取信息处理费120元（1件）。', 0],
    ['', 1],
  ] as const) {
    it(words, () =>
      strictEqual(issuesIn(feeStatement, embed(`六、其他需要报告的事项\n${words}`)).length, expected),
    );
  }
});

describe('empty-section', () => {
  for (const [section, expected] of [
    ['一、总体情况\n　　', 1],
    ['五、存在的主要问题及改进情况\n无', 1],
    ['五、存在的主要问题及改进情况\n\n无其他问题，继续保持。', 0],
  ] as const) {
    it(section.replace('\n', ' '), () =>
      strictEqual(issuesIn(emptySection, embed(section)).length, expected),
    );
  }
});

describe('rulemaking-power', () => {
  for (const organ of [
    '清溪县教育局',
    '云岭镇人民政府',
    '南湖街道办事处',
    '东山县人民政府',
    '白塔区人民政府办公室',
    '江州市水务局',
    '青川省林业厅',
    '国家税务总局东山县税务局',
    '北山自治县',
    '大冶市人民政府',
    '胶州市人民政府',
    '郑州市新密市人民政府',
    '恩施土家族苗族自治州利川市政府',
  ]) {
    it(`${organ} cannot`, () => ok(cannotMakeRules(organ)));
  }
  for (const organ of [
    '江州市人民政府',
    '青川省人民政府',
    '南岭自治区人民政府',
    '西川自治州人民政府',
    '国家林业总局',
    '江州市人民政府办公室',
    '住房部',
    '东莞市人民政府',
    '海南省儋州市人民政府',
    '广州市人民政府',
    '昌吉回族自治州人民政府',
    '大冶市人民政府办公室',
  ]) {
    it(`${organ} may`, () => ok(!cannotMakeRules(organ)));
  }
});
