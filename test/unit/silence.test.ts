// On texts that are no annual report the server is silent, and beside a report they are no second one.
import { deepStrictEqual } from 'node:assert';
import { reportsIn } from '../../server/src/report/index.ts';
import { base } from '../support/base.ts';

/** Texts in which an annual report must never be seen. */
const others: Readonly<Record<string, string>> = {
  nothing: '',
  blanks: ' \t\n　\r\n\n',
  'a title alone': '清溪县教育局2024年政府信息公开工作年度报告',
  'a title and a date':
    '清溪县教育局2024年政府信息公开工作年度报告\n\n发布日期：2025-01-20\n来源：清溪县教育局\n',
  'a novel': `第一回　渡口\n\n${'船在雾里走了半日，两岸的芦苇一声不响。老陈把橹搁下，说：“再等一等，天亮了才看得见码头。”小满不答，只把手伸进水里，数着水纹。\n'.repeat(40)}`,
  'a novel in English': `Chapter One\n\n${'The ferry left before the bells, and nobody on the quay looked up. “Two crates,” said the clerk, “and the third is yours.” She signed where he pointed.\n\n'.repeat(40)}`,
  'a story about the office': `一、开头\n${'老周在信息公开科坐了十二年。每年一月，他都要写那份年度报告：主动公开多少条，依申请公开多少件，行政复议多少件。今年他忽然想写一句真话。\n'.repeat(20)}二、结尾\n他把报告锁进抽屉，去院子里看雪。\n`,
  'a budget': [
    '清溪县教育局2024年部门预算',
    '一、部门概况',
    '主要职责：贯彻执行教育法律法规，管理全县教育事业。',
    '二、收支预算总表',
    '项目 | 预算数 | 上年预算数 | 增减 |',
    '一、一般公共预算拨款收入 | 8123.50 | 7901.20 | 222.30 |',
    '二、政府性基金预算拨款收入 | 0.00 | 0.00 | 0.00 |',
    '三、其他收入 | 12.00 | 0.00 | 12.00 |',
    '收入总计 | 8135.50 | 7901.20 | 234.30 |',
    '三、行政事业性收费情况',
    '行政事业性收费 | 12.00 | 9.00 | 3.00 |',
    '四、政府采购情况',
    '总计 | 120 | 80 | 40 |',
    '五、其他需要说明的事项',
    '本部门预算公开表共九张，其他 | 0 | 0 | 0 |',
    '六、名词解释',
  ].join('\n'),
  'a final account': [
    '2024年度部门决算公开',
    '第一部分 部门概况',
    '一、主要职能',
    '二、机构设置',
    '第二部分 2024年度部门决算表',
    '收入支出决算总表\t\t\t',
    '项目\t行次\t决算数\t总计',
    '一、财政拨款收入\t1\t532.1\t532.1',
    '二、其他收入\t2\t0\t0',
    '总计\t3\t532.1\t532.1',
  ].join('\n'),
  'a page of news': [
    '首页 > 新闻动态 > 工作动态',
    '我县召开政府信息公开工作推进会',
    '发布时间：2025-01-08  来源：县政府办公室  浏览次数：132',
    '1月7日，我县召开政府信息公开工作推进会，通报2024年政府信息公开工作年度报告编制情况，部署下一步工作。',
    '会议指出，2024年全县主动公开政府信息情况良好，收到和处理政府信息公开申请情况平稳，政府信息公开行政复议、行政诉讼情况总体可控。',
    '会议要求，各单位要在1月31日前发布年度报告，如实反映存在的主要问题及改进情况。全年共收到政府信息公开申请312件，同比增长5%。',
    '上一篇：没有了',
    '下一篇：关于开展政务公开培训的通知',
  ].join('\n'),
  'the six names in one sentence':
    '【解读】年度报告怎么写\n按照规定格式，报告包括一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。\n各单位应当按时公布。\n',
  'the six names on one line':
    '年度报告的六个部分：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。',
  'a list of reports': Array.from(
    { length: 60 },
    (_, i) =>
      `清溪县第${i + 1}中学2024年政府信息公开工作年度报告  2025-01-${String((i % 28) + 1).padStart(2, '0')}`,
  ).join('\n'),
  'a list of links': Array.from(
    { length: 60 },
    (_, i) => `- [石塘镇人民政府${2024 - (i % 9)}年政府信息公开工作年度报告](./t2025_${i}.html)`,
  ).join('\n'),
  'a plan': [
    '清溪县2025年政务公开工作要点',
    '一、总体要求',
    '以公开促落实、促规范、促服务。',
    '二、加强主动公开',
    '（一）公开规章、行政规范性文件。（二）公开行政许可、行政处罚、行政强制结果。（三）公开行政事业性收费。',
    '三、规范依申请公开',
    '依法办理政府信息公开申请，减少行政复议、行政诉讼。',
    '四、强化监督保障',
    '五、存在的主要问题及改进措施',
    '六、其他事项',
  ].join('\n'),
  'a law': [
    '清溪县政府信息公开办法',
    '第一章 总则',
    ...Array.from(
      { length: 50 },
      (_, i) =>
        `第${i + 1}条 行政机关应当依照本办法公开政府信息。第二十条第（一）项规定的规章、行政规范性文件，自形成之日起20个工作日内公开。`,
    ),
  ].join('\n'),
  'a notice of the format': [
    '关于做好年度报告编制工作的通知',
    '各单位：',
    '请按国家规定的格式编制政府信息公开工作年度报告。',
    '一、报送时间。1月31日前。',
    '二、报送方式。通过政务网报送。',
    '三、有关要求。数据准确，勾稽关系成立。',
    '联系人：李工　电话：0000-0000000',
  ].join('\n'),
  'a readme':
    '# ogi\n\nChecks 政府信息公开工作年度报告.\n\n## Install\n\n```\nnpm i\n```\n\n| rule | level |\n|---|---|\n| 总计 | error |\n| 其他 | 0 |\n',
  'a table of figures': '姓名,年龄,总计\n张三,30,1\n李四,41,2\n总计,71,3\n其他,0,0\n',
  'a JSON of fields': JSON.stringify(
    { 规章: 0, 行政规范性文件: 3, 行政许可: 57, 总计: 60, 自然人: 8, 商业企业: 1 },
    null,
    2,
  ),
  'an old report': [
    '清溪县教育局2017年政府信息公开工作年度报告',
    '根据《中华人民共和国政府信息公开条例》，现公布2017年度报告。',
    '一、概述',
    '2017年，我局积极推进信息公开，建立制度，落实责任。',
    '二、主动公开政府信息的情况',
    '全年主动公开政府信息412条，其中政策法规类12条，业务动态类400条。',
    '三、依申请公开政府信息的情况',
    '全年共收到依申请公开3件，均已答复。',
    '四、政府信息公开的收费及减免情况',
    '全年未收取任何费用。',
    '五、因政府信息公开申请行政复议、提起行政诉讼的情况',
    '全年未发生行政复议、行政诉讼。',
    '六、存在的主要问题及改进措施',
    '公开内容有待丰富。',
  ].join('\n'),
  'minutes of a meeting': [
    '县政府常务会议纪要',
    '一、听取总体情况汇报',
    '二、研究行政处罚、行政强制有关问题',
    '三、审议行政事业性收费标准',
    '结果：维持 3，纠正 1，其他 0，尚未审结 2，总计 6。',
  ].join('\n'),
  'labels in a glossary': '规章\n行政规范性文件\n行政许可\n行政处罚\n行政强制\n行政事业性收费\n',
};

describe('silence', () => {
  for (const [name, text] of Object.entries(others))
    it(`${name}: no report`, () => {
      for (const each of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', ' ')])
        deepStrictEqual(
          reportsIn(each).map(({ at }) => at),
          [],
        );
    });

  it('before or behind a report they are no second one', () => {
    for (const [name, text] of Object.entries(others))
      for (const both of [`${name === 'an old report' ? '' : text}\n\n${base}`, `${base}\n\n${text}`]) {
        const found = reportsIn(both).map(({ report: { organ, year } }) => `${organ} ${year}`);
        deepStrictEqual(found, ['清溪县教育局 2024'], name);
      }
  });
});
