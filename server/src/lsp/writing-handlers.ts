// What helps to write: completion, inline completion, formatting, renaming.

import {
  type CompletionItem,
  CompletionItemKind,
  ErrorCodes,
  type LinkedEditingRanges,
  ResponseError,
  type ServerCapabilities,
  type TextEdit,
} from 'vscode-languageserver';
import { type Completion, completionsAt } from '../features/completion.ts';
import { digits, format } from '../features/format.ts';
import { inlineCompletion } from '../features/inline-completion.ts';
import { linkedNameAt, renameLinked } from '../features/linked-rename.ts';
import { standardSentenceAt } from '../features/standard-sentences.ts';
import type { Span } from '../text/span.ts';
import { editsOf, rangeOf, spanOf, workspaceEdit } from './convert.ts';
import type { Document } from './open-documents.ts';
import { onDocument, onReportPosition, type Session } from './session.ts';

export function writingHandlers(session: Session): ServerCapabilities {
  return { ...completing(session), ...formatting(session), ...naming(session) };
}

function completing(session: Session): ServerCapabilities {
  const { connection } = session;
  connection.onCompletion(
    onReportPosition(session, 'completion', null, ({ document, report, at, offset }) => ({
      isIncomplete: false,
      items: completionsAt(report, offset).map((each) => completionItem(session, document, each, at)),
    })),
  );
  connection.languages.inlineCompletion.on(
    onReportPosition(session, 'inline completion', null, ({ document, report, at, offset }) => {
      const edit = inlineCompletion(report, offset) ?? standardSentenceAt(report, offset);
      return edit && [{ insertText: edit.insert, range: rangeOf(document, edit, at) }];
    }),
  );
  return {
    completionProvider: { triggerCharacters: ['|', '、', '（'] },
    inlineCompletionProvider: true,
  };
}

const itemKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  heading: CompletionItemKind.Module,
  row: CompletionItemKind.Field,
  column: CompletionItemKind.Property,
};

function completionItem(
  { setting: { language } }: Session,
  document: Document,
  { kind, label, detail, documentation, filter, sort, edit }: Completion,
  at: number,
): CompletionItem {
  const [textEdit] = editsOf(document, [edit], at);
  return {
    label,
    kind: itemKinds[kind],
    detail: detail[language],
    documentation: documentation[language],
    filterText: filter,
    sortText: sort,
    ...(textEdit && { textEdit }),
  };
}

function formatting(session: Session): ServerCapabilities {
  const { connection } = session;
  const within = (document: Document, span: Span, edit: typeof digits = format): TextEdit[] =>
    document
      .reportsIn(span)
      .flatMap(({ report, at }) =>
        editsOf(document, edit(report, { from: span.from - at, to: span.to - at }), at),
      );
  connection.onDocumentFormatting(
    onDocument(session, 'formatting', null, (document) =>
      within(document, { from: 0, to: document.text.length }),
    ),
  );
  connection.onDocumentRangeFormatting(
    onDocument(session, 'formatting', null, (document, { range }) =>
      within(document, spanOf(document, range)),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    onReportPosition(session, 'formatting', null, ({ document }, { ch, position }) => {
      // A line break finishes the row above; a bar finishes a cell of a row still being written.
      const line = Math.max(0, ch === '\n' ? position.line - 1 : position.line);
      const end = ch === '\n' ? Number.MAX_SAFE_INTEGER : position.character;
      const span = spanOf(document, { start: { line, character: 0 }, end: { line, character: end } });
      return within(document, span, ch === '\n' ? format : digits);
    }),
  );
  return {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['|'] },
  };
}

function naming(session: Session): ServerCapabilities {
  const { connection } = session;
  connection.onPrepareRename(
    onReportPosition(session, 'rename', null, ({ document, report, at, offset }) => {
      const found = linkedNameAt(report, offset);
      const span = found?.spans.find(({ from, to }) => from <= offset && offset <= to);
      return found && span ? { range: rangeOf(document, span, at), placeholder: found.text } : null;
    }),
  );
  connection.onRenameRequest(
    onReportPosition(session, 'rename', null, ({ document, report, at, offset }, { newName }) => {
      const found = linkedNameAt(report, offset);
      if (!found) return null;
      const edits = renameLinked(found, newName);
      const wrong = {
        zh: '名称不能为空，年度须为四位数字。',
        en: 'A name must not be empty, a year has four digits.',
      };
      if (!edits) throw new ResponseError(ErrorCodes.InvalidParams, wrong[session.setting.language]);
      return workspaceEdit(document, editsOf(document, edits, at), session.client);
    }),
  );
  connection.languages.onLinkedEditingRange(
    onReportPosition(
      session,
      'linked editing',
      null,
      ({ document, report, at, offset }): LinkedEditingRanges | null => {
        const found = linkedNameAt(report, offset);
        if (!found) return null;
        const wordPattern = found.kind === 'year' ? '\\d+' : '[\\u3400-\\u9fff\\w（）()·]+';
        return { ranges: found.spans.map((span) => rangeOf(document, span, at)), wordPattern };
      },
    ),
  );
  return { renameProvider: { prepareProvider: true }, linkedEditingRangeProvider: true };
}
