import type { Phrase } from '../../base/phrase.ts';
import type { FieldId } from '../../form/types.ts';

/** What a figure in prose counts. */
export type MentionObject = keyof typeof NAMES;

/** The cells a figure repeats: any one alternative, each a list of cells that are added up. */
export type Alternatives = readonly (readonly FieldId[])[];

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

const ORGANISATIONS = ['business', 'research', 'public-interest', 'legal-service', 'other'];
const of = (row: string, column = 'total'): FieldId => `applications.${row}.${column}`;
const rows = (...ids: readonly string[]): readonly FieldId[] => ids.map((id) => of(id));
const group = (id: string, count: number): readonly FieldId[] =>
  Array.from({ length: count }, (_, at) => of(`${id}-${at + 1}`));

export const RECEIVED: Alternatives = [rows('1')];
/** 受理 may count what was carried in as well. */
export const ACCEPTED: Alternatives = [rows('1'), rows('1', '2')];
/** 办理N件 may mean received, all that were to be dealt with, or finished. */
export const HANDLED: Alternatives = [rows('1'), rows('1', '2'), rows('3-7')];
export const CARRIED_IN: Alternatives = [rows('2')];
export const CARRIED_OUT: Alternatives = [rows('4')];
/** 结转N件 without saying from where or to where. */
export const CARRIED: Alternatives = [rows('4'), rows('2')];
export const FINISHED: Alternatives = [rows('3-7')];

const REFUSED = group('3-3', 8);
const UNAVAILABLE = group('3-4', 3);
const UNPROCESSED = group('3-5', 5);
const OTHERWISE = group('3-6', 3);
/** What was closed without an answer, which 答复N件 may leave out, in either edition. */
export const UNANSWERED: Alternatives = [OTHERWISE, rows('3-6')];

/** The applicants' columns as prose names them, in the rows that the total they are part of may mean. */
export function applicantCells(
  columns: 'natural-person' | 'organisations' | string,
  total: Alternatives,
): Alternatives {
  const list = columns === 'organisations' ? ORGANISATIONS : [columns];
  const inRow = (field: FieldId) => list.map((column) => field.replace(/total$/, column));
  return total.map((fields) => fields.flatMap(inRow));
}

/** Wording of an outcome and the rows it stands for. The first that fits counts. */
export const OUTCOMES: readonly (readonly [RegExp, Alternatives])[] = [
  [/国家秘密/, [rows('3-3-1')]],
  [/法律.{0,6}禁止/, [rows('3-3-2')]],
  [/三安全一稳定/, [rows('3-3-3')]],
  [/第三方合法权益/, [rows('3-3-4')]],
  [/内部事务/, [rows('3-3-5')]],
  [/过程性信息/, [rows('3-3-6')]],
  [/执法案卷/, [rows('3-3-7')]],
  [/行政查询/, [rows('3-3-8')]],
  [/不掌握|非本(?:机关|单位|部门|局)(?:公开|掌握|职责)/, [rows('3-4-1')]],
  [/现成信息|另行制作/, [rows('3-4-2')]],
  [/补正后.{0,8}不明确/, [rows('3-4-3')]],
  [/信息不存在$/, [rows('3-4-2'), rows('3-4-1'), rows('3-4-1', '3-4-2')]],
  [/信访.{0,6}类(?:申请|事项)?/, [rows('3-5-1')]],
  [/重复申请/, [rows('3-5-2')]],
  [/公开出版物/, [rows('3-5-3')]],
  [/大量反复申请/, [rows('3-5-4')]],
  [/确认或重新出具/, [rows('3-5-5')]],
  [/逾期不补正|逾期未补正/, [rows('3-6-1')]],
  [/逾期未.{0,12}(?:缴|交)/, [rows('3-6-2')]],
  [/撤回|撤销|撤件/, [rows('3-6-3')]],
  [/^予以公开$/, [rows('3-1'), rows('3-1', '3-2')]],
  [/^(?:予以)?部分公开$/, [rows('3-2')]],
  [/^不予公开$/, [REFUSED]],
  [/^无法提供$/, [UNAVAILABLE]],
  [/^不予处理$/, [UNPROCESSED]],
  [/^其他处理$/, UNANSWERED],
];

/**
 * The cells of an outcome when others stand beside it in the sentence: a group without the rows that are named apart, 予以公开 with
 * the partly disclosed ones unless these are, 不予公开 for all that was not disclosed where no other such group is named.
 */
export function besides(
  fields: Alternatives,
  others: readonly { readonly fields: Alternatives }[],
  sentence: string,
): Alternatives {
  const [whole = [], second] = fields;
  if (whole[0] === rows('3-1')[0]) {
    const apart = others.some((other) => other.fields[0]?.[0] === rows('3-2')[0]);
    return apart || second === undefined ? [whole] : fields;
  }
  if (whole.length < 2) return fields;
  const named = new Set(others.flatMap((other) => (other.fields[0]?.length === 1 ? other.fields[0] : [])));
  const rest = whole.filter((field) => !named.has(field));
  const out = rest.length < whole.length ? [...fields, rest] : [...fields];
  if (whole[0] === REFUSED[0] && !/无法提供|不予处理|其他处理|不掌握|不存在|非本|现成/.test(sentence)) {
    const all = [...REFUSED, ...UNAVAILABLE];
    out.push(all, [...REFUSED, ...UNPROCESSED], [...all, ...UNPROCESSED]);
  }
  return out;
}

const result = (groups: readonly string[], columns: readonly string[]): readonly FieldId[] =>
  groups.flatMap((id) => columns.map((column) => `disputes.${id}.${column}`));

const SUITS = ['direct-suit', 'suit-after-reconsideration'];
const REVIEWS = ['reconsideration'];

/** Cells of a kind of dispute: its 总计, or the results named. `dispute` is all three groups. */
export function disputeCells(object: MentionObject, ...columns: readonly string[]): Alternatives {
  const list = columns.length === 0 ? ['total'] : columns;
  if (object === 'dispute') return [result([...REVIEWS, ...SUITS], list)];
  if (object === 'litigation') return [result(SUITS, list)];
  return [result([object], list)];
}

/** `disclosure.normative.in-force` and the like. */
export const documentCells = (row: 'regulations' | 'normative', column: string): Alternatives => [
  [`disclosure.${row}.${column}`],
];

/** `disclosure.licence.decisions` and the like; the fee's cell is an amount in 万元. */
export const powerCells = (row: 'licence' | 'penalty' | 'compulsion' | 'fee'): Alternatives => [
  [`disclosure.${row}.${row === 'fee' ? 'amount' : 'decisions'}`],
];
