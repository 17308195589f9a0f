// Percentages that the figures beside them do not give: shares of a total, growth, and rates of what was
// done.
import type { Phrase } from '../base/phrase.ts';
import type { Growth, PartList, Rate, Share } from '../prose/index.ts';
import { shift } from '../text/span.ts';
import { proposal } from './fixes.ts';
import type { Issue } from './rule.ts';

export function shareIssue({ total }: PartList, share: Share, at: number): readonly Issue[] {
  const { percent } = share;
  if (percent === null || total.value === 0 || share.value > total.value) return [];
  return percentIssue((100 * share.value) / total.value, percent, at, {
    zh: `${share.value} 占 ${total.value}`,
    en: `${share.value} of ${total.value}`,
  });
}

export function growthIssue({ now, before, percent, falls }: Growth, at: number): readonly Issue[] {
  if (before.value === 0) return [];
  const change = (100 * (now.value - before.value)) / before.value;
  const words = { zh: `由 ${before.value} 到 ${now.value}`, en: `from ${before.value} to ${now.value}` };
  if (falls === change < 0 || change === 0) return percentIssue(Math.abs(change), percent, at, words);
  return [
    {
      span: shift(percent.span, at),
      message: {
        zh: `${words.zh}是${change > 0 ? '增加' : '减少'}，正文写${falls ? '下降' : '增长'}。`,
        en: `${words.en} is ${change > 0 ? 'a rise' : 'a fall'}, the text says ${falls ? 'a fall' : 'a rise'}.`,
      },
    },
  ];
}

/** `收到40件，已办结36件，办结率80%`. */
export function rateIssue({ kind, whole, part, percent }: Rate, at: number): readonly Issue[] {
  const words =
    kind === 'share'
      ? { zh: `${part} 占 ${whole}`, en: `${part} of ${whole}` }
      : { zh: `在 ${whole} 上增减 ${part}`, en: `from ${whole} by ${part}` };
  return percentIssue((100 * part) / whole, percent, at, words);
}

/** One unit in the last place is allowed: organs round, cut off, or bend the last share to reach 100. */
function percentIssue(
  is: number,
  percent: Growth['percent'],
  at: number,
  { zh, en }: Phrase,
): readonly Issue[] {
  const unit = 10 ** -percent.decimals;
  if (Math.abs(is - percent.value) <= unit + 1e-9) return [];
  const right = is.toFixed(percent.decimals);
  return [
    {
      span: shift(percent.span, at),
      message: {
        zh: `${zh}应为 ${right}%，正文写 ${percent.value}%。`,
        en: `${en} is ${right} %, the text says ${percent.value} %.`,
      },
      fixes: () => [
        proposal(
          { zh: `改为 ${right}%`, en: `Change to ${right} %` },
          [{ ...shift(percent.span, at), insert: right }],
          false,
        ),
      ],
    },
  ];
}
