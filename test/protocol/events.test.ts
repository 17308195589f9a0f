import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { disk } from '../../server/src/io/workspace-disk.ts';
import { base } from '../support/base.ts';
import { inFolder } from '../support/cli.ts';
import { Client } from '../support/server.ts';

const capabilities = {
  textDocument: { diagnostic: {} },
  workspace: {
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

describe('folders and events', () => {
  let client: Client;
  beforeEach(() => {
    client = new Client();
  });
  afterEach(() => client.kill());

  const uriOf = (...path: string[]) => pathToFileURL(join(...path)).href;
  const deleted = (uris: readonly string[]) =>
    client.notify('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 3 })) });
  /** The names of the reports known, below a folder. */
  const known = async (folder: string) => {
    const { items } = await client.request<{ items: { uri: string }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const below = `${uriOf(folder)}/`;
    return items.flatMap(({ uri }) => (uri.startsWith(below) ? [uri.slice(below.length)] : [])).sort();
  };
  const begin = async (folder: string, ...names: string[]) => {
    const workspaceFolders = names.map((name) => ({ uri: uriOf(folder, name), name }));
    await client.initialize(capabilities, { workspaceFolders });
    await client.open(base, 'file:///elsewhere/a.txt');
  };
  const settled = async (folder: string, expected: readonly string[]) => {
    const since = Date.now();
    let names: string[] = [];
    do names = await known(folder);
    while (JSON.stringify(names) !== JSON.stringify(expected) && Date.now() - since < 8000);
    deepStrictEqual(names, expected);
  };
  /** All that was sent before has been handled. */
  const handled = () => client.execute('isReport', 'file:///none');
  const reports = { 'in/a/1.txt': base, 'in/a/b/2.txt': base, 'in/c.txt': base };

  it('5,000 deletions ask the client once, and only if something known went', () =>
    inFolder(reports, async (folder) => {
      await begin(folder, 'in');
      // Resolves behind the refresh that ends the reading, which would else be counted with those below.
      await client.execute('checkFolder');
      await settled(folder, ['in/a/1.txt', 'in/a/b/2.txt', 'in/c.txt']);
      const before = client.refreshed;
      const unknown = Array.from({ length: 5000 }, (_, i) => uriOf(folder, `in/x/${i}.log`));
      await deleted(unknown);
      await handled();
      strictEqual(client.refreshed, before);
      rmSync(join(folder, 'in/a/1.txt'));
      rmSync(join(folder, 'in/c.txt'));
      await deleted([...unknown, uriOf(folder, 'in/a/1.txt'), uriOf(folder, 'in/c.txt')]);
      await settled(folder, ['in/a/b/2.txt']);
      strictEqual(client.refreshed, before + 1);
    })).timeout(20_000);

  it('a folder that is deleted takes its reports and its configuration with it', () =>
    inFolder({ ...reports, 'in/a/.ogi-report.json': '{' }, async (folder) => {
      await begin(folder, 'in');
      await settled(folder, ['in/a/1.txt', 'in/a/b/2.txt', 'in/c.txt']);
      rmSync(join(folder, 'in/a'), { recursive: true });
      await deleted([uriOf(folder, 'in/a')]);
      await settled(folder, ['in/c.txt']);
    })).timeout(20_000);

  it('folders that are changed quickly end in the right state', () =>
    inFolder({ ...reports, 'out/d.txt': base }, async (folder) => {
      await begin(folder, 'in', 'out');
      const change = (added: string[], removed: string[]) =>
        client.notify('workspace/didChangeWorkspaceFolders', {
          event: {
            added: added.map((name) => ({ uri: uriOf(folder, name), name })),
            removed: removed.map((name) => ({ uri: uriOf(folder, name), name })),
          },
        });
      for (let i = 0; i < 10; i++) {
        await change([], ['in']);
        await change(['in'], ['out']);
        await change(['out'], []);
      }
      await settled(folder, ['in/a/1.txt', 'in/a/b/2.txt', 'in/c.txt', 'out/d.txt']);
      // A folder in a folder: what is in the inner one stays.
      await change(['in/a'], []);
      await change([], ['in']);
      await settled(folder, ['in/a/1.txt', 'in/a/b/2.txt', 'out/d.txt']);
      await change([], ['out', 'in/a']);
      await settled(folder, []);
    })).timeout(30_000);

  it('the size of a file is asked before it is read', () =>
    inFolder({ 'a.txt': '' }, async (folder) => {
      // A file with a hole: long, and nothing on the disk.
      truncateSync(join(folder, 'a.txt'), 3 * 1024 ** 3);
      const before = process.memoryUsage.rss();
      strictEqual(await disk.read(uriOf(folder, 'a.txt')), null);
      ok(process.memoryUsage.rss() - before < 50_000_000);
      writeFileSync(join(folder, 'a.txt'), 'x');
      strictEqual(await disk.read(uriOf(folder, 'a.txt')), 'x');
    }));
});
