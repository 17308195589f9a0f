// What rules that read plain text have in common: each section's text is read once and kept, and the issues
// are placed in the report.
import { memoizePerObject } from '../base/cache.ts';
import type { Phrase } from '../base/phrase.ts';
import type { PlacedSection, Section } from '../report/report.ts';
import { narrow } from '../text/fold.ts';
import { type Span, shift } from '../text/span.ts';
import { proposal } from './fixes.ts';
import type { Issue } from './rule.ts';
import type { Severity } from './severity.ts';

/** Something wrong with a stretch of a section's text. */
export interface TextIssue {
  /** In the section. */
  readonly span: Span;
  readonly message: Phrase;
  readonly severity?: Severity;
  /** What to write in its place. */
  readonly replacement?: { readonly text: string; readonly title: Phrase };
}

/**
 * Finds issues in the prose of sections: of those with these `numbers` (see `isSection`), of all without any.
 * `mayHold` is tested on the text as written, so that most sections are passed over; `find` sees the narrowed
 * text (see `narrow`), whose offsets are those of the text. In both, tables are blanks. Both must depend on
 * the section alone.
 */
export function issuesInText(
  mayHold: RegExp,
  find: (plain: string, section: Section) => readonly TextIssue[],
  ...numbers: readonly number[]
): (placed: PlacedSection) => readonly Issue[] {
  const finder = finders++;
  return ({ section, at }) => {
    if (numbers.length > 0 && !isSection(section, ...numbers)) return none;
    const kept = issuesOf(section);
    kept[finder] ??= mayHold.test(proseIn(section)) ? find(plainProse(section), section) : none;
    return kept[finder].length === 0 ? none : kept[finder].map((issue) => placedIssue(issue, at));
  };
}

/** How many finders there are; each has its place in what is kept with a section. */
let finders = 0;
const issuesOf = memoizePerObject((_: Section): (readonly TextIssue[])[] => []);

const none: readonly [] = [];

/** A section's text with blanks in place of its tables. */
const proseIn = memoizePerObject(({ text, tables }: Section): string => {
  let prose = '';
  let from = 0;
  for (const { span } of tables) {
    if (span.from < from) continue;
    prose += text.slice(from, span.from) + ' '.repeat(span.to - span.from);
    from = span.to;
  }
  return from === 0 ? text : prose + text.slice(from);
});

/** The same, narrowed. */
export const plainProse = memoizePerObject((section: Section): string => narrow(proseIn(section)));

/** A text issue in the report whose section starts at `at`. */
export function placedIssue({ span, message, severity, replacement }: TextIssue, at: number): Issue {
  const placed = shift(span, at);
  return {
    span: placed,
    message,
    ...(severity !== undefined && { severity }),
    ...(replacement !== undefined && {
      fixes: () => [proposal(replacement.title, [{ ...placed, insert: replacement.text }], false)],
    }),
  };
}

/** Whether a section is the text before the first heading, or section `number`. */
export const isSection = ({ heading }: Section, ...numbers: readonly number[]): boolean =>
  numbers.includes(heading?.spec.number ?? 0);
