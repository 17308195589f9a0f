// The command “new annual report”.

import { l10n, Position, Selection, window, workspace } from 'vscode';
import type { Position as ProtocolPosition } from 'vscode-languageclient';
import type { CarriedMarks } from './carried-marks.ts';
import { pickLayout } from './pick-layout.ts';
import type { Server } from './server-requests.ts';

/**
 * Asks for organ, year and layout, then opens the official form as a new document with its first figure
 * selected and the figures of last year's report marked.
 */
export async function newReport(server: Server, marks: CarriedMarks): Promise<void> {
  const title = l10n.t('New annual report');
  const organ = await window.showInputBox({
    title,
    prompt: l10n.t('Organ, as in the title of the report'),
    placeHolder: '清源县水利局',
    ignoreFocusOut: true,
  });
  if (!organ?.trim()) return;
  const year = await window.showInputBox({
    title,
    prompt: l10n.t('Year reported on'),
    value: String(new Date().getFullYear() - 1),
    ignoreFocusOut: true,
    validateInput: (it) => (/^20\d\d$/.test(it) ? null : l10n.t('A year such as 2025')),
  });
  if (!year) return;
  const layout = await pickLayout();
  if (!layout) return;
  const previousText = await lastYears(organ.trim(), Number(year) - 1);
  const wanted = { organ: organ.trim(), year: Number(year), layout };
  const skeleton = await server.skeleton(previousText === null ? wanted : { ...wanted, previousText });
  if (!skeleton) return;
  const document = await workspace.openTextDocument({ language: 'ogi-report', content: skeleton.text });
  const editor = await window.showTextDocument(document);
  const { carried } = skeleton;
  const marked = carried.map(({ range: { start, end }, message }) => {
    const at = (place: ProtocolPosition) => document.offsetAt(new Position(place.line, place.character));
    return { from: at(start), to: at(end), message };
  });
  marks.put(document, marked);
  if (carried.length > 0)
    void window.showInformationMessage(
      l10n.t(
        '{0} figures were carried over from last year’s report. They are marked until changed.',
        carried.length,
      ),
    );
  const figure = await server.nextFigure(document, new Position(0, 0), 1);
  if (figure) editor.selection = new Selection(figure.start, figure.end);
}

/**
 * The text of the organ's report for `year`, if the workspace has one: the year in the file name, the organ
 * in the text. The server decides whether it is a report.
 */
async function lastYears(organ: string, year: number): Promise<string | null> {
  for (const uri of await workspace.findFiles(`**/*${year}*.{txt,md}`, '**/node_modules/**', 50)) {
    try {
      const text = (await workspace.openTextDocument(uri)).getText();
      if (text.includes(organ)) return text;
    } catch {
      // A file that cannot be opened as text is no report.
    }
  }
  return null;
}
