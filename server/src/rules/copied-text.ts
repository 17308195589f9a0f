// Paragraphs that are last year's but for their digits, or another organ's but for the name. What counts as
// one is said in `archive/paragraphs.ts`, which organs are compared in `archive/shared-paragraphs.ts`.
import type { IndexedReport } from '../archive/report-index.ts';
import type { SharedParagraph } from '../archive/shared-paragraphs.ts';
import type { ReportSummary } from '../archive/summary.ts';
import { type Issue, noIssues, type Rule } from './rule.ts';

export const copiedText: Rule = {
  id: 'copied-text',
  severity: 'info',
  title: { zh: '整段照抄上年或其他单位年报', en: 'Paragraph copied from another report' },
  manual: {
    what: {
      zh: '第一、五、六部分中 80 字以上的段落，除数字外与同一机关上年年报完全相同；或者第一、五部分的段落，除数字和单位名称外与同一文件夹里另一单位同年年报完全相同（一对只报一次，整个第五部分相同的为警告）。五个以上单位、或三个以上且占两成的单位都有的段落视为统一模板，不报。表格、开头说明和信息处理费的说明不在此列。',
      en: 'A paragraph of 80 characters or more in sections 1, 5 and 6 that differs from the same organ’s report for the year before in digits only; or one in sections 1 and 5 that differs from another organ’s report of the same folder and year in digits and the organ’s name only (said once a pair; a warning when it is all of section 5). What five organs have, or three and a fifth of all, is a common template. Tables, the preamble and the statement on fees do not count.',
    },
    why: {
      zh: '年报应写本单位当年的情况。整段沿用，往往连上年的年份和数字也留了下来，社会评议时也常被指出。',
      en: 'A report tells of its own organ and year. A copied paragraph often keeps last year’s dates and figures, and readers notice.',
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
  compare: (own, { lastYear, shared }) => {
    const ofLastYear = lastYear === null ? [] : copiedFrom(own, lastYear);
    const said = new Set(ofLastYear.map(({ span }) => span.from));
    return [
      ...ofLastYear,
      ...shared.filter((each) => !said.has(each.own.span.from)).map((each) => sharedWith(each)),
    ];
  },
};

function copiedFrom(own: ReportSummary, lastYear: IndexedReport): readonly Issue[] {
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
}

function sharedWith({ own: { hash, span, section, whole }, other }: SharedParagraph): Issue {
  const there = other.summary.paragraphs.find((each) => each.hash === hash);
  const organ = other.organ ?? other.document;
  const issue: Issue = {
    span,
    message: {
      zh: `这一段除数字和单位名称外与“${organ}”同年报告完全相同，请核实是否为本单位情况。`,
      en: `Apart from digits and the organ’s name this paragraph is the same as in the report of “${organ}”; does it tell of this organ?`,
    },
    related:
      there === undefined
        ? []
        : [
            {
              report: other,
              span: there.span,
              message: { zh: `“${organ}”报告的同一段`, en: `The same paragraph of “${organ}”` },
            },
          ],
  };
  return section === 5 && whole ? { ...issue, severity: 'warning' } : issue;
}
