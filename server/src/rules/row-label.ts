// A row whose label is worded differently from the form's.
import { shift } from '../text/span.ts';
import { inStyleOf } from '../text/style.ts';
import { notationFix } from './fixes.ts';
import { problemsOf } from './problems.ts';
import type { Rule } from './rule.ts';

export const rowLabel: Rule = {
  id: 'row-label',
  severity: 'hint',
  title: { zh: '行标题与规定不一致', en: 'Row label differs from the official one' },
  manual: {
    what: {
      zh: '行标题用了别的说法或漏了字，虽能认出是哪一行，但与规定格式不同。',
      en: 'A label is worded differently from the national format, though its row is clear.',
    },
    why: { zh: '统一的标题便于核对和汇总。', en: 'One wording makes tables easy to compare and add up.' },
    how: { zh: '改用规定的标题。', en: 'Use the official label.' },
    wrong: '二、上年结转政府信息公开数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
    right: '二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
  },
  check: (report) =>
    problemsOf(report, 'variant-label').map(({ problem: { row, span }, placed }) => {
      const raw = placed.section.section.text.slice(span.from, span.to);
      const label = shift(span, placed.at);
      return {
        span: label,
        message: {
          zh: `行标题写作“${raw}”，规定的是“${row.label}”。`,
          en: `The label reads “${raw}”; the official one is “${row.label}”.`,
        },
        fixes: () => {
          const insert = inStyleOf(row.label, raw);
          const title = { zh: `改为“${insert}”`, en: `Change to “${insert}”` };
          return insert === null ? [] : [notationFix(title, [{ ...label, insert }])];
        },
      };
    }),
};
