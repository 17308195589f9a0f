// The desk of a reviewer: the view of the folder's reports, marks and notes.

import { commands, type Disposable } from 'vscode';
import type { FolderList } from '../folder-answers.ts';
import type { ClientSession } from '../start.ts';
import { Desk } from './desk.ts';
import type { DeskOrder } from './desk-model.ts';
import { registerNameRoster } from './name-roster.ts';
import { openAt } from './open-at.ts';
import { registerReviewCommands } from './review-commands.ts';
import { ReviewComments } from './review-comments.ts';
import { ReviewFiles } from './review-files.ts';
import { registerSummary } from './summary-command.ts';

/** `show` takes the newest list of the folder's reports. */
export function registerDesk(session: ClientSession): {
  readonly show: (list: FolderList) => void;
  readonly registered: readonly Disposable[];
} {
  const reviews = new ReviewFiles();
  const desk = new Desk(session.server, reviews);
  const registered = [
    reviews,
    desk,
    // Someone with one report is no reviewer, and is not to see every line marked.
    new ReviewComments(session, reviews, () => desk.reports.length > 1),
    commands.registerCommand('ogiReport.deskOrder', (order?: DeskOrder) => desk.reorder(order)),
    commands.registerCommand('ogiReport.deskFilter', () => desk.askFilter()),
    commands.registerCommand('ogiReport.deskOpen', openAt),
    ...registerReviewCommands(session.server, desk, reviews),
    registerSummary(session, desk),
    registerNameRoster(session),
  ];
  return { show: (list) => void desk.show(list), registered };
}
