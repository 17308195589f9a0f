// What real pages do to a correct report without making it wrong, and what is wrong but must not mislead.
import { deepStrictEqual, strictEqual } from 'node:assert';
import { reportsIn } from '../../server/src/report/index.ts';
import { check } from '../../server/src/rules/check.ts';
import { base } from '../support/base.ts';

/**
 * Rules of warning level and above, in the text's order; reports are told apart by their place in the list.
 */
function alarms(text: string): string[][] {
  return reportsIn(text).map(({ report }) =>
    check(report)
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule, field }) => (field === null ? rule : `${rule}@${field}`)),
  );
}

const heading = /^([一二三四五六])、((?:总体|主动|收到|政府信息公开行政|存在|其他需要).*)$/gm;
const headings = (write: (number: string, title: string) => string): string =>
  base.replace(heading, (_, number: string, title: string) => write(number, title));
const six =
  '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';
const section = (from: string, to: string): string =>
  base.slice(base.indexOf(`\n${from}`), base.indexOf(`\n${to}`));

/** What real pages do to a correct report: none of it is an error of the organ. */
const harmless: Readonly<Record<string, string>> = {
  'the example report': base,
  'the six names on one line of the preamble': base.replace(
    '一、总体情况',
    `本报告由${six}六个部分组成。\n一、总体情况`,
  ),
  'a list in section one that counts 一 to 四 like headings': base.replace(
    '二、主动公开政府信息情况',
    '一、加强组织领导。成立领导小组。\n二、主动公开政府信息情况。及时发布。\n三、收到和处理政府信息公开申请情况。按时答复。\n四、政府信息公开行政复议、行政诉讼情况。积极应诉。\n二、主动公开政府信息情况',
  ),
  'a table of contents': base.replace(
    '一、总体情况',
    `目录\n${(base.match(heading) ?? []).join('\n')}\n一、总体情况`,
  ),
  'an interpretation of the report behind it': `${base}\n清溪县教育局2024年政府信息公开工作年度报告解读\n报告分为${six}六个部分。\n一、编制背景\n按照条例编制。\n二、主要内容\n见报告全文。\n`,
  'the table before its heading': (() => {
    const own = section('二、主动', '三、收到');
    const [, title = '', ...table] = own.split('\n');
    return base.replace(own, `\n${table.join('\n')}\n${title}`);
  })(),
  'headings indented, with a colon': headings((number, title) => `　　${number}、${title}：`),
  'headings of Markdown': headings((number, title) => `## ${number}、${title}`),
  'headings in bold': headings((number, title) => `**${number}、${title}**`),
  'headings numbered 1、': headings((number, title) => `${'一二三四五六'.indexOf(number) + 1}、${title}`),
  'headings numbered （一）、': headings((number, title) => `（${number}）、${title}`),
  'a title on two lines': base.replace(/政府信息公开工作年度报告/, '政府\n信息公开工作年度报告'),
  'no title': base.slice(base.indexOf('\n') + 1),
  'the year in a head, a note in another': base
    .replace('本年制发件数', '本年(2024)制发件数')
    .replace('现行有效件数', '现行有效件数（历史累计）'),
  'a note in a row label': base.replace('规章 |', '规章（设区的市以上机关应提供相关数据） |'),
  'explicit nones': base.replace('规章 | 0 | 0 | 0 |', '规章 | / | —— | 无 |'),
  'a line between tables': base.replace(
    '四、政府信息公开行政复议',
    '注：数据截至2024年12月31日。\n四、政府信息公开行政复议',
  ),
  'unit and year over a table': base.replace(
    '二、主动公开政府信息情况',
    '二、主动公开政府信息情况\n单位：件   2024年度',
  ),
  'blank inner totals': base.replace(/^(.*[.）].*\|) \d+ \| (\|\|?)$/gm, '$1  | $2'),
  'question marks for full-width blanks': base.replace(/^（/gm, '????（'),
};

describe('what real pages do', () => {
  for (const [name, text] of Object.entries(harmless))
    it(`${name}: no alarm`, () => {
      const found = alarms(text);
      deepStrictEqual(found[0], []);
      strictEqual(found.length, 1);
    });

  it('two sections with one number are reported, and read all the same', () => {
    deepStrictEqual(alarms(base.replace('二、主动公开政府信息情况', '一、主动公开政府信息情况')), [
      ['section-order'],
    ]);
  });

  it('tables that are pictures are missing, not zero', () => {
    const text = ['二、主动', '三、收到', '四、政府'].reduce((all, from, i) => {
      const own = section(from, ['三、收到', '四、政府', '五、存在'][i] as string);
      return all.replace(own, `\n${own.split('\n')[1]}\n表${i + 1}.jpg`);
    }, base);
    deepStrictEqual(alarms(text), [['missing-table', 'missing-table', 'missing-table']]);
  });

  it('a scraper that keeps each line once leaves labels without values: unreadable', () => {
    const cells = section('三、收到', '四、政府').replaceAll(/ *\|+ */g, '\n');
    const once = [...new Set(cells.split('\n'))].join('\n');
    deepStrictEqual(alarms(base.replace(section('三、收到', '四、政府'), `\n${once}`)), [
      ['unreadable-table'],
    ]);
  });

  it('digits without any mark between them: unreadable', () => {
    const own = section('三、收到', '四、政府');
    const glued = own.replaceAll(/(?<=[\d）\p{Script=Han}”]) *\|+ *(?=[\d|]|$)/gmu, '').replaceAll('|', '');
    deepStrictEqual(alarms(base.replace(own, glued)), [['unreadable-table']]);
  });

  it('a row of an organ’s own is unknown, and shifts nothing', () => {
    const text = base.replace('第二十条第（五）项', '其他主动公开文件 | 118 | 0 | 240 |\n第二十条第（五）项');
    deepStrictEqual(alarms(text), [['unknown-row']]);
  });

  it('a title alone, or a report in the scheme before 2019, is left alone', () => {
    strictEqual(alarms('清溪县教育局2024年政府信息公开工作年度报告\n').length, 0);
    const old =
      '一、概述\n全年公开信息30条。\n二、主动公开情况\n见网站。\n三、依申请公开情况\n无。\n四、收费及减免情况\n无。\n五、复议诉讼情况\n无。\n六、存在的主要问题\n人手不足。\n';
    strictEqual(alarms(`清溪县教育局2018年政府信息公开工作年度报告\n${old}`).length, 0);
  });
});
