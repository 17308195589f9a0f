// Section 5 has to name problems and what is done about them (条例 article 50).
import type { Section } from '../report/report.ts';
import type { Rule } from './rule.ts';
import { issuesInText, type TextIssue } from './text-issues.ts';

export const oneSidedSection: Rule = {
  id: 'one-sided-section',
  severity: 'hint',
  title: { zh: '第五部分只写了问题或者只写了改进', en: 'Section 5 names only problems, or only measures' },
  manual: {
    what: {
      zh: '第五部分的文字里看不到存在的问题，或者看不到改进措施。',
      en: 'The text of section 5 names no problem, or no measure.',
    },
    why: {
      zh: '条例第五十条要求报告政府信息公开工作存在的主要问题及改进情况，两方面都要有。',
      en: 'Article 50 of the Regulation asks for the main problems and for the improvements.',
    },
    how: { zh: '补写缺少的一方面。', en: 'Add the side that is missing.' },
    wrong: '五、存在的主要问题及改进情况\n一是解读形式单一；二是个别栏目内容较少；三是更新较慢。',
    right: '五、存在的主要问题及改进情况\n一是解读形式单一；二是更新较慢。下一步将多用图解，按月检查栏目。',
  },
  check: (report) => report.sections.flatMap(find),
};

const find = issuesInText(/[问問題题改進进]/, sidesOf, 5);

const PROBLEM =
  /问题|不足|不够|有待|尚待|欠缺|薄弱|滞后|差距|不高|不强|不到位|不平衡|不完善|不规范|不及时|不全面|不深入|不丰富|不多|不广|不快|缺乏|缺少|单一|单调|较慢|偏慢|较少|偏少|较低|偏低|短板|弱项|困难|需要?(?:进一步|加强|提高|提升|完善)|未能|没有?形成|参差/;
const MEASURE =
  /改进|整改|加强|提升|提高|完善|优化|强化|健全|建立|推进|推动|落实|加大|拓展|拓宽|进一步|下一步|今后|将|(?<!不)丰富|(?<!不)规范|措施|开展|督促|细化|定期|(?<!不)及时|增强|深化|创新|培训|组织|明确|配备|严格|加快|做好|坚持|持续|切实|补齐|改为|已/;

/** Shorter sections are a matter of `empty-section`. */
const SHORTEST = 10;

function sidesOf(plain: string, { heading }: Section): readonly TextIssue[] {
  if (heading === null) return [];
  const body = plain.slice(heading.span.to);
  if (body.replace(/[^\u4e00-\u9fff]/g, '').length < SHORTEST) return [];
  const named = PROBLEM.test(body);
  if (named && MEASURE.test(body)) return [];
  return [
    {
      span: heading.span,
      message: named
        ? { zh: '这一部分只写了问题，没有写改进措施。', en: 'This section names problems, but no measure.' }
        : { zh: '这一部分没有写存在的问题。', en: 'This section names no problem.' },
    },
  ];
}
