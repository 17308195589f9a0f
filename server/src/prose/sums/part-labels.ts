// What the label of a figure in a list says: whether it is one of the parts, and whether it closes them.

/** 其他、其余: with such a class the list should be complete. */
export const RESIDUAL =
  /^(?:以及)?(?:其他|其它|其余)|等?其[他它](?:类|各类|方面|方式|渠道)?(?:的)?(?:政府)?(?:信息|内容)?(?:共计|合计)?$/;

/**
 * Whether a figure stands beside the parts: what was carried in, what became of the items, or another way to
 * divide them.
 */
export const isBeside = (label: string, first: string): boolean =>
  (FINISHED.test(label) && !FINISHED.test(first)) ||
  (CARRIED.test(label) && !NEWLY.test(first)) ||
  DIVISIONS.some((own) => own.test(label) && DIVISIONS.some((each) => each !== own && each.test(first)));

/** Whether a part is worded like those before it. A verb of its own begins another statement: 发布微信300条. */
export function goesOnWith(separator: string, label: string, first: string, usual: string): boolean {
  const verb = VERB.exec(label)?.[0];
  if (verb !== undefined && !first.includes(verb)) return false;
  return separator === usual || AND.test(separator) || label.length <= SHORT_LABEL;
}

/** In UTF-16 units. */
const SHORT_LABEL = 12;
const AND = /[和及]/;
/** What became of the items is no part of how many came in. */
const FINISHED = /办结|答复|回复|办理完毕|结转(?:至|到|下|20)/;
/** What was carried in is a part beside what came in newly only: 其中新收75件、上年结转3件. */
const CARRIED = /结转|转结/;
const NEWLY = /新|本年|结转|转结/;
/** 其中自然人11件、法人1件，予以公开12件: by applicant, by way of applying, by result. */
const DIVISIONS: readonly RegExp[] = [
  /自然人|公民|个人|法人|企业|组织$/,
  /网上|网络|线上|线下|信函|邮寄|当面|现场|窗口/,
  /[予以分]公开|无法提供|不予处理|其他处理/,
];
const VERB =
  /^(?:公开|公布)|发布|推送|组织(?!机构|架构|结构|人事)|开展|制作|编发|转发|回应|召开|举办|受理|征[求集询]|走访/;
