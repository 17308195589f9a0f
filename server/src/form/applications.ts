// Table `applications`: requests received, carried over and handled (section 3). Data alone.
import type { ColumnSpec, Edition, RowSpec, TableSpec } from './spec.ts';

/**
 * Section 3: 国办公开办函〔2021〕30号, and 〔2019〕60号, which differs in one place: there （六）其他处理 is one row.
 * `basis` names the article of the 条例 that the outcome rests on, or the format where it has no article.
 */
export function applications(edition: Edition): TableSpec {
  const outcomes = [...decided, ...(edition === '2021' ? otherHandling2021 : otherHandling2019)];
  return {
    id: 'applications',
    section: 3,
    title: { zh: '收到和处理政府信息公开申请情况', en: 'Requests received and handled' },
    blocks: [
      {
        head: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        columns,
        rows: [...received, ...outcomes, { ...total, sumOf: outcomes.map((row) => row.id) }, carriedForward],
        printed: 'grid',
      },
    ],
    balance: { left: received.map((row) => row.id), right: [total.id, carriedForward.id] },
  };
}

const applicants = ['申请人情况'];
const organisations = ['申请人情况', '法人或其他组织'];

const columns: readonly ColumnSpec[] = [
  {
    id: 'natural-person',
    label: '自然人',
    groups: applicants,
    name: { zh: '自然人', en: 'Natural persons' },
    meaning: { zh: '以个人名义提出的申请。', en: 'Requests made in a person’s own name.' },
    measure: 'count',
  },
  {
    id: 'business',
    label: '商业企业',
    groups: organisations,
    name: { zh: '商业企业', en: 'Businesses' },
    meaning: { zh: '公司等企业提出的申请。', en: 'Requests made by companies and other businesses.' },
    measure: 'count',
  },
  {
    id: 'research',
    label: '科研机构',
    groups: organisations,
    name: { zh: '科研机构', en: 'Research institutions' },
    meaning: { zh: '高校、科研院所等提出的申请。', en: 'Requests made by universities and institutes.' },
    measure: 'count',
  },
  {
    id: 'public-interest',
    label: '社会公益组织',
    groups: organisations,
    name: { zh: '社会公益组织', en: 'Public-interest organisations' },
    meaning: {
      zh: '慈善组织、环保组织等公益性社会组织提出的申请。',
      en: 'Requests made by charities, environmental groups and the like.',
    },
    measure: 'count',
  },
  {
    id: 'legal-service',
    label: '法律服务机构',
    groups: organisations,
    name: { zh: '法律服务机构', en: 'Legal-service firms' },
    meaning: {
      zh: '律师事务所等法律服务机构以本机构名义提出的申请；律师代理他人申请的，按委托人计。',
      en: 'Requests a law firm makes in its own name; one made for a client counts under the client.',
    },
    measure: 'count',
  },
  {
    id: 'other',
    label: '其他',
    variants: ['其它'],
    groups: organisations,
    name: { zh: '其他', en: 'Other organisations' },
    meaning: {
      zh: '以上四类以外的法人或者其他组织提出的申请。',
      en: 'Requests made by organisations of none of the four kinds before.',
    },
    measure: 'count',
  },
  {
    id: 'total',
    label: '总计',
    variants: ['合计'],
    groups: applicants,
    name: { zh: '总计', en: 'Total' },
    meaning: { zh: '自然人和各类组织六列之和。', en: 'Sum of the six columns of applicants.' },
    measure: 'count',
    sumOf: ['natural-person', 'business', 'research', 'public-interest', 'legal-service', 'other'],
  },
];

const received: readonly RowSpec[] = [
  {
    id: '1',
    label: '一、本年新收政府信息公开申请数量',
    variants: ['一、本年新收', '一、本年新收申请数量', '一、本年新收政府信息公开数量'],
    name: { zh: '本年新收', en: 'Received this year' },
    meaning: {
      zh: '本年1月1日至12月31日收到的政府信息公开申请件数，不论是否已经办结。',
      en: 'Requests received from 1 January to 31 December of the report year, finished or not.',
    },
    basis: {
      zh: '《条例》第五十条第（二）项；收到之日按第三十一条确定',
      en: 'Regulations, art. 50 (2); the day of receipt follows art. 31',
    },
    groups: [],
  },
  {
    id: '2',
    label: '二、上年结转政府信息公开申请数量',
    variants: ['二、上年结转', '二、上年结转申请数量', '二、上年结转政府信息公开数量'],
    name: { zh: '上年结转', en: 'Carried over from last year' },
    meaning: {
      zh: '上年12月31日以前收到、到上年年底还没有办结的申请件数，应等于上年年报的“结转下年度继续办理”。',
      en: 'Requests not finished by the end of last year: the figure last year’s report carries forward.',
    },
    basis: { zh: '《条例》第五十条第（二）项', en: 'Regulations, art. 50 (2)' },
    groups: [],
  },
];

const results = '三、本年度办理结果';
const refused = [results, '（三）不予公开'];
const unavailable = [results, '（四）无法提供'];
const notProcessed = [results, '（五）不予处理'];
const otherHandling = [results, '（六）其他处理'];

const decided: readonly RowSpec[] = [
  {
    id: '3-1',
    label: '（一）予以公开',
    name: { zh: '予以公开', en: 'Disclosed' },
    meaning: {
      zh: '本年办结、全部予以公开的申请：已主动公开而告知获取方式、途径的，或者直接提供信息的。',
      en: 'Requests granted in full this year: the information was provided, or the applicant told where it is published.',
    },
    basis: {
      zh: '《条例》第十三条；第三十六条第（一）、（二）项',
      en: 'Regulations, art. 13; art. 36 (1), (2)',
    },
    groups: [results],
  },
  {
    id: '3-2',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    variants: ['（二）部分公开'],
    name: { zh: '部分公开', en: 'Disclosed in part' },
    meaning: {
      zh: '信息中有不应当公开的内容，区分处理后公开其余部分的申请。只在这里计一次，不再计入不予公开等其他情形。',
      en: 'Requests granted after separating what must not be disclosed. Counted here once and under no other outcome.',
    },
    basis: { zh: '《条例》第三十七条', en: 'Regulations, art. 37' },
    groups: [results],
  },
  {
    id: '3-3-1',
    label: '1.属于国家秘密',
    variants: ['1.国家秘密'],
    name: { zh: '属于国家秘密', en: 'State secrets' },
    meaning: {
      zh: '信息依法确定为国家秘密，不予公开的申请。',
      en: 'Requests refused because the information is classified as a state secret.',
    },
    basis: { zh: '《条例》第十四条', en: 'Regulations, art. 14' },
    groups: refused,
  },
  {
    id: '3-3-2',
    label: '2.其他法律行政法规禁止公开',
    variants: ['2.法律行政法规禁止公开', '2.法律法规禁止公开'],
    name: { zh: '其他法律行政法规禁止公开', en: 'Barred by other laws' },
    meaning: {
      zh: '国家秘密以外，法律、行政法规明文禁止公开的申请。地方性法规、规章和文件不能作为依据。',
      en: 'Requests refused because a law or administrative regulation forbids disclosure. Local rules and documents do not suffice.',
    },
    basis: { zh: '《条例》第十四条', en: 'Regulations, art. 14' },
    groups: refused,
  },
  {
    id: '3-3-3',
    label: '3.危及“三安全一稳定”',
    variants: ['3.三安全一稳定'],
    name: { zh: '危及“三安全一稳定”', en: 'Danger to security or stability' },
    meaning: {
      zh: '公开后可能危及国家安全、公共安全、经济安全、社会稳定，不予公开的申请。',
      en: 'Requests refused because disclosure may endanger national, public or economic security or social stability.',
    },
    basis: { zh: '《条例》第十四条', en: 'Regulations, art. 14' },
    groups: refused,
  },
  {
    id: '3-3-4',
    label: '4.保护第三方合法权益',
    variants: ['4.保护第三方权益', '4.第三方合法权益', '4.第三方权益'],
    name: { zh: '保护第三方合法权益', en: 'Rights of third parties' },
    meaning: {
      zh: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益，不予公开的申请。第三方同意公开，或者不公开会对公共利益造成重大影响的，不在此列。',
      en: 'Requests refused to protect trade secrets, privacy or the like, where the third party has not agreed and no major public interest calls for disclosure.',
    },
    basis: { zh: '《条例》第十五条；程序见第三十二条', en: 'Regulations, art. 15; procedure in art. 32' },
    groups: refused,
  },
  {
    id: '3-3-5',
    label: '5.属于三类内部事务信息',
    variants: ['5.三类内部事务信息', '5.内部事务信息'],
    name: { zh: '属于三类内部事务信息', en: 'Internal affairs' },
    meaning: {
      zh: '属于人事管理、后勤管理、内部工作流程三类内部事务信息，不予公开的申请。',
      en: 'Requests refused because the information concerns personnel, logistics or internal procedure.',
    },
    basis: { zh: '《条例》第十六条第一款', en: 'Regulations, art. 16, para. 1' },
    groups: refused,
  },
  {
    id: '3-3-6',
    label: '6.属于四类过程性信息',
    variants: ['6.四类过程性信息', '6.过程性信息'],
    name: { zh: '属于四类过程性信息', en: 'Deliberative records' },
    meaning: {
      zh: '属于讨论记录、过程稿、磋商信函、请示报告四类过程性信息，不予公开的申请。',
      en: 'Requests refused because the information is a record of discussion, a draft, a letter of consultation, or a request or report to superiors.',
    },
    basis: { zh: '《条例》第十六条第二款', en: 'Regulations, art. 16, para. 2' },
    groups: refused,
  },
  {
    id: '3-3-7',
    label: '7.属于行政执法案卷',
    variants: ['7.行政执法案卷'],
    name: { zh: '属于行政执法案卷', en: 'Enforcement case files' },
    meaning: {
      zh: '属于行政执法案卷信息，不予公开的申请。',
      en: 'Requests refused because the information is part of an administrative enforcement case file.',
    },
    basis: { zh: '《条例》第十六条第二款', en: 'Regulations, art. 16, para. 2' },
    groups: refused,
  },
  {
    id: '3-3-8',
    label: '8.属于行政查询事项',
    variants: ['8.行政查询事项'],
    name: { zh: '属于行政查询事项', en: 'Register searches' },
    meaning: {
      zh: '申请查询工商登记、不动产登记等资料，法律、行政法规对获取办法另有规定，告知按该规定办理的申请。',
      en: 'Requests for business, real-estate or similar registers, referred to the special procedure that a law provides for them.',
    },
    basis: { zh: '《条例》第三十六条第（七）项', en: 'Regulations, art. 36 (7)' },
    groups: refused,
  },
  {
    id: '3-4-1',
    label: '1.本机关不掌握相关政府信息',
    variants: ['1.本机关不掌握', '1.不掌握相关信息'],
    name: { zh: '本机关不掌握相关政府信息', en: 'Not held by this organ' },
    meaning: {
      zh: '经检索没有所申请的信息，或者信息不属于本机关负责公开的申请。',
      en: 'Requests for information that a search did not find, or that another organ is responsible for.',
    },
    basis: { zh: '《条例》第三十六条第（四）、（五）项', en: 'Regulations, art. 36 (4), (5)' },
    groups: unavailable,
  },
  {
    id: '3-4-2',
    label: '2.没有现成信息需要另行制作',
    variants: ['2.没有现成信息', '2.需要另行制作', '2.需另行制作'],
    name: { zh: '没有现成信息需要另行制作', en: 'Would have to be created' },
    meaning: {
      zh: '没有现成信息，需要对现有信息加工、分析或者另行制作，因而不提供的申请。',
      en: 'Requests not met because the information would have to be compiled, analysed or newly made.',
    },
    basis: { zh: '《条例》第三十八条', en: 'Regulations, art. 38' },
    groups: unavailable,
  },
  {
    id: '3-4-3',
    label: '3.补正后申请内容仍不明确',
    variants: ['3.补正后仍不明确', '3.申请内容仍不明确'],
    name: { zh: '补正后申请内容仍不明确', en: 'Unclear after correction' },
    meaning: {
      zh: '申请人已按通知补正，内容仍不明确，因而无法提供的申请。逾期不补正的计入“（六）其他处理”。',
      en: 'Requests that stayed unclear after the applicant corrected them. Those never corrected count under （六）.',
    },
    basis: { zh: '《条例》第三十条', en: 'Regulations, art. 30' },
    groups: unavailable,
  },
  {
    id: '3-5-1',
    label: '1.信访举报投诉类申请',
    variants: ['1.信访举报投诉类', '1.信访举报投诉', '1.信访投诉举报类申请'],
    name: { zh: '信访举报投诉类申请', en: 'Petitions and complaints' },
    meaning: {
      zh: '以政府信息公开申请的形式进行信访、投诉、举报，告知不作为政府信息公开申请处理的。',
      en: 'Petitions, complaints or reports in the form of a request, not handled as requests.',
    },
    basis: { zh: '《条例》第三十九条第一款', en: 'Regulations, art. 39, para. 1' },
    groups: notProcessed,
  },
  {
    id: '3-5-2',
    label: '2.重复申请',
    name: { zh: '重复申请', en: 'Repeated requests' },
    meaning: {
      zh: '已经答复过，同一申请人又申请公开相同信息，告知不予重复处理的申请。',
      en: 'Requests of an applicant for the same information after it was answered, not handled again.',
    },
    basis: { zh: '《条例》第三十六条第（六）项', en: 'Regulations, art. 36 (6)' },
    groups: notProcessed,
  },
  {
    id: '3-5-3',
    label: '3.要求提供公开出版物',
    variants: ['3.公开出版物'],
    name: { zh: '要求提供公开出版物', en: 'Published works' },
    meaning: {
      zh: '要求提供政府公报、报刊、书籍等公开出版物，告知获取途径的申请。',
      en: 'Requests for gazettes, newspapers, books and other publications, answered with where to get them.',
    },
    basis: { zh: '《条例》第三十九条第二款', en: 'Regulations, art. 39, para. 2' },
    groups: notProcessed,
  },
  {
    id: '3-5-4',
    label: '4.无正当理由大量反复申请',
    variants: ['4.大量反复申请', '4.无正当理由反复申请'],
    name: { zh: '无正当理由大量反复申请', en: 'Excessive requests' },
    meaning: {
      zh: '申请数量、频次明显超过合理范围，要求说明理由后认为理由不合理，告知不予处理的申请。',
      en: 'Requests of clearly unreasonable number or frequency, not handled since the reasons given were not sound.',
    },
    basis: { zh: '《条例》第三十五条', en: 'Regulations, art. 35' },
    groups: notProcessed,
  },
  {
    id: '3-5-5',
    label: '5.要求行政机关确认或重新出具已获取信息',
    variants: ['5.要求确认或重新出具已获取信息', '5.确认或重新出具已获取信息', '5.确认或重新出具'],
    name: { zh: '要求确认或重新出具已获取信息', en: 'Confirming what was already obtained' },
    meaning: {
      zh: '申请人已经取得信息，又要求行政机关予以确认或者重新出具的申请。',
      en: 'Requests to confirm, or to issue again, information the applicant already has.',
    },
    basis: {
      zh: '年度报告格式（《条例》没有单列这一情形）',
      en: 'The report format (no article of its own)',
    },
    groups: notProcessed,
  },
];

const otherHandling2021: readonly RowSpec[] = [
  {
    id: '3-6-1',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    variants: [
      '1.逾期不补正不再处理',
      '1.申请人无正当理由逾期不补正',
      '1.逾期不补正',
      '1.申请人逾期不补正',
      '1.逾期未补正',
      '1.无正当理由逾期不补正',
    ],
    name: { zh: '逾期不补正', en: 'Not corrected in time' },
    meaning: {
      zh: '申请人接到补正通知后，无正当理由逾期不补正，视为放弃申请、不再处理的。',
      en: 'Requests taken as given up since the applicant, told to correct them, did not in time and had no good reason.',
    },
    basis: { zh: '《条例》第三十条', en: 'Regulations, art. 30' },
    groups: otherHandling,
  },
  {
    id: '3-6-2',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    variants: [
      '2.逾期未缴费不再处理',
      '2.逾期不缴费不再处理',
      '2.申请人逾期未按收费通知要求缴纳费用',
      '2.逾期不缴费',
      '2.逾期未缴费',
      '2.申请人逾期未缴费',
      '2.逾期未缴纳费用',
      '2.逾期不缴纳费用',
      '2.申请人逾期未缴纳费用',
    ],
    name: { zh: '逾期未缴费', en: 'Fee not paid in time' },
    meaning: {
      zh: '行政机关发出信息处理费收费通知，申请人逾期未缴纳，不再处理的申请。有此情形的，第六部分应报告发出收费通知的情况。',
      en: 'Requests given up since the information-processing fee was not paid in time. Section 6 must then report on the fee notices.',
    },
    basis: {
      zh: '《条例》第四十二条；国办函〔2020〕109号',
      en: 'Regulations, art. 42; 国办函〔2020〕109号',
    },
    groups: otherHandling,
  },
  {
    id: '3-6-3',
    label: '3.其他',
    variants: ['3.其他原因', '3.其它'],
    name: { zh: '其他', en: 'Other' },
    meaning: {
      zh: '以上各种情形以外的办理结果，如申请人撤回申请。',
      en: 'Any other outcome, for example a request withdrawn by the applicant.',
    },
    basis: {
      zh: '年度报告格式（《条例》没有单列这一情形）',
      en: 'The report format (no article of its own)',
    },
    groups: otherHandling,
  },
];

const otherHandling2019: readonly RowSpec[] = [
  {
    id: '3-6',
    label: '（六）其他处理',
    variants: ['（六）其它处理'],
    name: { zh: '其他处理', en: 'Other handling' },
    meaning: {
      zh: '以上各种情形以外的办理结果，如逾期不补正、逾期未缴费、申请人撤回申请。',
      en: 'Any other outcome: not corrected or not paid in time, withdrawn by the applicant.',
    },
    basis: {
      zh: '年度报告格式；《条例》第三十条、第四十二条',
      en: 'The report format; Regulations, art. 30, art. 42',
    },
    groups: [results],
  },
];

const total: RowSpec = {
  id: '3-7',
  label: '（七）总计',
  variants: ['（七）合计'],
  name: { zh: '办理结果总计', en: 'Finished in all' },
  meaning: {
    zh: '本年办结的申请件数，等于（一）至（六）各行之和。',
    en: 'Requests finished this year: the sum of all rows of （一） to （六）.',
  },
  basis: { zh: '年度报告格式', en: 'The report format' },
  groups: [results],
};

const carriedForward: RowSpec = {
  id: '4',
  label: '四、结转下年度继续办理',
  variants: ['四、结转下年度', '四、结转下一年度继续办理', '四、结转下一年继续办理'],
  name: { zh: '结转下年度继续办理', en: 'Carried forward' },
  meaning: {
    zh: '到本年12月31日还没有办结、转入下年继续办理的申请件数，等于第一项加第二项减（七）总计。',
    en: 'Requests not finished by 31 December: rows 一 and 二 together, less （七）.',
  },
  basis: {
    zh: '《条例》第五十条第（二）项；年度报告格式',
    en: 'Regulations, art. 50 (2); the report format',
  },
  groups: [],
};
