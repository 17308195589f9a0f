import type { WorkspaceEdit } from 'vscode-languageserver';
import { valueAt } from '../config/acceptance.ts';
import { configName } from '../config/read.ts';
import { acceptFinding } from '../features/accept-finding.ts';
import type { PlacedReport } from '../report/reports.ts';
import { check } from '../rules/check.ts';
import type { Finding } from '../rules/rule.ts';
import { meets, type Span } from '../text/span.ts';
import { comparedIn, siftFor } from './diagnostic-writer.ts';
import { documentName, folderOf, LineStarts } from './document-name.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

/** The findings at a span that a person may let stand, each with the edit that writes so into the configuration beside the report. */
export function acceptable(
  session: Session,
  document: Document,
  placed: PlacedReport,
  span: Span,
): readonly { readonly finding: Finding; readonly edit: WorkspaceEdit }[] {
  const { workspace, setting } = session;
  const { report } = placed;
  const governing = workspace.effectiveConfig(documentName(document.uri), setting);
  const value = (field: string) => valueAt(report, field);
  const { kept } = siftFor(governing, document.uri, check(report, governing.severities), value);
  return [...kept, ...comparedIn(session, document, placed)]
    .filter(({ severity, span: place }) => meets(place, span) && /^(?:error|warning)$/.test(severity))
    .flatMap((finding) => {
      const edit = editFor(session, document, finding, value);
      return edit === null ? [] : [{ finding, edit }];
    });
}

function editFor(
  session: Session,
  { uri }: Document,
  { rule, field }: Finding,
  value: (field: string) => number | string | null,
): WorkspaceEdit | null {
  const { workspace, client } = session;
  const name = documentName(uri);
  const file = workspace.configFor(name);
  if (field === null || (file === null && !workspace.knowsConfigOf(name))) return null;
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
  const text = file?.text ?? '';
  const target = file?.uri ?? folderOf(uri) + configName;
  const report = name.slice((file?.folder ?? folderOf(name)).length);
  const edits = acceptFinding(text, { report, rule, at: field, value: value(field) });
  if (edits === null) return null;
  const lines = new LineStarts(text);
  const changes = edits.map((edit) => ({ range: lines.range(edit), newText: edit.insert }));
  if (!documentChanges) return file === null ? null : { changes: { [target]: changes } };
  if (file === null && !resourceOperations?.includes('create')) return null;
  const version = workspace.openDocument(documentName(target))?.version ?? null;
  return {
    documentChanges: [
      ...(file === null ? [{ kind: 'create' as const, uri: target, options: { ignoreIfExists: true } }] : []),
      { textDocument: { uri: target, version }, edits: changes },
    ],
  };
}
