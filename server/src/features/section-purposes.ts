import type { Phrase } from '../base/phrase.ts';
import type { SectionNumber } from '../form/types.ts';

/** What each section is for, after 条例 articles 49 and 50 and the national format. */
export const sectionPurposes: Readonly<Record<SectionNumber, Phrase>> = {
  1: {
    zh: '概述全年工作，一般分主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。依据：《条例》第五十条；国办公开办函〔2021〕30号。',
    en: 'The year’s work in five parts: proactive disclosure, requests, management of information, platforms, supervision. Basis: Regulations, art. 50; 国办公开办函〔2021〕30号.',
  },
  2: {
    zh: '填报《条例》第二十条第（一）、（五）、（六）、（八）项规定的主动公开信息的数量。依据：《条例》第五十条第（一）项。',
    en: 'Figures on the information that art. 20 (1), (5), (6) and (8) require to be disclosed. Basis: Regulations, art. 50 (1).',
  },
  3: {
    zh: '填报本年收到、结转和办理政府信息公开申请的件数。勾稽关系：第一项加第二项之和，等于第三项加第四项之和。依据：《条例》第五十条第（二）项。',
    en: 'Requests received, carried over and handled. Rows 一 and 二 together equal 三（七） and 四 together. Basis: Regulations, art. 50 (2).',
  },
  4: {
    zh: '填报因政府信息公开工作被申请行政复议、被提起行政诉讼的案件数。依据：《条例》第五十条第（三）项、第五十一条。',
    en: 'Reconsiderations and lawsuits over the organ’s open-information work. Basis: Regulations, art. 50 (3), art. 51.',
  },
  5: {
    zh: '写明工作中存在的主要问题和改进情况，不能只写“无”。依据：《条例》第五十条第（四）项。',
    en: 'The main problems of the work and how they are being mended; “none” is no answer. Basis: Regulations, art. 50 (4).',
  },
  6: {
    zh: '报告其他需要说明的事项；收取信息处理费的情况必须写明，没有收取的也要写明。依据：《条例》第五十条第（五）项；国办函〔2020〕109号。',
    en: 'Other matters. Information-processing fees must be stated, even when none were charged. Basis: Regulations, art. 50 (5); 国办函〔2020〕109号.',
  },
};
