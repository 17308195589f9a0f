// Edits that accept findings: each adds an entry to the configuration that holds for the document, or creates
// one.

import type { WorkspaceEdit } from 'vscode-languageserver';
import { folderOf } from '../base/paths.ts';
import { valueAt } from '../config/acceptance.ts';
import { addEntry } from '../config/add-entry.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import { meets, type Span } from '../text/span.ts';
import { type ConfigTarget, configEdit, knownConfig, newConfig } from './config-edits.ts';
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
  const name = target.nameOf(documentName(document.uri));
  return findingsOf(session, document, report)
    .filter((finding) => meets(finding.span, span) && finding.severity !== 'hint')
    .flatMap((finding) => {
      const { rule, field } = finding;
      if (field === null) return [];
      // The value as `ogi-report data` prints it; the reason is left to be filled in.
      const entry = { report: name, rule, at: field, value: valueAt(report, field), reason: '' };
      const edit = configEdit(session.client, target, (text) => addEntry(text, 'accept', entry));
      return edit === null ? [] : [{ finding, edit }];
    });
}

/** Null where it is not known yet whether there is a configuration. */
function targetFor(session: Session, uri: string): ConfigTarget | null {
  const { workspace } = session;
  const name = documentName(uri);
  const file = workspace.configFor(name);
  if (file !== null) return knownConfig(session, file);
  return workspace.knowsConfigOf(name) ? newConfig(folderOf(fileUri(uri))) : null;
}
