// Quick fixes of a Word file that is shown as a text: the text cannot be edited, so they are commands that
// write into the file, once the user has agreed.

import type { CodeAction } from 'vscode-languageserver';
import type { Phrase } from '../base/phrase.ts';
import type { Action } from '../features/actions.ts';
import type { DocxEdit } from '../office/index.ts';
import { changesOf } from '../office/place-edits.ts';
import { shiftEdit } from '../text/span.ts';
import { documentName, fileUri, isShownOffice } from './document-name.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

export const writeOfficeCommand = 'ogiReport.server.writeOffice';

/** What the command is given beside the document. */
interface WantedWriting {
  readonly edit: DocxEdit;
  readonly title: string;
}

/** The command that writes an action of the report at `at`; null for what goes beyond a cell or paragraph. */
export function writingAction(
  { offices, host, setting: { language } }: Session,
  document: Document,
  action: Action,
  at: number,
): Pick<CodeAction, 'title' | 'command'> | null {
  const source = offices.get(documentName(document.uri));
  if (source?.kind !== 'docx' || host.writeOffice === null || action.kind.startsWith('source.')) return null;
  const read = { text: document.text.toString(), places: source.places };
  const changes = changesOf(
    read,
    action.edits.map((edit) => shiftEdit(edit, at)),
  );
  if (changes === null) return null;
  // Notation is written as it is; whatever changes a figure or a sentence is for a reviewer to accept.
  const isNotation =
    action.findings.length > 0 && action.findings.every((each) => each.fixes().every(({ safe }) => safe));
  const title = action.title[language] + (isNotation ? direct : asRevision)[language];
  const wanted: WantedWriting = { edit: { changes, tracked: !isNotation }, title: action.title[language] };
  return { title, command: { title, command: writeOfficeCommand, arguments: [document.uri, wanted] } };
}

const direct: Phrase = { zh: '（写入 Word 文件）', en: ' (in the Word file)' };
const asRevision: Phrase = { zh: '（以修订写入 Word 文件）', en: ' (as a tracked change in the Word file)' };

/** Asks, writes, and says what became of it; null when it was not agreed to. */
export async function writeOffice(
  { host, connection, setting: { language } }: Session,
  uri: string,
  { edit, title }: WantedWriting,
): Promise<{ readonly written: true } | { readonly refused: string } | null> {
  if (host.writeOffice === null || !isShownOffice(uri)) return null;
  const name = documentName(uri).split('/').at(-1) ?? '';
  const yes = { title: write[language] };
  const chosen = await connection.window.showInformationMessage(
    question(name, title, edit.tracked)[language],
    yes,
    { title: cancel[language] },
  );
  if (chosen?.title !== yes.title) return null;
  const why = await host.writeOffice(fileUri(uri), edit);
  if (why === null) return { written: true };
  const refused = why[language];
  void connection.window.showWarningMessage(`${name}${language === 'zh' ? '：' : ': '}${refused}`);
  return { refused };
}

const write: Phrase = { zh: '写入', en: 'Write' };
const cancel: Phrase = { zh: '取消', en: 'Cancel' };

const question = (name: string, title: string, tracked: boolean): Phrase => ({
  zh: `${title}：写入 ${name}${tracked ? '，作为修订，由您在 Word 中接受或拒绝' : ''}？`,
  en: `${title}: write it into ${name}${tracked ? ' as a tracked change, to be accepted or rejected in Word' : ''}?`,
});
