// Short ways to ask a feature: the example report with other words, a cursor in it, the text after edits.
import { strictEqual } from 'node:assert';
import { reportsIn } from '../../server/src/report/index.ts';
import type { Report } from '../../server/src/report/report.ts';
import { applyEdits, type Edit, type Span } from '../../server/src/text/span.ts';
import { base } from './base.ts';
import { parseMarked } from './marked.ts';

/** The example report with some words changed, `$0` among them where a place is meant. */
export function withWords(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [words, others]) => {
    if (!text.includes(words)) throw new Error(`the example report does not hold ${words}`);
    return text.replace(words, () => others);
  }, base);
}

/** A marked text's only report, which must start with the text, so that offsets are the same in both. */
export function placeIn(marked: string): {
  readonly text: string;
  readonly report: Report;
  readonly at: number;
} {
  const { text, cursor } = parseMarked(marked);
  const [first, ...more] = reportsIn(text);
  if (first?.at !== 0 || more.length > 0) throw new Error('not one report from the start');
  return { text, report: first.report, at: cursor ?? 0 };
}

/** The text of spans. */
export const cut = (text: string, spans: readonly Span[]): readonly string[] =>
  spans.map(({ from, to }) => text.slice(from, to));

/** The line of text that holds `words` after the edits. */
export function lineAfter(text: string, edits: readonly Edit[], words: string): string {
  const line = applyEdits(text, edits)
    .split('\n')
    .find((each) => each.includes(words));
  if (line === undefined) throw new Error(`no line with ${words}`);
  return line;
}

/** The text after the edits is `expected`. */
export function checkEdits(
  marked: string,
  edits: (report: Report, at: number) => readonly Edit[],
  expected: string,
): void {
  const { text, report, at } = placeIn(marked);
  strictEqual(applyEdits(text, edits(report, at)), expected);
}
