// Sub-headings of section 1, （一） to （五） at the start of lines, that do not count on. Lists inside a
// sub-heading count for themselves; where one is possible, nothing is said.
import { matchesAtLines } from '../text/lines.ts';
import { issuesInText, type TextIssue } from './text-issues.ts';

interface SubHead {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

const numerals = '一二三四五六七八九十';
const SUB_HEAD = /([ \t]*)[(]([一二三四五六七八九十])[)](?![ \t]*(?:[项款条目级期类、,;和及至]|$))/y;
/** Names of the five aspects; a list inside a sub-heading has none of them. */
const ASPECT = /^[^。\r\n]{0,8}(?:主动公开|依申请|信息管理|平台建设|监督保障)/;
/** A heading of another level starts a list of its own. */
const OTHER_LEVEL = /[\r\n][ \t]*(?:\d{1,2}[.、]|[一二三四五六七八九十]、|[(]\d|[①-⑨]|第[一二三四五])/;

export const subHeadIssues = issuesInText(
  /[(（]二[)）]/,
  (plain, section) => (section.tables.length === 0 ? misnumbered(plain) : []),
  1,
);

/** The first that does not count on. */
function misnumbered(plain: string): readonly TextIssue[] {
  const heads = matchesAtLines(plain, SUB_HEAD).map(
    ({ 0: match, 1: indent = '', 2: numeral = '', index }) => ({
      number: numerals.indexOf(numeral) + 1,
      from: index + indent.length,
      to: index + match.length,
    }),
  );
  for (const [i, head] of heads.entries()) {
    const before = heads[i - 1];
    if (before === undefined || head.number === before.number + 1) continue;
    const isList = head.number === 1 && !tellsAspect(plain, heads[0] ?? head);
    return isList || isUnclear(plain, before, head) ? [] : [issueOf(before, head)];
  }
  return [];
}

function isUnclear(plain: string, before: SubHead, head: SubHead): boolean {
  const between = plain.slice(before.to, head.from);
  if (OTHER_LEVEL.test(between) || between.includes('(一)')) return true;
  if (head.number === 1) return !tellsAspect(plain, head) || sameTitle(plain, head);
  // The one left out may stand inside a line or be written otherwise.
  return head.number > before.number && opensItem(between, numerals.charAt(head.number - 2));
}

/** Whether a numeral stands behind an opening bracket or at the beginning of a line. */
const opensItem = (text: string, numeral: string): boolean =>
  text.includes(`(${numeral}`) ||
  text.split(/[\r\n]/).some((line, i) => i > 0 && line.trimStart().startsWith(numeral));

const tellsAspect = (plain: string, { to }: SubHead): boolean => ASPECT.test(plain.slice(to, to + 20));

/** A list of contents tells the same titles before. */
function sameTitle(plain: string, { from, to }: SubHead): boolean {
  const title = plain.slice(from, to + 4);
  return plain.indexOf(title) < from;
}

const issueOf = (before: SubHead, head: SubHead): TextIssue => {
  const [last, own, due] = [before.number, head.number, before.number + 1].map((n) => numerals.charAt(n - 1));
  return {
    span: { from: head.from, to: head.to },
    severity: 'hint',
    message: {
      zh: `（${last}）之后编为（${own}），应为（${due}）。`,
      en: `Sub-heading ${head.number} follows ${before.number}; it should be ${before.number + 1}.`,
    },
  };
};
