// The things that figures in prose count, with their names for people.
import type { Phrase } from '../../base/phrase.ts';

/** What a figure in prose counts. */
export type MentionObject = keyof typeof NAMES;

const NAMES = {
  received: { zh: '新收政府信息公开申请', en: 'applications received' },
  'carried-in': { zh: '上年结转申请', en: 'applications carried over from last year' },
  finished: { zh: '办结申请', en: 'applications finished' },
  'carried-out': { zh: '结转下年申请', en: 'applications carried over to next year' },
  'natural-person': { zh: '自然人申请', en: 'applications by natural persons' },
  'legal-person': { zh: '法人或其他组织申请', en: 'applications by organisations' },
  outcome: { zh: '办理结果', en: 'outcome of applications' },
  reconsideration: { zh: '行政复议', en: 'administrative reconsiderations' },
  'direct-suit': { zh: '未经复议直接起诉', en: 'suits without reconsideration' },
  'suit-after-reconsideration': { zh: '复议后起诉', en: 'suits after reconsideration' },
  litigation: { zh: '行政诉讼', en: 'administrative suits' },
  dispute: { zh: '行政争议', en: 'disputes' },
  'dispute-result': { zh: '复议、诉讼结果', en: 'results of disputes' },
  regulations: { zh: '规章', en: 'regulations' },
  normative: { zh: '行政规范性文件', en: 'normative documents' },
  licence: { zh: '行政许可', en: 'administrative licences' },
  penalty: { zh: '行政处罚', en: 'administrative penalties' },
  compulsion: { zh: '行政强制', en: 'compulsory measures' },
  fee: { zh: '行政事业性收费', en: 'administrative fees' },
  'processing-fee': { zh: '信息处理费', en: 'information-processing fees' },
} as const satisfies { readonly [object: string]: Phrase };

/** The object's name for people. */
export const objectName = (object: MentionObject): Phrase => NAMES[object];
