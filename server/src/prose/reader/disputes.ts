import { COUNTS, type Context, type Match } from './context.ts';
import { disputeCells, type MentionObject } from './objects.ts';

/** What a figure counts of reconsiderations and suits about the publication of information; none for other cases. */
export function dispute(clue: Context): readonly Match[] {
  if (!COUNTS.test(clue.unit)) return [];
  const total = totals(clue);
  if (total.length > 0) return total;
  const result = resultOf(clue);
  return result === null ? [] : [result];
}

/** Whether the sentence may speak of this table at all, and not of the organ's other cases. */
export const speaksOfDisclosure = (sentence: string, topic: Context['walk']['topic']): boolean =>
  topic === 'applications' || topic === 'disputes' || /信息公开|政务公开|依申请/.test(sentence);

/** A hit on the 总计 of one kind of dispute, or on all three groups at once. */
export const disputeHit = (object: MentionObject): Match => ({ object, fields: disputeCells(object) });

function totals(clue: Context): readonly Match[] {
  const { near, head, sentence, walk } = clue;
  if (!/复议|诉讼|起诉|争议/.test(near)) return [];
  const last = near.replace(TRAILING, '');
  const object = KINDS.find(([pattern]) => pattern.test(last))?.[1];
  if (object === undefined || !speaksOfDisclosure(sentence, walk.topic)) return [];
  if (ANOTHER_ROLE.test(near) && !/引发|引起|被(?:申请|提起)/.test(near)) return [];
  // 因2023年度申请引发: belongs to the table when it was dealt with this year, which the sentence does not say.
  const open =
    /(?:20\d\d年|上年|去年)度?.{0,12}申请.{0,6}(?:引发|引起|产生)/.test(head) ||
    /转|协助|指导|举报/.test(near);
  const pair =
    object === 'litigation' &&
    /复议(?:案件?)?(?:[、和及与或]|以及)+(?:(?:被)?提起)?(?:行政)?诉讼$/.test(head.replace(TRAILING, ''));
  if (!pair) return [{ ...disputeHit(object), open }];
  if (/各(?:有|为)?$/.test(near) || clue.value === 0) {
    return [
      { ...disputeHit('reconsideration'), open },
      { ...disputeHit('litigation'), open },
    ];
  }
  return [{ ...disputeHit('dispute'), open }];
}

function resultOf(clue: Context): Match | null {
  const { near, tail, walk } = clue;
  const kinds = new Set(walk.disputes);
  if (kinds.size === 0) return null;
  const bare = near
    .replace(/^(?:其中|行政复议|行政诉讼|均|被|有|分别为|复议机关|法院|判决)+/, '')
    .replace(/(?:的|共|为|案件|有){1,9}$/, '');
  const found = RESULTS.find(
    ([pattern]) => pattern.test(bare) || (/^(?:有)?$/.test(bare) && pattern.test(tail.slice(0, 12))),
  );
  if (found === undefined) return null;
  const only = [...kinds];
  const object = only.length === 1 ? (only[0] as MentionObject) : 'dispute';
  const column = found[1];
  // After 复议N件、诉讼M件 the results may be of either or of both.
  const fields =
    only.length === 1
      ? disputeCells(object, column)
      : [
          ...disputeCells('dispute', column),
          ...disputeCells('reconsideration', column),
          ...disputeCells('litigation', column),
        ];
  return { object: 'dispute-result', fields };
}

const TRAILING = /[案件事项申请数量总共计合分别为有各的均情况发生新增累是]{1,40}$/;
const KINDS: readonly (readonly [RegExp, MentionObject])[] = [
  [/未经(?:行政)?复议.{0,8}(?:起诉|诉讼)$/, 'direct-suit'],
  [/直接(?:起诉|提起(?:行政)?诉讼)$/, 'direct-suit'],
  [
    /(?:复议后|经(?:行政)?复议)(?:再|又)?(?:起诉|提起(?:行政)?诉讼|(?:行政)?诉讼)$/,
    'suit-after-reconsideration',
  ],
  [/(?:行政|公开|类|起|提起|、|^)诉讼$/, 'litigation'],
  [/行政争议$/, 'dispute'],
  [/(?:行政|公开|类|提起|申请|^)复议$/, 'reconsideration'],
];
/** The organ as reviewing authority, as court party of others, as adviser: not its own table. */
const ANOTHER_ROLE =
  /办理|审理|受理|审结|办结|承办|收到|接收|接到|应诉|代理|参与|化解|作为复议机关|公开.{0,4}(?:决定|文书)/;
const RESULTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:结果|予以)?维持(?:原.{0,8})?$|^(?:被|均|获|结果|结果为|予以)?维持/, 'upheld'],
  [/^(?:结果|予以)?纠正$|^(?:被|结果|予以)?纠正/, 'corrected'],
  [/^其他结果$|^(?:为)?其他结果/, 'other'],
  [/^(?:尚未|未|尚在)审结$|^(?:目前)?(?:尚未|未)审结/, 'pending'],
];
