// Runs the suite in a real extension host: `node test/vscode/run.mjs node|web`. A desktop VS Code
// (VSCODE_PATH, or one that @vscode/test-electron has downloaded or can download) runs the Node suite where
// there is one; else, and for the web worker, the host of host.mjs.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { launchBrowser, loadWebExtension, root, startHost, webExtension, workspaceCopy } from './host.mjs';

const kind = process.argv[2] === 'web' ? 'web' : 'node';
const tests = join(root, `.vscode-test/suite.${kind}.js`);
const timeout = 240_000;

function bundle() {
  return esbuild.build({
    entryPoints: [join(root, `test/vscode/suite/index.${kind}.ts`)],
    outfile: tests,
    bundle: true,
    format: 'cjs',
    platform: kind === 'web' ? 'browser' : 'node',
    external: ['vscode', 'mocha'],
    ...(kind === 'web' ? { external: ['vscode'], plugins: [mochaForWorkers] } : {}),
    define: { pastedTexts: pastedTexts(), ...(kind === 'web' && { 'process.env': '{}' }) },
    logLevel: 'warning',
  });
}

/** What the suite pastes, as JSON. The printer of the tests writes it, which is TypeScript. */
function pastedTexts() {
  const args = ['--import', 'tsx', 'test/vscode/pasted-texts.mts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/**
 * mocha.js is a script in a package of modules; in a namespace of its own the bundler takes it for the script
 * it is.
 */
const mochaForWorkers = {
  name: 'mocha for workers',
  setup(build) {
    build.onResolve({ filter: /^mocha$/ }, () => ({
      path: join(root, 'node_modules/mocha/mocha.js'),
      namespace: 'script',
    }));
    build.onLoad({ filter: /mocha\.js$/, namespace: 'script' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
    }));
  },
};

/** In the desktop VS Code that @vscode/test-electron downloads, or the one VSCODE_PATH names. */
async function inDesktop() {
  const { runTests } = await import('@vscode/test-electron');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', `--user-data-dir=${workspace}-user`] : [];
  return runTests({
    ...(process.env.VSCODE_PATH ? { vscodeExecutablePath: process.env.VSCODE_PATH } : {}),
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', ...asRoot],
  });
}

/** Whether a desktop VS Code can be had and shown. */
async function hasDesktop() {
  if (process.env.VSCODE_PATH) return true;
  if (process.platform === 'linux' && !process.env.DISPLAY) return false;
  try {
    const signal = AbortSignal.timeout(3000);
    return (await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal })).ok;
  } catch {
    return false;
  }
}

async function inHost() {
  const host = await startHost();
  const browser = await launchBrowser();
  const staged = kind === 'web' ? webExtension() : null;
  // Tests inside the extension's folder run in the extension's own host.
  if (staged) cpSync(tests, join(staged.folder, 'suite.js'));
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const ended = new Promise((done) => page.exposeFunction('codeAutomationExit', (exit) => done(exit)));
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const line = args.join(' ');
      if (process.env.VERBOSE || line.startsWith('@@')) console.log(line.replace(/^@@ /, ''));
    });
    const remote = (path) => `vscode-remote://127.0.0.1:${host.port}${path}`;
    const payload = staged
      ? [['extensionTestsPath', `${host.address}${staged.path}/suite.js`]]
      : [
          ['extensionDevelopmentPath', remote(root)],
          ['extensionTestsPath', remote(tests)],
        ];
    payload.push(['skipWelcome', 'true']);
    if (staged) await loadWebExtension(page, host, staged);
    await page.goto(
      `${host.address}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
    );
    const late = new Promise((done) => setTimeout(() => done('timeout'), timeout).unref());
    const exit = await Promise.race([ended, late]);
    if (exit === 'timeout') {
      await page.screenshot({ path: join(root, '.vscode-test/timeout.png') });
      console.error(`The suite did not end within ${timeout / 1000} s; see .vscode-test/timeout.png`);
      return 1;
    }
    return exit;
  } finally {
    await browser.close();
    await host.stop();
    if (staged) rmSync(staged.folder, { recursive: true, force: true });
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
await bundle();
const workspace = workspaceCopy();
let code = 1;
try {
  code = kind === 'node' && (await hasDesktop()) ? await inDesktop() : await inHost();
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
process.exit(code);
