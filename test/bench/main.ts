// npm run bench -- [--json FILE] [--sizes "8 KB,1 MB"] [--only protocol,process,command-line,edits]
//                  [--edits 100000] [--server SCRIPT]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { commandLine } from './command-line.ts';
import { sample, sizes } from './documents.ts';
import { type Measure, NULL, OURS, table } from './measure.ts';
import { session, starts } from './protocol.ts';
import { targets } from './targets.ts';

const root = resolve(__dirname, '../..');
const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    sizes: { type: 'string' },
    only: { type: 'string' },
    server: { type: 'string' },
    edits: { type: 'string', default: '100000' },
  },
});
const chosen = sizes.filter(([label]) => options.sizes?.split(',').includes(label) ?? true);
const wanted = (part: string): boolean => options.only?.split(',').includes(part) ?? true;

const measures: Measure[] = [];
const report = (measure: Measure): void => {
  measures.push(measure);
  const { what, sample: on, by, value, unit, note } = measure;
  process.stderr.write(
    `${what} · ${on} · ${by}: ${value === null ? note : `${value.toPrecision(3)} ${unit}`}\n`,
  );
};

const folder = mkdtempSync(join(tmpdir(), 'ogi-bench-'));
run().finally(() => rmSync(folder, { recursive: true, force: true }));

async function run(): Promise<void> {
  if (wanted('protocol')) await protocol();
  if (wanted('process')) await inProcess();
  if (wanted('command-line')) await commandLine(root, folder, report);
  if (wanted('edits')) await randomEdits();
  console.log(table(measures, targets));
  const machine = {
    node: process.version,
    platform: process.platform,
    cpus: cpus().map(({ model }) => model),
  };
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify({ machine, measures }, null, 2)}\n`);
}

async function inProcess(): Promise<void> {
  const bundle = await bundled('in-process.ts', join(root, 'node_modules/.cache/ogi-report-bench'));
  const part: typeof import('./in-process.ts') = await import(bundle);
  await part.inProcess(chosen, report);
}

async function randomEdits(): Promise<void> {
  const bundle = await bundled('edits.ts', folder);
  const part: typeof import('./edits.ts') = await import(bundle);
  part.edits(root, Number(options.edits), report);
}

async function protocol(): Promise<void> {
  const nullServer = await bundled('null-server.ts', folder);
  const probe = join(__dirname, 'probe.cjs');
  const servers = { [NULL]: nullServer, [OURS]: resolve(root, options.server ?? 'dist/server.js'), probe };
  await starts(servers, report);
  for (const [label, size] of chosen)
    for (const findings of [false, true]) {
      const text = sample(label, size, findings);
      for (const pull of [false, true])
        for (const by of [NULL, OURS] as const) await session(servers, by, text, pull, report);
    }
}

/**
 * In one file as the shipped entries are: dozens of modules, read and called through a loader, would look
 * slow.
 */
async function bundled(entry: string, into: string): Promise<string> {
  const outfile = join(into, entry.replace('.ts', '.cjs'));
  await build({
    entryPoints: [join(__dirname, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}
