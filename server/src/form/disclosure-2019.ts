// Table `disclosure` in the edition of 国办公开办函〔2019〕60号: section 2. Data alone.
import type { BlockSpec, ColumnSpec } from './spec.ts';

// `本年新`, left of either head when its second line is lost, is no variant: only its place tells which.
const documents: readonly ColumnSpec[] = [
  {
    id: 'made',
    label: '本年新制作数量',
    variants: ['本年度新制作数量', '本年制作数量'],
    name: { zh: '本年新制作数量', en: 'Made this year' },
    meaning: {
      zh: '本年1月1日至12月31日新制作的件数。',
      en: 'Documents made from 1 January to 31 December of the report year.',
    },
    measure: 'count',
  },
  {
    id: 'published',
    label: '本年新公开数量',
    variants: ['本年度新公开数量', '本年度公开数量', '本年公开数量'],
    name: { zh: '本年新公开数量', en: 'Published this year' },
    meaning: {
      zh: '本年1月1日至12月31日新公开的件数，不论制作于哪一年。',
      en: 'Documents first published from 1 January to 31 December, whatever year they were made in.',
    },
    measure: 'count',
  },
  {
    id: 'total-published',
    label: '对外公开总数量',
    variants: ['对外公开数量', '对外公开总数'],
    name: { zh: '对外公开总数量', en: 'Published in all' },
    meaning: {
      zh: '截至本年12月31日累计对外公开的件数，应不少于本年新公开数量。',
      en: 'Documents published in all by 31 December; not fewer than those published this year.',
    },
    measure: 'count',
  },
];

const itemsLastYear: ColumnSpec = {
  id: 'items-last-year',
  label: '上一年项目数量',
  variants: ['上一年度项目数量', '上年项目数量'],
  name: { zh: '上一年项目数量', en: 'Items last year' },
  meaning: {
    zh: '上一年年底的事项（项目）个数，不是办件数量。',
    en: 'How many kinds of matters there were at the end of last year; not how many cases.',
  },
  measure: 'count',
};

const change: ColumnSpec = {
  id: 'change',
  label: '本年增/减',
  variants: ['本年增', '本年度增/减'],
  name: { zh: '本年增/减', en: 'Change this year' },
  meaning: {
    zh: '本年事项（项目）个数比上一年增加或者减少多少，减少的写负数，如-2。',
    en: 'How many items more or fewer than last year; fewer is written as a negative number such as -2.',
  },
  measure: 'change',
};

const items: readonly ColumnSpec[] = [
  itemsLastYear,
  change,
  {
    id: 'decisions',
    label: '处理决定数量',
    variants: ['本年处理决定数量'],
    name: { zh: '处理决定数量', en: 'Decisions this year' },
    meaning: {
      zh: '本年1月1日至12月31日作出的决定件数，按作出决定的日期计。',
      en: 'Decisions taken from 1 January to 31 December, by the date of the decision.',
    },
    measure: 'count',
  },
];

const procurement: readonly ColumnSpec[] = [
  {
    id: 'items',
    label: '采购项目数量',
    name: { zh: '采购项目数量', en: 'Items procured' },
    meaning: { zh: '本年政府集中采购的项目个数。', en: 'Centralised procurement items of the year.' },
    measure: 'count',
  },
  {
    id: 'amount',
    label: '采购总金额',
    variants: ['采购总金额（万元）'],
    name: { zh: '采购总金额', en: 'Amount procured' },
    meaning: {
      zh: '本年政府集中采购的总金额。表上没有印单位，通常以万元计。',
      en: 'Total amount of centralised procurement. The form prints no unit; 10,000 yuan is usual.',
    },
    measure: 'money',
  },
];

/** Section 2 of 国办公开办函〔2019〕60号, item by item: 条例 article 20 (1), (5), (6), (8), (9). */
export const disclosure2019: readonly BlockSpec[] = [
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
        label: '规范性文件',
        variants: ['行政规范性文件', '规范性文件（指各行政机关印发的有正式文号的文件）'],
        name: { zh: '规范性文件', en: 'Normative documents' },
        meaning: {
          zh: '规章以外，涉及公民、法人和其他组织权利义务，具有普遍约束力、在一定期限内反复适用的公文。',
          en: 'Documents other than rules that bear on the rights and duties of the public, bind generally and apply repeatedly.',
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
    columns: items,
    rows: [
      {
        id: 'licence',
        label: '行政许可',
        name: { zh: '行政许可', en: 'Administrative licences' },
        meaning: {
          zh: '行政许可事项的个数及其增减，以及本年对许可申请作出的处理决定件数。',
          en: 'Kinds of administrative licences and their change, and the decisions taken on applications.',
        },
        basis: { zh: '《条例》第二十条第（五）项', en: 'Regulations, art. 20 (5)' },
        groups: [],
      },
      {
        id: 'other-services',
        label: '其他对外管理服务事项',
        variants: ['其它对外管理服务事项'],
        name: { zh: '其他对外管理服务事项', en: 'Other services to the public' },
        meaning: {
          zh: '行政许可以外的对外管理服务事项的个数及其增减，以及本年作出的处理决定件数。',
          en: 'Matters of administration and service to the public other than licences, their change, and the decisions taken.',
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
    columns: items,
    rows: [
      {
        id: 'penalty',
        label: '行政处罚',
        name: { zh: '行政处罚', en: 'Administrative penalties' },
        meaning: {
          zh: '行政处罚事项的个数及其增减，以及本年作出的行政处罚决定件数。',
          en: 'Kinds of administrative penalties and their change, and the decisions to impose one.',
        },
        basis: { zh: '《条例》第二十条第（六）项', en: 'Regulations, art. 20 (6)' },
        groups: [],
      },
      {
        id: 'compulsion',
        label: '行政强制',
        name: { zh: '行政强制', en: 'Administrative compulsion' },
        meaning: {
          zh: '行政强制事项的个数及其增减，以及本年作出的行政强制决定件数。',
          en: 'Kinds of administrative compulsion and their change, and the decisions taken.',
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
    columns: [itemsLastYear, change],
    rows: [
      {
        id: 'fee',
        label: '行政事业性收费',
        name: { zh: '行政事业性收费', en: 'Administrative fees' },
        meaning: {
          zh: '行政事业性收费项目的个数及其增减，不是收费金额。',
          en: 'Kinds of administrative fees and their change; not an amount of money.',
        },
        basis: { zh: '《条例》第二十条第（八）项', en: 'Regulations, art. 20 (8)' },
        groups: [],
      },
    ],
    printed: 'grid',
  },
  {
    head: '第二十条第（九）项',
    rowHead: '信息内容',
    columns: procurement,
    rows: [
      {
        id: 'procurement',
        label: '政府集中采购',
        name: { zh: '政府集中采购', en: 'Centralised procurement' },
        meaning: {
          zh: '本年实施的政府集中采购项目个数和总金额。',
          en: 'Centralised government procurement of the year: items and total amount.',
        },
        basis: { zh: '《条例》第二十条第（九）项', en: 'Regulations, art. 20 (9)' },
        groups: [],
      },
    ],
    printed: 'grid',
  },
];
