// `ogi-report ledger`: table 3 counted again from the ledger of requests, and held against a report.

import { resolve } from 'node:path';
import { CSV_START, csvRows } from '../base/csv.ts';
import type { Phrase } from '../base/phrase.ts';
import { decode } from '../io/encoding.ts';
import { notText } from '../io/io-error.ts';
import { officeLook, readGridsOf } from '../io/office-files.ts';
import type { LedgerSheet } from '../ledger/ledger-columns.ts';
import { type LedgerDifference, ledgerDifferences, type Recount, recount } from '../ledger/recount.ts';
import { reportsIn } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import type { Asked } from './asked.ts';
import { Configs } from './configs.ts';
import { bytesOf, readOne } from './read-one.ts';
import { noReport } from './view.ts';

export interface HeldLedger {
  readonly report: Report;
  readonly counted: Recount;
  readonly differences: readonly LedgerDifference[];
}

/** Or the path of what cannot be read, and why. */
export type NoLedger = { readonly path: string; readonly why: Phrase };

export async function holdLedger(
  { path, report: named, config }: Extract<Asked, { readonly command: 'ledger' }>,
  cwd: string,
): Promise<HeldLedger | NoLedger> {
  const read = await readOne(named, cwd);
  if ('why' in read) return { path: named, why: read.why };
  const [placed, ...more] = reportsIn(read.text);
  if (placed === undefined) return { path: named, why: noReport };
  if (more.length > 0) return { path: named, why: severalReports };
  const sheets = await sheetsOf(path, cwd);
  if ('why' in sheets) return { path, why: sheets.why };
  const { report } = placed;
  const file = named === '-' ? '' : resolve(cwd, named);
  const input = { file, path: named, root: cwd, listed: false };
  const words = new Configs({ config, cwd }).of(input).config.file?.config.ledger ?? noWords;
  const counted = recount(sheets, words, report);
  if (counted.sheets === 0) return { path, why: noHeads };
  return { report, counted, differences: ledgerDifferences(report, counted) };
}

const noWords = { columns: new Map(), values: new Map() };

/** The sheets of a workbook, or the one of a text of comma-separated values. */
async function sheetsOf(
  path: string,
  cwd: string,
): Promise<readonly LedgerSheet[] | { readonly why: Phrase }> {
  const bytes = await bytesOf(path, cwd);
  if ('why' in bytes) return bytes;
  if (officeLook(bytes) === 'file') {
    const grids = await readGridsOf(bytes);
    return 'refused' in grids ? { why: grids.refused } : grids;
  }
  const decoded = decode(bytes);
  if (decoded === null) return { why: notText };
  const rows = csvRows(decoded.text.replace(CSV_START, ''));
  return [{ name: '', rows: rows.map((cells, i) => ({ row: i + 1, cells })) }];
}

const noHeads: Phrase = {
  zh: '没有找到台账的表头（至少要有“申请人类型”和“办理结果”两列；列名不同时在 .ogi-report.json 的 ledger.columns 里写明）',
  en: 'has no row of heads with 申请人类型 and 办理结果; name other heads in ledger.columns of .ogi-report.json',
};
const severalReports: Phrase = { zh: '含有多份报告，请只给一份', en: 'holds several reports; one is wanted' };
