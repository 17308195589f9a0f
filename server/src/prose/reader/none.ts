import { type Context, type Match, REQUEST } from './context.ts';
import { disputeHit, speaksOfDisclosure } from './disputes.ts';
import { CARRIED, CARRIED_IN, CARRIED_OUT, documentCells, powerCells, RECEIVED } from './objects.ts';

/** Where a word of absence begins. `未` needs a verb (not 未来, 未经复议, 尚未审结); `无` needs its object at once. */
export const NONE =
  /(?:未|没有?)(?:曾|再|有)?(?:(?:收到|接到|接收|受理|办理|发生|出现|产生|引发|引起|涉及|被|因|有|收取|征收|结转|转结|新?制定|制发|制订|出台|印发|发布|颁布|废止|作出|做出|实施|采取|开展)|(?=(?:上年|下年|上一年|下一年|行政|政府信息|依申请|规范性|规章)))|无(?=(?:任何)?(?:因|由|针对|涉及|政府信息|信息公开|依申请|申请公开|公民|行政|上年|上一年|下年|下一年|20\d\d年|结转|转结|新收|规范性|规章|信息处理费|复议|诉讼))|不收取|(?:零|0)(?:申请|受理)/g;

/**
 * What a phrase such as `未发生因政府信息公开引发的行政复议、行政诉讼` says there is none of. `phrase` runs from the word of
 * absence to the end of its clause.
 */
export function noneOf(
  phrase: string,
  before: string,
  clue: Pick<Context, 'sentence' | 'walk' | 'context'>,
): readonly Match[] {
  const { sentence, walk, context } = clue;
  if (phrase.length > 80 || CONDITION.test(before) || /其[他它](?!组织)|另外|此类|该类|再次/.test(phrase))
    return [];
  if (
    /(?:单位|部门|镇街|乡镇|街道|村|社区)(?:均|都|尚|暂)?$/.test(before) &&
    !/[我本各](?:单位|部门|街道)(?:均|都|尚|暂)?$/.test(before)
  )
    return [];
  if (
    /处理费|信息公开.{0,6}(?:费用|收费)|检索.{0,12}费|收取.{0,14}费用/.test(phrase) &&
    !/超|违规/.test(phrase)
  ) {
    return [{ object: 'processing-fee', fields: [] }];
  }
  if (/复议|诉讼|行政争议/.test(phrase)) return noDisputes(phrase, sentence, walk.topic);
  if (/结转|转结/.test(phrase)) return noCarried(phrase, before, context.year, walk.subject);
  if (/规范性文件|规章(?!制度)/.test(phrase)) return noDocuments(phrase);
  if (/行政事业性收费/.test(phrase)) {
    return /(?:收取|征收|产生|发生|无|没有|涉及)/.test(phrase) && ENDS.test(after(phrase, /行政事业性收费/))
      ? [{ object: 'fee', fields: powerCells('fee') }]
      : [];
  }
  if (/行政(?:许可|处罚|强制)/.test(phrase)) return noPowers(phrase);
  return noApplications(phrase, walk.topic === 'applications' ? 'applications' : walk.subject);
}

function noApplications(phrase: string, subject: Context['walk']['subject']): readonly Match[] {
  const hit: readonly Match[] = [{ object: 'received', fields: RECEIVED }];
  if (/^(?:零|0)/.test(phrase)) return subject === 'applications' ? hit : [];
  if (/^(?:未|没).{0,2}(?:被|因|收取|引发|出台|制|印发|发布|废止|作出|做出|实施|采取|开展)/.test(phrase))
    return [];
  if (
    /逾期|超期|超时|投诉|举报|撤回|纠错|不满|延期|过错|补正|异议|答复|泄密|咨询|信件|工单|自然人|法人(?!.{0,2}其他)|企业/.test(
      phrase,
    )
  )
    return [];
  if (/当面|现场|信函|网上|线上|线下|邮寄|传真|平台/.test(phrase) && !/等/.test(phrase)) return [];
  const rest = REQUEST.test(phrase) ? after(phrase, /申请公开|依申请|公开.{0,12}申请|申请/g) : null;
  if (rest !== null) return ENDS_REQUEST.test(rest) ? hit : [];
  return subject === 'applications' &&
    /^(?:未|没有?)(?:收到|接到|接收|受理|办理)(?:过|任何|有关|相关|各类|公民|群众|的)*申请(?:书|件|表)?$/.test(
      phrase,
    )
    ? hit
    : [];
}

function noDisputes(phrase: string, sentence: string, topic: Context['walk']['topic']): readonly Match[] {
  if (!speaksOfDisclosure(sentence, topic) || /^(?:未|没有?)(?:受理|办理|收取|制|作出|发布)/.test(phrase))
    return [];
  if (/复议后|未经复议|复议前/.test(phrase)) return [];
  if (!ENDS.test(after(phrase, /复议|诉讼|行政争议/g))) return [];
  if (/行政争议/.test(phrase)) return [disputeHit('dispute')];
  return [
    ...(/复议/.test(phrase) ? [disputeHit('reconsideration')] : []),
    ...(/诉讼/.test(phrase) ? [disputeHit('litigation')] : []),
  ];
}

function noCarried(
  phrase: string,
  before: string,
  year: number | null,
  subject: Context['walk']['subject'],
): readonly Match[] {
  if (
    !ENDS.test(
      after(phrase, /(?:结转|转结)(?:[至到入])?(?:下|上|次)?(?:一)?(?:20\d\d)?(?:年度?)?(?:继续)?(?:办理)?/g),
    )
  )
    return [];
  const years = [...phrase.matchAll(/20\d\d/g)].map((match) => Number(match[0]));
  if (/上年|上一年|去年/.test(phrase) || /(?:上年|上一年|去年)度?$/.test(before))
    return [{ object: 'carried-in', fields: CARRIED_IN }];
  if (/下年|下一年|次年/.test(phrase)) return [{ object: 'carried-out', fields: CARRIED_OUT }];
  if (years.length === 1 && year !== null) {
    if (years[0] === year - 1) return [{ object: 'carried-in', fields: CARRIED_IN }];
    if (years[0] === year + 1) return [{ object: 'carried-out', fields: CARRIED_OUT }];
  }
  return years.length === 0 && subject === 'applications' ? [{ object: 'carried-out', fields: CARRIED }] : [];
}

function noDocuments(phrase: string): readonly Match[] {
  if (/公开|解读|备案|清理|修订|征求|报送|转发|以.{1,8}名义/.test(phrase)) return [];
  if (
    !/^(?:(?:的)?(?:制发|制定|出台|发布|印发|废止|等|情况|工作|件|文件|[、和与及或])*)$/.test(
      after(phrase, /规范性文件|规章(?!制度)/g),
    )
  )
    return [];
  const made = /制发|制定|制订|出台|印发|发布|颁布/.test(phrase);
  const repealed = /废止/.test(phrase);
  const hits: Match[] = [];
  for (const row of ['regulations', 'normative'] as const) {
    if (!(row === 'normative' ? /规范性文件/ : /规章(?!制度)/).test(phrase)) continue;
    if (made) hits.push({ object: row, fields: documentCells(row, 'made') });
    if (repealed) hits.push({ object: row, fields: documentCells(row, 'repealed') });
  }
  return hits;
}

function noPowers(phrase: string): readonly Match[] {
  if (/公开|公示|发布|目录|清单|投诉|复议|申请|^(?:未|没有?).{0,2}(?:收到|接到|接收|受理)/.test(phrase))
    return [];
  if (
    !ENDS.test(
      after(phrase, /许可|处罚|强制/g).replace(/^(?:处理)?(?:决定|案件|措施|行为|事项|权限|职权)*/, ''),
    )
  )
    return [];
  const rows = { 许可: 'licence', 处罚: 'penalty', 强制: 'compulsion' } as const;
  return (Object.keys(rows) as (keyof typeof rows)[])
    .filter((word) => phrase.includes(word))
    .map((word) => ({ object: rows[word], fields: powerCells(rows[word]) }));
}

/** What stands behind the last match of a pattern with flag g (the first one without). */
function after(phrase: string, pattern: RegExp): string {
  const matches = pattern.global ? [...phrase.matchAll(pattern)] : [pattern.exec(phrase)];
  const last = matches[matches.length - 1];
  return last ? phrase.slice((last.index ?? 0) + last[0].length) : phrase;
}

const CONDITION =
  /(?:如|若|倘|凡|对|对于|除|假如|如果|因|由于|是否|有无|避免|防止|确保|力争|实现|保证|做到)$/;
const ENDS = /^[的等案件情况形事申请项现象问题目发生工作数)]*$/;
const ENDS_REQUEST = /^[公开政府信息的申请件书表事项求案情况形数量内容业务来办等工作]*$/;
