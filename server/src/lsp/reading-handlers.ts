// Hover, and the ways between totals, their parts and the figures in prose.

import {
  type CallHierarchyItem,
  DocumentHighlightKind,
  type Location,
  type ServerCapabilities,
  SymbolKind,
} from 'vscode-languageserver';
import {
  type CallItem,
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../features/call-hierarchy.ts';
import { hover } from '../features/hover.ts';
import { definitions, documentHighlights, references } from '../features/references.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { rangeOf } from './convert.ts';
import { followingCursor } from './cursor.ts';
import { findingsOf } from './document-findings.ts';
import type { Document } from './open-documents.ts';
import { guard, onReportPosition, type ReportPosition, type Session } from './session.ts';

export function readingHandlers(session: Session): ServerCapabilities {
  const { connection } = session;
  const language = () => session.setting.language;
  const locations = ({ document, at }: ReportPosition, spans: readonly Span[]): Location[] =>
    spans.map((span) => ({ uri: document.uri, range: rangeOf(document, span, at) }));

  connection.onHover(
    onReportPosition(session, 'hover', null, ({ document, report, at, offset }) => {
      const found = hover(report, findingsOf(session, document, report), offset);
      if (!found) return null;
      const range = rangeOf(document, found.span, at);
      return { contents: { kind: 'markdown', value: found.content[language()] }, range };
    }),
  );
  connection.onDefinition(
    onReportPosition(session, 'definition', null, (place) =>
      locations(place, definitions(place.report, place.offset)),
    ),
  );
  connection.onReferences(
    onReportPosition(session, 'references', null, (place, { context }) =>
      locations(place, references(place.report, place.offset, context.includeDeclaration)),
    ),
  );
  connection.onDocumentHighlight(
    followingCursor(
      session,
      onReportPosition(session, 'highlight', null, ({ document, report, at, offset }) =>
        documentHighlights(report, offset).map(({ span, total }) => ({
          range: rangeOf(document, span, at),
          kind: total ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      ),
    ),
  );
  return {
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    ...calls(session),
  };
}

function calls(session: Session): ServerCapabilities {
  const { languages } = session.connection;
  const item = (
    document: Document,
    at: number,
    { name, detail, span, field }: CallItem,
  ): CallHierarchyItem => {
    const range = rangeOf(document, span, at);
    const label = name[session.setting.language];
    const kind = SymbolKind.Number;
    return { name: label, detail, kind, uri: document.uri, range, selectionRange: range, data: field };
  };
  languages.callHierarchy.onPrepare(
    onReportPosition(session, 'call hierarchy', null, ({ document, report, at, offset }) => {
      const found = prepareCallHierarchy(report, offset);
      return found && [item(document, at, found)];
    }),
  );
  const follow = (
    from: CallHierarchyItem,
    next: (report: Report, field: string) => readonly CallItem[],
  ): { readonly items: CallHierarchyItem[] } => {
    const document = session.documents.get(from.uri);
    const placed = document?.reportAt(document.text.offsetAt(from.range.start));
    if (!document || !placed) return { items: [] };
    return { items: next(placed.report, String(from.data)).map((each) => item(document, placed.at, each)) };
  };
  languages.callHierarchy.onIncomingCalls(
    guard(session, 'incoming calls', null, ({ item: called }) =>
      follow(called, incomingCalls).items.map((from) => ({ from, fromRanges: [from.range] })),
    ),
  );
  languages.callHierarchy.onOutgoingCalls(
    guard(session, 'outgoing calls', null, ({ item: caller }) =>
      follow(caller, outgoingCalls).items.map((to) => ({ to, fromRanges: [caller.range] })),
    ),
  );
  return { callHierarchyProvider: true };
}
