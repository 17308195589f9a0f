// Figures in prose that repeat cells of the tables: `全年收到政府信息公开申请9件`. What a sentence counts is
// read in the prose room; here its figures are tied to the cells the report has.
import { memoizePerObject } from '../base/cache.ts';
import type { FieldId } from '../form/spec.ts';
import { type Mention, sectionMentions } from '../prose/index.ts';
import type { Report } from '../report/report.ts';
import { type Span, shift, touches } from '../text/span.ts';
import { cellOf } from './lookup.ts';

export interface CellMention {
  /** The figure, in the report. */
  readonly span: Span;
  /** The cells it is the sum of; most often one. */
  readonly fields: readonly FieldId[];
}

/** The mentions of cells that the report has, in the order of its text. */
export const cellMentions = memoizePerObject((report: Report): readonly CellMention[] =>
  report.sections.flatMap(({ section, at }) =>
    sectionMentions(section, report).flatMap((mention): CellMention[] => {
      const fields = mention.scope === 'own' ? repeatedFields(report, mention) : null;
      return fields ? [{ span: shift(mention.span, at), fields }] : [];
    }),
  ),
);

export const cellMentionAt = (report: Report, offset: number): CellMention | null =>
  cellMentions(report).find(({ span }) => touches(span, offset)) ?? null;

/** The alternative whose sum is the figure, else the first the report has. */
function repeatedFields(report: Report, { fields, value }: Mention): readonly FieldId[] | null {
  const there = fields.filter((ids) => ids.length > 0 && ids.every((id) => cellOf(report, id) !== null));
  const sum = (ids: readonly FieldId[]) =>
    ids.reduce((total, id) => total + (cellOf(report, id)?.cell.count ?? 0), 0);
  return there.find((ids) => sum(ids) === value) ?? there[0] ?? null;
}
