import type { Topic } from '../sentences.ts';
import type { Alternatives, MentionObject } from './objects.ts';

/** What prose is read against: the report's year and organ, and the section the text is (0: before section one). */
export interface ProseContext {
  readonly year: number | null;
  readonly organ: string | null;
  readonly section: number;
}

/** What reading a sentence from left to right has learnt so far. */
export interface ReaderState {
  readonly topic: Topic;
  /** What 办结, 答复 and a bare 新收 speak of. */
  subject: 'applications' | 'other' | null;
  /** Some figure of received applications stands earlier in the line. */
  received: boolean;
  /** What the received figure earlier in this very sentence may mean: applicants and channels may follow it. */
  split: Alternatives | null;
  disputes: MentionObject[];
  /** A result (维持 …) was the last thing counted: the next 行政诉讼 begins anew. */
  resulted: boolean;
  noun: 'regulations' | 'normative' | null;
  verb: 'made' | 'repealed' | 'in-force' | null;
  /** Licences and the like: decided, only published, or not spoken of yet. */
  powers: 'decided' | 'published' | null;
}

/** The surroundings of one figure. */
export interface Context {
  /** The clause in front of the figure: `共收到政府信息公开申请`. */
  readonly near: string;
  /** All in front of it, back to the figure before or a semicolon. */
  readonly head: string;
  /** What follows, to the next mark: `结转下年度继续办理`. */
  readonly tail: string;
  /** What follows, regardless of marks. */
  readonly after: string;
  readonly unit: string;
  readonly value: number | null;
  readonly sentence: string;
  readonly walk: ReaderState;
  readonly context: ProseContext;
}

/** What a figure was found to count. */
export interface Match {
  readonly object: MentionObject;
  readonly fields: Alternatives;
  /** The wording leaves open what exactly is counted. */
  readonly open?: boolean;
  /** Requests of other organs that this one helped with. */
  readonly other?: boolean;
  /** One of several parts without which the object's figure is not whole. */
  readonly part?: 'channel' | 'applicant';
}

/** Units that count matters, as opposed to persons, money or time. */
export const COUNTS = /^(?:[件条份宗起例项次封篇个期桩]|件\(次\))?$/;

/** The request for information itself, however it is called. */
export const REQUEST = /公开.{0,12}申请(?!人|公开行政)|申请公开|依申请|申请.{0,4}政府信息/;

/** Other matters that are received, dealt with and answered. */
export const OTHER_MATTERS =
  /信件|来信|留言|工单|信箱|热线|12345|咨询|提案|建议|议案|信访|投诉|举报|诉求|来访|来电|许可|处罚|复议|诉讼|案件|问题|意见/;

/** The last match of a pattern with flag g, or null. */
export function lastMatch(pattern: RegExp, text: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) last = match;
  return last;
}

/** Verbs of receiving and dealing with; the last one of a clause governs its figure. */
export const RECEIVING =
  /(?:收到|受理|办理|接收)并已?(?:受理|答复|办结|办理)|收到|接到|接收|接受|受理|新收|新增|收悉|办理(?!结果|完毕|流程|情况)|(?<!不予|其他|不再)处理(?!费|决定)|登记/g;
export const RECEIVES = new RegExp(RECEIVING.source);
