// The commands of the server: the few questions that LSP has no request for.

import {
  ErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { adjacentFigure, cellStatus, figuresInSpans, sumAmounts } from '../features/figure-navigation.ts';
import { fixSums } from '../features/fix-sums.ts';
import { tableAt } from '../features/lookup.ts';
import { preview } from '../features/preview.ts';
import { rules } from '../rules/all.ts';
import { shift } from '../text/span.ts';
import { editsOf, rangeOf, spanOf, workspaceEdit } from './convert.ts';
import { convertTables } from './convert-tables.ts';
import { cursorAt } from './cursor.ts';
import { findingsIn, findingsOf } from './document-findings.ts';
import { isShownOffice } from './document-name.ts';
import { exportCommand } from './export-command.ts';
import { folderCommands } from './folder-commands.ts';
import { nameParts, partCandidates } from './naming-parts.ts';
import { readShownOffice, shownOffice } from './office-documents.ts';
import { writeOffice } from './office-writing.ts';
import type { Document } from './open-documents.ts';
import { aggregateEdits, compareWithLast, lastYearOf } from './other-reports.ts';
import { areArguments } from './param-shapes.ts';
import { writtenReport } from './report-skeleton.ts';
import { guard, reportPositionOf, type Session } from './session.ts';
import { pasteInto } from './table-pasting.ts';

type Command = (session: Session, ...args: never[]) => unknown;

/** A command on a document with reports; null for any other. */
function onReports<A extends unknown[], R>(
  run: (session: Session, document: Document, ...args: A) => R,
): (session: Session, uri: string, ...args: A) => R | null {
  return (session, uri, ...args) => {
    const document = session.documents.get(uri);
    return document && document.reports.length > 0 ? run(session, document, ...args) : null;
  };
}

/** A command that answers with edits of the document; null for one that cannot be edited. */
const onDrafts = <A extends unknown[], R>(run: (session: Session, document: Document, ...args: A) => R) =>
  onReports((session: Session, document: Document, ...args: A) =>
    isShownOffice(document.uri) ? null : run(session, document, ...args),
  );

const setTotals = onDrafts((session, document, position: Position) => {
  const place = reportPositionOf(document, position);
  const table = place && tableAt(place.report, place.offset);
  const edits = table ? fixSums(table, findingsOf(session, document, place.report)) : [];
  if (!place || edits.length === 0) return false;
  const edit = workspaceEdit(document, editsOf(document, edits, place.at), session.client);
  void session.connection.workspace.applyEdit(edit);
  return true;
});

/** A preview of more reports would be too much for a browser. */
const mostDrawn = 20;

/**
 * Any client can send them as `workspace/executeCommand`. Each answers null where there is no report, no
 * cell, no table. Documents are named by their URI, places by LSP positions.
 */
const commands: Readonly<Record<string, Command>> = {
  /** (uri) → whether the text is an annual report; null for a document that is not open. */
  isReport: (session, uri: string) => {
    const document = session.documents.get(uri);
    return document ? document.reports.length > 0 : null;
  },
  /** (uri) → `{ html }`, the body of a page. */
  preview: onReports((session, document) => {
    const found = findingsIn(session, document);
    const drawn = document.reports
      .slice(0, mostDrawn)
      .map((placed, index) => preview(placed, found[index]?.items ?? [], session.setting.language));
    return { html: drawn.join('\n') };
  }),
  /** (uri, position) → the cell in words, or the label; null outside tables. */
  cellAt: onReports((session, document, position: Position) => {
    cursorAt(session, document.uri, position.line);
    const place = reportPositionOf(document, position);
    if (!place) return null;
    const { report, offset } = place;
    return cellStatus(report, findingsOf(session, document, report), offset, session.setting.language);
  }),
  /** (uri, position, 1 | -1) → the range of the next or previous value. */
  figures: onReports((_session, document, position: Position, direction: 1 | -1) =>
    nextFigure(document, document.text.offsetAt(position), direction === -1 ? -1 : 1),
  ),
  /** (uri, ranges) → `{ sum, count }` of the values in the ranges; `sum` is a string when it has decimals. */
  selectionStats: onReports((_session, document, ranges: readonly Range[]) => {
    const spans = ranges.map((range) => spanOf(document, range));
    const amounts = document.reports.flatMap(({ report, at }) =>
      figuresInSpans(
        report,
        spans.map((span) => shift(span, -at)),
      ),
    );
    const sum = sumAmounts(amounts);
    return amounts.length === 0
      ? null
      : { sum: sum.includes('.') ? sum : Number(sum), count: amounts.length };
  }),
  /**
   * ({ organ, year, layout, previousText? }) → `{ text, carried }`, a new report, with `range` and `message`
   * of each figure that last year's report hands on.
   */
  skeleton: writtenReport,
  /**
   * (uri, layout) → `{ edits, kept }`: the edits that write all tables in that layout; or none, and `range`
   * and `message` of each table that cannot be written so.
   */
  convert: onDrafts(convertTables),
  /** (uri) → `{ uri, year, organ }`, the document with the same organ's report of the year before. */
  lastYear: onReports(lastYearOf),
  /** (uri) → `{ left, right, title }`, last year's and this year's figures as texts for a diff editor. */
  compare: onReports(compareWithLast),
  /** (uri) → the edits that fill the tables from the units' reports that `.ogi-report.json` names. */
  aggregate: onDrafts(aggregateEdits),
  /** (uri) → `{ uri, organ, path }` of the reports it may be the sum of, as far as files are read. */
  partCandidates: onReports(partCandidates),
  /** (uri, URIs of reports) → the edit of `.ogi-report.json` that names them as its parts. */
  nameParts: onReports(nameParts),
  ...folderCommands,
  /** () → the title of each rule by its id, in the language of the client. */
  ruleTitles: ({ setting }) =>
    Object.fromEntries(rules.map(({ id, title }) => [id, title[setting.language]])),
  /**
   * (uri, bytes in Base64) → `{ text }` of an Office file to be shown as that document, or `{ refused }`, the
   * sentence that says why not; null where the client has to read it itself.
   */
  readOffice: readShownOffice,
  /** (uri, what `readOffice` of the room `office` answered) → as `readOffice`. */
  shownOffice,
  /**
   * (uri of a Word file shown as a text, the argument of a code action) → asks, and writes into the file:
   * `{ written: true }`, `{ refused }`, null when not agreed to.
   */
  writeOffice,
  /**
   * (uri, position, { html?, text? }, only blanks) → `{ edits, cells, unmatched }`: a range pasted into the
   * table there; null where it has nothing of that table.
   */
  pasteTable: onDrafts(pasteInto),
  /**
   * (uri, `docx`, `xlsx` or `html`) → `{ bytes, lost }`: a file of that kind in Base64, and sentences on what
   * it has no room for; null where the client has to write it itself.
   */
  exportReport: onReports(exportCommand),
  /** (uri, position in a table) → has the client set the wrong totals of the table; whether any are. */
  fixSums: (session, uri: string, position: Position) => setTotals(session, uri, position) ?? false,
};

const prefix = 'ogiReport.server.';

export function serverCommands(session: Session): ServerCapabilities {
  session.connection.onExecuteCommand(
    guard(session, 'command', null, ({ command, arguments: args = [] }) => {
      const name = command.slice(prefix.length);
      const run = command.startsWith(prefix) && Object.hasOwn(commands, name) ? commands[name] : undefined;
      if (!run) throw new ResponseError(ErrorCodes.InvalidParams, `unknown command ${command}`);
      if (!areArguments(name, args))
        throw new ResponseError(ErrorCodes.InvalidParams, `unusable arguments of ${command}`);
      return run(session, ...(args as never[]));
    }),
  );
  return { executeCommandProvider: { commands: Object.keys(commands).map((name) => prefix + name) } };
}

/** Behind the last value of a report comes the first of the next report. */
function nextFigure(document: Document, offset: number, direction: 1 | -1): Range | null {
  const order = direction === 1 ? document.reports : document.reports.toReversed();
  for (const { report, at } of order) {
    const found = adjacentFigure(report, offset - at, direction);
    if (found) return rangeOf(document, found, at);
  }
  return null;
}
