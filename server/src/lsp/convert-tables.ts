// The command that writes a document's tables in another layout: all of them, or none.

import type { Range, TextEdit } from 'vscode-languageserver';
import { convertLayout } from '../features/convert-layout.ts';
import { shortTableNames } from '../features/outline.ts';
import { editsOf, rangeOf } from './convert.ts';
import { layoutNamed } from './layout-names.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

export interface ConvertedTables {
  readonly edits: readonly TextEdit[];
  /** The tables that cannot be written so, and why; without one there are edits. */
  readonly kept: readonly { readonly range: Range; readonly message: string }[];
}

export function convertTables({ setting }: Session, document: Document, layout: string): ConvertedTables {
  const { language } = setting;
  const id = layoutNamed(layout);
  const all = document.reports.map(({ report, at }) => ({ at, ...convertLayout(report, id) }));
  const kept = all.flatMap(({ at, kept }) =>
    kept.map(({ table, span, why }) => {
      const message = `${shortTableNames[table][language]}${language === 'zh' ? '：' : ': '}${why[language]}`;
      return { range: rangeOf(document, span, at), message };
    }),
  );
  return { edits: kept.length > 0 ? [] : all.flatMap(({ at, edits }) => editsOf(document, edits, at)), kept };
}
