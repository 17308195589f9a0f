// Which section a title names: by the wordings of the form, or by what it is about.
import { once } from '../base/cache.ts';
import { sections } from '../form/sections.ts';
import type { SectionNumber } from '../form/spec.ts';
import { fold } from '../text/fold.ts';

/** All titles of the form without their numbering, as printed. */
export const titlesOfSections: readonly (readonly [string, SectionNumber])[] = sections.flatMap(
  ({ heading, variants, number }) => [heading.slice(2), ...variants].map((title) => [title, number] as const),
);

/** The same, folded. */
export const foldedTitles = once<ReadonlyMap<string, SectionNumber>>(
  () => new Map(titlesOfSections.map(([title, number]) => [fold(title), number])),
);

/** The section a folded title names in whatever wording. */
export const sectionNamed = (key: string): SectionNumber | null =>
  foldedTitles().get(key) ?? subjects.find(([, subject]) => subject.test(key))?.[0] ?? null;

/** The first that fits counts: a title about problems may mention applications. */
const subjects: readonly (readonly [SectionNumber, RegExp])[] = [
  [4, /复议|行政诉讼情况$/],
  [3, /收到和?处理.{0,30}申请|处理政府信息公开申请/],
  [2, /主动公开政府信息|主动公开信息|主动公开政府政府|主动公开的?情况$/],
  [6, /^其[他它].{0,40}(?:事项|情况|报告|汇报)|需要(?:报告|说明)的.{0,30}(?:事项|情况)/],
  [5, /问题.{0,30}(?:改进|措施|整改|打算|下一?步|情况|不足)|存在.{0,30}问题/],
  [1, /^.{0,14}(?:总体|概述|概况)/],
];
