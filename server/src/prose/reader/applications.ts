import {
  COUNTS,
  type Context,
  lastMatch,
  type Match,
  OTHER_MATTERS,
  RECEIVES,
  RECEIVING,
  REQUEST,
  type ReaderState,
} from './context.ts';
import {
  ACCEPTED,
  type Alternatives,
  CARRIED,
  CARRIED_IN,
  CARRIED_OUT,
  FINISHED,
  HANDLED,
  RECEIVED,
} from './objects.ts';

/** Whether a figure counts applications carried over: `上年结转1件`, `剩余1件结转下年度继续办理`. */
export function carried(clue: Context): Match | null {
  const { near, tail, context, walk } = clue;
  if (!COUNTS.test(clue.unit) || /许可|处罚|复议|诉讼|资金|项目/.test(near)) return null;
  if (!CARRYING.test(near) && !CARRYING.test(tail)) return null;
  const out: Match = { object: 'carried-out', fields: CARRIED_OUT };
  const into: Match = { object: 'carried-in', fields: CARRIED_IN };
  for (const text of [near, tail]) {
    const between = /(20\d\d)年度?.{0,6}(?:结转|转结)(?:[至到入]|办理)?(20\d\d)年/.exec(text);
    if (between !== null) return ofYears(Number(between[1]), Number(between[2]), context.year, into, out);
    const to = /(?:结转|转结|顺延|延续)[至到入]?(20\d\d)年/.exec(text);
    if (to !== null && context.year !== null) {
      const year = Number(to[1]);
      if (year === context.year + 1) return out;
      if (year === context.year - 1 || year === context.year) return into;
      return null;
    }
    if (LAST_YEAR.test(text)) return into;
    if (NEXT_YEAR.test(text)) return out;
    const from = /(20\d\d)年度?.{0,8}(?:结转|转结)/.exec(text);
    if (from !== null && context.year !== null) {
      const year = Number(from[1]);
      if (year === context.year - 1) return into;
      return year === context.year ? { object: 'carried-out', fields: CARRIED } : null;
    }
  }
  if (walk.subject !== 'applications') return null;
  if (PENDING.test(tail) || /(?:正在办理|在办|尚未办结|未办结)(?:中)?的?(?:申请)?$/.test(near)) return out;
  if (/^(?:申请)?(?:结转|转结|顺延)/.test(tail)) {
    return REST.test(near) ? out : { object: 'carried-out', fields: CARRIED };
  }
  if (/(?:结转|转结)(?:申请|办理)?(?:共|为)?$/.test(near)) return { object: 'carried-out', fields: CARRIED };
  return null;
}

/** Whether a figure counts applications received or dealt with. */
export function received(clue: Context): Match | null {
  const { head, tail, after, walk } = clue;
  const near = wideClause(clue);
  if (!COUNTS.test(clue.unit) && clue.unit !== '件次') return null;
  const verb = lastMatch(RECEIVING, near);
  const gap = verb === null ? near : near.slice(verb.index + verb[0].length);
  const alone = !SEVERAL.test(near) && !CHANNEL.test(head.slice(0, -near.length - 1).slice(-12));
  const channel = (CHANNEL.test(gap) && !ALL_CHANNELS.test(gap)) || (CHANNEL.test(near) && alone);
  if (verb === null) {
    if (/(?:信息公开|依申请公开?)申请(?:总量|数量|总数|量|数)(?:为|是|共|共计)?$/.test(near))
      return { object: 'received', fields: RECEIVED };
    if (
      !channel ||
      walk.split === null ||
      near.length > 20 ||
      OTHER_MATTERS.test(near.replace(/信件|来信/, ''))
    )
      return null;
    return { object: 'received', fields: RECEIVED, part: 'channel' };
  }
  if (!isRequest(gap, tail, walk)) return null;
  if (HELPING.test(near)) return { object: 'received', fields: RECEIVED, other: true };
  let fields: Alternatives = RECEIVED;
  if (/受理/.test(verb[0])) fields = ACCEPTED;
  if (/办|处理|答复/.test(verb[0]) && clue.value !== 0) fields = HANDLED;
  if (
    fields === RECEIVED &&
    verb[0] !== '新收' &&
    /^.{0,6}(?:含|包括|包含|其中).{0,16}(?:结转|转结)/.test(after)
  )
    fields = ACCEPTED;
  const open = clue.unit === '件次' || ROUGH.test(near + head.slice(-30)) || SOME.test(near);
  return channel ? { object: 'received', fields, part: 'channel' } : { object: 'received', fields, open };
}

/** Whether a figure counts applications finished: `办结8件`, `8件已按时答复`. */
export function finished(clue: Context): Match | null {
  const { tail, walk } = clue;
  const near = wideClause(clue);
  if (!COUNTS.test(clue.unit)) return null;
  const verb = lastMatch(FINISHING, near);
  if (verb !== null && /(?:收到|受理|办理|接收)并已?(?:答复|办结)/.test(near)) return null;
  if (verb !== null) {
    const gap = near.slice(verb.index + verb[0].length);
    if (/^(?:书|函|率|意见|文书|告知|期限|时限|模板)/.test(gap) || !isRequest(gap, tail, walk)) return null;
    if (HELPING.test(near)) return { object: 'finished', fields: FINISHED, other: true };
    return {
      object: 'finished',
      fields: FINISHED,
      open: ROUGH.test(near) || SOME.test(near),
    };
  }
  if (walk.subject !== 'applications' || !/^(?:其中|已有|目前|剩余|其余|[有共现])*$/.test(near)) return null;
  return DONE.test(tail) ? { object: 'finished', fields: FINISHED } : null;
}

/** The clause with what stands before its 、: `收到公民、法人和其他组织提出的政府信息公开申请`. */
function wideClause({ near, head }: Context): string {
  if (!REQUEST.test(near) || RECEIVES.test(near) || /办结|答复|回复/.test(near) || !head.endsWith(near))
    return near;
  const from = Math.max(
    ...[',', ';', ':', '(', ')'].map((mark) => head.lastIndexOf(mark, head.length - near.length - 1)),
  );
  return head.slice(from + 1).slice(-90);
}

/** Whether what stands between the verb and the figure, or behind it, is a request for information. */
function isRequest(gap: string, tail: string, { subject, topic }: ReaderState): boolean {
  const rest = gap.replace(
    /依申请(?:公开)?(?:的)?(?:政府)?(?:信息)?(?:件|事项|信息|请求|来信|信件|案件|业务|文件申请)?/,
    '依申请',
  );
  if (OTHER_MATTERS.test(rest) || /文件|转办|结转|补正|更正|异议|公开数/.test(rest)) return false;
  const request = lastMatch(REQUESTS, rest);
  if (request !== null) return ENDS_REQUEST.test(rest.slice(request.index + request[0].length));
  if (/^(?:申请)?(?:政府)?(?:信息)?(?:公开)?(?:申请|依申请)/.test(tail) && FILLER.test(gap)) {
    return REQUEST.test(tail) || subject === 'applications' || topic === 'applications';
  }
  const bare = rest.replace(PLAIN_REQUEST, '');
  return (subject === 'applications' || (topic === 'applications' && bare !== rest)) && FILLER.test(bare);
}

function ofYears(from: number, to: number, year: number | null, into: Match, out: Match): Match | null {
  if (to === year) return into;
  return from === year ? out : null;
}

/** Some word of every way to say it, to look no further than need be. */
const CARRYING = /转|顺延|延续|延至|遗留|正|尚|仍|还在|在办|待办|未办|[下次明来翌]一?年/;
const LAST_YEAR =
  /(?:上年|上一年|去年|前一年|往年|上个年)度?.{0,8}(?:结转|转结|转入|转来|遗留)|(?:结转|转结|承接)(?:了|自)?的?(?:上年|上一年|去年|前一年)/;
const NEXT_YEAR =
  /(?:结转|转结|顺延|延续|延至|转)[至到入]?(?:下年|下一年|下个年|次年|明年|来年|翌年|下一?年度)|(?:下年|下一年|次年)度?(?:继续)?(?:结转|转结|办理)/;
const PENDING =
  /^(?:申请)?(?:目前)?(?:正在|尚在|仍在|还在|正按)(?:.{0,8})(?:办理|处理|办)|^(?:申请)?(?:在办|待办|尚未办结|未办结|尚未答复)/;
const REST = /(?:剩余|余下|其余|尚有|还有|另有|剩)(?:的)?$/;
const FINISHING = /办结|答复|回复|办理完毕/g;
/** Behind the figure: `8件已按时办结`. */
const DONE =
  /^(?:申请)?(?:均|都)?(?:已(?:经)?(?:全部)?(?:按时|按期|依法|及时|如期)*(?:答复|回复)|已?(?:经)?(?:全部)?(?:按时|按期|依法|及时|如期)*(?:办结|办理完毕))/;
const HELPING = /协助|协办|转办|指导|督促|督办|配合|帮助|协调|协同|会办/;
const CHANNEL = /当面|现场|窗口|信函|邮寄|邮件|邮政|网上|网络|在线|线上|线下|互联网|平台|网站|纸质|传真|系统/;
const REQUESTS = new RegExp(REQUEST.source, 'g');
/** What may follow the request: 事项, 信息, 数量共; not 栏目, 流程, 培训. */
const ENDS_REQUEST = /^[公开件事项信息请求来政府书表案业务的申数量总共为是计合累了约近超过逾达到多]*$/;
/** Some of the applications only. */
const SOME = /合并|提前|超期|逾期|延期|当场|书面|口头|电话|疑难|复杂|重点|敏感|同类|涉及|关于/;
/** All channels together. */
const ALL_CHANNELS = /等(?:多种)?(?:方式|渠道|途径|形式|平台)/;
const SEVERAL = /等(?:多种)?(?:方式|渠道|途径|形式|平台)|共|总/;
/** A rate or an aim, no count. */
const ROUGH = /日均|月均|平均|目标|计划|预计/;
/** Nothing but 申请, by whatever way it came in. */
const PLAIN_REQUEST =
  /(?:公民|群众|社会)?(?:各类)?(?:当面|现场|窗口|信函|邮寄|网上|网络|在线|线上|线下|平台|网站|纸质|传真)?(?:提交|提出)?的?申请(?:书|件|表)?/;
const FILLER = /^[了共的到计总数量为是合累各类有全部申请]*$/;
