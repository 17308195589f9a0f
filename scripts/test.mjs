// `npm test`: builds, runs every suite in a process of its own, and ends with `N passed, N failed`. With
// names, only these: `npm test -- unit vscode`. A suite that ends without telling its counts is one failure.
// Suites in need of a VS Code in the browser, which runs on Linux x64 only, or of Neovim are left out
// elsewhere unless named.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureInstalled } from './installed.mjs';

const root = resolve(import.meta.dirname, '..');
/** What mocha needs beyond this stands in .mocharc.json, so that `npx mocha FILE` runs as the suites do. */
const mocha = (folder) => [
  ...['node_modules/mocha/bin/mocha.js', '--reporter', './scripts/reporter.cjs'],
  `test/${folder}/**/*.test.ts`,
];

const suites = {
  unit: { args: mocha('unit') },
  property: { args: mocha('property') },
  office: { args: mocha('office') },
  grammar: { args: mocha('grammar') },
  protocol: { args: mocha('protocol'), built: true },
  cli: { args: mocha('cli'), built: true },
  neovim: { args: mocha('neovim'), built: true, linux: true },
  vscode: { args: ['test/vscode/run.mjs', 'node'], built: true },
  'vscode-web': { args: ['test/vscode/run.mjs', 'web'], built: true, linux: true },
  person: { args: mocha('person'), built: true, linux: true },
};
const onLinux = process.platform === 'linux' && process.arch === 'x64';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}
const chosen = Object.entries(suites).filter(([name, { linux }]) =>
  wanted.length === 0 ? onLinux || !linux : wanted.includes(name),
);
const leftOut = Object.keys(suites).filter(
  (name) => wanted.length === 0 && !chosen.some(([it]) => it === name),
);

ensureInstalled();
const total = { passed: 0, failed: 0 };
if (chosen.some(([, it]) => it.built) && (await run(['scripts/build.mjs'])).code !== 0) total.failed++;
for (const [name, { args }] of chosen) {
  const folder = args.at(-1).match(/^test\/(\w+)\//)?.[1];
  if (folder && !hasTests(folder)) continue;
  console.log(`\n# ${name}`);
  const { code, counts } = await run(args);
  total.passed += counts?.passed ?? 0;
  // Failing outside the tests (a hook, a missing program) leaves no count of it.
  total.failed += counts && counts.failed > 0 ? counts.failed : code === 0 && counts ? 0 : 1;
  if (code !== 0) console.log(`${name}: exit code ${code}`);
}
if (leftOut.length > 0) console.log(`\nLinux only, left out: ${leftOut.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function hasTests(folder) {
  const path = resolve(root, 'test', folder);
  return existsSync(path) && readdirSync(path, { recursive: true }).some((it) => it.endsWith('.test.ts'));
}

/** Runs node with `args`, passing its output on; a line `@@counts {…}` is taken out and answered. */
function run(args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let counts = null;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('@@counts ')) counts = JSON.parse(line.slice('@@counts '.length));
      else console.log(line);
    });
    child.on('close', (code) => done({ code, counts }));
  });
}
