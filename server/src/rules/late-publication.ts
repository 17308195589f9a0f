// A date of publication after the deadline of the Regulation (条例 article 49). Off unless a setting asks for
// it: the date that a page shows is often that of its move to another website.
import type { PlacedSection } from '../report/report.ts';
import { narrow } from '../text/fold.ts';
import { shift } from '../text/span.ts';
import type { Issue, Rule } from './rule.ts';

export const latePublication: Rule = {
  id: 'late-publication',
  severity: 'warning',
  optIn: true,
  title: { zh: '发布日期晚于规定期限', en: 'Published after the deadline' },
  manual: {
    what: {
      zh: '页面写明的发布日期晚于次年1月31日（县级以上人民政府为3月31日）。默认关闭。同一页还有期限内的发布、公开、生成日期，或者日期晚于次年年底的，多为网站迁移所致，不报。',
      en: 'The date of publication on the page is after 31 January of the next year (31 March for governments of counties and above). Off by default. Pages that also give a date in time, or one after the next year, were moved and are left alone.',
    },
    why: {
      zh: '条例第四十九条：部门每年1月31日前公布上一年度报告，县级以上地方人民政府3月31日前公布。',
      en: 'Article 49: departments publish by 31 January, governments of county level or above by 31 March.',
    },
    how: {
      zh: '核对最初的发布日期；确属逾期的，向主管部门说明。',
      en: 'Check the date of first publication; if it was late, tell the authority in charge.',
    },
    wrong:
      '清溪县教育局2024年政府信息公开工作年度报告\n发布日期：2025-02-18\n一、总体情况\n做好主动公开。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况',
    right:
      '清溪县教育局2024年政府信息公开工作年度报告\n发布日期：2025-01-18\n一、总体情况\n做好主动公开。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况',
  },
  check: (report) => {
    const { year, organ } = report;
    if (year === null || organ === null) return [];
    const ends = [...new Set([report.sections[0], report.sections.at(-1)])];
    const dates = ends.flatMap((placed) => (placed === undefined ? [] : datesIn(placed)));
    const deadline = (year + 1) * 10000 + (isGovernment(organ) ? 331 : 131);
    const first = dates.find(({ published }) => published);
    if (first === undefined || dates.some(({ day }) => day <= deadline || day > (year + 1) * 10000 + 1231))
      return [];
    return [lateIssue(first, deadline)];
  },
};

interface LabelledDate {
  readonly issue: Pick<Issue, 'span'>;
  /** As a number, 20250131. */
  readonly day: number;
  readonly published: boolean;
}

const DATE =
  /(发布|发文|公开|公布|生成|成文)(?:日期|时间)[\])\s]{0,4}:?\s{0,4}(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})/g;

function datesIn({ section, at }: PlacedSection): readonly LabelledDate[] {
  if (!/日期|时间/.test(section.text)) return [];
  return [...narrow(section.text).matchAll(DATE)].map((match) => {
    const [all, label, year, month, day] = match;
    const to = match.index + all.length;
    const length = all.length - all.lastIndexOf(String(year));
    return {
      issue: { span: shift({ from: to - length, to }, at) },
      day: Number(year) * 10000 + Number(month) * 100 + Number(day),
      published: label !== '生成' && label !== '成文',
    };
  });
}

/** A government of county level or above, or the office that publishes its report. */
const isGovernment = (organ: string): boolean =>
  /(?<![乡镇])(?:人民政府|政府)(?:办公[室厅])?$/.test(organ) && !/[乡镇]/.test(organ);

const lateIssue = ({ issue }: LabelledDate, deadline: number): Issue => ({
  ...issue,
  message: {
    zh: `发布日期晚于${deadline % 1000 === 131 ? '1月31日' : '3月31日'}的期限。`,
    en: `Published after the deadline of 31 ${deadline % 1000 === 131 ? 'January' : 'March'}.`,
  },
});
