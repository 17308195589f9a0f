// Converts between offsets and edits of the core and positions, ranges and edits of the protocol.

import type { ClientCapabilities, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { objectStore } from '../base/cache.ts';
import { commonStart } from '../base/sorted.ts';
import type { PlacedReport } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import type { Edit, Span } from '../text/span.ts';
import type { Document } from './open-documents.ts';

/** The range of a span that counts from `at`. */
export const rangeOf = ({ text }: Document, span: Span, at: number): Range => ({
  start: text.positionAt(span.from + at),
  end: text.positionAt(span.to + at),
});

/**
 * The span of a range in the document; for a range that ends before it starts, the empty span at its start.
 */
export function spanOf({ text }: Document, { start, end }: Range): Span {
  const from = text.offsetAt(start);
  return { from, to: Math.max(from, text.offsetAt(end)) };
}

export const editsOf = (document: Document, edits: readonly Edit[], at: number): TextEdit[] =>
  edits.map((edit) => ({ range: rangeOf(document, edit, at), newText: edit.insert }));

/** Edits of a document, with its version where the client can check it. */
export const workspaceEdit = (
  { uri, version }: Document,
  edits: TextEdit[],
  { workspace }: ClientCapabilities,
): WorkspaceEdit =>
  workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };

/** The edit with a confirmation by the user; unchanged where the client cannot ask for one. */
export function confirmed(
  edit: WorkspaceEdit,
  label: string,
  { workspace }: ClientCapabilities,
): WorkspaceEdit {
  if (!workspace?.workspaceEdit?.changeAnnotationSupport || !edit.documentChanges) return edit;
  const documentChanges = edit.documentChanges.map((change) =>
    'edits' in change
      ? { ...change, edits: change.edits.map((each) => ({ ...each, annotationId: 'confirm' })) }
      : change,
  );
  return { documentChanges, changeAnnotations: { confirm: { label, needsConfirmation: true } } };
}

/**
 * Calls `make` for each report of a document, but only for reports that are new or have moved to another
 * line. `inputsOf` gives the other inputs for the report at an index; they are compared by identity.
 */
export function eachReport<T, Inputs extends readonly unknown[]>(
  make: (document: Document, placed: PlacedReport, ...inputs: Inputs) => T,
): (document: Document, inputsOf: (index: number) => Inputs) => readonly T[] {
  const known = objectStore<Report, { readonly line: number; readonly inputs: Inputs; readonly value: T }>();
  return (document, inputsOf) =>
    document.reports.map((placed, index) => {
      const { report, line } = placed;
      const inputs = inputsOf(index);
      const before = known.get(report);
      if (before?.line === line && commonStart(before.inputs, inputs) === inputs.length) return before.value;
      const value = make(document, placed, ...inputs);
      known.set(report, { line, inputs, value });
      return value;
    });
}
