// The progress of reading the folders, as the client shows it.

import type { WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Null where the client cannot show progress. */
export async function progressOf({
  client,
  connection,
  setting,
}: Session): Promise<WorkDoneProgressReporter | null> {
  if (client.window?.workDoneProgress !== true) return null;
  try {
    const progress = await connection.window.createWorkDoneProgress();
    const title = { zh: '读取文件夹里的年度报告', en: 'Reading the reports of the folder' };
    progress.begin(title[setting.language], 0);
    return progress;
  } catch {
    return null; // a client that says it can, and cannot
  }
}
