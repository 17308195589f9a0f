// Table `disclosure` in the edition of 国办公开办函〔2021〕30号: section 2. Data alone.
import type { BlockSpec, ColumnSpec } from './spec.ts';

const documents: readonly ColumnSpec[] = [
  {
    id: 'made',
    label: '本年制发件数',
    variants: ['本年度制发件数'],
    name: { zh: '本年制发件数', en: 'Made this year' },
    meaning: {
      zh: '本年1月1日至12月31日制定并印发的件数。',
      en: 'Documents made and issued from 1 January to 31 December of the report year.',
    },
    measure: 'count',
  },
  {
    id: 'repealed',
    label: '本年废止件数',
    variants: ['本年度废止件数'],
    name: { zh: '本年废止件数', en: 'Repealed this year' },
    meaning: {
      zh: '本年1月1日至12月31日废止或者宣布失效的件数，不论制发于哪一年。',
      en: 'Documents repealed or declared void from 1 January to 31 December, whatever year they were made in.',
    },
    measure: 'count',
  },
  {
    id: 'in-force',
    label: '现行有效件数',
    variants: ['现行有效件', '现行有效件数（历史累计）'],
    name: { zh: '现行有效件数', en: 'In force' },
    meaning: {
      zh: '截至本年12月31日仍然有效的件数，含往年制发的。应等于上年现行有效件数加本年制发、减本年废止。',
      en: 'Documents in force on 31 December, those of earlier years included: last year’s figure plus made minus repealed.',
    },
    measure: 'count',
  },
];

const decisions: readonly ColumnSpec[] = [
  {
    id: 'decisions',
    label: '本年处理决定数量',
    variants: ['本年度处理决定数量', '本年处理绝对数量'],
    name: { zh: '本年处理决定数量', en: 'Decisions this year' },
    meaning: {
      zh: '本年1月1日至12月31日作出的决定件数，按作出决定的日期计。',
      en: 'Decisions taken from 1 January to 31 December, by the date of the decision.',
    },
    measure: 'count',
  },
];

const fee: readonly ColumnSpec[] = [
  {
    id: 'amount',
    label: '本年收费金额（单位：万元）',
    variants: ['本年收费金额', '本年收费金额（万元）'],
    name: { zh: '本年收费金额（万元）', en: 'Fees charged this year (10,000 yuan)' },
    meaning: {
      zh: '本年1月1日至12月31日收取的总额，以万元为单位，可以有小数。',
      en: 'Total charged from 1 January to 31 December in units of 10,000 yuan; decimals are allowed.',
    },
    measure: 'money',
  },
];

/** Section 2 of 国办公开办函〔2021〕30号, item by item: 条例 article 20 (1), (5), (6), (8). */
export const disclosure2021: readonly BlockSpec[] = [
  {
    head: '第二十条第（一）项',
    rowHead: '信息内容',
    columns: documents,
    rows: [
      {
        id: 'regulations',
        label: '规章',
        name: { zh: '规章', en: 'Rules (规章)' },
        meaning: {
          zh: '本机关制定的规章。只有国务院部门、省级政府和设区的市、自治州政府有权制定规章，其他机关填0。',
          en: 'Rules (规章) made by the organ. Only State Council departments and governments of provinces, of cities with districts and of autonomous prefectures can make them; others write 0.',
        },
        basis: { zh: '《条例》第二十条第（一）项', en: 'Regulations, art. 20 (1)' },
        groups: [],
      },
      {
        id: 'normative',
        label: '行政规范性文件',
        variants: ['规范性文件', '规范性文件（指各行政机关印发的有正式文号的文件）'],
        name: { zh: '行政规范性文件', en: 'Normative documents' },
        meaning: {
          zh: '规章以外，涉及公民、法人和其他组织权利义务，具有普遍约束力、在一定期限内反复适用的公文。内部管理文件、请示报告、会议纪要等不计。',
          en: 'Documents other than rules that bear on the rights and duties of the public, bind generally and apply repeatedly. Internal papers, reports and minutes do not count.',
        },
        basis: { zh: '《条例》第二十条第（一）项', en: 'Regulations, art. 20 (1)' },
        groups: [],
      },
    ],
    printed: 'grid',
  },
  {
    head: '第二十条第（五）项',
    rowHead: '信息内容',
    columns: decisions,
    rows: [
      {
        id: 'licence',
        label: '行政许可',
        name: { zh: '行政许可', en: 'Administrative licences' },
        meaning: {
          zh: '本机关本年对行政许可申请作出的处理决定件数。',
          en: 'Decisions of the organ on applications for administrative licences.',
        },
        basis: { zh: '《条例》第二十条第（五）项', en: 'Regulations, art. 20 (5)' },
        groups: [],
      },
    ],
    printed: 'grid',
  },
  {
    head: '第二十条第（六）项',
    rowHead: '信息内容',
    columns: decisions,
    rows: [
      {
        id: 'penalty',
        label: '行政处罚',
        name: { zh: '行政处罚', en: 'Administrative penalties' },
        meaning: {
          zh: '本机关本年作出的行政处罚决定件数，不论是否已经公开。',
          en: 'Decisions of the organ to impose a penalty, published or not.',
        },
        basis: { zh: '《条例》第二十条第（六）项', en: 'Regulations, art. 20 (6)' },
        groups: [],
      },
      {
        id: 'compulsion',
        label: '行政强制',
        name: { zh: '行政强制', en: 'Administrative compulsion' },
        meaning: {
          zh: '本机关本年作出的行政强制决定件数，包括行政强制措施和行政强制执行。',
          en: 'Decisions of the organ on compulsory measures and on compulsory enforcement.',
        },
        basis: { zh: '《条例》第二十条第（六）项', en: 'Regulations, art. 20 (6)' },
        groups: [],
      },
    ],
    printed: 'grid',
  },
  {
    head: '第二十条第（八）项',
    rowHead: '信息内容',
    columns: fee,
    rows: [
      {
        id: 'fee',
        label: '行政事业性收费',
        name: { zh: '行政事业性收费', en: 'Administrative fees' },
        meaning: {
          zh: '本机关本年依法收取的行政事业性收费总额，以万元为单位，不是收费项目的个数。',
          en: 'Total of the administrative fees charged by the organ, in 10,000 yuan; not the number of fee items.',
        },
        basis: { zh: '《条例》第二十条第（八）项', en: 'Regulations, art. 20 (8)' },
        groups: [],
      },
    ],
    printed: 'grid',
  },
];
