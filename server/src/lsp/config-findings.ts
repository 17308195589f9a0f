import type { Diagnostic } from 'vscode-languageserver';
import { deadAcceptance, levelOf } from '../config/acceptance.ts';
import { type Acceptance, parseConfig } from '../config/read.ts';
import type { Finding } from '../rules/rule.ts';
import { rangeOf } from './convert.ts';
import { type Accepted, diagnosticWriter, findingsOf } from './diagnostic-writer.ts';
import { documentName, folderOf } from './document-name.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';
import { rangeIn, ruleIds } from './workspace.ts';

/** What is wrong with an open configuration: its text, and entries that accept nothing any more. */
export function configFindings(session: Session, document: Document): readonly Diagnostic[] {
  const { workspace, setting } = session;
  const file = workspace.configs.get(folderOf(documentName(document.uri)));
  const { config, problems } = file ?? parseConfig(document.text.toString(), ruleIds);
  const write = diagnosticWriter(session);
  const governing = { ...setting, file: file ?? null, config };
  return [...problems, ...(file ? deadIn(session, file.folder, config.accept) : [])].flatMap((finding) => {
    const severity = levelOf(config, finding);
    if (severity === null) return [];
    const place = (span: Finding['span']) => rangeOf(document, span, 0);
    return [write({ ...finding, severity }, document.uri, place, governing)];
  });
}

function deadIn(session: Session, folder: string, accept: readonly Acceptance[]): readonly Finding[] {
  const known = new Map<string, Accepted | null>();
  return accept.flatMap((entry, i) => {
    const name = folder + entry.report;
    if (!known.has(name)) known.set(name, acceptedIn(session, name));
    const accepted = known.get(name) ?? null;
    const gone = accepted === null;
    if (gone ? !session.workspace.complete : !accepted.concerned.includes(i) || accepted.used.includes(i))
      return [];
    return [deadAcceptance(entry, gone)];
  });
}

/** What a configuration accepts in a document; null when there is no such report. */
function acceptedIn(session: Session, name: string): Accepted | null {
  const { workspace } = session;
  const findings = findingsOf(session);
  const open = workspace.openDocument(name);
  if (open) return findings.all(open);
  const closed = workspace.closed.get(name);
  if (!closed) return null;
  const across = findings.across(name, (index, span) => rangeIn(closed, index, span));
  return {
    concerned: [...closed.concerned, ...across.concerned],
    used: [...closed.used, ...across.used],
  };
}
