// A heading of section 1, 5 or 6 that is printed twice with text after each. Sections 2 to 4 may repeat
// theirs as the caption of a table.
import type { PlacedSection, Report } from '../report/report.ts';
import { fold } from '../text/fold.ts';
import { type Span, shift } from '../text/span.ts';
import type { Issue } from './rule.ts';
import { isSection } from './text-issues.ts';

/** As much text has to follow each; a page may print a heading twice in a row. */
const CHARACTERS = 10;

export const repeatedHeadings = (report: Report): readonly Issue[] =>
  report.sections.flatMap((placed, i) => repetition(placed, report.sections[i - 1]));

/** The reader takes one of the two as the heading: the other stands below it, or in the section before. */
function repetition({ section, at }: PlacedSection, before: PlacedSection | undefined): readonly Issue[] {
  const { heading, text } = section;
  if (heading === null || heading.number === null || !isSection(section, 1, 5, 6)) return [];
  const { from, to } = heading.span;
  const title = text.slice(from, to).trim();
  if (title.length < 4) return [];
  const below = repeatedLine(text, title, to);
  if (below !== null && isProse(text.slice(to, below.from)) && isProse(text.slice(below.to)))
    return [issueOf(shift(below, at), title)];
  // In front of section 1 stands the list of contents.
  const own = before?.section;
  if (own === undefined || own.heading === null) return [];
  const above = repeatedLine(own.text, title, own.heading.span.to);
  if (above === null || !isProse(own.text.slice(above.to)) || !isProse(text.slice(to))) return [];
  return [issueOf(shift(heading.span, at), title)];
}

/** A line from `start` on that is the title alone. */
function repeatedLine(text: string, title: string, start: number): Span | null {
  const from = text.indexOf(title, start);
  if (from < 0) return null;
  const to = from + title.length;
  const isLine =
    /[\r\n][ \t\u3000]{0,9}$/.test(text.slice(Math.max(0, from - 10), from)) &&
    /^\s*[\r\n]/.test(text.slice(to, to + 10));
  return isLine ? { from, to } : null;
}

const isProse = (text: string): boolean => fold(text.slice(0, 400)).length >= CHARACTERS;

const issueOf = (span: Span, title: string): Issue => ({
  span,
  message: { zh: `标题“${title}”出现了两次。`, en: `The heading “${title}” is printed twice.` },
});
