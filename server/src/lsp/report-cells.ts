// The cells of a document's reports by field, the document open or not: where a reviewer's notes belong.

import type { Range } from 'vscode-languageserver';
import { figuresDigest } from '../archive/figures-digest.ts';
import type { IndexedReport } from '../archive/report-index.ts';
import { fieldSpan, figureOf } from '../archive/summary.ts';
import { fieldName } from '../form/field-names.ts';
import { form, tableIds } from '../form/form.ts';
import { documentName } from './document-name.ts';
import type { Session } from './session.ts';

/** A cell and where it stands. */
export interface CellInText {
  readonly field: string;
  /** In the language of the client: `予以公开 · 自然人`. */
  readonly name: string;
  /** Null where no figure is known for certain. */
  readonly value: number | null;
  readonly range: Range;
}

interface ReportCells {
  readonly organ: string | null;
  readonly year: number | null;
  readonly digest: string;
  readonly cells: readonly CellInText[];
}

export const reportCells = (session: Session, uri: string): readonly ReportCells[] =>
  session.workspace.reportsOf(documentName(uri)).map((report) => {
    const { organ, year, summary } = report;
    return { organ, year, digest: figuresDigest(summary), cells: cellsInText(session, report) };
  });

export function cellsInText({ workspace, setting }: Session, report: IndexedReport): readonly CellInText[] {
  const { summary } = report;
  return tableIds.flatMap((table) =>
    [...form(table, summary.edition).fields.values()].flatMap((field): CellInText[] => {
      const span = fieldSpan(summary, field.id);
      const place = span && workspace.locate(report, span);
      if (!place) return [];
      const value = figureOf(summary, field.id)?.value ?? null;
      return [{ field: field.id, name: fieldName(field)[setting.language], value, range: place.range }];
    }),
  );
}
