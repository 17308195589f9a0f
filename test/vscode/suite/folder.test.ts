import { commands, extensions, languages, workspace } from 'vscode';
import { equal, extension, ok, until } from './support.ts';

describe('the folder', () => {
  it('is read without a file being opened', async () => {
    await until('activation', () => extensions.getExtension('ogi-report.ogi-report')?.isActive, 30_000);
    await extension();
    const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
    await until('findings in a file that is not open', () =>
      languages
        .getDiagnostics()
        .some(([uri, found]) => !open.has(uri.toString()) && found.some((it) => it.source === 'ogi-report')),
    );
  });

  it('is read to its end by the command, which says how many reports there are', async () => {
    const list = await commands.executeCommand<{ state: string; reports: { organ: string; year: number }[] }>(
      'ogiReport.checkFolder',
    );
    ok(list, 'no answer');
    equal(list.state, 'read');
    equal(list.reports.map(({ year }) => year).sort(), [2024, 2024, 2025]);
    ok(
      list.reports.every(({ organ }) => organ),
      'a report without an organ',
    );
  });
});
