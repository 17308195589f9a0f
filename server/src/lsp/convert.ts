import type { ClientCapabilities, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { objectStore } from '../base/cache.ts';
import type { PlacedReport } from '../report/index.ts';
import type { Report } from '../report/types.ts';
import type { Edit, Span } from '../text/span.ts';
import type { Document } from './open-documents.ts';

/** The range of a span that counts from `at`. */
export const rangeOf = ({ text }: Document, span: Span, at: number): Range => ({
  start: text.positionAt(span.from + at),
  end: text.positionAt(span.to + at),
});

/** The span of a range, counted in the document; of a range upside down the empty span at its start. */
export function spanOf({ text }: Document, { start, end }: Range): Span {
  const from = text.offsetAt(start);
  return { from, to: Math.max(from, text.offsetAt(end)) };
}

export const editsOf = (document: Document, edits: readonly Edit[], at: number): TextEdit[] =>
  edits.map((edit) => ({ range: rangeOf(document, edit, at), newText: edit.insert }));

/** Edits of one document, bound to its version where the client can check that. */
export const workspaceEdit = (
  { uri, version }: Document,
  edits: TextEdit[],
  { workspace }: ClientCapabilities,
): WorkspaceEdit =>
  workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };

/** The same edit, to be confirmed by the person; as it is where the client cannot ask. */
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
 * What `make` says of each report of a document, worked out again only for reports that are new or have moved to another line.
 * `inputsOf` gives what else it depends on for the report of an index; the inputs are compared by identity.
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
      if (before?.line === line && before.inputs.every((input, i) => input === inputs[i]))
        return before.value;
      const value = make(document, placed, ...inputs);
      known.set(report, { line, inputs, value });
      return value;
    });
}
