// Gives plain texts that are annual reports the language `ogi-report`.

import { type Disposable, l10n, languages, type TextDocument, window, workspace } from 'vscode';
import { whenRunning } from './server-requests.ts';
import type { ClientSession } from './start.ts';

const own = 'ogi-report';
const candidates = ['plaintext', 'markdown'];

/**
 * Follows the setting `ogiReport.detect`. The server is asked each time after it has been told a text, never
 * before, so that a paste is judged by what was pasted. Each document is changed or asked about once: a
 * person who sets the language back keeps it.
 */
export function registerDetection({ client, server, onDidSend }: ClientSession): Disposable[] {
  const decided = new Set<string>();
  const busy = new Set<string>();

  async function look(document: TextDocument): Promise<void> {
    const key = document.uri.toString();
    const mode = workspace.getConfiguration('ogiReport', document).get<string>('detect', 'auto');
    if (mode === 'off' || !candidates.includes(document.languageId)) return;
    if (decided.has(key) || busy.has(key)) return;
    const { version } = document;
    if (!(await server.isReport(document)) || decided.has(key) || busy.has(key)) return;
    // An answer on another text, or on one that was here before under the same name, says nothing of this.
    if (document.isClosed || document.version !== version || !candidates.includes(document.languageId))
      return;
    busy.add(key);
    try {
      // The question is answered as late as a person likes, and the document may be closed by then.
      const agreed = mode === 'auto' || (await agrees());
      decided.add(key);
      if (agreed && !document.isClosed) await languages.setTextDocumentLanguage(document, own);
    } finally {
      busy.delete(key);
    }
  }

  const lookAtAll = () => {
    for (const document of workspace.textDocuments) void look(document);
  };
  return [
    whenRunning(client, lookAtAll),
    onDidSend((document) => void look(document)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('ogiReport.detect')) lookAtAll();
    }),
    // Setting the language closes a document and opens it again, so the decision is kept until its tab is
    // gone.
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0)
        forgetUnless(decided, new Set(workspace.textDocuments.map((it) => it.uri.toString())));
    }),
  ];
}

function forgetUnless(decided: Set<string>, open: ReadonlySet<string>): void {
  for (const key of decided) if (!open.has(key)) decided.delete(key);
}

/** Asks whether this text is to be treated as a report; "always" writes the setting. */
async function agrees(): Promise<boolean> {
  const yes = l10n.t('Yes');
  const always = l10n.t('Always');
  const question = l10n.t(
    'This text looks like an annual report on government information disclosure. Check it as one?',
  );
  const answer = await window.showInformationMessage(question, yes, always, l10n.t('No'));
  if (answer === always) await workspace.getConfiguration('ogiReport').update('detect', 'auto', true);
  return answer === yes || answer === always;
}
