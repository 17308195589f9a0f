// `npm start`: the extension on copies of the samples, in a desktop VS Code where `code` is on the path, else
// in a VS Code in the browser, installed on first use.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './installed.mjs';

ensureInstalled();
// What it imports is installed only now.
const { root, startHost, workspaceCopy } = await import('../test/vscode/host.mjs');

const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
const workspace = workspaceCopy();

const shell = process.platform === 'win32';
if (
  spawnSync('code', ['--version'], { shell, stdio: 'ignore' }).status === 0 &&
  !process.argv.includes('--browser')
) {
  console.log(`Opening VS Code on ${workspace}`);
  spawnSync('code', [`--extensionDevelopmentPath=${root}`, workspace], { shell, stdio: 'inherit' });
} else {
  const host = await startHost({
    extension: root,
    ...(process.env.PORT ? { port: Number(process.env.PORT) } : {}),
  });
  // A sample with findings, opened as VS Code for the web is told to.
  const sample = readdirSync(workspace).find((name) => name.includes('2025'));
  const file = `vscode-remote://${new URL(host.address).host}${encodeURI(join(workspace, sample))}`;
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify([['openFile', file]]) });
  console.log(`VS Code with the extension: ${host.address}/?${query}`);
  console.log('Stop with Ctrl+C.');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, async () => {
      await host.stop();
      rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
      process.exit(0);
    });
}
