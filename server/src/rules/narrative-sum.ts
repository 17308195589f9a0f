// The arithmetic within a sentence: parts against their total, percentages against their figures, growth
// against its two years. Lists and growths are read in the prose room.
import { disagreements } from '../audit/text-against-tables.ts';
import { type Amount, type LateTotal, type PartList, proseOf, type Share } from '../prose/index.ts';
import { shift } from '../text/span.ts';
import { proposal } from './fixes.ts';
import { growthIssue, rateIssue, shareIssue } from './rate-issues.ts';
import type { Fix, Issue, Rule } from './rule.ts';

/** A gap larger than this share of the total is a selection, not a slip. */
const SMALL_GAP = 0.1;
/** One item published in two channels is counted twice; a slip of the pen differs by less. */
const SMALL_EXCESS = 0.05;

export const narrativeSum: Rule = {
  id: 'narrative-sum',
  severity: 'warning',
  title: { zh: '正文分项与总数不符', en: 'Parts in a sentence do not fit their total' },
  manual: {
    what: {
      zh: '“共N条，其中A、B、C”一类的句子，分项之和超过总数，或者列出了“其他”却仍少于总数（只作提示）；句中写明的占比、增减幅度与两个数字算出来的不同。以“等”结尾的、计量单位不一的、带“余”“约”的不检查；没有“其他”而少于总数的是列举，也不报。',
      en: 'In “N items, of which A, B, C” the parts exceed the total, or fall short of it although a class “others” closes the list (a note only); or a percentage differs from what the two figures give. Lists that end in 等, mix units or are approximate are not checked, and a list without “others” may be a selection.',
    },
    why: {
      zh: '分项加起来对不上总数，说明至少有一个数字是错的或者是重复统计的。',
      en: 'At least one of the figures is wrong or counts something twice.',
    },
    how: {
      zh: '核对各分项；分项无误就把总数改为各项之和。同一条信息在几个渠道发布的，应说明存在重复。',
      en: 'Check the parts; when they are right, the total becomes their sum.',
    },
    wrong:
      '一、总体情况\n（一）主动公开情况。全年公开政府信息53条，其中政策文件12条、工作动态32条、其他信息10条。\n（二）依申请公开情况。完善办理流程。',
    right:
      '一、总体情况\n（一）主动公开情况。全年公开政府信息54条，其中政策文件12条、工作动态32条、其他信息10条；解读重点政策3次，其中图解2次。\n（二）依申请公开情况。完善办理流程。',
  },
  check: (report) => {
    // A figure that contradicts its cell is the one to mend: the sum follows.
    const blamed = new Set(disagreements(report).map(({ shown }) => shown.mention.span.from + shown.at));
    const issues: Issue[] = [];
    for (const { section, at } of report.sections) {
      const { lists, growths, lateTotals, rates } = proseOf(section, report).sums;
      for (const list of lists) {
        if ([list.total, ...list.parts].some(({ span }) => blamed.has(span.from + at))) continue;
        issues.push(...listIssue(list, at));
        for (const share of list.parts) issues.push(...shareIssue(list, share, at));
      }
      for (const late of lateTotals)
        if (![late.total, ...late.parts].some(({ span }) => blamed.has(span.from + at)))
          issues.push(...lateTotalIssue(late, at));
      for (const growth of growths) issues.push(...growthIssue(growth, at));
      for (const rate of rates)
        if (!rate.counts.some(({ span }) => blamed.has(span.from + at))) issues.push(...rateIssue(rate, at));
    }
    return issues;
  },
};

function listIssue(list: PartList, at: number): readonly Issue[] {
  const { total, parts, others } = list;
  const counted = parts.slice(0, list.sure);
  // What fits another whole of the sentence may be meant to divide that one.
  if (others.some((whole) => whole >= Math.max(sumOf(counted), ...counted.map(({ value }) => value))))
    return [];
  const larger = counted.find((part) => part.value > total.value);
  if (larger !== undefined) return [partAbove(list, larger, at)];
  if (counted.length < 2) return [];
  const excess = sumOf(counted) - total.value;
  if (excess > 0) {
    const overlapping =
      list.channels &&
      (excess > total.value * SMALL_EXCESS || counted.some((part) => part.value === total.value));
    return overlapping ? [] : [sumIssue(list, counted, at)];
  }
  const gap = total.value - sumOf(parts);
  const isSmall = gap > 0 && gap <= Math.max(1, total.value * SMALL_GAP) && !list.partial;
  if (!isSmall) return [];
  if (parts.at(-1)?.residual === true) return [{ ...sumIssue(list, parts, at), severity: 'info' }];
  return namesAllWays(parts) ? [{ ...sumIssue(list, parts, at), severity: 'hint' }] : [];
}

/** `95件（网络30、信函60、现场0）`: there is no other way to apply. */
const namesAllWays = (parts: readonly Share[]): boolean =>
  WAYS.every((way) => parts.some(({ label }) => way.test(label)));
const WAYS: readonly RegExp[] = [
  /网络|网上|线上|网站|在线|平台/,
  /信函|邮寄|来信|信件/,
  /当面|现场|窗口|来访/,
];

/** `公开资金政策11条，重大政策17条，共公开27条`; only a slip, as a larger difference is another kind of total. */
function lateTotalIssue({ total, parts }: LateTotal, at: number): readonly Issue[] {
  const sums = parts.map((_, i) => parts.slice(i).reduce((sum, { value }) => sum + value, 0));
  const sum = sums[0] as number;
  const apart = Math.abs(total.value - sum);
  if (sums.slice(0, -1).includes(total.value) || apart > Math.max(1, sum * SMALL_GAP)) return [];
  const counted = parts.map(({ value }) => value).join('+');
  return [
    {
      span: shift(total.span, at),
      message: {
        zh: `前面各项之和为 ${sum}（${counted}），合计写 ${total.value}${total.unit}。`,
        en: `The figures before it add up to ${sum} (${counted}); the total says ${total.value}.`,
      },
      fixes: () => [totalFix(total, sum, at)],
    },
  ];
}

/** The total against the parts that are counted. */
function sumIssue(list: PartList, counted: readonly Share[], at: number): Issue {
  const { total, channels, parts } = list;
  const sum = sumOf(counted);
  const [zh, en] = sum > total.value ? ['超过', 'exceeds'] : ['少于', 'falls short of'];
  const written = counted.map(({ value }) => value).join('+');
  return {
    span: shift(total.span, at),
    message: {
      zh: `分项之和为 ${sum}（${written}），${zh}总数 ${total.value}${total.unit}${channels ? '；如有一条信息在多个渠道发布，请注明' : ''}。`,
      en: `The parts add up to ${sum} (${written}), which ${en} the total of ${total.value}.`,
    },
    related: parts.map((part) => ({
      span: shift(part.span, at),
      message: { zh: `分项 ${part.value}${part.unit}`, en: `part: ${part.value}` },
    })),
    fixes: () => [totalFix(total, sum, at)],
  };
}

const partAbove = ({ total, parts, sure }: PartList, part: Share, at: number): Issue => ({
  span: shift(part.span, at),
  message: {
    zh: `分项 ${part.value}${part.unit}大于总数 ${total.value}${total.unit}。`,
    en: `The part, ${part.value}, is larger than its total, ${total.value}.`,
  },
  related: [
    {
      span: shift(total.span, at),
      message: { zh: `总数 ${total.value}${total.unit}`, en: `total: ${total.value}` },
    },
  ],
  fixes: () => (sure < 2 ? [] : [totalFix(total, sumOf(parts.slice(0, sure)), at)]),
});

const sumOf = (parts: readonly Share[]): number => parts.reduce((all, part) => all + part.value, 0);

const totalFix = (total: Amount, sum: number, at: number): Fix =>
  proposal(
    { zh: `总数改为 ${sum}`, en: `Change the total to ${sum}` },
    [{ ...shift(total.span, at), insert: String(sum) }],
    false,
  );
