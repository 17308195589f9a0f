// Edits that accept findings: each adds an entry to the configuration that holds for the document, or creates
// one. features/accept-finding.ts writes the entry.

import type { ClientCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf } from '../base/paths.ts';
import { valueAt } from '../config/acceptance.ts';
import { configName } from '../config/read.ts';
import { acceptFinding } from '../features/accept-finding.ts';
import type { FieldId } from '../form/spec.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import { meets, type Span } from '../text/span.ts';
import { findingsOf } from './document-findings.ts';
import { documentName, fileUri } from './document-name.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

/** The findings at a span of a report that a person may accept, each with the edit that does so. */
export function acceptable(
  session: Session,
  document: Document,
  report: Report,
  span: Span,
): readonly { readonly finding: Finding; readonly edit: WorkspaceEdit }[] {
  const target = targetFor(session, document.uri);
  if (target === null) return [];
  return findingsOf(session, document, report)
    .filter((finding) => meets(finding.span, span) && finding.severity !== 'hint')
    .flatMap((finding) => {
      if (finding.field === null) return [];
      const edit = editFor(session.client, target, report, finding.rule, finding.field);
      return edit === null ? [] : [{ finding, edit }];
    });
}

/** The configuration to write into, and how it names the document. */
interface Target {
  readonly text: TextDocument;
  /** Null for a configuration that is not open. */
  readonly version: number | null;
  readonly isNew: boolean;
  readonly document: string;
}

/** Null where it is not known yet whether there is a configuration. */
function targetFor({ workspace }: Session, uri: string): Target | null {
  const name = documentName(uri);
  const file = workspace.configFor(name);
  if (file === null) {
    if (!workspace.knowsConfigOf(name)) return null;
    const text = TextDocument.create(folderOf(fileUri(uri)) + configName, 'jsonc', 0, '');
    return { text, version: null, isNew: true, document: name.slice(folderOf(name).length) };
  }
  const version = workspace.openDocument(file.name)?.version ?? null;
  return { text: file.text, version, isNew: false, document: file.nameOf(name) ?? name };
}

/** Null for a configuration that is no valid JSON, and for a new one where the client cannot create files. */
function editFor(
  { workspace }: ClientCapabilities,
  { text, version, isNew, document }: Target,
  report: Report,
  rule: string,
  field: FieldId,
): WorkspaceEdit | null {
  const entry = { report: document, rule, at: field, value: valueAt(report, field) };
  const edits = acceptFinding(text.getText(), entry)?.map(
    ({ from, to, insert }): TextEdit => ({
      range: { start: text.positionAt(from), end: text.positionAt(to) },
      newText: insert,
    }),
  );
  if (edits === undefined) return null;
  const { uri } = text;
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  if (isNew) {
    if (!documentChanges || !resourceOperations?.includes('create')) return null;
    const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
    return { documentChanges: [create, { textDocument: { uri, version }, edits }] };
  }
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
