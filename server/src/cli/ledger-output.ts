// What `ogi-report ledger` prints: the cells that differ, and the rows of the ledger behind each.

import type { Language } from '../base/phrase.ts';
import { type LedgerColumn, ledgerHeads } from '../ledger/ledger-columns.ts';
import type { LedgerRow } from '../ledger/recount.ts';
import { cellInWords } from './excerpt.ts';
import type { HeldLedger } from './held-ledger.ts';

export function ledgerJson({ report, counted, differences }: HeldLedger): string {
  const { organ, year, edition } = report;
  const { requests, others, unread } = counted;
  const table = Object.fromEntries([...counted.cells].map(([field, rows]) => [field, rows.length]));
  const result = { organ, year, edition, requests, table, differences, unread, others };
  return `${JSON.stringify(result, null, 1)}\n`;
}

export function ledgerText(held: HeldLedger, language: Language): string {
  const { report, counted, differences } = held;
  const { requests, others, unread } = counted;
  const zh = language === 'zh';
  const lines = differences.flatMap(({ field, report: written, ledger, rows }) => {
    const cell = cellInWords(report, field, language) ?? field;
    const figure = written === null ? (zh ? '没有数' : 'no figure') : String(written);
    const behind = zh
      ? `  台账行：${rowsInWords(rows, language)}`
      : `  ledger rows: ${rowsInWords(rows, language)}`;
    return [
      zh ? `${cell}：报告 ${figure}，台账 ${ledger}` : `${cell}: report ${figure}, ledger ${ledger}`,
      ...(rows.length > 0 ? [behind] : []),
    ];
  });
  for (const { sheet, row, column, word } of unread) {
    const at = rowsInWords([{ sheet, row }], language);
    const head = ledgerHeads[column as LedgerColumn][0];
    lines.push(
      zh
        ? `台账${at}没有计入：看不懂“${head}”列的“${word}”（可在 .ogi-report.json 的 ledger.values 里写明）`
        : `Ledger ${at} is not counted: “${word}” under ${head} is not known (say what it is in ledger.values)`,
    );
  }
  if (others.length > 0)
    lines.push(
      zh
        ? `不属于本年、没有计入：${rowsInWords(others, language)}`
        : `Of other years, not counted: ${rowsInWords(others, language)}`,
    );
  const clean = differences.length === 0;
  lines.push(
    zh
      ? `台账计入 ${requests} 件，${clean ? '与表三一致' : `表三有 ${differences.length} 格不同`}`
      : `${requests} requests counted; ${clean ? 'table 3 agrees' : `${differences.length} cells of table 3 differ`}`,
  );
  return `${lines.join('\n')}\n`;
}

/** `一月 第3、5行；二月 第7行`, and how many more. */
function rowsInWords(rows: readonly LedgerRow[], language: Language): string {
  const zh = language === 'zh';
  const shown = new Map<string, number[]>();
  for (const { sheet, row } of rows.slice(0, MOST_SHOWN))
    shown.set(sheet, [...(shown.get(sheet) ?? []), row]);
  const said = [...shown].map(([sheet, at]) => {
    const numbers = zh ? `第${at.join('、')}行` : `row ${at.join(', ')}`;
    return sheet === '' ? numbers : `${sheet} ${numbers}`;
  });
  const more =
    rows.length > MOST_SHOWN ? (zh ? `，共 ${rows.length} 行` : `, ${rows.length} rows in all`) : '';
  return said.join(zh ? '；' : '; ') + more;
}

const MOST_SHOWN = 30;
