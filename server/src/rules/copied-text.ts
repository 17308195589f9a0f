// Paragraphs that are last year's but for their digits. What counts as one is said in
// `archive/paragraphs.ts`.
import { noIssues, type Rule } from './rule.ts';

export const copiedText: Rule = {
  id: 'copied-text',
  severity: 'info',
  title: { zh: '整段照抄上年年报', en: 'Paragraph copied from last year’s report' },
  manual: {
    what: {
      zh: '第一、五、六部分中 80 字以上的段落，除数字外与同一机关上年年报完全相同。表格、开头说明和信息处理费的说明不在此列。',
      en: 'A paragraph of 80 characters or more in sections 1, 5 and 6 that differs from the same organ’s report for the year before in digits only. Tables, the preamble and the statement on fees do not count.',
    },
    why: {
      zh: '年报应写当年的情况。整段沿用，往往连上年的年份和数字也留了下来，社会评议时也常被指出。',
      en: 'A report tells of its own year. A copied paragraph often keeps last year’s dates and figures, and readers notice.',
    },
    how: {
      zh: '按当年工作改写；确属不变的固定表述，可不理会本提示。',
      en: 'Rewrite it for the year; where the wording is fixed, the note may be ignored.',
    },
    lastYear:
      '五、存在的主要问题及改进情况\n问题：一是个别科室对公开工作重视不够，信息报送不够及时；二是政策解读形式单一，图解、视频解读偏少。改进：一是每月通报各科室信息报送情况，逾期的限期补报；二是重要政策发布时同步发布图解。',
    wrong:
      '五、存在的主要问题及改进情况\n问题：一是个别科室对公开工作重视不够，信息报送不够及时；二是政策解读形式单一，图解、视频解读偏少。改进：一是每月通报各科室信息报送情况，逾期的限期补报；二是重要政策发布时同步发布图解。',
    right:
      '五、存在的主要问题及改进情况\n问题：上年指出的报送不及时已经改正，今年主要是依申请公开答复文书不够规范，有两件因说理不充分被申请人追问。改进：请法律顾问编写答复文书样式，新收申请一律按样式答复，每季度抽查一次并在全局通报结果。',
  },
  check: noIssues,
  compare: (own, { lastYear }) => {
    if (lastYear === null) return [];
    const known = new Map(lastYear.summary.paragraphs.map((paragraph) => [paragraph.hash, paragraph]));
    return own.paragraphs.flatMap(({ hash, span }) => {
      const before = known.get(hash);
      if (before === undefined) return [];
      const { year } = lastYear;
      return [
        {
          span,
          message: {
            zh: `这一段除数字外与上年（${year} 年）报告完全相同，请核实是否为当年情况。`,
            en: `Apart from digits this paragraph is the same as in the report for ${year}; does it tell of this year?`,
          },
          related: [
            {
              report: lastYear,
              span: before.span,
              message: { zh: `${year} 年报告的同一段`, en: `The same paragraph for ${year}` },
            },
          ],
        },
      ];
    });
  },
};
