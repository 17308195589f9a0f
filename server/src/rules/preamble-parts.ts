// The sentence of the preamble that lists the report's parts: there are six, with the names of the format.
import { sections } from '../form/sections.ts';
import type { Section } from '../report/report.ts';
import { fold } from '../text/fold.ts';
import type { Rule } from './rule.ts';
import { issuesInText, type TextIssue } from './text-issues.ts';

export const preambleParts: Rule = {
  id: 'preamble-parts',
  severity: 'hint',
  title: { zh: '引言所列部分与格式不符', en: 'The preamble lists other parts than the format has' },
  manual: {
    what: {
      zh: '引言里“本报告由……六个部分组成”一句，个数不是六，或者列的是 2019 年以前旧格式的部分（概述、收费及减免、咨询、申诉等）。',
      en: 'The sentence that lists the parts of the report gives another number than six, or names parts of the form before 2019.',
    },
    why: {
      zh: '国办公开办函〔2021〕30号规定年度报告分为六个部分，名称固定。这句话多由旧稿沿用。',
      en: 'The format has six parts with fixed names (国办公开办函〔2021〕30号); the sentence usually comes from an old draft.',
    },
    how: { zh: '改为六个部分的规范名称。', en: 'List the six parts by their official names.' },
    wrong:
      '一、总体情况\n本报告由概述、主动公开情况、依申请公开情况、收费及减免情况、行政复议诉讼情况、存在问题六个部分组成。\n（一）主动公开情况。及时发布办事指南。',
    right:
      '一、总体情况\n本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。\n（一）主动公开情况。及时发布办事指南。',
  },
  check: (report) => report.sections.flatMap(find),
};

const find = issuesInText(/[\d一二三四五六七八九十][个個大]?(?:部分|項|项)/, partsIn, 0, 1);

/** `由总体情况、……等六个部分组成`: the list, its number, and what is counted. */
const LIST =
  /(?:由|包括|包含|分为|涵盖)([^。;]{16,200}?)(?:等|共|以及)?([一二三四五六七八九十]|\d{1,2})(?:个|大|项)?(?:部分|项内容|方面内容|项)/g;
const OLD = /概述|收费及?减免|收费和减免|费用的?收取和?减免|咨询|申诉|人员和?收支/;
/** Names that only a list of the report's parts has, as opposed to the five aspects of section 1. */
const PART = /总体情况|概述|复议|存在的?(?:主要)?问题|其[他它]需要|收到和处理/g;

function partsIn(plain: string, { heading, text }: Section): readonly TextIssue[] {
  // Of section 1 only what stands before its first sub-heading is a preamble.
  const from = heading?.span.to ?? 0;
  const subHeading = plain.slice(from).search(/[(]一[)]/);
  const end = heading === null ? plain.length : from + (subHeading < 0 ? 600 : subHeading);
  return [...plain.slice(from, end).matchAll(LIST)].flatMap((match): readonly TextIssue[] => {
    const [whole, list = '', number = ''] = match;
    if ((list.match(PART) ?? []).length < 2) return [];
    const isSix = number === '六' || number === '6';
    if (isSix && !OLD.test(list)) return [];
    const at = from + match.index + whole.indexOf(list);
    const span = { from: at, to: from + match.index + whole.length };
    return [
      {
        span,
        severity: isSix ? 'hint' : 'warning',
        message: isSix
          ? {
              zh: '引言列出的部分是旧格式的，现行格式的六个部分名称不同。',
              en: 'These are parts of a former form; the present one names six others.',
            }
          : {
              zh: `引言写报告有${number}个部分，格式规定为六个部分。`,
              en: `The preamble counts ${number} parts; the format has six.`,
            },
        replacement: {
          text: official(text.slice(span.from, span.to)),
          title: { zh: '改为六个部分的规范名称', en: 'List the six official parts' },
        },
      },
    ];
  });
}

/** The six names and what is counted, as the sentence has it. */
function official(written: string): string {
  const names = sections.map(({ heading }) => heading.slice(2).replace('、行政诉讼', '和行政诉讼'));
  return `${names.join('、')}六${fold(written).endsWith('部分') ? '个部分' : '项内容'}`;
}
