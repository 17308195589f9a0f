// Texts made to break a reader, of any size, so that time can be compared with size.

import { form } from '../../server/src/form/form.ts';
import { base } from './base.ts';

/**
 * Texts made to break a reader: each of any size, so that the time it takes can be compared with its size.
 */
export interface Hostile {
  readonly name: string;
  /** A text of about `size` UTF-16 units. */
  readonly make: (size: number) => string;
}

/** Repeated without end. */
const atoms: readonly string[] = [
  ...['|', ' | ', '||\n', '|\n', '\t', '\t\n', '\n', '\r\n', '\r', '\n\r', ' ', '　', ' \n', '\u2028'],
  ...[
    '0',
    '0 ',
    '0\n',
    '0|',
    '0\t',
    '１',
    '1,',
    '1,000,',
    '1.',
    '-',
    '- ',
    '——',
    '/',
    '/ ',
    '无',
    '0件',
    '1万元',
  ],
  ...[
    '，',
    '。',
    '、',
    '；',
    '：',
    '（',
    '(',
    '（）',
    '“',
    '《',
    '申请',
    '其中，',
    '共',
    '件',
    '条',
    '受理1件',
  ],
  ...[
    '其中10件，',
    '收到申请10件，其中自然人8件，',
    '10',
    '共收到',
    '不',
    '未',
    '无法',
    '分别',
    '和',
    '一百零',
    '二〇',
  ],
  ...[
    '行政复议1件，',
    '较上年增长5%，',
    '2024年',
    '20',
    '2024年1月1日至',
    '网站发布12条、',
    '“三安全一稳定”',
  ],
  ...[
    'x',
    'a1',
    'à',
    'zhèng',
    '政(zhèng)',
    '(a',
    'a)',
    '政',
    '政府信息',
    '主动公开',
    '年度报告',
    '信息公开的',
    '总体',
  ],
  ...[
    '一',
    '一、',
    '（一）',
    '1.',
    '一、总体情况\n',
    '二、\n',
    '六、其他\n',
    '一、总体情况 ',
    '三、本年度办理结果',
    '第二十条',
  ],
  ...[
    '2024年政府信息公开工作年度报告\n',
    '某局政府信息公开工作年度报告 ',
    '政府信息公开年报\n',
    '存在的问题',
    '其他事项',
  ],
  ...[
    '规章 | 0 | 0 | 0 |\n',
    '规章\n',
    '行政许可\n57\n',
    '规章0',
    '总计\n',
    '其他\n',
    '其他 | ',
    '商业\n企业\n',
    '本年新',
  ],
  ...[
    '自然人 ',
    '结果\n维持\n',
    '（三）不予公开1.属于国家秘密 ',
    '3.其他 | 0\n',
    '本年收费金额（单位：万元）\n',
    '复议 ',
  ],
  ...[
    '<',
    '>',
    '<a',
    '<a ',
    '<a>',
    '</',
    '<!--',
    '<![CDATA[',
    '<?',
    '<td>',
    '</td>',
    '<tr>',
    '<table>',
    '</table>',
    '<p>',
  ],
  ...[
    '<table><tr><td>',
    '<table><tr><td></td></tr></table>',
    '<td colspan=1000000000>',
    '<td colspan="9">0</td>',
    '<br>',
  ],
  ...[
    '<tr><td>规章</td><td>0</td></tr>',
    '<a b="',
    "<a b='",
    '&',
    '&nbsp;',
    '&#',
    '&#x',
    '&amp',
    '<script>',
    '<textarea>',
    '<svg>',
  ],
  ...[
    '{{',
    '}}',
    '<%',
    '%>',
    '$a',
    '[!--',
    '首页 > ',
    '上一篇：',
    '上一篇：x\n',
    '打印 ',
    '打印\n',
    '扫一扫\n',
    'P. 2\n',
    'P. 2 ',
    '第1页\n',
    '1/2\n',
  ],
  ...[
    '---|',
    '|---|\n',
    '- ',
    '# ',
    '> ',
    '* ',
    '*',
    '>',
    '#',
    '　　',
    '| 0 ',
    '||||||||||||\n',
    '│',
    '｜',
    '···',
  ],
  ...[
    '\0',
    '\0|',
    '\ud800',
    '\udc00',
    '😀',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u200d',
    '\ufeff',
    'e\u0301',
    '\u0301',
    '\u{2f800}',
    'ﷺ',
    '㍿',
    'İ',
    'ß',
  ],
];

const shown = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u00ff\u2000-\u206f\ufeff\ud800-\udfff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16)}`,
  );

export const fill = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));

/**
 * A report with something put in: before it, into the prose of section one, into table `applications`, and
 * behind its end.
 */
const settings: Readonly<Record<string, (stuff: string) => string>> = {
  alone: (stuff) => stuff,
  'before a report': (stuff) => `${stuff}\n${base}`,
  'in prose': (stuff) => put(stuff, '\n二、主动公开政府信息情况'),
  'in a table': (stuff) => put(stuff, '（二）部分公开'),
  'in a cell': (stuff) => put(stuff, ' | 57 '),
  'behind a report': (stuff) => `${base}\n${stuff}`,
};

function put(stuff: string, before: string): string {
  const at = base.indexOf(before);
  if (at < 0) throw new Error(`the example report does not hold ${before}`);
  return base.slice(0, at) + stuff + base.slice(at);
}

/** Every atom in every setting. */
export const repeated: readonly Hostile[] = atoms.flatMap((atom) =>
  Object.entries(settings).map(([name, setting]) => ({
    name: `${shown(atom)} ${name}`,
    make: (size: number) => setting(fill(atom, size)),
  })),
);

const labels = ['disclosure', 'applications', 'disputes'] as const;
const everyLabel = labels.flatMap((table) =>
  form(table, '2021').rows.flatMap(({ label, groups, fields }) => [
    ...groups,
    label,
    ...fields.map(({ column }) => column.label),
  ]),
);

const times = (size: number, unit: number): number => Math.max(1, Math.floor(size / unit));

/** What repetition alone does not give. */
export const shaped: readonly Hostile[] = [
  { name: 'one reading of every label, no values', make: (size) => fill(`${everyLabel.join('\n')}\n`, size) },
  { name: 'labels on one line', make: (size) => fill(everyLabel.join(' '), size) },
  { name: 'labels glued', make: (size) => fill(everyLabel.join(''), size) },
  { name: 'one line of figures', make: (size) => `${base}\n规章 | ${fill('1 | ', size)}` },
  { name: 'a row that goes on', make: (size) => settings['in a cell']?.(fill('0|', size)) ?? '' },
  { name: 'a number of many digits', make: (size) => settings['in a cell']?.(fill('7', size)) ?? '' },
  { name: 'headings', make: (size) => fill('一、总体情况\n二、主动公开政府信息情况\n三、x\n', size) },
  {
    name: 'six sections again and again',
    make: (size) => fill(`${base.match(/^.、.*$/gm)?.join('\n')}\n`, size),
  },
  {
    name: 'titles',
    make: (size) => fill('甲局2024年政府信息公开工作年度报告\n乙局2023年政府信息公开工作年度报告\n', size),
  },
  { name: 'nested tables', make: (size) => nested(times(size, 60)) },
  { name: 'nested tables around a report', make: (size) => nested(times(size, 60), base) },
  { name: 'tables that never close', make: (size) => fill('<table><tr><td>规章<td>0<td>0', size) },
  { name: 'closing tags only', make: (size) => `<table>${fill('</td></tr></table>', size)}` },
  {
    name: 'html: rows of a report',
    make: (size) =>
      `${base}<table>${fill('<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>', size)}</table>`,
  },
  {
    name: 'html: many small tables',
    make: (size) => fill('<table><tr><td>规章</td><td>0</td></tr></table>\n', size),
  },
  {
    name: 'rows of one table',
    make: (size) => put(fill('（二）部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n', size), '（三）不予公开'),
  },
  {
    name: 'unknown rows',
    make: (size) => put(fill('另行统计的事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n', size), '（三）不予公开'),
  },
  {
    name: 'lines of the last table',
    make: (size) => `${base}\n${fill('1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n', size)}`,
  },
  { name: 'one report on one line', make: (size) => fill(base.replaceAll('\n', ' '), size) },
  { name: 'reports', make: (size) => fill(`${base}\n`, size) },
  { name: 'reports without titles', make: (size) => fill(`${base.slice(base.indexOf('\n'))}\n`, size) },
  { name: 'reports glued to one another', make: (size) => fill(base.trimEnd(), size) },
  {
    name: 'sentences of figures',
    make: (size) =>
      put(
        fill('全年收到政府信息公开申请9件，其中自然人8件、商业企业1件，予以公开5件。', size),
        '\n二、主动公开政府信息情况',
      ),
  },
  {
    name: 'one sentence of figures',
    make: (size) => put(fill('收到申请9件，其中自然人8件，', size), '\n二、主动公开政府信息情况'),
  },
  {
    name: 'paragraphs of figures',
    make: (size) =>
      put(fill('（二）依申请公开。共收到申请9件，办结8件。\n', size), '\n二、主动公开政府信息情况'),
  },
  { name: 'short lines', make: (size) => put(fill('公开\n', size), '\n二、主动公开政府信息情况') },
];

function nested(depth: number, inner = '规章'): string {
  return `${'<table><tr><td>'.repeat(depth)}${inner}${'</td><td>0</td></tr></table>'.repeat(depth)}`;
}
