// The columns of a request ledger by their heads, and its words as rows and columns of table `applications`.
import { form } from '../form/form.ts';
import type { Edition } from '../form/spec.ts';
import { fold } from '../text/fold.ts';

/** A sheet of a ledger as a grid of texts; rows count from 1. */
export interface LedgerSheet {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** What a ledger says of a request, by the usual heads. */
export const ledgerHeads = {
  applicant: ['申请人类型', '申请人类别', '申请人性质', '申请主体', '申请人身份'],
  carried: ['是否上年结转', '上年结转', '是否结转', '是否为上年结转'],
  outcome: ['办理结果', '答复类型', '答复结果', '处理结果', '答复情况'],
  finished: ['办结日期', '答复日期', '办结时间', '答复时间'],
  received: ['收到日期', '收到申请日期', '申请日期', '收件日期', '登记日期', '收到时间', '申请时间'],
} as const;

export type LedgerColumn = keyof typeof ledgerHeads;

/** Names that an office uses for the usual ones: of columns, and of words in them. */
export interface LedgerWords {
  /** From the usual head to the ledger’s own. */
  readonly columns: ReadonlyMap<string, string>;
  /** From a word of the ledger to the form’s. */
  readonly values: ReadonlyMap<string, string>;
}

export interface HeadRow {
  /** The index of the row of heads. */
  readonly at: number;
  readonly columns: ReadonlyMap<LedgerColumn, number>;
}

/** Heads stand in one of the first rows, under a title. */
const LATEST_HEAD = 12;

/** The row that names applicant and outcome; null in a sheet that is no ledger. */
export function headRow({ rows }: LedgerSheet, words: LedgerWords): HeadRow | null {
  for (const [at, { cells }] of rows.slice(0, LATEST_HEAD).entries()) {
    const heads = cells.map(fold);
    const columns = new Map<LedgerColumn, number>();
    for (const [column, names] of Object.entries(ledgerHeads) as [LedgerColumn, readonly string[]][]) {
      const own = words.columns.get(names[0] as string);
      const found = (own === undefined ? names : [own]).map((name) => heads.indexOf(fold(name)));
      const index = found.find((each) => each >= 0);
      if (index !== undefined) columns.set(column, index);
    }
    if (columns.has('applicant') && columns.has('outcome')) return { at, columns };
  }
  return null;
}

/** Other words that ledgers use, by id of column or row. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  'natural-person': ['公民', '个人'],
  business: ['企业', '公司'],
  research: ['科研院所', '高校'],
  'public-interest': ['公益组织', '社会组织'],
  'legal-service': ['律师事务所', '律所'],
  other: ['其他组织', '其他法人或其他组织', '其他法人'],
  '3-1': ['公开', '全部公开', '同意公开'],
  '3-2': ['部分公开', '区分处理'],
  '3-3-2': ['法律行政法规禁止公开'],
  '3-3-3': ['三安全一稳定'],
  '3-3-5': ['内部事务信息'],
  '3-3-6': ['过程性信息'],
  '3-4-1': ['信息不存在', '不掌握', '不掌握相关信息', '非本机关公开'],
  '3-4-2': ['需要另行制作'],
  '3-4-3': ['补正后仍不明确'],
  '3-5-1': ['信访举报投诉'],
  '3-5-3': ['公开出版物'],
  '3-5-4': ['大量反复申请'],
  '3-6-1': ['逾期不补正'],
  '3-6-2': ['逾期未缴费', '逾期不缴费'],
  '3-6-3': ['其他处理', '撤回', '申请人撤回', '主动撤回'],
};

/** `4`: a request that goes on. */
const PENDING = ['', '办理中', '未办结', '正在办理', '结转', '结转下年', '结转下年度', '结转下年度继续办理'];

/** The column of an applicant; null for a word that is not known. */
export function applicantColumn(word: string, { values }: LedgerWords, edition: Edition): string | null {
  const columns = form('applications', edition).table.blocks[0]?.columns ?? [];
  const key = fold(values.get(word.trim()) ?? word);
  const found = columns.find(({ id, label, name, variants = [], sumOf }) => {
    const known = [label, name.zh, ...variants, ...(otherWords[id] ?? [])];
    return sumOf === undefined && known.some((each) => fold(each) === key);
  });
  return found?.id ?? null;
}

/**
 * The row of an outcome: `4` for one that is pending, null for a word that is not known or names a group only
 * (不予公开). A group may stand in front: 不予公开—属于国家秘密.
 */
export function outcomeRow(word: string, { values }: LedgerWords, edition: Edition): string | null {
  const key = fold(values.get(word.trim()) ?? word);
  if (PENDING.some((each) => fold(each) === key)) return '4';
  const { rows } = form('applications', edition).table.blocks[0] ?? { rows: [] };
  for (const { id, groups, label, name, variants = [], sumOf } of rows) {
    if (!id.startsWith('3-') || sumOf !== undefined) continue;
    const own = [label, name.zh, ...variants, ...(otherWords[id] ?? [])].map(plainKey);
    const group = plainKey(groups[1] ?? '');
    if (own.includes(plainKey(key)) && !isAmbiguous(key)) return id;
    if (group !== '' && own.some((each) => plainKey(key) === group + each || numbered(key) === group + each))
      return id;
  }
  return null;
}

/** 其他 alone may be an applicant, a group or a row. */
const isAmbiguous = (key: string): boolean => key === '其他';

/** Without the number in front: `三不予公开`, `1属于国家秘密`. */
const plainKey = (text: string): string =>
  fold(text).replace(/^(?:[一二三四五六七]|\d)(?=\p{Script=Han})/u, '');

/** Without numbers anywhere: `三不予公开1属于国家秘密`. */
const numbered = (key: string): string => plainKey(key).replace(/\d/g, '');

/** Whether a request was carried over; null for a word that is not known. */
export function isCarried(word: string): boolean | null {
  const key = fold(word);
  if (['是', '上年结转', '结转', 'y', 'yes', '1', 'true'].includes(key) || /^[√✓]$/.test(word.trim()))
    return true;
  return ['', '否', '不是', '本年新收', '新收', 'n', 'no', '0', 'false', '无'].includes(key) ? false : null;
}

/** The year of a date as ledgers write it: 2024-03-05, 2024年3月5日, 2024.3.5, 20240305, a day of Excel. */
export function yearIn(date: string): number | null {
  const text = date.trim();
  const written = /^((?:19|20)\d{2})(?:\D|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$|$)/.exec(text)?.[1];
  if (written !== undefined) return Number(written);
  if (!/^[3-5]\d{4}(?:\.\d+)?$/.test(text)) return null;
  return new Date((Number(text) - DAYS_TO_1970) * 86_400_000).getUTCFullYear();
}

/** Days from where Excel counts to 1970-01-01. */
const DAYS_TO_1970 = 25_569;
