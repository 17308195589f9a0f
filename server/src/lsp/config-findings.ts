// What is wrong with an open configuration: errors in its text, and acceptances that are no longer used.

import type { Diagnostic } from 'vscode-languageserver';
import { folderOf } from '../base/paths.ts';
import { atOwnLevels, deadAcceptance } from '../config/acceptance.ts';
import type { ConfigFile } from '../config/store.ts';
import type { ReportFindings } from '../findings/findings.ts';
import type { Finding } from '../rules/rule.ts';
import { closedComparisons } from './closed-documents.ts';
import { rangeOf } from './convert.ts';
import { diagnosticWriter } from './diagnostic-writer.ts';
import { findingsIn } from './document-findings.ts';
import { documentName } from './document-name.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

export function configFindings(session: Session, document: Document): readonly Diagnostic[] {
  const file = session.workspace.configs.file(documentName(document.uri));
  if (file === null) return [];
  const write = diagnosticWriter(session);
  return atOwnLevels(file.config, [...file.problems, ...deadAcceptances(session, file)]).map((finding) =>
    write(finding, document.uri, (span) => rangeOf(document, span, 0)),
  );
}

function deadAcceptances(session: Session, { name, config }: ConfigFile): readonly Finding[] {
  const known = new Map<string, Acceptances | null>();
  return config.accept.flatMap((entry, i) => {
    const report = folderOf(name) + entry.report;
    const of = known.get(report) ?? acceptancesOf(session, report);
    known.set(report, of);
    if (of === null) return session.workspace.complete ? [deadAcceptance(entry, true)] : [];
    return of.some(({ applied }) => applied.includes(i)) && !of.some(({ used }) => used.includes(i))
      ? [deadAcceptance(entry, false)]
      : [];
  });
}

type Acceptances = readonly Pick<ReportFindings, 'applied' | 'used'>[];

/** What a configuration accepts in a document; null when there is no such report. */
function acceptancesOf(session: Session, name: string): Acceptances | null {
  const { workspace } = session;
  const open = workspace.openDocument(name);
  if (open) return findingsIn(session, open);
  const closed = workspace.closed.get(name);
  return closed ? [closed, ...closedComparisons(session, name)] : null;
}
