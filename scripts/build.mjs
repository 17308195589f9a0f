// Bundles every entry into dist/. `--production` minifies, `--watch` rebuilds on change.
import { existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const node = { platform: 'node', format: 'cjs', target: 'node20' };
const worker = { platform: 'browser', target: 'es2022' };

const entries = [
  { in: 'server/src/main.ts', out: 'server.js', ...node },
  { in: 'server/src/browser.ts', out: 'server.web.js', ...worker, format: 'iife' },
  { in: 'server/src/cli.ts', out: 'cli.js', ...node, banner: { js: '#!/usr/bin/env node' } },
  { in: 'client/src/extension.ts', out: 'client.js', ...node, external: ['vscode'] },
  { in: 'client/src/browser.ts', out: 'client.web.js', ...worker, format: 'cjs', external: ['vscode'] },
];

// Some dependencies ship a UMD `main` whose inner `require` no bundler can follow; their ES build comes first.
const mainFields = { node: ['module', 'main'], browser: ['browser', 'module', 'main'] };

for (const { in: entry, out, ...options } of entries) {
  if (!existsSync(resolve(root, entry))) {
    console.log(`skipped dist/${out}: there is no ${entry}`);
    continue;
  }
  const context = await esbuild.context({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `dist/${out}`,
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    // Chinese stays readable and half as long as its escapes.
    charset: 'utf8',
    legalComments: 'none',
    mainFields: mainFields[options.platform],
    logLevel: 'warning',
    ...options,
  });
  await context.rebuild();
  if (production) rmSync(resolve(root, `dist/${out}.map`), { force: true });
  console.log(`built dist/${out}`);
  if (watch) await context.watch();
  else await context.dispose();
}
