// The commands that mark reports as checked or returned.

import { commands, type Disposable, l10n, window } from 'vscode';
import type { Server } from '../server-requests.ts';
import type { Desk } from './desk.ts';
import type { ReviewedReport } from './desk-model.ts';
import type { DeskNode } from './desk-node.ts';
import type { ReviewFiles } from './review-files.ts';
import { figuresOf, type ReviewMark, withMark } from './review-model.ts';

type Ask = () => Promise<Pick<ReviewMark, 'state' | 'reason'> | null | undefined>;

/** Each takes the node of the menu and all that are selected, or a report's URI; else what is selected. */
export function registerReviewCommands(server: Server, desk: Desk, reviews: ReviewFiles): Disposable[] {
  const register = (name: string, ask: (reason?: string) => ReturnType<Ask>) =>
    commands.registerCommand(
      `ogiReport.${name}`,
      async (on?: DeskNode | string, more?: readonly DeskNode[] | string) => {
        const reports =
          typeof on === 'string' ? desk.reports.filter(({ uri }) => uri === on) : reportsOf(on, more);
        const marked = reports.length > 0 ? reports : desk.selected;
        const mark = marked.length > 0 ? await ask(typeof more === 'string' ? more : undefined) : undefined;
        if (mark === undefined) return;
        for (const report of marked) await setMark(server, reviews, report, mark);
      },
    );
  return [
    register('markChecked', async () => ({ state: 'checked' })),
    register('markReturned', async (given) => {
      const reason = given ?? (await window.showInputBox({ title: l10n.t('Why the report is returned') }));
      return reason === undefined ? undefined : { state: 'returned', ...(reason === '' ? {} : { reason }) };
    }),
    register('markUnchecked', async () => null),
  ];
}

function reportsOf(node: DeskNode | undefined, selected: unknown): readonly ReviewedReport[] {
  const nodes = Array.isArray(selected) ? (selected as readonly DeskNode[]) : node ? [node] : [];
  return nodes.flatMap((each) => (each.kind === 'report' ? [each.report] : []));
}

async function setMark(
  server: Server,
  reviews: ReviewFiles,
  report: ReviewedReport,
  mark: Pick<ReviewMark, 'state' | 'reason'> | null,
): Promise<void> {
  if (mark === null) return reviews.change(report, (review, key) => withMark(review, key, null));
  const answer = (await server.reportCells(report.uri))?.[report.index];
  if (!answer) return;
  const { digest, cells } = answer;
  await reviews.change(report, (review, key) =>
    withMark(review, key, { ...mark, digest, figures: figuresOf(cells) }),
  );
}
