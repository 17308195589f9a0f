// A section heading that is worded differently from the form's.
import { placedHeadings, titleOf } from '../report/contents.ts';
import { fold } from '../text/fold.ts';
import { inStyleOf } from '../text/style.ts';
import { notationFix, proposal } from './fixes.ts';
import type { Rule } from './rule.ts';

export const sectionTitle: Rule = {
  id: 'section-title',
  severity: 'hint',
  title: { zh: '章节标题与规定不一致', en: 'Heading differs from the official one' },
  manual: {
    what: {
      zh: '标题用了别的说法，虽能认出是哪一部分，但与格式规定的标题不同。',
      en: 'The heading is worded differently from the national format.',
    },
    why: { zh: '统一标题便于检索和汇总。', en: 'One wording makes reports easy to find and compare.' },
    how: { zh: '改用规定的标题。', en: 'Use the official heading.' },
    wrong: '五、存在问题及改进措施\n公开不够及时，将加强培训。',
    right: '五、存在的主要问题及改进情况\n公开不够及时，将加强培训。',
  },
  check: (report) =>
    placedHeadings(report).flatMap(({ spec, span, text }) => {
      const official = spec.heading.slice(2);
      const title = titleOf(text);
      if (title === official || fold(title) === fold(official)) return [];
      const isVariant = spec.variants.some((variant) => fold(variant) === fold(title));
      const place = { from: span.to - title.length, to: span.to };
      return [
        {
          span: place,
          message: {
            zh: `标题写作“${title}”，规定的标题是“${official}”。`,
            en: `The heading reads “${title}”; the official one is “${official}”.`,
          },
          fixes: () => {
            const insert = inStyleOf(official, text);
            if (insert === null) return [];
            const change = { zh: `改为“${official}”`, en: `Change to “${official}”` };
            return [(isVariant ? notationFix : proposal)(change, [{ ...place, insert }])];
          },
        },
      ];
    }),
};
