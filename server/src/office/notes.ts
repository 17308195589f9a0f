// The sentences of the notes that readers give.
import type { Phrase } from '../base/phrase.ts';
import type { OfficeNote, OfficeNoteKind } from './office-text.ts';

const messages: { readonly [kind in OfficeNoteKind]: Phrase } = {
  tracked: {
    zh: '文件含有修订，按全部接受读取；打印或发布前请接受或拒绝修订',
    en: 'has tracked changes, read as if all were accepted: accept or reject them before it is published',
  },
  hidden: {
    zh: '文件含有隐藏的行、列或工作表，未读取',
    en: 'has hidden rows, columns or sheets, which were not read',
  },
  picture: {
    zh: '此处是图片或嵌入对象，其中如有表格则无法核对',
    en: 'a picture or embedded object: a table in it cannot be checked',
  },
  uncalculated: {
    zh: '此处的公式没有保存结果，按空白读取；请用 Excel 或 WPS 打开并保存一次',
    en: 'a formula without a stored result, read as blank: open the workbook in its program and save it',
  },
  'error-value': {
    zh: '此单元格显示的是错误值',
    en: 'the cell shows an error',
  },
  scanned: {
    zh: '部分页面是扫描图片，没有文字，未读取',
    en: 'some pages are scans without text, which were not read',
  },
  embedded: {
    zh: '文件中嵌入了另一份文档，未读取；请在 Word 中打开并另存后再检查',
    en: 'embeds another document, which was not read: open it in Word and save it again',
  },
};

/** `count`: how many there are in the file, of which the note names the first. */
export function noteOf(kind: OfficeNoteKind, at: number | null = null, count = 1): OfficeNote {
  const { zh, en } = messages[kind];
  const message = count > 1 ? { zh: `${zh}（共 ${count} 处）`, en: `${en} (${count} places)` } : { zh, en };
  return { kind, message, at };
}
