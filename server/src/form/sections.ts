// The six sections of a report: headings, purposes, titles in published reports. Data alone.
import type { SectionNumber, SectionSpec } from './spec.ts';

export const sectionSpec = (number: SectionNumber): SectionSpec => sections[number - 1] as SectionSpec;

/** The sections of both editions, in order. 《条例》 art. 49 and 50; notes of 国办公开办函〔2021〕30号. */
export const sections: readonly SectionSpec[] = [
  {
    number: 1,
    heading: '一、总体情况',
    name: { zh: '总体情况', en: 'Overview' },
    purpose: {
      zh: '概述全年工作，一般分主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。依据：《条例》第五十条；国办公开办函〔2021〕30号。',
      en: 'The year’s work in five parts: proactive disclosure, requests, management of information, platforms, supervision. Basis: Regulations, art. 50; 国办公开办函〔2021〕30号.',
    },
    variants: [
      '总体概述',
      '概述',
      '总体公开情况说明',
      '总体工作情况',
      '工作总体情况',
      '工作总体推进情况',
      '政务公开总体情况',
      '政务公开工作总体情况',
      '信息公开工作总体情况',
      '政府信息公开总体情况',
      '政府信息公开工作总体情况',
    ],
  },
  {
    number: 2,
    heading: '二、主动公开政府信息情况',
    name: { zh: '主动公开政府信息情况', en: 'Information disclosed proactively' },
    purpose: {
      zh: '填报《条例》第二十条第（一）、（五）、（六）、（八）项规定的主动公开信息的数量。依据：《条例》第五十条第（一）项。',
      en: 'Figures on the information that art. 20 (1), (5), (6) and (8) require to be disclosed. Basis: Regulations, art. 50 (1).',
    },
    variants: [
      '主动公开政府信息的情况',
      '行政机关主动公开政府信息情况',
      '行政机关主动公开政府信息的情况',
      '主动公开政府政府情况',
      '主动公开情况',
    ],
    table: 'disclosure',
  },
  {
    number: 3,
    heading: '三、收到和处理政府信息公开申请情况',
    name: { zh: '收到和处理政府信息公开申请情况', en: 'Requests received and handled' },
    purpose: {
      zh: '填报本年收到、结转和办理政府信息公开申请的件数。勾稽关系：第一项加第二项之和，等于第三项加第四项之和。依据：《条例》第五十条第（二）项。',
      en: 'Requests received, carried over and handled. Rows 一 and 二 together equal 三（七） and 四 together. Basis: Regulations, art. 50 (2).',
    },
    variants: [
      '收到和处理政府信息公开申请的情况',
      '行政机关收到和处理政府信息公开申请情况',
      '行政机关收到和处理政府信息公开申请的情况',
    ],
    table: 'applications',
  },
  {
    number: 4,
    heading: '四、政府信息公开行政复议、行政诉讼情况',
    name: { zh: '政府信息公开行政复议、行政诉讼情况', en: 'Reconsideration and litigation' },
    purpose: {
      zh: '填报因政府信息公开工作被申请行政复议、被提起行政诉讼的案件数。依据：《条例》第五十条第（三）项、第五十一条。',
      en: 'Reconsiderations and lawsuits over the organ’s open-information work. Basis: Regulations, art. 50 (3), art. 51.',
    },
    variants: [
      '政府信息公开行政复议和行政诉讼情况',
      '政府信息公开行政复议及行政诉讼情况',
      '政府信息公开行政复议与行政诉讼情况',
      '政府信息公开行政复议与诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
      '政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开被申请行政复议、提起行政诉讼情况',
      '行政复议、行政诉讼情况',
    ],
    table: 'disputes',
  },
  {
    number: 5,
    heading: '五、存在的主要问题及改进情况',
    name: { zh: '存在的主要问题及改进情况', en: 'Main problems and improvements' },
    purpose: {
      zh: '写明工作中存在的主要问题和改进情况，不能只写“无”。依据：《条例》第五十条第（四）项。',
      en: 'The main problems of the work and how they are being mended; “none” is no answer. Basis: Regulations, art. 50 (4).',
    },
    variants: [
      '存在问题及改进情况',
      '存在的问题及改进情况',
      '存在的主要问题和改进情况',
      '存在的主要问题和改进措施',
      '存在的主要问题及改进措施',
      '存在问题及改进措施',
      '政府信息公开工作存在的主要问题及改进情况',
      '政府信息公开工作中存在的主要问题及改进情况',
      '当前存在的主要问题及下步改进措施',
    ],
  },
  {
    number: 6,
    heading: '六、其他需要报告的事项',
    name: { zh: '其他需要报告的事项', en: 'Other matters to report' },
    purpose: {
      zh: '报告其他需要说明的事项；收取信息处理费的情况必须写明，没有收取的也要写明。依据：《条例》第五十条第（五）项；国办函〔2020〕109号。',
      en: 'Other matters. Information-processing fees must be stated, even when none were charged. Basis: Regulations, art. 50 (5); 国办函〔2020〕109号.',
    },
    variants: [
      '其它需要报告的事项',
      '其他需要报告的情况',
      '其他需要报告事项',
      '其他报告的事项',
      '其他需要汇报事项',
      '需要报告的其他事项',
    ],
  },
];
