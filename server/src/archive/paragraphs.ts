// Fingerprints of long paragraphs, by which rule `copied-text` finds those copied from last year's report or
// from another organ's.

import { memoizeByText, objectStore } from '../base/cache.ts';
import { type Sentence, sentencesOf } from '../prose/index.ts';
import type { Report, Section } from '../report/report.ts';
import { narrowTable } from '../text/fold-table.ts';
import type { Span } from '../text/span.ts';

export interface ParagraphFingerprint {
  /** 53 bits, equal for paragraphs that differ only in digits, blanks, punctuation and their organ's name. */
  readonly hash: number;
  /** The number of its section. */
  readonly section: number;
  /** It is all that its section says. */
  readonly whole: boolean;
  /** In the report. */
  readonly span: Span;
}

/** A paragraph of so many characters is long. */
const LONG = 80;

/**
 * Of the long paragraphs that an organ writes itself, in sections 1, 5 and 6. Preamble and tables are the
 * same for all organs, and so is the sentence on fees.
 */
export const paragraphFingerprints = (report: Report): readonly ParagraphFingerprint[] =>
  report.sections.flatMap(({ section, at }) =>
    fingerprintsIn(section, report.organ).map(({ span, ...rest }) => ({
      ...rest,
      span: { from: span.from + at, to: span.to + at },
    })),
  );

const OWN: readonly number[] = [1, 5, 6];
const FEES = /处理费|收费|费用/;
const PREAMBLE = /统计期限|统计时限|统计数据|年度报告格式|[编组].{0,12}[本年]报告|部分组成/;

const known = objectStore<
  Section,
  { readonly organ: string | null; readonly found: readonly ParagraphFingerprint[] }
>();

function fingerprintsIn(section: Section, organ: string | null): readonly ParagraphFingerprint[] {
  const before = known.get(section);
  if (before !== undefined && before.organ === organ) return before.found;
  const found = readFingerprints(section, organ);
  known.set(section, { organ, found });
  return found;
}

function readFingerprints(section: Section, organ: string | null): readonly ParagraphFingerprint[] {
  const number = section.heading?.spec.number ?? 0;
  if (!OWN.includes(number)) return [];
  const template = number === 6 ? FEES : PREAMBLE;
  const names = organ === null ? [] : ownNames(organ);
  const paragraphs = paragraphsOf(sentencesOf(section));
  const bodyAt = section.heading?.span.to ?? 0;
  const whole = paragraphs.filter(([first]) => (first?.span.from ?? 0) >= bodyAt).length === 1;
  return paragraphs.flatMap((sentences) => {
    const from = sentences[0]?.span.from ?? 0;
    const to = sentences.at(-1)?.span.to ?? 0;
    if (to - from < LONG || sentences.some(({ plain }) => template.test(plain))) return [];
    const hash = hashOf(section.text, sentences, names);
    return hash === null ? [] : [{ hash, section: number, whole, span: { from, to } }];
  });
}

/** How a text calls its organ, the longest first: `清溪县教育局`, `教育局`; `青石镇人民政府`, `青石镇`. */
const ownNames = memoizeByText(100, (organ): readonly string[] => {
  const names = [...organ.matchAll(/[省市县区州盟旗]/g)].map(({ index }) => organ.slice(index + 1));
  return [organ, ...names]
    .flatMap((name) => [name, name.replace(/人民政府$/, '')])
    .filter((name) => name.length > 2)
    .sort((a, b) => b.length - a.length);
});

/** The sentences of each line of text. */
function paragraphsOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const paragraphs: Sentence[][] = [];
  let line = -1;
  for (const sentence of sentences) {
    if (sentence.line !== line) paragraphs.push([]);
    paragraphs.at(-1)?.push(sentence);
    line = sentence.line;
  }
  return paragraphs;
}

/** Two 32-bit hashes of Chinese characters and letters side by side; null for a short paragraph. */
function hashOf(text: string, own: readonly Sentence[], names: readonly string[]): number | null {
  const narrowed = narrowTable();
  let count = 0;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const { span } of own)
    for (let i = span.from; i < span.to; i++) {
      const unit = narrowed[text.charCodeAt(i)] as number;
      if (unit > 0x20 && unit !== 0x3000) count++;
      if (unit < 0x3400 && (unit < 0x41 || unit > 0x7a)) continue;
      const name = names.find((each) => text.startsWith(each, i));
      if (name !== undefined) {
        i += name.length - 1;
        continue;
      }
      a = Math.imul(a ^ unit, 0x9e3779b1);
      b = Math.imul(b ^ unit, 0x5f356495);
    }
  if (count < LONG) return null;
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b >>> 11) * 2 ** 32 + (a >>> 0);
}
