// Why an Office file, or one place of it, is not written to: one sentence each, which also says what to do.
import type { Phrase } from '../base/phrase.ts';

/** Something at the place that a program must not touch; `{zh}` names it. */
const inTheWay = (zh: string, en: string): Phrase => ({
  zh: `此处${zh}，没有写入，请在 Word 或 WPS 中修改`,
  en: `${en}; not written: change it in Word or WPS`,
});

export const writeRefusals = {
  signed: {
    zh: '文件有数字签名，改动会使签名失效，没有写入',
    en: 'digitally signed, a change would break the signature; not written',
  },
  protected: {
    zh: '文件设有编辑限制，没有写入；请先在 Word 或 WPS 中取消限制编辑',
    en: 'protected against editing; not written: stop the protection in Word or WPS first',
  },
  open: {
    zh: '文件正在 Word 或 WPS 中打开，没有写入；请先关闭文件',
    en: 'open in Word or WPS; not written: close it first',
  },
  notDocx: {
    zh: '这种文件只能检查，不能写入；请在原来的程序中修改，或者使用 .docx',
    en: 'files of this kind are checked but never written: change it in its program, or use the .docx',
  },
  notHere: {
    zh: '这个位置的文件不能写入；请在桌面版中打开，或用命令行 check --fix',
    en: 'files at this place cannot be written: use the desktop, or check --fix on the command line',
  },
  unusual: {
    zh: '文件的写法特殊，没有写入；请用 Word 或 WPS 另存后再试',
    en: 'written in an unusual way; not written: save it again in Word or WPS and retry',
  },
  notAsAsked: {
    zh: '写入后重新读取，结果与要求的不同，没有保存；请在 Word 或 WPS 中修改',
    en: 'read again, the result was not what was asked for and was not saved: change it in Word or WPS',
  },
  elsewhere: inTheWay(
    '的改动不只在一个单元格或一个段落之内',
    'the change is not within one cell or paragraph',
  ),
  changed: inTheWay('的内容与检查时不同', 'the text is not what was checked'),
  field: inTheWay('是域（如求和公式），由 Word 计算', 'a field (such as a formula), which Word works out'),
  control: inTheWay('在内容控件中', 'in a content control'),
  link: inTheWay('有超链接', 'holds a link'),
  revision: inTheWay(
    '已有修订，应先接受或拒绝',
    'already has tracked changes, to be accepted or rejected first',
  ),
  number: inTheWay('有自动编号', 'numbered by a list'),
  paragraphs: inTheWay('有多个段落', 'holds several paragraphs'),
  nested: inTheWay('有嵌套的表格', 'holds another table'),
  graphic: inTheWay('有图片、文本框或其他对象', 'holds or stands in a picture, text box or other object'),
  lines: inTheWay('有换行或制表符', 'holds line breaks or tabs'),
  merged: inTheWay('是合并单元格的一部分', 'part of a merged cell'),
} satisfies Record<string, Phrase>;
