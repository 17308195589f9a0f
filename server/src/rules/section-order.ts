// Sections that stand in another order than the form's, or carry another section's number; headings printed
// twice (repeated-heading.ts) and sub-headings misnumbered (sub-heads.ts).
import { placedHeadings } from '../report/contents.ts';
import { repeatedHeadings } from './repeated-heading.ts';
import type { Issue, Rule } from './rule.ts';
import { subHeadIssues } from './sub-heads.ts';

const numerals = '一二三四五六';

export const sectionOrder: Rule = {
  id: 'section-order',
  severity: 'warning',
  title: { zh: '章节顺序或编号有误', en: 'Sections out of order or misnumbered' },
  manual: {
    what: {
      zh: '六个部分没有按规定顺序排列，或者标题的编号与内容不符（例如两个“一”）；或者一个标题出现两次，第一部分的（一）（二）（三）编号有误。',
      en: 'Sections stand out of order, or a heading carries the number of another section; or a heading is printed twice, or the sub-headings of section 1 are misnumbered.',
    },
    why: { zh: '格式规定了六个部分的先后和编号。', en: 'The format fixes order and numbers.' },
    how: { zh: '调整顺序或改正编号。', en: 'Move the section or correct its number.' },
    wrong: '五、其他需要报告的事项\n本年度未收取信息处理费。',
    right: '二、主动公开政府信息情况',
  },
  check: (report) => {
    const headings = placedHeadings(report);
    const main: readonly Issue[] = headings.flatMap(({ spec, number, span }, i) => {
      const before = headings[i - 1]?.spec;
      if (before !== undefined && before.number > spec.number)
        return [
          {
            span,
            message: {
              zh: `“${spec.heading}”应在“${before.heading}”之前。`,
              en: `“${spec.name.en}” (${spec.heading}) belongs before “${before.name.en}” (${before.heading}).`,
            },
          },
        ];
      if (number === null || number === spec.number) return [];
      return [
        {
          span,
          message: {
            zh: `这一部分应编为“${numerals.charAt(spec.number - 1)}”，却编为“${numerals.charAt(number - 1) || number}”。`,
            en: `This section is number ${spec.number} of the form but is numbered ${number}.`,
          },
        },
      ];
    });
    return [...main, ...repeatedHeadings(report), ...report.sections.flatMap(subHeadIssues)];
  },
};
