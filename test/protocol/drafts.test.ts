// A folder of 300 drafts with planted errors: whoever counts, counts the same.

import { deepStrictEqual, ok } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSheet } from 'read-excel-file/node';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { countAtLevel, type DeskFinding, withFindings } from '../../client/src/desk/desk-model.ts';
import type { FolderList } from '../../client/src/folder-answers.ts';
import { inFolder, ogi } from '../support/cli.ts';
import { faulty } from '../support/faults.ts';
import { random, runSeed } from '../support/random.ts';
import { Client } from '../support/server.ts';

/** Errors and warnings of each file, by its name. */
type Counts = Readonly<Record<string, readonly [errors: number, warnings: number]>>;

describe('300 drafts', function () {
  this.timeout(60_000);

  it('desk, check, summary and the sheet exported from the desk count the same', () => {
    const seed = runSeed();
    const chance = random(seed);
    const draft = (_: unknown, i: number) => [`${String(i).padStart(3, '0')}.txt`, faulty(chance).text];
    return inFolder(Object.fromEntries(Array.from({ length: 300 }, draft)), async (folder) => {
      const { desk, sheet } = await countsOfDesk(folder);
      const files = Object.keys(desk);
      ok(files.length > 250 && Object.values(desk).filter(([errors]) => errors > 0).length > 100, `${seed}`);
      deepStrictEqual(desk, only(sheet, files));
      deepStrictEqual(desk, only(countsOfCheck(folder), files));
      deepStrictEqual(desk, only(countsOfSummary(folder), files));
    });
  });

  /** As the view of the folder has it: what a pulling client is told, by report. */
  async function countsOfDesk(folder: string): Promise<{ desk: Counts; sheet: Counts }> {
    const client = new Client();
    try {
      const uri = pathToFileURL(folder).href;
      const workspaceFolders = [{ uri, name: 't' }];
      const capabilities = { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } };
      await client.initialize(capabilities, { workspaceFolders, initializationOptions: { brief: true } });
      const { reports } = await client.execute<FolderList>('checkFolder');
      const { items } = await client.request<{ items: { uri: string; items: Diagnostic[] }[] }>(
        'workspace/diagnostic',
        { previousResultIds: [] },
      );
      const found = new Map(items.map((each) => [each.uri, each.items]));
      const rows = withFindings(reports, (of) => (found.get(of) ?? []).map(deskFinding));
      const desk = rows.map(
        (row) =>
          [row.uri.slice(uri.length + 1), countAtLevel(row, 'error'), countAtLevel(row, 'warning')] as const,
      );
      const { bytes } = await client.execute<{ bytes: string }>('summary', 'xlsx', []);
      const [, ...lines] = await readSheet(Buffer.from(bytes, 'base64'), '核对表');
      const sheet = lines.map((cells) => [String(cells[2]), Number(cells[4]), Number(cells[5])] as const);
      return { desk: counted(desk), sheet: counted(sheet) };
    } finally {
      client.kill();
    }
  }
});

function deskFinding({ range, severity, code, message }: Diagnostic): DeskFinding {
  const level = severity === 1 ? 'error' : severity === 2 ? 'warning' : 'info';
  return { ...range.start, level, rule: String(code), message: String(message) };
}

function countsOfCheck(cwd: string): Counts {
  const { files } = JSON.parse(ogi(['check', '-f', 'json', '.'], { cwd }).out) as {
    files: { path: string; findings: { severity: string }[] }[];
  };
  const count = (findings: { severity: string }[], level: string) =>
    findings.filter(({ severity }) => severity === level).length;
  return counted(
    files.map(({ path, findings }) => [path, count(findings, 'error'), count(findings, 'warning')]),
  );
}

function countsOfSummary(cwd: string): Counts {
  ogi(['summary', '.', '-o', 'out.csv'], { cwd });
  const [, ...rows] = readFileSync(join(cwd, 'out.csv'), 'utf8').trimEnd().split('\r\n');
  return counted(
    rows.map((row) => {
      const cells = row.split(',');
      return [cells[0] ?? '', Number(cells.at(-2)), Number(cells.at(-1))];
    }),
  );
}

/** Several reports of a file count together. */
function counted(rows: readonly (readonly [file: string, errors: number, warnings: number])[]): Counts {
  const all: Record<string, readonly [number, number]> = {};
  for (const [file, errors, warnings] of rows) {
    const [before, warned] = all[file] ?? [0, 0];
    all[file] = [before + errors, warned + warnings];
  }
  return all;
}

const only = (all: Counts, files: readonly string[]): Counts =>
  Object.fromEntries(files.map((file) => [file, all[file] ?? [-1, -1]]));
