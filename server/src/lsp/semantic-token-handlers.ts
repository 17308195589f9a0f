// Semantic tokens: of a document, the difference from the last answer, or of a range.

import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensEdit,
  ServerCapabilities,
} from 'vscode-languageserver';
import { objectStore } from '../base/cache.ts';
import { commonEnd, commonStart } from '../base/sorted.ts';
import { semanticTokens, semanticTokenTypes } from '../features/semantic-tokens.ts';
import type { PlacedReport } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import { spanOf } from './convert.ts';
import type { Document } from './open-documents.ts';
import { onDocument, type Session } from './session.ts';

/** Five numbers for each token. The line of the first token counts from the report's first line. */
interface EncodedTokens {
  readonly data: Uint32Array;
  /** Line of the last token, from the report's first line. */
  readonly lastLine: number;
}

/** The tokens of a report in a document, which begins `gap` lines below the last token before it. */
interface PlacedTokens {
  readonly encoded: EncodedTokens;
  readonly gap: number;
}

type Answer = SemanticTokens | SemanticTokensDelta;

export function semanticTokenHandlers(session: Session): ServerCapabilities {
  const { semanticTokens: requests } = session.connection.languages;
  const sent = new Map<string, { readonly id: string; readonly tokens: readonly PlacedTokens[] }>();
  let count = 0;
  const remember = (uri: string, tokens: readonly PlacedTokens[]): string => {
    const id = String(count++);
    sent.set(uri, { id, tokens });
    return id;
  };
  const none: Answer = { data: [] };
  session.documents.onDidClose(({ document }) => sent.delete(document.uri));

  requests.on(
    onDocument(session, 'tokens', none, (document): SemanticTokens => {
      const tokens = placedTokens(document, document.reports);
      return { resultId: remember(document.uri, tokens), data: dataOf(tokens) };
    }),
  );
  requests.onDelta(
    onDocument(session, 'tokens delta', none, (document, { previousResultId }): Answer => {
      const tokens = placedTokens(document, document.reports);
      const before = sent.get(document.uri);
      const resultId = remember(document.uri, tokens);
      return before !== undefined && before.id === previousResultId
        ? { resultId, edits: difference(before.tokens, tokens) }
        : { resultId, data: dataOf(tokens) };
    }),
  );
  requests.onRange(
    onDocument(session, 'tokens range', none, (document, { range }) => ({
      data: dataOf(placedTokens(document, document.reportsIn(spanOf(document, range)))),
    })),
  );
  const legend = { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] };
  return { semanticTokensProvider: { legend, full: { delta: true }, range: true } };
}

const latest = objectStore<Report, PlacedTokens>();

/** Reports with the same tokens and the same gap keep their objects. */
function placedTokens(document: Document, reports: readonly PlacedReport[]): readonly PlacedTokens[] {
  let last = 0;
  return reports.flatMap((placed): PlacedTokens[] => {
    const { report, line } = placed;
    const before = latest.get(report);
    const encoded = before?.encoded ?? encode(document, placed);
    if (encoded.data.length === 0) return [];
    const gap = line - last;
    last = line + encoded.lastLine;
    if (before?.gap === gap) return [before];
    const tokens = { encoded, gap };
    latest.set(report, tokens);
    return [tokens];
  });
}

function encode({ text }: Document, { report, at, line: first }: PlacedReport): EncodedTokens {
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  for (const { span, type } of semanticTokens(report)) {
    const position = text.positionAt(span.from + at);
    const line = position.line - first;
    const character = line === lastLine ? position.character - lastCharacter : position.character;
    data.push(line - lastLine, character, span.to - span.from, semanticTokenTypes.indexOf(type), 0);
    lastLine = line;
    lastCharacter = position.character;
  }
  return { data: Uint32Array.from(data), lastLine };
}

/** The numbers of all tokens; the first line of each report moves by its gap. */
function dataOf(tokens: readonly PlacedTokens[]): number[] {
  const out: number[] = [];
  for (const { encoded, gap } of tokens) {
    const start = out.length;
    for (const number of encoded.data) out.push(number);
    (out[start] as number) += gap;
  }
  return out;
}

/** What to replace in the numbers sent before. Equal reports at both ends stay, then equal tokens. */
function difference(before: readonly PlacedTokens[], after: readonly PlacedTokens[]): SemanticTokensEdit[] {
  const head = commonStart(before, after);
  const tail = commonEnd(before, after, head);
  const old = dataOf(before.slice(head, before.length - tail));
  const data = dataOf(after.slice(head, after.length - tail));
  const front = wholeTokens(commonStart(old, data));
  const back = wholeTokens(commonEnd(old, data, front));
  const deleteCount = old.length - front - back;
  if (deleteCount === 0 && data.length === old.length) return [];
  const skipped = before.slice(0, head).reduce((sum, { encoded }) => sum + encoded.data.length, 0);
  return [{ start: skipped + front, deleteCount, data: data.slice(front, data.length - back) }];
}

const wholeTokens = (numbers: number): number => numbers - (numbers % 5);
