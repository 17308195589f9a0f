// Table `disputes`: administrative reconsiderations and lawsuits (section 4). Data alone.
import type { TableSpec } from './spec.ts';

const suit = '行政诉讼';

/** Section 4 of both editions: one line of 15 cells without a label, five for each of three groups. */
export const disputes: TableSpec = {
  id: 'disputes',
  section: 4,
  title: { zh: '政府信息公开行政复议、行政诉讼情况', en: 'Reconsideration and litigation' },
  blocks: [
    {
      columns: [
        {
          id: 'upheld',
          label: '结果维持',
          name: { zh: '结果维持', en: 'Upheld' },
          meaning: {
            zh: '本年审结、本机关的行为得到维持的案件，如维持原行为、驳回复议申请或者驳回起诉、诉讼请求。',
            en: 'Cases closed this year in which the organ’s act stood: upheld, or the request or claim dismissed.',
          },
          measure: 'count',
        },
        {
          id: 'corrected',
          label: '结果纠正',
          name: { zh: '结果纠正', en: 'Corrected' },
          meaning: {
            zh: '本年审结、本机关的行为被纠正的案件，如被撤销、变更、确认违法或者责令履行、重作。',
            en: 'Cases closed this year in which the organ’s act was quashed, changed, found unlawful, or ordered to be done (again).',
          },
          measure: 'count',
        },
        {
          id: 'other',
          label: '其他结果',
          variants: ['其它结果'],
          name: { zh: '其他结果', en: 'Other outcome' },
          meaning: {
            zh: '本年以其他方式审结的案件，如申请人撤回、终止、调解或者和解。',
            en: 'Cases closed this year in another way: withdrawn, discontinued, mediated or settled.',
          },
          measure: 'count',
        },
        {
          id: 'pending',
          label: '尚未审结',
          name: { zh: '尚未审结', en: 'Pending' },
          meaning: {
            zh: '截至本年12月31日还在审理的案件。',
            en: 'Cases still open on 31 December.',
          },
          measure: 'count',
        },
        {
          id: 'total',
          label: '总计',
          variants: ['合计'],
          name: { zh: '总计', en: 'Total' },
          meaning: { zh: '前四列之和。', en: 'Sum of the four columns before it.' },
          measure: 'count',
          sumOf: ['upheld', 'corrected', 'other', 'pending'],
        },
      ],
      rows: [
        {
          id: 'reconsideration',
          label: '行政复议',
          name: { zh: '行政复议', en: 'Reconsideration' },
          meaning: {
            zh: '本机关因政府信息公开工作作为被申请人的行政复议案件。',
            en: 'Administrative reconsideration of the organ’s open-information work; the organ is the respondent.',
          },
          basis: {
            zh: '《条例》第五十一条、第五十条第（三）项',
            en: 'Regulations, art. 51; art. 50 (3)',
          },
          groups: ['行政复议'],
        },
        {
          id: 'direct-suit',
          label: '未经复议直接起诉',
          name: { zh: '未经复议直接起诉', en: 'Lawsuit without reconsideration' },
          meaning: {
            zh: '未经行政复议、直接以本机关为被告的政府信息公开行政诉讼案件。2024年起，对不予公开不服的须先申请行政复议。',
            en: 'Lawsuits against the organ brought without prior reconsideration. Since 2024 a refusal to disclose must go to reconsideration first.',
          },
          basis: {
            zh: '《条例》第五十一条、第五十条第（三）项；《行政复议法》第二十三条',
            en: 'Regulations, art. 51; art. 50 (3); Administrative Reconsideration Law, art. 23',
          },
          groups: [suit, '未经复议直接起诉'],
        },
        {
          id: 'suit-after-reconsideration',
          label: '复议后起诉',
          name: { zh: '复议后起诉', en: 'Lawsuit after reconsideration' },
          meaning: {
            zh: '经过行政复议后又提起的、以本机关为被告的政府信息公开行政诉讼案件。复议机关作为共同被告的，只由作出原行为的机关计数，复议机关不计。',
            en: 'Lawsuits against the organ brought after reconsideration. Where the reconsidering authority is a co-defendant, only the organ whose act is in dispute counts the case.',
          },
          basis: {
            zh: '《条例》第五十一条、第五十条第（三）项；国办公开办函〔2016〕201号',
            en: 'Regulations, art. 51; art. 50 (3); 国办公开办函〔2016〕201号',
          },
          groups: [suit, '复议后起诉'],
        },
      ],
      printed: 'line',
    },
  ],
};
