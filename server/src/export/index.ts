// The bundle dist/export.js: loaded when a file of Word, Excel or a web page is written. Plain data in, bytes
// out; what a report is, the caller knows (report-blocks.ts, summary-sheets.ts).

import { workbook } from './excel-file.ts';
import type { ReportBlock } from './report-blocks.ts';
import { reportSheets } from './report-sheets.ts';
import { sheetPage } from './sheet-page.ts';
import { type SummaryContent, summaryCsv, summarySheets } from './summary-sheets.ts';
import { htmlOf } from './web-page.ts';
import { type DocxFonts, docxOf } from './word-file.ts';

export type ExportFormat = 'docx' | 'xlsx' | 'html';

/** A report as a file of that kind. */
export async function exportReport(
  blocks: readonly ReportBlock[],
  format: ExportFormat,
  fonts?: Partial<DocxFonts>,
): Promise<Uint8Array> {
  if (format === 'docx') return docxOf(blocks, fonts);
  if (format === 'xlsx') return workbook(reportSheets(blocks));
  return new TextEncoder().encode(htmlOf(blocks));
}

/** A summary as a file of that kind. csv holds the first sheet only, under one row of heads. */
export async function exportSummary(
  content: SummaryContent,
  format: 'xlsx' | 'html' | 'csv',
): Promise<Uint8Array> {
  const sheets = summarySheets(content);
  if (format === 'xlsx') return workbook(sheets);
  const text = format === 'html' ? sheetPage('年度报告汇总', sheets) : summaryCsv(content);
  return new TextEncoder().encode(text);
}
