import { memoizePerObject } from '../base/cache.ts';
import type { FieldId } from '../form/types.ts';
import { sectionMentions as mentionsIn, type Mention as PartMention } from '../prose/index.ts';
import type { Report } from '../report/types.ts';
import { type Span, shift, touches } from '../text/span.ts';
import { cellOf } from './lookup.ts';

/** A figure in prose that repeats cells of the tables. */
export interface MentionInReport {
  /** In the report. */
  readonly span: Span;
  /** The cells it is the sum of; most often one. */
  readonly fields: readonly FieldId[];
}

/** The mentions of a report in the order of its text, those that repeat cells the report has. */
export const mentionsInReport = memoizePerObject((report: Report): readonly MentionInReport[] =>
  report.sections.flatMap(({ section, at }) =>
    mentionsIn(section, report).flatMap((mention): MentionInReport[] => {
      const fields = mention.scope === 'own' ? repeated(report, mention) : null;
      return fields ? [{ span: shift(mention.span, at), fields }] : [];
    }),
  ),
);

export const mentionAt = (report: Report, offset: number): MentionInReport | null =>
  mentionsInReport(report).find(({ span }) => touches(span, offset)) ?? null;

/** The alternative whose sum is the figure, else the first the report has. */
function repeated(report: Report, { fields, value }: PartMention): readonly FieldId[] | null {
  const there = fields.filter((ids) => ids.length > 0 && ids.every((id) => cellOf(report, id) !== null));
  const sum = (ids: readonly FieldId[]) =>
    ids.reduce((total, id) => total + (cellOf(report, id)?.cell.count ?? 0), 0);
  return there.find((ids) => sum(ids) === value) ?? there[0] ?? null;
}
