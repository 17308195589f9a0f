// Why a file is not read, and what a person can do: one sentence each.
import type { Phrase } from '../base/phrase.ts';

const tooLarge: Phrase = {
  zh: '文件过大或内容异常，为安全起见未读取；年报通常不足 1 MB，请只保留年报后另存',
  en: 'too large or abnormal, not read for safety; a report is usually below 1 MB: save the report alone',
};

const encrypted: Phrase = {
  zh: '文件已加密，请用 Word、WPS 或 Excel 打开，去掉密码后另存',
  en: 'protected by a password: open it, remove the password and save it again',
};

/** `{name}` cannot be read; save it as `{instead}`. */
const saveAs = (zh: string, en: string, ...instead: string[]): Phrase => ({
  zh: `不支持${zh}，请另存为 ${instead.join(' 或 ')} 后再检查`,
  en: `${en} is not supported: save it as ${instead.join(' or ')}`,
});

export const refusals = {
  tooLarge,
  encrypted,
  encryptedPdf: {
    zh: 'PDF 已加密，请去掉密码后另存，或改用 .docx',
    en: 'the PDF is protected by a password: remove it, or use the .docx',
  },
  damaged: {
    zh: '文件已损坏或不完整，请用 Word、WPS 或 Excel 打开并另存后再试',
    en: 'damaged or incomplete: open it in its program, save it again and retry',
  },
  doctype: {
    zh: '文件中有不允许的文档类型声明（DOCTYPE），为安全起见未读取',
    en: 'holds a document type declaration, which Office files must not have; not read for safety',
  },
  tooDeep: {
    zh: '文件中的表格嵌套层数异常，为安全起见未读取',
    en: 'nested too deeply; not read for safety',
  },
  tooSlow: {
    zh: '读取超时或占用内存过多，已停止；请另存为 .docx 后再检查',
    en: 'reading took too long or too much memory and was stopped: save it as .docx',
  },
  garbled: {
    zh: 'PDF 中的文字没有字符编码，读出的是乱码，无法检查；请使用原来的 Word 文档',
    en: 'the PDF does not say what its characters are, so they cannot be checked: use the original Word document',
  },
  summary: {
    zh: '是导出的汇总表，不是报告',
    en: 'a summary that was exported, not a report',
  },
  scanned: {
    zh: '是扫描件或图片，没有文字，无法检查；请使用原来的 Word 文档',
    en: 'a scan or picture without text, cannot be checked: use the original Word document',
  },
  notHere: {
    zh: '此环境不能读取这种文件，请在桌面版或命令行中检查，或另存为 .docx',
    en: 'cannot be read here: use the desktop or the command line, or save it as .docx',
  },
  noContent: {
    zh: '文件中没有文字',
    en: 'holds no text',
  },
  xls: saveAs(' .xls 或 .et 工作簿', 'a workbook of the old format (.xls, .et)', '.xlsx'),
  xlsb: saveAs(' .xlsb 工作簿', 'a binary workbook (.xlsb)', '.xlsx'),
  ods: saveAs(' .ods 工作簿', 'an OpenDocument workbook (.ods)', '.xlsx'),
  odt: saveAs(' .odt 文档', 'an OpenDocument text (.odt)', '.docx'),
  slides: saveAs('演示文稿', 'a presentation', '.docx'),
  ofd: saveAs(' .ofd 版式文件', 'an OFD file', '.docx', '.pdf'),
  mht: saveAs(' .mht 网页', 'a web archive (.mht)', '.docx', '.html'),
  rtf: saveAs(' .rtf 文档', 'a rich text file (.rtf)', '.docx'),
  compound: saveAs('这种旧格式文件', 'this kind of old Office file', '.docx'),
  image: {
    zh: '是图片，无法检查其中的文字；请使用原来的 Word 文档',
    en: 'a picture, whose text cannot be checked: use the original Word document',
  },
  archive: {
    zh: '是压缩包，请解压后检查其中的文件',
    en: 'an archive: unpack it and check the files in it',
  },
  unknown: {
    zh: '不是可以检查的文件；可检查文本、.docx、.xlsx、.html、.pdf、.doc、.wps',
    en: 'not a file that can be checked: text, .docx, .xlsx, .html, .pdf, .doc and .wps can',
  },
} satisfies Record<string, Phrase>;
