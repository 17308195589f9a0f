// Words that several tables of wordings and the reader share.

/** Any text; none. */
export const ANY = /./;
export const NOTHING = /^$/;

/** Units that count matters, as opposed to persons, money or time. */
export const COUNTS = /^(?:[件条份宗起例项次封篇个期桩]|[件条例宗]次|件\(次\))?$/;

/**
 * Some word of every statement that a table has a cell for. Figures and sentences without one near are not
 * looked at: most figures of a report count web pages and training courses. A wording of new words needs one
 * of them here.
 */
export const THEME =
  /申请|结转|转结|办结|答复|回复|办理|处理|复议|诉讼|争议|规范性|规章|许可|处罚|强制|收费|费|受理|新收|维持|自然人|公民|法人|公开|剩余|掌握/;

/** Below a heading on applications a word of receiving is enough: `全年共收到12件`. */
export const RECEIVED = /[收接]到/;

/** The request for information itself, however it is called. */
export const REQUEST =
  /公开.{0,12}申请(?!人|公开行政)|申请公开|依申请|申请.{0,4}政府信息|(?:提供|获取)政府信息的?申请/;

/** Other matters that are received, dealt with and answered. */
export const OTHER_MATTERS =
  /信件|来信|留言|工单|信箱|热线|12345|咨询|提案|建议|议案|信访|投诉|举报|诉求|来访|来电|许可|处罚|复议|诉讼|案件|问题|意见/;

/** Verbs of receiving and dealing with; the last one of a clause governs its figure. */
export const RECEIVING =
  /(?:收到|受理|办理|接收|接到)(?:并|和|及|、)已?(?:受理|答复|办结|办理|处理)|收到|共收(?=政府信息|信息公开|依申请|申请)|接到|接获|接收|接受|(?<!不予)受理|新收|新增|收悉|办理(?!结果|完毕|流程|的?情况|件)|(?<!不予|其他|不再)处理(?!费|决定)|(?<!不动产|婚姻|注册|权属|户口|商事)登记/;

/** The organ only helped another one, or passed the matter on. */
export const HELPING = /协助|协办|(?<!结)转办|指导|督促|督办|配合|帮助|协调|协同|会办/;

export const CHANNEL =
  /当面|现场|窗口|信函|来信(?=申请|提)|邮寄|(?<!公开)邮件|邮政|网上|网络|在线|线上|线下|互联网|平台|网站|纸质|传真|系统/;
/** All channels together. */
export const ALL_CHANNELS = /等(?:多种)?(?:方式|渠道|途径|形式|平台)/;

/** A rate or an aim, no count. */
export const ROUGH = /日均|月均|平均|目标|计划|预计/;
/** Some of the applications only. */
export const SOME =
  /合并|提前|超期|逾期|延期|当场|书面(?!(?:提出的?|提交的?)?(?:政府信息|信息|公开|申请))|口头|电话|疑难|复杂|重点|敏感|同类|(?:涉及|关于)(?!.{1,40}等(?:多个|各个|诸多|各类|多)?(?:方面|领域|内容|事项|问题|类别?)的?[^,]{0,12}申请)|其中.{0,6}(?:涉及|关于)/;

/** The last match of a pattern with flag g, or null. */
export function lastMatch(pattern: RegExp, text: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) last = match;
  return last;
}
