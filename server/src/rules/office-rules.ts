// The rules on what an Office file hides from reading. They judge notes of the reader, which findings.ts is
// handed with the report, and nothing of its text: so their pages have no examples.
import { placedHeadings } from '../report/contents.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { type Issue, noIssues, type ReadingNote, type Rule } from './rule.ts';

interface Words {
  readonly title: Rule['title'];
  readonly manual: Pick<Rule['manual'], 'what' | 'why' | 'how'>;
}

/** A rule that says once a report what its reader has noted of a kind, where the first such note stands. */
function noted(id: string, kind: string, severity: Rule['severity'], words: Words): Rule {
  const manual = { ...words.manual, wrong: '', right: '' };
  return {
    id,
    severity,
    title: words.title,
    manual,
    check: noIssues,
    reading: (report, notes) => {
      const first = notes.find((note) => note.kind === kind);
      return first === undefined ? [] : [{ span: placeOfNote(report, first), message: first.message }];
    },
  };
}

/** What concerns the whole file stands on the title. */
const placeOfNote = ({ title }: Report, { at }: ReadingNote): Span =>
  at === null ? (title?.span ?? { from: 0, to: 0 }) : { from: at, to: at };

/** A picture in the section of a table that the report does not have. Other pictures do not matter. */
function picturesForTables(report: Report, notes: readonly ReadingNote[]): readonly Issue[] {
  const headings = placedHeadings(report);
  return headings.flatMap(({ spec: { table, name, heading }, span }, i): Issue[] => {
    if (table === undefined || report.tables[table] !== undefined) return [];
    const end = headings[i + 1]?.span.from ?? report.length;
    const isHere = ({ kind, at }: ReadingNote): boolean =>
      kind === 'picture' && at !== null && at >= span.from && at <= end;
    if (!notes.some(isHere)) return [];
    return [
      {
        span,
        message: {
          zh: `“${heading}”的表格是图片或嵌入对象，无法核对；请改为文字表格。`,
          en: `The table of “${name.en}” (${heading}) is a picture or embedded object and cannot be checked.`,
        },
      },
    ];
  });
}

const tracked = noted('office-tracked', 'tracked', 'info', {
  title: { zh: '文件含有修订', en: 'The file has tracked changes' },
  manual: {
    what: {
      zh: 'Word 文件中有尚未接受或拒绝的修订。按全部接受读取和检查。',
      en: 'The Word file has tracked changes that are neither accepted nor rejected. It is read as if all were accepted.',
    },
    why: {
      zh: '带修订打印或转成 PDF 时，删去的和新加的数字会连在一起。',
      en: 'Printed or made a PDF with its markup, deleted and inserted figures run together.',
    },
    how: {
      zh: '发布前在 Word 中接受或拒绝全部修订。',
      en: 'Accept or reject all changes in Word before it is published.',
    },
  },
});

const pictureTable: Rule = {
  ...noted('office-picture-table', 'picture', 'warning', {
    title: { zh: '表格是图片', en: 'A table is a picture' },
    manual: {
      what: {
        zh: '某一部分没有表格文字，而那里有图片或嵌入的对象，表格应在其中。',
        en: 'A section has no table text but a picture or embedded object, in which its table must be.',
      },
      why: {
        zh: '图片中的数不能核对，也不能汇总。',
        en: 'Figures in a picture can be neither checked nor added up.',
      },
      how: { zh: '把图片换成文字表格。', en: 'Put a table of text in place of the picture.' },
    },
  }),
  reading: picturesForTables,
};

const scanned = noted('office-scanned', 'scanned', 'warning', {
  title: { zh: '部分页面是扫描图片', en: 'Some pages are scans' },
  manual: {
    what: {
      zh: 'PDF 中有只含图片、没有文字的页面，未读取。',
      en: 'Pages of the PDF are pictures without text; they were not read.',
    },
    why: { zh: '这些页面上的内容没有检查。', en: 'What they say was not checked.' },
    how: { zh: '使用原来的 Word 文档检查和发布。', en: 'Check and publish the original Word document.' },
  },
});

const uncalculated = noted('office-uncalculated', 'uncalculated', 'warning', {
  title: { zh: '公式没有结果', en: 'A formula without a result' },
  manual: {
    what: {
      zh: '工作表中有没有保存结果的公式，按空白读取。',
      en: 'A formula of the sheet has no stored result and is read as blank.',
    },
    why: {
      zh: '表格由程序生成、没有在 Excel 中保存过时常见，合计会缺数。',
      en: 'Usual where a program made the file; totals are missing then.',
    },
    how: {
      zh: '用 Excel 或 WPS 打开，保存一次。',
      en: 'Open the workbook in Excel or WPS and save it once.',
    },
  },
});

const errorValue = noted('office-error', 'error-value', 'warning', {
  title: { zh: '单元格显示错误值', en: 'A cell shows an error' },
  manual: {
    what: {
      zh: '工作表中有 #REF!、#DIV/0! 之类的错误值。',
      en: 'A cell of the sheet shows an error such as #REF! or #DIV/0!.',
    },
    why: {
      zh: '公式引用的格已经不在，显示的不是数。',
      en: 'Its formula refers to what is gone, so it shows no figure.',
    },
    how: { zh: '改正公式，或直接填数。', en: 'Mend the formula, or write the figure.' },
  },
});

const hidden = noted('office-hidden', 'hidden', 'info', {
  title: { zh: '有隐藏的内容', en: 'Something is hidden' },
  manual: {
    what: {
      zh: '文件含有隐藏的行、列或工作表，未读取。',
      en: 'Rows, columns or sheets are hidden; they were not read.',
    },
    why: {
      zh: '隐藏的内容随文件公开，可能是旧数据。',
      en: 'They are published with the file, and may be old figures.',
    },
    how: { zh: '删除，或者取消隐藏。', en: 'Delete or unhide them.' },
  },
});

const embedded = noted('office-embedded', 'embedded', 'warning', {
  title: { zh: '嵌入了另一份文档', en: 'Another document is embedded' },
  manual: {
    what: {
      zh: '文件中嵌入了另一份文档，未读取。',
      en: 'Another document is embedded in the file; it was not read.',
    },
    why: { zh: '其中的内容没有检查。', en: 'What it says was not checked.' },
    how: {
      zh: '在 Word 中打开并另存，再检查。',
      en: 'Open the file in Word, save it again, and check that.',
    },
  },
});

export const officeRules: readonly Rule[] = [
  tracked,
  pictureTable,
  scanned,
  uncalculated,
  errorValue,
  hidden,
  embedded,
];
