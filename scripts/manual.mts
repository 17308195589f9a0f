// Writes the manual pages docs/rules/*.md and the schema of .ogi-report.json, both made from the rules:
// `npx tsx scripts/manual.mts`. `--check` only says whether they are fresh.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configSchema } from '../server/src/config/schema.ts';
import { rules } from '../server/src/rules/all.ts';
import { manualIndex, manualPage } from '../server/src/rules/manual-page.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pages = 'docs/rules';

const files = new Map<string, string>([
  [`${pages}/README.md`, manualIndex(rules, 'zh')],
  [`${pages}/README.en.md`, manualIndex(rules, 'en')],
  ...rules.flatMap((rule): [string, string][] => [
    [`${pages}/${rule.id}.md`, manualPage(rule, 'zh')],
    [`${pages}/${rule.id}.en.md`, manualPage(rule, 'en')],
  ]),
  ['syntaxes/ogi-report.schema.json', `${JSON.stringify(configSchema(rules), null, 2)}\n`],
]);

mkdirSync(join(root, pages), { recursive: true });
const stale = [...files].filter(([path, text]) => !isFresh(path, text)).map(([path]) => path);
const extra = readdirSync(join(root, pages))
  .map((name) => `${pages}/${name}`)
  .filter((path) => !files.has(path));
if (process.argv.includes('--check')) {
  for (const path of [...stale, ...extra]) console.error(`stale: ${path}`);
  process.exitCode = stale.length + extra.length > 0 ? 1 : 0;
} else {
  for (const path of extra) rmSync(join(root, path));
  for (const path of stale) writeFileSync(join(root, path), files.get(path) ?? '');
  console.log(`${stale.length} written, ${extra.length} removed, ${files.size - stale.length} fresh`);
}

/** JSON is compared by what it says: the formatter lays it out. */
function isFresh(path: string, text: string): boolean {
  if (!existsSync(join(root, path))) return false;
  const there = readFileSync(join(root, path), 'utf8');
  if (path.endsWith('.json')) return JSON.stringify(JSON.parse(there)) === JSON.stringify(JSON.parse(text));
  return there === text;
}
