// Rules that read plain text: what each finds, and what looks like it and is right.
import { deepStrictEqual, ok } from 'node:assert';
import { latePublication } from '../../server/src/rules/late-publication.ts';
import { isIdentityNumber } from '../../server/src/rules/personal-data.ts';
import { base, embed } from '../support/base.ts';
import { findingsIn } from '../support/reading.ts';

/** `rule: the text marked` of every finding on the example report with one more paragraph in section 1. */
const marked = (text: string): readonly string[] =>
  findingsIn(text).map(({ finding, span }) => `${finding.rule}: ${text.slice(span.from, span.to)}`);

const inOverview = (paragraph: string): string =>
  embed(`一、总体情况\n${paragraph}\n（一）主动公开情况。做好主动公开。`);

const found: readonly (readonly [paragraph: string, ...findings: string[]])[] = [
  ['牢记公开为常态、公开为例外的要求。', 'fixed-phrase: 公开为例外'],
  ['坚持公开为常态,公开为例外。', 'fixed-phrase: 公开为例外'],
  ['认真学习习近平新时代中国特色社会义思想。', 'fixed-phrase: 习近平新时代中国特色社会义思想'],
  ['全面贯彻习平新时代中国特色社会主义思想。', 'fixed-phrase: 习平新时代中国特色社会主义思想'],
  ['依照国办公开办函〔2021〕3号的格式。', 'fixed-phrase: 3'],
  ['依照国办公开办函(2019)30号的格式。', 'fixed-phrase: 30'],
  ['依照国办函〔2021〕109号收费。', 'fixed-phrase: 2021'],
  ['根据《政府信息公开条例》（国务院令第771号）编制。', 'fixed-phrase: 771'],
  ['根据国务院令第492号编制。', 'fixed-phrase: 492'],
  ['根据《中华人民共和国政府信息公开条列》编制。', 'fixed-phrase: 中华人民共和国政府信息公开条列'],
  ['××县教育局编制。', 'unfilled-text: ××'],
  ['全年发布□□篇。', 'unfilled-text: □□'],
  ['全年累计发布信息条，答复咨询12次。', 'unfilled-text: 累计发布信息条'],
  ['全年制发文件2件，废止1件，目前现行有效的行政规范性文件。', 'unfilled-text: 现行有效的行政规范性文件'],
  ['欢迎来信，邮箱：。', 'unfilled-text: 邮箱：'],
  ['网站建设待补充。', 'unfilled-text: 待补充'],
  ['按照省政府办公厅函〔〕号要求。', 'unfilled-text: 函〔〕'],
  [
    '本报告包括概述、主动公开情况、依申请公开情况、咨询情况、复议诉讼和申诉情况、存在的问题六个部分。',
    'preamble-parts: 概述、主动公开情况、依申请公开情况、咨询情况、复议诉讼和申诉情况、存在的问题六个部分',
  ],
  [
    '本报告由总体情况、主动公开、依申请公开、复议诉讼、存在的问题五部分组成。',
    'preamble-parts: 总体情况、主动公开、依申请公开、复议诉讼、存在的问题五部分',
  ],
  ['现发布白水县统计局2024年度政府信息公开工作年度报告。', 'other-organ: 白水县统计局'],
  ['数据统计时间为1月1日至11月30日。', 'period-mismatch: 1月1日至11月30日'],
  ['报告内容涵盖2024年2月1日至12月31日期间的工作。', 'period-mismatch: 2024年2月1日至12月31日'],
  ['数据统计期限自202411日起至20241130日止。', 'period-mismatch: 202411日起至20241130日'],
  ['现将2023年政府信息公开工作年度报告公布如下。', 'period-mismatch: 2023'],
  ['全年公开信息36条（请结合单位实际填写）。', 'page-residue: （请结合单位实际填写）'],
  ['材料中有居民身份证110101199003074514。', 'personal-data: 110101199003074514'],
  ['来访人李某13912345678已答复。', 'personal-data: 13912345678'],
];

const silent: readonly string[] = [
  '公示期限为2024年3月1日至3月7日，收到意见2条。',
  '数据统计期限自2024年1月1日始至2024年12月31日止。',
  '统计时间为1月1日至12月31日。',
  '统计期限为202411日至20241231日。',
  '按时发布2023年政府信息公开工作年度报告。',
  '针对2023年年度报告指出的问题逐项整改。',
  '指导群众填写申请表（可在网上填写）。',
  '坚持公开为常态、不公开为例外。',
  '落实“以公开为常态、以不公开为例外”的要求。',
  '深入贯彻习近平新时代中国特色社会主义思想。',
  '学习习近平文化思想、习近平生态文明思想和习近平总书记关于教育的重要论述。',
  '依照国办公开办函〔2021〕30号的格式，参照国办公开办函〔2019〕61号。',
  '落实国办函〔2020〕109号和国办发〔2021〕12号。',
  '《中华人民共和国政府信息公开条例》（国务院令第711号）自2019年5月15日起施行，原国务院令第492号修订后公布。',
  '执行《清溪县政府信息公开条例实施办法》。',
  '对现行有效的规范性文件，逐件标注。',
  '公开文件、条例和办事条件。发布信息36条。',
  '共受理申请9件，办结8件，现行有效规范性文件20件。',
  '认真办理每一份申请件。',
  '联系电话：0710-1234567，邮箱：gk@example.cn。',
  '围绕主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面开展工作。',
  '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。',
  '现公布县教育局2024年政府信息公开工作年度报告。',
  '现将本局2024年政府信息公开工作年度报告公布如下。',
  '统一社会信用代码110101199003074514。',
  '索引号110101199003074514。',
  '监督电话13912345678。',
  '证件号码110101199002304514、110101199003074515均不存在。',
];

describe('rules on plain text', () => {
  for (const [paragraph, ...findings] of found)
    it(`found: ${paragraph.slice(0, 40)}`, () => deepStrictEqual(marked(inOverview(paragraph)), findings));

  for (const paragraph of silent)
    it(`silent: ${paragraph.slice(0, 40)}`, () => deepStrictEqual(marked(inOverview(paragraph)), []));

  it('a sub-heading one character off, and wordings of its own', () => {
    const subHeading = (title: string) =>
      marked(base.replace('（三）政府信息管理情况', `（三）${title}情况`));
    deepStrictEqual(subHeading('政府信息管里'), ['fixed-phrase: 政府信息管里']);
    for (const title of ['政务信息管理', '信息管理', '政府信息资源管理', '监督保障'])
      deepStrictEqual(subHeading(title), [], title);
  });

  it('a number without text, unless it was only broken off', () => {
    deepStrictEqual(marked(inOverview('（一）\n（二）依申请公开。按时答复。')), ['unfilled-text: （一）']);
    deepStrictEqual(marked(inOverview('一是\n更新目录，方便查找。')), []);
  });

  it('a sub-heading on the whole county, for its bureau and for a town', () => {
    const heading = (area: string) => inOverview(`（一）推进${area}政府信息公开工作`);
    deepStrictEqual(marked(heading('全县')), []);
    deepStrictEqual(marked(heading('全省')), ['other-organ: 全省']);
  });

  it('an overview that is only the preamble, or tells of others without a figure', () => {
    const one = (text: string) => marked(embed(`一、总体情况\n${text}`));
    const heading = ['empty-section: 一、总体情况'];
    deepStrictEqual(one('本报告由总体情况等六个部分组成，统计期限为2024年1月1日至2024年12月31日。'), heading);
    deepStrictEqual(
      one(
        '根据《中华人民共和国政府信息公开条例》编制本报告。\n如有疑问，请与本局办公室联系，电话：0710-1234567。',
      ),
      heading,
    );
    deepStrictEqual(one('本报告由六个部分组成。全年主动公开信息36条。'), []);
    deepStrictEqual(one('部分地区公开不够主动，多数部门已经建立制度。'), ['empty-section: 部分地区']);
    deepStrictEqual(one('部分地区公开不够主动，今年收到的9件申请均已办结或者结转。'), []);
    const ofCounty = base.replaceAll('清溪县教育局', '清溪县人民政府');
    deepStrictEqual(
      marked(ofCounty.replace(/（一）主动公开情况[\s\S]*?(?=\n二、)/, '多数部门已经建立制度。')),
      [],
    );
  });

  it('a date of publication after the deadline, where a setting asks for it', () => {
    const late = (organ: string, dates: string) =>
      findingsIn(`${dates}\n${base.replaceAll('清溪县教育局', organ)}`, latePublication)
        .filter(({ finding }) => finding.rule === 'late-publication')
        .map(({ finding }) => finding.message.en);
    deepStrictEqual(late('清溪县教育局', '发布日期：2025-02-18').length, 1);
    deepStrictEqual(late('清溪县青石镇人民政府', '发布时间：2025年2月18日').length, 1);
    deepStrictEqual(late('清溪县人民政府', '公开日期：2025-04-02').length, 1);
    for (const [organ, dates] of [
      ['清溪县人民政府', '发布日期：2025-02-18'],
      ['清溪县人民政府办公室', '发布日期：2025-03-18'],
      ['清溪县教育局', '发布日期：2025-01-31'],
      ['清溪县教育局', '生成日期：2025-01-20 发布日期：2025-06-18'],
      ['清溪县教育局', '发布日期：2027-06-18'],
      ['清溪县教育局', '浏览时间：2025-06-18'],
    ] as const)
      deepStrictEqual(late(organ, dates), [], `${organ} ${dates}`);
    const byDefault = marked(`发布日期：2025-02-18\n${base}`);
    deepStrictEqual(byDefault, []);
  });

  it('section 5 without a problem, without a measure', () => {
    const five = (text: string) => marked(embed(`五、存在的主要问题及改进情况\n${text}`)).length;
    deepStrictEqual(five('一是栏目更新不及时，二是解读形式单一，三是人员力量薄弱。'), 1);
    deepStrictEqual(five('全年工作顺利完成，各项任务落实到位，群众反映良好。'), 1);
    deepStrictEqual(five('个别栏目更新较慢，已按月检查。'), 0);
    deepStrictEqual(five('（一）存在的問題。欄目更新不夠及時。\n（二）改進措施。加強檢查。'), 0);
  });

  it('a year left over in the fees, a signature before the year was over', () => {
    const six = (text: string) => marked(embed(`六、其他需要报告的事项\n${text}`));
    deepStrictEqual(six('2023年度未收取信息处理费。'), ['period-mismatch: 2023']);
    deepStrictEqual(six('按国办函〔2020〕109号，2024年度未收取信息处理费。'), []);
    deepStrictEqual(six('本年度未收取信息处理费。\n清溪县教育局\n2024年12月20日'), [
      'period-mismatch: 2024年12月20日',
    ]);
    deepStrictEqual(six('本年度未收取信息处理费。\n清溪县教育局\n2025年1月20日'), []);
  });

  it('lines of a page in front of the report', () => {
    for (const line of [
      '注册 | 登录',
      '无障碍浏览 | 长者版',
      '您现在的位置：首页 > 政务公开',
      '【字号：大 中 小】',
      '发布时间：2025-01-20 来源：办公室 点击数：36',
      '网站标识码：4206000001',
      '鄂ICP备12345678号',
      '用微信扫描二维码分享',
    ])
      deepStrictEqual(marked(`${line}\n${base}`), [`page-residue: ${line}`], line);
    for (const line of ['无障碍环境建设情况报告', '来源：清溪县教育局'])
      deepStrictEqual(marked(`${line}\n${base}`), [], line);
  });

  it('the notice that sent the report round, in front of it', () => {
    const notice = '关于印发2024年政府信息公开工作年度报告的通知\n各科室、下属单位：';
    deepStrictEqual(marked(`${notice}\n${base}`), [`page-residue: ${notice}`]);
    for (const letter of [
      '关于报送2024年政府信息公开工作年度报告的函\n县政府办公室：',
      '关于报送2024年政府信息公开工作年度报告的报告\n各位领导：',
      '关于印发2024年政务公开工作要点的通知\n各科室：',
    ])
      deepStrictEqual(marked(`${letter}\n${base}`), [], letter);
  });

  it('notices to pay and money received, and other fees', () => {
    const six = (text: string) => marked(embed(`六、其他需要报告的事项\n${text}`));
    for (const [text, ...findings] of [
      ['没有发出收费通知，实际收取信息处理费90元。', 'fee-statement: 实际收取信息处理费90元'],
      ['下达缴费通知书0件，实收60元。', 'fee-statement: 实收60元'],
      ['发出收费通知3件，应收信息处理费80元，实收110元。', 'fee-statement: 实收110元'],
      ['全年行政事业性收费按规定执行。', 'fee-statement: 六、其他需要报告的事项'],
      ['发出收费通知3件，应收信息处理费80元，实收80元。'],
      ['发出收费通知2件，应收信息处理费80元，实收40元。'],
      ['未发出收费通知，实收上年通知的60元。'],
      ['未发出收费通知，未收取信息处理费。'],
      ['发出收费通知0件，应收0元，实收0元。'],
    ] as const)
      deepStrictEqual(six(text), findings, text);
  });

  it('sub-headings that do not count on, and lists inside them', () => {
    const overview = (...heads: readonly string[]) =>
      marked(embed(['一、总体情况', ...heads.map((head) => `${head}，按照规定做好工作。`)].join('\n')));
    deepStrictEqual(overview('（一）主动公开', '（二）依申请公开', '（二）信息管理', '（五）监督保障'), [
      'section-order: （二）',
    ]);
    deepStrictEqual(overview('(一)主动公开', '(二)依申请公开', '(四)监督保障'), ['section-order: (四)']);
    deepStrictEqual(overview('（一）主动公开', '（二）依申请公开', '（一）平台建设'), [
      'section-order: （一）',
    ]);
    for (const heads of [
      ['（一）主动公开', '（一）编好目录', '（二）建好台账', '（二）依申请公开'],
      ['（一）主动公开', '（二）依申请公开，其中（三）信息管理', '（四）平台建设'],
      ['1.公开', '（一）主动公开', '（二）依申请公开', '2.管理', '（一）信息管理', '（二）平台建设'],
      ['（一）主动公开', '二依申请公开', '（三）信息管理'],
      ['（一）主动公开', '（二）依申请公开，对照第二十条', '（一）项至第（十五）项', '（三）信息管理'],
    ])
      deepStrictEqual(overview(...heads), [], heads.join());
  });

  it('a heading printed twice with text after each', () => {
    const five = '五、存在的主要问题及改进情况';
    const twice = (between: string) => marked(base.replace(`${five}\n`, `${five}\n${between}${five}\n`));
    deepStrictEqual(twice('部分栏目更新较慢，正在督促各科室改进。\n'), [`section-order: ${five}`]);
    deepStrictEqual(twice(''), []);
  });

  it('an identity number needs a date and a check digit', () => {
    ok(isIdentityNumber('11010119900307451' + '4'));
    for (const number of ['110101199013074514', '110101199003324514', '110101199003074513'])
      ok(!isIdentityNumber(number), number);
  });
});
