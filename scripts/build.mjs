// Bundles every entry into dist/. `--production` minifies, `--watch` rebuilds on change.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import esbuild from 'esbuild';
import { zipSync } from 'fflate';
import { minify } from 'terser';

const root = resolve(import.meta.dirname, '..');
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

// Client and server run in Node and in a web worker. Both entries go into one file, as nearly all of it is
// the same; only the one that is wanted is evaluated.
const both = (node, worker, take) => ({
  needs: [node, worker],
  stdin: {
    contents: take(`(typeof process === 'object' && typeof process.versions?.node === 'string'
      ? require('./${node}') : require('./${worker}'))`),
    resolveDir: root,
  },
  conditions: ['browser'],
});
const single = (entry) => ({ needs: [entry], entryPoints: [entry] });

const packInPlace = {
  name: 'pack in place',
  setup(build) {
    const path = resolve(root, 'server/src/export/zip-in-place.ts');
    build.onResolve({ filter: /^fflate$/ }, () => ({ path }));
  },
};

const bundles = {
  // What both need is imported here and handed to them: what a module that is only taken when wanted imports
  // would be read twice.
  'server.js': both(
    'server/src/server.ts',
    'server/src/worker.ts',
    (wanted) => `import { serve } from './server/src/lsp/serve.ts'; ${wanted}.run(serve);`,
  ),
  'client.js': {
    ...both('client/src/extension.ts', 'client/src/browser.ts', (wanted) => `module.exports = ${wanted};`),
    external: ['vscode'],
  },
  'cli.js': { ...single('server/src/cli.ts'), banner: { js: '#!/usr/bin/env node' } },
  // For Node and for web workers: what of fflate is for Node is left out.
  'office.js': { ...single('server/src/office/index.ts'), conditions: ['browser'] },
  'office-worker.js': { ...single('server/src/office-worker.ts'), conditions: ['browser'] },
  'pdf.js': {
    ...single('server/src/office/pdf/index.ts'),
    conditions: ['browser'],
    // pdf.js takes a worker it is loaded in for its own, and speaks to whoever started it. In VS Code for the
    // web that is VS Code.
    define: { self: 'undefined', 'import.meta.url': '""' },
  },
  // Writes files of Word and Excel; the libraries for that are large.
  'export.js': { ...single('server/src/export/index.ts'), own: [packInPlace] },
  'pdf-thread.js': single('server/src/pdf-thread.ts'),
};

/** Modules that are bundles of their own: others load them when they are needed. */
const bundled = {
  'office/index.ts': './office.js',
  'office/pdf/index.ts': './pdf.js',
  'export/index.ts': './export.js',
};

const leaveToOwnBundles = {
  name: 'leave to own bundles',
  setup(build) {
    build.onResolve({ filter: /\/index\.ts$/ }, ({ path, kind }) => {
      const [, own] = Object.entries(bundled).find(([module]) => path.endsWith(module)) ?? [];
      return own === undefined || kind === 'entry-point' ? undefined : { path: own, external: true };
    });
  },
};

// iconv-lite with all its tables is for writing files, which the server never does: left out where `encode`
// is not used.
const leaveOutUnused = {
  name: 'leave out unused',
  setup(build) {
    build.onResolve({ filter: /^iconv-lite$/ }, async ({ path, pluginData, ...options }) => {
      if (pluginData === 'asked') return undefined;
      return { ...(await build.resolve(path, { ...options, pluginData: 'asked' })), sideEffects: false };
    });
  },
};

// A module that is no ES module is wrapped wherever it is imported: that of the protocol has hundreds of
// names, and wrapping them once instead of fifteen times starts the server 6 ms sooner.
const wrapProtocolOnce = {
  name: 'wrap the protocol once',
  setup(build) {
    build.onResolve({ filter: /^vscode-languageserver$/ }, ({ path, namespace }) =>
      namespace === 'wrapped' ? undefined : { path, namespace: 'wrapped' },
    );
    build.onLoad({ filter: /^/, namespace: 'wrapped' }, ({ path }) => ({
      contents: `export * from '${path}';`,
      resolveDir: root,
    }));
  },
};

/**
 * The rules' manual: docs/rules holds it as pages, which the server only points to; the command line prints it.
 * A `manual` that is laid out otherwise than the formatter does fails the build.
 */
const leaveOutManual = {
  name: 'leave out the manual',
  setup(build) {
    build.onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/][\w-]+\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace(/^( +)manual: \{\r?\n[\s\S]*?^\1\},\r?\n/gm, '');
      if (/^ *manual: \{/m.test(contents)) throw new Error(`${path}: the manual was not found whole`);
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * Tells VS Code's task when a build begins and ends (.vscode/tasks.json); of the first builds only the end of
 * the last is told.
 */
let running = 0;
let watching = false;
const tellTask = {
  name: 'tell the task',
  setup(build) {
    build.onStart(() => {
      if (running++ === 0 && watching) console.log('building');
    });
    build.onEnd(() => {
      if (--running === 0 && watching) console.log('watching for changes');
    });
  },
};

/** What the extension's package holds. */
const shipped = new Set(['client.js', 'server.js', 'office.js', 'office-worker.js']);

/** Takes from a bundle what esbuild leaves: packed, it is a twentieth smaller. */
async function shrink(path) {
  const { code } = await minify(readFileSync(path, 'utf8'), { compress: { passes: 2 } });
  writeFileSync(path, code);
}

/** The packages each bundle holds something of, by their folders as in package-lock.json. */
const packages = {};
const packageOf = /^(?:.*?\/)?(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//;

for (const [name, { needs, own = [], ...options }] of Object.entries(bundles)) {
  const missing = needs.find((it) => !existsSync(resolve(root, it)));
  if (missing) {
    console.log(`skipped dist/${name}: there is no ${missing}`);
    continue;
  }
  const context = await esbuild.context({
    absWorkingDir: root,
    outfile: `dist/${name}`,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Some dependencies ship a UMD `main` whose inner `require` no bundler can follow; their ES build comes
    // first.
    mainFields: ['module', 'main'],
    minify: production,
    sourcemap: production ? false : 'linked',
    // Chinese stays readable and half as long as its escapes.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [
      leaveOutUnused,
      leaveToOwnBundles,
      wrapProtocolOnce,
      tellTask,
      ...own,
      ...(production && name === 'server.js' ? [leaveOutManual] : []),
    ],
    ...options,
  });
  const { metafile } = await context.rebuild();
  const used = Object.entries(metafile.outputs[`dist/${name}`].inputs).filter(
    ([, it]) => it.bytesInOutput > 0,
  );
  packages[`dist/${name}`] = [...new Set(used.flatMap(([path]) => packageOf.exec(path)?.[1] ?? []))].sort();
  if (production) {
    rmSync(resolve(root, `dist/${name}.map`), { force: true });
    if (shipped.has(name)) await shrink(resolve(root, `dist/${name}`));
  }
  console.log(`built dist/${name}`);
  if (watch) await context.watch();
  else await context.dispose();
}
// The character maps of simplified Chinese, for fonts that a PDF names and does not embed, in one file beside
// pdf.js.
const mapNames = ['GB-EUC', 'GBpc-EUC', 'GBK-EUC', 'GBKp-EUC', 'GBK2K', 'UniGB-UCS2', 'UniGB-UTF16'];
const maps = resolve(root, 'node_modules/pdfjs-dist/cmaps');
const pack = ['Adobe-GB1-UCS2', ...mapNames.flatMap((name) => [`${name}-H`, `${name}-V`])].map((name) => [
  name,
  readFileSync(resolve(maps, `${name}.bcmap`)),
]);
writeFileSync(
  resolve(root, 'dist/cmaps.bin'),
  zipSync(Object.fromEntries(pack), { level: 9, mtime: '1980-01-01' }),
);

writeFileSync(resolve(root, 'dist/packages.json'), `${JSON.stringify(packages, null, 2)}\n`);
watching = watch;
if (watch) console.log('watching for changes');
