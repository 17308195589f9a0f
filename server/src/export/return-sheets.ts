// A reviewer's sheets of a summary: the overview, and for each report that is to be corrected one to send
// back.

import { severityName } from '../rules/severity.ts';
import type { BookCell, BookSheet } from './excel-file.ts';
import type { EntryReview, SummaryEntry } from './summary-sheets.ts';

const states: Readonly<Record<EntryReview['state'], string>> = {
  unchecked: '未核',
  checked: '已核',
  returned: '退回',
};

/** A line a report, in the order given, its organ leading to the sheet to send back. */
export const overviewSheet = (entries: readonly SummaryEntry[]): BookSheet => ({
  name: '核对表',
  widths: [30, 8, 36, 8, 8, 8, 40],
  frozenRows: 1,
  rows: [
    ['机关', '年度', '文件', '状态', '错误', '警告', '退回理由'].map(headCell),
    ...entries.map((entry, i): BookCell[] => {
      const { organ, path, year, errors, warnings, review } = entry;
      const link = isToCorrect(entry) ? { link: sheetNameOf(entry, i) } : {};
      return [
        { text: organ ?? path, ...link },
        ...[year, path, states[review?.state ?? 'unchecked'], errors, warnings, review?.reason ?? null].map(
          plainCell,
        ),
      ];
    }),
  ],
});

export const returnSheets = (entries: readonly SummaryEntry[]): readonly BookSheet[] =>
  entries.flatMap((entry, i) => (isToCorrect(entry) ? [returnSheet(entry, sheetNameOf(entry, i))] : []));

/** A report that a reviewer has passed is not, unless a note was written on it. */
function isToCorrect({ errors, warnings, review }: SummaryEntry): boolean {
  if (review?.state === 'returned' || (review?.notes.length ?? 0) > 0) return true;
  return review?.state !== 'checked' && errors + warnings > 0;
}

/** With its number, since two reports may be of one organ. */
const sheetNameOf = ({ organ, path }: SummaryEntry, index: number): string =>
  `${index + 1} ${organ ?? path.split('/').at(-1)}`;

function returnSheet({ organ, path, year, findings, review }: SummaryEntry, name: string): BookSheet {
  const wrong = findings.filter(({ level }) => toCorrect.includes(level));
  const notes = review?.notes ?? [];
  const lines = [
    ...wrong.map(({ place, cell, message }) => [placeWithin(path, place), cell, message]),
    ...notes.map(({ cell, text }) => ['', cell, `审核意见：${text}`]),
  ];
  // Not worded as the title of a report: the sheet may stand in a folder that is checked.
  const about = `退回单：${organ ?? path}${year === null ? '' : `（${year}年度）`}`;
  return {
    name,
    widths: [6, 34, 34, 80],
    rows: [
      [{ text: about, head: true, plain: true, columns: 4 }],
      [headCell('文件'), { text: path, columns: 3 }],
      ...(review?.reason ? [[headCell('退回理由'), { text: review.reason, columns: 3 }]] : []),
      [wholeLine(`请核对并修改以下 ${lines.length} 处，改后重新报送。`)],
      ['序号', '位置', '栏目', '问题'].map(headCell),
      ...lines.map((line, i) => [i + 1, ...line].map(plainCell)),
    ],
  };
}

const toCorrect: readonly string[] = [severityName.error.zh, severityName.warning.zh];

/** `a.txt:40:28` is 第40行, `a.docx（表2第4行）` is 表2第4行. */
const placeWithin = (path: string, place: string): string =>
  place
    .slice(place.startsWith(path) ? path.length : 0)
    .replace(/^:(\d+):\d+$/, '第$1行')
    .replace(/^（(.*)）$/, '$1');

const headCell = (text: string): BookCell => ({ text, head: true });
const plainCell = (text: string | number | null): BookCell => ({ text });
const wholeLine = (text: string): BookCell => ({ text, plain: true, columns: 4 });
