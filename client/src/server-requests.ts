// What the client asks the server beyond LSP, as typed functions.

import { type Disposable, l10n, type Position, type Range, type TextDocument, type Uri } from 'vscode';
import {
  type BaseLanguageClient,
  ExecuteCommandRequest,
  type Position as ProtocolPosition,
  type Range as ProtocolRange,
  type TextEdit as ProtocolTextEdit,
  type WorkspaceEdit as ProtocolWorkspaceEdit,
  State,
} from 'vscode-languageclient';
import { fromBase64, inBase64 } from './base64.ts';
import { type FolderRequests, folderRequests } from './folder-requests.ts';
import type { LayoutAnswer } from './layout-command.ts';
import type { PartCandidate } from './pick-parts.ts';

/** The cell of the form under the cursor, or the label, in words of the display language. */
export interface CellAt {
  readonly row: string | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly rowSum: string | number | null;
  /** How many identities of the whole report hold, of how many that can be checked. */
  readonly identitiesHeld: number;
  readonly identitiesAll: number;
  /** One line with all of it, fit for a status bar and a screen reader. */
  readonly status: string;
}

/** A new report, and of each figure that last year's hands on where it comes from. */
export interface NewReportText {
  readonly text: string;
  readonly carried: readonly { readonly range: ProtocolRange; readonly message: string }[];
}

export interface NewReportParams {
  readonly organ: string;
  readonly year: number;
  readonly layout: string;
  readonly previousText?: string;
}

/**
 * The few questions LSP has no request for. They travel as `workspace/executeCommand`, so that any client can
 * ask them. An answer is null where there is none: not a report, no cell there, server stopped.
 */
export interface Server extends FolderRequests {
  isReport(document: TextDocument): Promise<boolean | null>;
  preview(document: TextDocument): Promise<{ readonly html: string } | null>;
  cellAt(document: TextDocument, position: Position): Promise<CellAt | null>;
  nextFigure(document: TextDocument, position: Position, direction: 1 | -1): Promise<Range | null>;
  skeleton(wanted: NewReportParams): Promise<NewReportText | null>;
  convert(document: TextDocument, layout: string): Promise<LayoutAnswer | null>;
  /** The figures that changed since last year's report, as two texts of the same lines. */
  compareYears(
    document: TextDocument,
  ): Promise<{ readonly left: string; readonly right: string; readonly title: string } | null>;
  /**
   * Edits that make the tables the sums of the reports they are named to be made of; null where none are
   * named.
   */
  fillFromParts(document: TextDocument): Promise<readonly ProtocolTextEdit[] | null>;
  /** The reports that a report may be the sum of, and the edit that names those it is. */
  partCandidates(document: TextDocument): Promise<readonly PartCandidate[] | null>;
  nameParts(document: TextDocument, uris: readonly string[]): Promise<ProtocolWorkspaceEdit | null>;
  selectionStats(
    document: TextDocument,
    ranges: readonly Range[],
  ): Promise<{ readonly sum: string | number; readonly count: number } | null>;
  /** What pasting a range at a place in a table writes; `blanks`: into blank cells only. */
  pasteTable(
    document: TextDocument,
    position: Position,
    clipboard: ClipboardFormats,
    blanks: boolean,
  ): Promise<PastedFigures | null>;
  /** The text of an Office file, to be shown as the document `shown`. */
  readOffice(shown: Uri, bytes: Uint8Array): Promise<OfficeAnswer>;
  /** The document's reports as a file; null also where the server may load nothing. */
  exportReport(document: TextDocument, format: FileFormat): Promise<ExportedFile | null>;
}

/** What a report can be written as. */
export type FileFormat = 'docx' | 'xlsx' | 'html';

/** A file, and in sentences what it has no room for. */
export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly lost: readonly string[];
}

/** The clipboard in the formats it has. */
export interface ClipboardFormats {
  readonly html?: string;
  readonly text?: string;
}

export interface PastedFigures {
  readonly edits: readonly ProtocolTextEdit[];
  /** How many cells are named with a figure. */
  readonly cells: number;
  /** Rows and columns that the table does not have. */
  readonly unmatched: readonly string[];
}

/** `refused`: why a file has no text, in a sentence. */
export type OfficeAnswer = { readonly text: string } | { readonly refused: string };

/** Reads an Office file where the server may load nothing; what it answers is for the server alone. */
export type ReadAside = (bytes: Uint8Array) => Promise<unknown>;

/**
 * The server behind `client`. A failure is logged and answered null: no question here is worth a dialog.
 * `read`: what reads Office files where the server cannot.
 */
export function serverOf(client: BaseLanguageClient, read: ReadAside | null): Server {
  const { code2ProtocolConverter: code, protocol2CodeConverter: protocol } = client;
  const uriOf = (document: TextDocument) => code.asUri(document.uri);
  const rangeOf = (range: Range) => code.asRange(range);

  async function ask<T>(command: string, ...args: readonly unknown[]): Promise<T | null> {
    if (!client.isRunning()) return null;
    try {
      const params = { command: `ogiReport.server.${command}`, arguments: [...args] };
      return ((await client.sendRequest(ExecuteCommandRequest.type, params)) ?? null) as T | null;
    } catch (error) {
      client.warn(`${command}: ${error}`, undefined, false);
      return null;
    }
  }

  return {
    isReport: (document) => ask('isReport', uriOf(document)),
    preview: (document) => ask('preview', uriOf(document)),
    cellAt: (document, position) => ask('cellAt', uriOf(document), code.asPosition(position)),
    async nextFigure(document, position, direction) {
      const at: ProtocolPosition = code.asPosition(position);
      return protocol.asRange(await ask<ProtocolRange>('figures', uriOf(document), at, direction)) ?? null;
    },
    skeleton: (wanted) => ask('skeleton', wanted),
    convert: (document, layout) => ask('convert', uriOf(document), layout),
    compareYears: (document) => ask('compare', uriOf(document)),
    fillFromParts: (document) => ask('aggregate', uriOf(document)),
    partCandidates: (document) => ask('partCandidates', uriOf(document)),
    nameParts: (document, uris) => ask('nameParts', uriOf(document), uris),
    ...folderRequests(ask),
    selectionStats: (document, ranges) => ask('selectionStats', uriOf(document), ranges.map(rangeOf)),
    pasteTable: (document, position, clipboard, blanks) =>
      ask('pasteTable', uriOf(document), code.asPosition(position), clipboard, blanks),
    async readOffice(shown, bytes) {
      if (bytes.length > largestOffice) return { refused: l10n.t('The file is too large to be a report.') };
      await client.start();
      const uri = code.asUri(shown);
      const answer = read
        ? await ask<OfficeAnswer>('shownOffice', uri, await read(bytes))
        : await ask<OfficeAnswer>('readOffice', uri, inBase64(bytes));
      return answer ?? { refused: l10n.t('The server is not running.') };
    },
    async exportReport(document, format) {
      const answer = await ask<{ bytes: string; lost: readonly string[] }>(
        'exportReport',
        uriOf(document),
        format,
      );
      return answer && { bytes: fromBase64(answer.bytes), lost: answer.lost };
    },
  };
}

/** In bytes, as the server has it: more is not sent. */
const largestOffice = 64 << 20;

/** Stops and starts the server; documents that are open go to the new one. */
export async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}

/** Calls `then` whenever the server has started: now if it runs, and after each restart. */
export function whenRunning(client: BaseLanguageClient, then: () => void): Disposable {
  if (client.isRunning()) then();
  return client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) then();
  });
}
