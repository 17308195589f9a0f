// Standard sentences: what the tables say, in the words that reports use for it, under the heading it belongs
// to. Offered as inline completion on an empty line and as a code action on the heading.
// `sentence-wordings.ts` has the words.
import type { SectionNumber } from '../form/spec.ts';
import type { PlacedSection, Report } from '../report/report.ts';
import { endOfLine, lineBreakOf } from '../text/lines.ts';
import { type Edit, meets, type Span, shift, touches } from '../text/span.ts';
import { likeText } from '../text/style.ts';
import { textIn, textLineAt } from './lookup.ts';
import { sentenceFor } from './sentence-wordings.ts';
import { subHeadings } from './sub-headings.ts';

/** Where a section's sentence goes. Spans count in the report. */
interface SentencePlace {
  /** The heading or sub-heading it belongs under. */
  readonly head: Span;
  /** What belongs to the heading; the sentence may be written on an empty line of it. */
  readonly around: Span;
}

export interface StandardSentence extends SentencePlace {
  readonly section: SectionNumber;
  readonly text: string;
}

/** The sentences of 一（二）, 三, 四 and 六, as far as the cells they repeat are known for certain. */
export function standardSentences(report: Report): readonly StandardSentence[] {
  return report.sections.flatMap((placed): StandardSentence[] => {
    const section = placed.section.heading?.spec.number;
    const text = section === undefined ? null : sentenceFor(report, section);
    const place = text === null ? null : placeIn(placed);
    return section === undefined || text === null || place === null
      ? []
      : [{ section, text: likeText(text, placed.section.text), ...place }];
  });
}

/** The sentence for an empty line; null where the section says it already. */
export function standardSentenceAt(report: Report, offset: number): Edit | null {
  const line = textLineAt(report, offset);
  if (textIn(report, line).trim() !== '') return null;
  const found = standardSentences(report).find(({ around }) => touches(around, offset));
  return found && !isSaid(report, found) ? { ...line, insert: found.text } : null;
}

/** The edit that writes the sentence of a heading under it, with the cursor on the heading. */
export function writeStandardSentence(
  report: Report,
  span: Span,
): { readonly text: string; readonly edit: Edit } | null {
  const found = standardSentences(report).find(({ head }) => meets(head, span));
  if (!found || isSaid(report, found)) return null;
  const { head, around, text, section } = found;
  // A section's sentence begins on a line of its own, a sub-heading's goes on behind it.
  if (section !== 1) {
    const insert = lineBreakOf(textIn(report, around)) + text;
    return { text, edit: { from: head.to, to: head.to, insert } };
  }
  const hasStop = /^[。：:]/.test(textIn(report, { from: head.to, to: head.to + 1 }));
  const at = hasStop ? head.to + 1 : head.to;
  return { text, edit: { from: at, to: at, insert: hasStop ? text : `。${text}` } };
}

const isSaid = (report: Report, { around, text }: StandardSentence): boolean =>
  textIn(report, around).includes(text);

/** Under the sub-heading on requests in section 1; between heading and table in the others. */
function placeIn(placed: PlacedSection): SentencePlace | null {
  const { section, at } = placed;
  if (section.heading === null) return null;
  if (section.heading.spec.number === 1) {
    const headings = subHeadings(placed);
    const index = headings.findIndex(({ name }) => /依申请|依申請/.test(name));
    const own = headings[index];
    if (!own) return null;
    const to = headings[index + 1]?.head.from ?? at + section.text.length;
    return { head: own.head, around: { from: own.head.to, to } };
  }
  const { span } = section.heading;
  const end = endOfLine(section.text, span.to);
  const to = end === section.text.length ? span.to : end;
  const table = section.tables[0]?.span.from ?? section.text.length;
  return {
    head: shift({ from: span.from, to }, at),
    around: shift({ from: to, to: Math.max(to, table) }, at),
  };
}
