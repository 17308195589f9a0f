// Placeholders that a template left behind, and places where a figure, name or sentence was never filled in.
import type { Phrase } from '../base/phrase.ts';
import { matchesAtLines } from '../text/lines.ts';
import type { Rule } from './rule.ts';
import { issuesInText, type TextIssue } from './text-issues.ts';

export const unfilledText: Rule = {
  id: 'unfilled-text',
  severity: 'warning',
  title: { zh: '有未填写的内容', en: 'Something was not filled in' },
  manual: {
    what: {
      zh: '正文里留有 XX、□□、“待补充”等占位符，或者应写数字、名称的地方空着：“公开信息条”“联系电话：，”、只有“一是”的段落、空的〔〕号。',
      en: 'A placeholder (XX, □□, 待补充) was left in the text, or a number, a name or a sentence is missing where one belongs.',
    },
    why: {
      zh: '多由套用模板造成，说明这一处没有核实。',
      en: 'A template was used and this place was not filled in.',
    },
    how: { zh: '补写内容；没有这项内容的，删去这句话。', en: 'Fill it in, or delete the sentence.' },
    wrong: '一、总体情况\n（一）主动公开情况。全年通过门户网站发布信息XX条，及时发布办事指南。',
    right: '一、总体情况\n（一）主动公开情况。全年通过门户网站发布信息36条，及时发布办事指南。',
  },
  check: (report) =>
    report.sections.flatMap((section) => [...placeholders(section), ...bareNumbers(section)]),
};

const placeholders = issuesInText(
  /[XxＸｘ×*□_＿]{2}|(?:[息开開布][条條]|[请請件到理结結复復发發]件)[，,。；;、]|性文件[。；;]|[：:][ 　]*[，,。；;]|[〔［[][ 　]*[〕］\]]|请填写|待补充|待填|填写|單位名稱|单位名称/,
  (plain) => PATTERNS.flatMap(({ pattern, message }) => found(plain, pattern, message)),
);

const placeholder: Phrase = {
  zh: '占位符还没有替换为实际内容。',
  en: 'A placeholder was not replaced.',
};
const noNumber: Phrase = { zh: '这里缺少数字。', en: 'The number is missing here.' };
const noContent: Phrase = { zh: '这里缺少内容。', en: 'Something is missing here.' };

/** The first group is what is marked. */
const PATTERNS: readonly { readonly pattern: RegExp; readonly message: Phrase }[] = [
  // `XX局`, `XX条`, `××年`; not in a quotation.
  {
    pattern:
      /(?<![A-Za-z“"《])([Xx]{2,6}|×{2,6}|□{2,}|_{2,})(?=[件条年月日份次个篇项元万局县市区镇乡街省委办厅人])/g,
    message: placeholder,
  },
  { pattern: /(请填写|待补充|待填写|此处填写|\(单位名称\)|\(填写[^()]{0,12}\))/g, message: placeholder },
  // `共公开信息条，`: a counted verb and a unit with nothing between.
  {
    pattern:
      /((?:共|累计|合计)(?:主动)?(?:公开|发布|收到|受理|办结|办理|答复|制发)(?:各类|政府|政务|公开|依申请|信息|申请|文件)*?(?:信息条|申请件|文件件|公开条|发布条|收到件|受理件|办结件|答复件|制发件))(?=[,。;、])/g,
    message: noNumber,
  },
  {
    pattern: /(?<!共|累计|合计|主动)((?:主动公开|发布|更新)(?:各类|政府|政务)*信息条)(?=[,。;、])/g,
    message: noNumber,
  },
  // `制定文件0件，废止0件，现行有效的规范性文件。`
  { pattern: /\d件[,、;](?:目前|现有)?(现行有效的?(?:行政)?规范性文件)(?=[。;])/g, message: noNumber },
  // `联系电话：，`
  { pattern: /((?:电话|传真|邮编|地址|邮箱|联系人)[::])[ ]*(?=[,。;])/g, message: noContent },
  { pattern: /((?:函|发|字|令)[〔[][ ]*[〕\]])/g, message: noContent },
];

function found(plain: string, pattern: RegExp, message: Phrase): readonly TextIssue[] {
  return [...plain.matchAll(pattern)].map((match) => {
    const marked = match[1] ?? match[0];
    const from = match.index + match[0].indexOf(marked);
    return { span: { from, to: from + marked.length }, message };
  });
}

/** A line that is only `一是` or `（一）`, with text or another number below it. */
const bareNumbers = issuesInText(
  /[一二三四五六]是|[（(][一二三四五六七八]/,
  (plain, { heading }) =>
    matchesAtLines(plain, BARE_NUMBER, heading?.span.to).flatMap((match) => {
      const marked = match[1] ?? '';
      const from = match.index + match[0].indexOf(marked);
      if (isWrapped(plain, match.index + match[0].length)) return [];
      return [{ span: { from, to: from + marked.length }, message: noContent }];
    }),
  ...[1, 5],
);

const BARE_NUMBER = /[ \t]{0,8}([一二三四五六七八]是[::,,]?|\([一二三四五六七八]\)[、.]?)[ \t]*(?=[\r\n]|$)/y;

/** Whether the text goes on below: then the number was only broken off its line. */
function isWrapped(plain: string, at: number): boolean {
  const next = /^[\r\n\s]*([^\r\n]*)/.exec(plain.slice(at, at + 200))?.[1] ?? '';
  return next !== '' && !/^(?:[一二三四五六七八]是|[(][一二三四五六七八][)]|[一二三四五六]、)/.test(next);
}
