// One of the six sections has no heading (条例 article 50 and the national format).
import { sections } from '../form/sections.ts';
import { missingSections, placeOfSection } from '../report/contents.ts';
import { insertSection } from '../report/insert-section.ts';
import { proposal } from './fixes.ts';
import type { Rule } from './rule.ts';

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'error',
  title: { zh: '缺少章节', en: 'Missing section' },
  manual: {
    what: {
      zh: '年报应有六个部分，其中一个没有找到标题。问题标在它应在的位置之后的标题上。',
      en: 'One of the six sections has no heading. The finding stands on the heading that should follow it.',
    },
    why: {
      zh: '六个部分由《条例》第五十条和年报格式规定，缺一不可。',
      en: 'Article 50 of the 条例 and the national format require all six.',
    },
    how: {
      zh: '补上标题；快速修复会按本文的版式插入（缺表格时连同表格）。',
      en: 'Add the heading; the fix inserts it, with its table where that is absent too.',
    },
    wrong: '四、政府信息公开行政复议、行政诉讼情况\n六、其他需要报告的事项',
    right: '五、存在的主要问题及改进情况\n存在的主要问题：公开不够及时。改进措施：加强培训。',
  },
  check: (report) =>
    missingSections(report).map((number) => {
      const section = sections.find((each) => each.number === number);
      const heading = section?.heading ?? '';
      return {
        span: placeOfSection(report, number),
        message: {
          zh: `缺少“${heading}”这一部分。`,
          en: `Section “${section?.name.en}” (${heading}) is missing.`,
        },
        fixes: () => {
          const title = { zh: `插入“${heading}”`, en: `Insert “${heading}”` };
          return section === undefined ? [] : [proposal(title, insertSection(report, section))];
        },
      };
    }),
};
