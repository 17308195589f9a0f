// A table whose values are lost, stuck together, or apart from their labels, or whose labels are rubble.
import type { Phrase } from '../base/phrase.ts';
import { headingsWithoutTable } from '../report/contents.ts';
import type { WhyUnreadable } from '../table/table.ts';
import { shift } from '../text/span.ts';
import { tableName } from './describe.ts';
import { problemsOf } from './problems.ts';
import type { Rule } from './rule.ts';

export const unreadableTable: Rule = {
  id: 'unreadable-table',
  severity: 'error',
  title: { zh: '表格无法辨读', en: 'Table cannot be read' },
  manual: {
    what: {
      zh: '表格的数值丢失、粘连在一起（如“规章555”），与行标题各在一处（逐列复制），或者大半行认不出来（扫描识别有误、多出一列），无法确定每一格是多少。',
      en: 'Values are lost, stuck together (规章555) or apart from their labels (copied by columns), or most rows are not understood (scans, a column too many), so no cell can be told.',
    },
    why: {
      zh: '粘连的数字有多种拆法，猜出来的数不能用于核对。',
      en: 'Digits that stick together can be split in several ways; a guess is no basis for checking.',
    },
    how: {
      zh: '从原文件重新复制表格，使每格之间有分隔。',
      en: 'Copy the table again from its source so that cells are separated.',
    },
    wrong:
      '二、主动公开政府信息情况\n第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章000\n行政规范性文件3120\n第二十条第（五）项\n信息内容本年处理决定数量\n行政许可57\n第二十条第（六）项\n信息内容本年处理决定数量\n行政处罚4\n行政强制0\n第二十条第（八）项\n信息内容本年收费金额（单位：万元）\n行政事业性收费12.5',
    right:
      '二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n0\n行政规范性文件\n3\n1\n20\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n57\n第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n4\n行政强制\n0\n第二十条第（八）项\n信息内容\n本年收费金额（单位：万元）\n行政事业性收费\n12.5',
  },
  check: (report) => [
    ...problemsOf(report, 'unreadable').map(({ problem, placed }) => ({
      span: shift(problem.span, placed.at),
      message: messages[problem.why](tableName(placed)),
    })),
    ...headingsWithoutTable(report).flatMap(({ spec: { name }, span, remains }) =>
      remains ? [{ span, message: messages.garbled(name) }] : [],
    ),
  ],
};

const messages: Readonly<Record<WhyUnreadable, (table: Phrase) => Phrase>> = {
  'values-glued': ({ zh, en }) => ({
    zh: `“${zh}”表的数字粘连在一起，无法分清各格。`,
    en: `The digits of table “${en}” stick together; its cells cannot be told apart.`,
  }),
  'values-lost': ({ zh, en }) => ({
    zh: `“${zh}”表只有行标题，大部分数值缺失，无法辨读。`,
    en: `Table “${en}” has its labels, but most values are lost.`,
  }),
  garbled: ({ zh, en }) => ({
    zh: `“${zh}”表的大半行认不出来（如扫描识别有误、多出一列），无法辨读。`,
    en: `Most rows of table “${en}” cannot be made out (text misread by a scanner, a column too many).`,
  }),
  'values-apart': ({ zh, en }) => ({
    zh: `“${zh}”表的行标题和数值各在一处（如逐列复制的文本），无法确定各数属于哪一行。`,
    en: `Labels and values of table “${en}” stand apart, as in text copied column by column; no row can be told.`,
  }),
};
