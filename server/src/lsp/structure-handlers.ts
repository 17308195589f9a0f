// The structure of reports: outline, folding, selection, inlay hints, lenses, workspace symbols.

import {
  type CodeLens,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  InlayHintKind,
  type SelectionRange,
  type ServerCapabilities,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { Language } from '../base/phrase.ts';
import { codeLenses } from '../features/code-lens.ts';
import { foldingRanges } from '../features/folding-ranges.ts';
import { inlayHints } from '../features/inlay-hints.ts';
import { type OutlineItem, outline } from '../features/outline.ts';
import { selectionRanges } from '../features/selection-ranges.ts';
import { matchesQuery, reportSymbols } from '../features/workspace-symbols.ts';
import type { Finding } from '../rules/rule.ts';
import { eachReport, rangeOf, spanOf } from './convert.ts';
import { findingsIn, findingsOf } from './document-findings.ts';
import type { Document } from './open-documents.ts';
import { guard, onDocument, type Session } from './session.ts';

export function structureHandlers(session: Session): ServerCapabilities {
  const { connection } = session;
  connection.onDocumentSymbol(
    onDocument(session, 'outline', null, (document) => {
      const written = document.reports.length > mostWithRows ? briefly : wholly;
      const items = written(document, inputsFor(session, document));
      const nested = session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
      return nested ? [...items] : items.flatMap((item) => flat(item, document.uri));
    }),
  );
  connection.onFoldingRanges(
    onDocument(session, 'folding', null, (document) => foldsOf(document, () => []).flat()),
  );
  connection.onSelectionRanges(
    onDocument(session, 'selection', null, (document, { positions }) =>
      positions.map((position): SelectionRange => {
        const offset = document.text.offsetAt(position);
        const placed = document.reportAt(offset);
        const chain = placed ? selectionRanges(placed.report, offset - placed.at) : [];
        return (
          chain.toReversed().reduce<SelectionRange | undefined>((parent, span) => {
            const range = rangeOf(document, span, placed?.at ?? 0);
            return parent ? { range, parent } : { range };
          }, undefined) ?? { range: { start: position, end: position } }
        );
      }),
    ),
  );
  connection.languages.inlayHint.on(
    onDocument(session, 'hints', null, (document, { range }) =>
      hintsOf(session, document, spanOf(document, range)),
    ),
  );
  connection.onCodeLens(
    onDocument(session, 'lenses', null, (document) =>
      lensesOf(document, inputsFor(session, document)).flat(),
    ),
  );
  connection.onWorkspaceSymbol(
    guard(session, 'symbols', null, ({ query }) => workspaceSymbols(session, query)),
  );
  return {
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    workspaceSymbolProvider: true,
  };
}

type Inputs = [findings: readonly Finding[], language: Language];

/** What outlines and lenses depend on beside the report, by its index. */
function inputsFor(session: Session, document: Document): (index: number) => Inputs {
  const found = findingsIn(session, document);
  return (index) => [found[index]?.items ?? [], session.setting.language];
}

const kinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  report: SymbolKind.File,
  section: SymbolKind.Module,
  heading: SymbolKind.String,
  table: SymbolKind.Class,
  group: SymbolKind.Namespace,
  row: SymbolKind.Field,
};

/** In a file of more reports, tens of thousands of rows would hide everything else. */
const mostWithRows = 100;

const outlines = (deep: boolean) =>
  eachReport((document, { report, at }, ...[findings, language]: Inputs): DocumentSymbol => {
    const symbol = (item: OutlineItem): DocumentSymbol => ({
      // An empty name is not allowed.
      name: item.name[language] || '—',
      detail: item.detail[language],
      kind: kinds[item.kind],
      range: rangeOf(document, item.span, at),
      selectionRange: rangeOf(document, item.selection, at),
      children: item.items.map(symbol),
    });
    return symbol(outline(report, findings, deep));
  });
const wholly = outlines(true);
const briefly = outlines(false);

const flat = (
  { name, kind, range, children = [] }: DocumentSymbol,
  uri: string,
  container = '',
): SymbolInformation[] => [
  { name, kind, location: { uri, range }, containerName: container },
  ...children.flatMap((child) => flat(child, uri, name)),
];

const foldsOf = eachReport((document, { report, at }): FoldingRange[] =>
  foldingRanges(report).flatMap((span) => {
    const { start, end } = rangeOf(document, span, at);
    return end.line > start.line ? [{ startLine: start.line, endLine: end.line }] : [];
  }),
);

function hintsOf(
  session: Session,
  document: Document,
  span: { readonly from: number; readonly to: number },
): InlayHint[] {
  const { language } = session.setting;
  return document.reportsIn(span).flatMap(({ report, at }) =>
    inlayHints(report, findingsOf(session, document, report), { from: span.from - at, to: span.to - at }).map(
      (hint): InlayHint => ({
        position: document.text.positionAt(hint.at + at),
        label: hint.label[language],
        ...(hint.kind === 'meaning' && { kind: InlayHintKind.Type }),
        paddingLeft: true,
      }),
    ),
  );
}

const lensesOf = eachReport((document, { report, at }, ...[findings, language]: Inputs): CodeLens[] =>
  codeLenses(report, findings).map(({ span, title, fixes }) => {
    const { start } = rangeOf(document, span, at);
    const run = fixes
      ? { command: 'ogiReport.server.fixSums', arguments: [document.uri, start] }
      : { command: '' };
    return { range: { start, end: start }, command: { title: title[language], ...run } };
  }),
);

/** Clients show no more. */
const mostSymbols = 1000;

function workspaceSymbols({ documents, setting }: Session, query: string): SymbolInformation[] {
  const out: SymbolInformation[] = [];
  for (const document of documents.all())
    for (const { report, at } of document.reports)
      for (const symbol of reportSymbols(report)) {
        if (query === '' ? symbol.kind !== 'report' : !matchesQuery(query, symbol)) continue;
        const location = { uri: document.uri, range: rangeOf(document, symbol.span, at) };
        const containerName = symbol.container[setting.language];
        out.push({ name: symbol.name[setting.language], kind: kinds[symbol.kind], location, containerName });
        if (out.length === mostSymbols) return out;
      }
  return out;
}
