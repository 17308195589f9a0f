import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensEdit,
  ServerCapabilities,
} from 'vscode-languageserver';
import { objectStore } from '../base/cache.ts';
import { semanticTokens, semanticTokenTypes } from '../features/semantic-tokens.ts';
import type { PlacedReport } from '../report/index.ts';
import type { Report } from '../report/types.ts';
import { spanOf } from './convert.ts';
import type { Document } from './open-documents.ts';
import { onDocument, type Session } from './session.ts';

/** The tokens of one report as five numbers each, the first one counted from the report's first line. */
interface Encoded {
  readonly data: Uint32Array;
  /** Line of the last token, from the report's first line. */
  readonly lastLine: number;
}

/** A report's tokens in a document; `gap` lines lie between the last token before and the report. */
interface Chunk {
  readonly encoded: Encoded;
  readonly gap: number;
}

/** Semantic tokens: the whole document, what changed since the last answer, or a range. */
export function semanticTokenHandlers(session: Session): ServerCapabilities {
  const { semanticTokens: requests } = session.connection.languages;
  const sent = new Map<string, { readonly id: string; readonly chunks: readonly Chunk[] }>();
  let count = 0;
  const remember = (uri: string, chunks: readonly Chunk[]): string => {
    const id = String(count++);
    sent.set(uri, { id, chunks });
    return id;
  };
  const none: SemanticTokens | SemanticTokensDelta = { data: [] };
  session.documents.onDidClose(({ document }) => sent.delete(document.uri));

  requests.on(
    onDocument(session, 'tokens', none, (document): SemanticTokens => {
      const chunks = chunksOf(document, document.reports);
      return { resultId: remember(document.uri, chunks), data: dataOf(chunks, 0, chunks.length) };
    }),
  );
  requests.onDelta(
    onDocument(
      session,
      'tokens delta',
      none,
      (document, { previousResultId }): SemanticTokens | SemanticTokensDelta => {
        const chunks = chunksOf(document, document.reports);
        const before = sent.get(document.uri);
        const resultId = remember(document.uri, chunks);
        if (before?.id !== previousResultId) return { resultId, data: dataOf(chunks, 0, chunks.length) };
        return { resultId, edits: difference(before.chunks, chunks) };
      },
    ),
  );
  requests.onRange(
    onDocument(session, 'tokens range', none, (document, { range }) => {
      const chunks = chunksOf(document, document.reportsIn(spanOf(document, range)));
      return { data: dataOf(chunks, 0, chunks.length) };
    }),
  );
  const legend = { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] };
  return { semanticTokensProvider: { legend, full: { delta: true }, range: true } };
}

const known = objectStore<Report, Encoded>();

function chunksOf(document: Document, reports: readonly PlacedReport[]): readonly Chunk[] {
  let last = 0;
  return reports.flatMap((placed): Chunk[] => {
    const { line } = placed;
    const encoded = known.get(placed.report) ?? encode(document, placed, line);
    known.set(placed.report, encoded);
    if (encoded.data.length === 0) return [];
    const gap = line - last;
    last = line + encoded.lastLine;
    return [{ encoded, gap }];
  });
}

function encode({ text }: Document, { report, at }: PlacedReport, first: number): Encoded {
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

/** The numbers of the chunks `from..to`, each first line moved by the chunk's gap. */
function dataOf(chunks: readonly Chunk[], from: number, to: number): number[] {
  const out: number[] = [];
  for (let i = from; i < to; i++) {
    const { encoded, gap } = chunks[i] as Chunk;
    const start = out.length;
    for (const number of encoded.data) out.push(number);
    (out[start] as number) += gap;
  }
  return out;
}

/** What to replace in the numbers sent before: chunks equal at both ends stay, and so do equal tokens at both ends of the rest. */
function difference(before: readonly Chunk[], after: readonly Chunk[]): SemanticTokensEdit[] {
  const equal = (a: Chunk | undefined, b: Chunk | undefined) =>
    a?.encoded === b?.encoded && a?.gap === b?.gap;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && equal(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && equal(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const old = dataOf(before, head, before.length - tail);
  const data = dataOf(after, head, after.length - tail);
  const least = Math.min(old.length, data.length);
  let front = 0;
  while (front < least && old[front] === data[front]) front++;
  front -= front % 5;
  let back = 0;
  while (back < least - front && old[old.length - 1 - back] === data[data.length - 1 - back]) back++;
  back -= back % 5;
  const deleteCount = old.length - front - back;
  if (deleteCount === 0 && data.length === old.length) return [];
  const skipped = before.slice(0, head).reduce((sum, { encoded }) => sum + encoded.data.length, 0);
  return [{ start: skipped + front, deleteCount, data: data.slice(front, data.length - back) }];
}
