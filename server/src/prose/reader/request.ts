// Whether the words around a figure name a request for information: `收到…政府信息公开申请…9件`, `收到9件依申请公开`.
import type { ReaderState } from './state.ts';
import { lastMatch, OTHER_MATTERS, REQUEST } from './vocabulary.ts';

/** `gap` stands between the verb and the figure, `tail` behind the figure. */
export function isRequest(gap: string, tail: string, { subject, topic }: ReaderState): boolean {
  const rest = gap.replace(NAMED_REQUEST, '依申请');
  if (OTHER_MATTERS.test(rest) || NO_REQUEST.test(rest)) return false;
  const request = lastMatch(REQUESTS, rest);
  if (request !== null) return ENDS_REQUEST.test(rest.slice(request.index + request[0].length));
  if (REQUEST_BEHIND.test(tail) && FILLER.test(gap))
    return REQUEST.test(tail) || subject === 'applications' || topic === 'applications';
  const bare = rest.replace(PLAIN_REQUEST, '');
  return (subject === 'applications' || (topic === 'applications' && bare !== rest)) && FILLER.test(bare);
}

const REQUESTS = new RegExp(REQUEST.source, 'g');
/** 依申请公开信件 is a request, whatever 信件 is elsewhere. */
const NAMED_REQUEST =
  /依申请(?:需要)?(?:公开)?(?:办理)?(?:的)?(?:政府)?(?:信息)?(?:情况|办件|件|事项|信息|请求|来信|信件|邮件|案件|业务|文件申请)?/;
const NO_REQUEST = /文件|(?<!结)转办|结转|补正|更正|异议|公开数/;
const REQUEST_BEHIND = /^(?:申请)?(?:政府)?(?:信息)?(?:公开)?(?:申请|依申请)/;
/** What may follow the request: 事项, 信息, 数量共; not 栏目, 流程, 培训. */
const ENDS_REQUEST = /^[公开件事项信息请求来政府书表函案业务的申数量总共为是计合累了约近超过逾达到多]*$/;
/** Nothing but 申请, by whatever way it came in. */
const PLAIN_REQUEST =
  /(?:公民|群众|社会|居民|市民|村民|申请人)?(?:各类)?(?:当面|现场|窗口|信函|邮寄|网上|网络|在线|线上|线下|平台|网站|纸质|传真)?(?:提交|提出)?的?申请(?:书|件|表)?/;
const FILLER = /^[了共的到计总数量为是合累各类有全部申请]*$/;
