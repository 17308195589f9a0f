import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  type ServerCapabilities,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { check } from '../rules/check.ts';
import type { Severity } from '../rules/rule.ts';
import { eachReport, rangeOf } from './convert.ts';
import type { Document } from './documents.ts';
import { guard, log, type Session } from './session.ts';

/** Findings go to the client by one way only: it pulls them where it can, else they are pushed with the version they belong to. */
export function diagnostics(session: Session): ServerCapabilities {
  const found = finder(session);
  if (session.client.textDocument?.diagnostic) return pull(session, found);
  push(session, found);
  return {};
}

/** Tell the client that settings have changed what is found. */
export function refreshDiagnostics(session: Session): void {
  if (!session.client.textDocument?.diagnostic)
    for (const document of session.documents.all()) session.push?.(document);
  else if (session.client.workspace?.diagnostics?.refreshSupport)
    session.connection.languages.diagnostics.refresh();
}

type Finder = (document: Document) => readonly Diagnostic[];

function finder(session: Session): Finder {
  const { relatedInformation, codeDescriptionSupport } = {
    ...session.client.textDocument?.publishDiagnostics,
    ...session.client.textDocument?.diagnostic,
  };
  const each = eachReport((document, { report, at }, { language, severities }: Session['setting']) =>
    check(report, severities).map((finding): Diagnostic => {
      const page = codeDescriptionSupport ? session.host.manual(finding.rule, language) : null;
      const related = finding.related.filter((place) => place.document === undefined);
      return {
        range: rangeOf(document, finding.span, at),
        severity: levels[finding.severity],
        source: 'ogi-report',
        code: finding.rule,
        message: finding.message[language],
        ...(page !== null && { codeDescription: { href: page } }),
        ...(relatedInformation &&
          related.length > 0 && {
            relatedInformation: related.map(({ span, message }) => ({
              location: { uri: document.uri, range: rangeOf(document, span, at) },
              message: message[language],
            })),
          }),
      };
    }),
  );
  return (document) => {
    const all: Diagnostic[] = [];
    for (const own of each(document, session.setting)) for (const item of own) all.push(item);
    return all;
  };
}

const levels: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function push(session: Session, found: Finder): void {
  const { connection, documents } = session;
  /** Documents the client holds findings of. */
  const told = new Set<string>();
  session.push = (document) => {
    try {
      const { uri, version } = document;
      if (document.reports.length === 0 && !told.has(uri)) return;
      const list = [...found(document)];
      if (document.reports.length > 0) told.add(uri);
      else told.delete(uri);
      void connection.sendDiagnostics({ uri, version, diagnostics: list });
    } catch (error) {
      log(session, 'diagnostics', error);
    }
  };
  documents.onDidChangeContent(({ document }) => session.push?.(document));
  documents.onDidClose(({ document: { uri } }) => {
    if (told.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

/** What was last answered for a document. */
interface Last {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

function pull(session: Session, found: Finder): ServerCapabilities {
  const { connection, documents } = session;
  const last = new Map<string, Last>();
  // Ids of an earlier server must not be taken for ours.
  const prefix = `${Date.now().toString(36)}.`;
  let count = 0;

  function answer(document: Document, previous: string | undefined): DocumentDiagnosticReport {
    const items = found(document);
    const before = last.get(document.uri);
    const now = before && same(before.items, items) ? before : { resultId: `${prefix}${count++}`, items };
    last.set(document.uri, { ...now, items });
    if (previous === now.resultId) return { kind: 'unchanged', resultId: now.resultId };
    return { kind: 'full', resultId: now.resultId, items: [...items] };
  }

  documents.onDidClose(({ document }) => last.delete(document.uri));
  const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
  connection.languages.diagnostics.on(
    guard(session, 'diagnostics', nothing, ({ textDocument, previousResultId }) => {
      const document = documents.get(textDocument.uri);
      return document ? answer(document, previousResultId) : nothing;
    }),
  );
  connection.languages.diagnostics.onWorkspace(
    guard(session, 'workspace diagnostics', { items: [] }, ({ previousResultIds }) => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const open = documents
        .all()
        .filter((document) => document.reports.length > 0 || known.has(document.uri))
        .map((document): WorkspaceDocumentDiagnosticReport => {
          const { uri, version } = document;
          return { ...answer(document, known.get(uri)), uri, version };
        });
      const closed = [...known.keys()]
        .filter((uri) => !documents.get(uri))
        .map((uri): WorkspaceDocumentDiagnosticReport => ({ kind: 'full', uri, version: null, items: [] }));
      return { items: [...open, ...closed] };
    }),
  );
  return {
    diagnosticProvider: {
      identifier: 'ogi-report',
      interFileDependencies: false,
      workspaceDiagnostics: true,
    },
  };
}

/** Whether two lists say the same; those of unchanged reports are the same objects. */
const same = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length &&
  a.every((item, i) => item === b[i] || JSON.stringify(item) === JSON.stringify(b[i]));
