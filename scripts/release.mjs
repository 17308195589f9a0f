// `npm run release`: packs what is built as a .vsix and writes beside it the packages bundled in it
// (CycloneDX), how to make it again, and the checksums of all three; then asks for known weaknesses.
// `--to FOLDER` for another folder than release/. The same commit gives the same bytes, with the tools the
// note names.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

const root = resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: { to: { type: 'string', default: join(root, 'release') } },
});
const inRoot = (path) => join(root, path);
const jsonOf = (path) => JSON.parse(readFileSync(inRoot(path), 'utf8'));
const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
const npm = (args) =>
  spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 1 << 26,
  });

const { name, version } = jsonOf('package.json');
const source = sourceOf();
const base = resolve(options.to, `${name}-${version}`);
mkdirSync(options.to, { recursive: true });

const vsix = `${base}.vsix`;
// Times in a .vsix are local ones, without a zone.
process.env.TZ = 'UTC';
if (source.date !== null) process.env.SOURCE_DATE_EPOCH = String(Date.parse(source.date) / 1000);
await createVSIX({ cwd: root, packagePath: vsix, dependencies: false, rewriteRelativeLinks: false });

const shipped = new Set(await listFiles({ cwd: root, packageManager: PackageManager.None }));
const bundles = Object.entries(jsonOf('dist/packages.json')).filter(([file]) => shipped.has(file));
const bill = write(`${base}.cdx.json`, billOf(new Set(bundles.flatMap(([, packages]) => packages))));
const note = write(`${base}.provenance.json`, {
  subject: [vsix, bill].map((file) => ({ name: basename(file), sha256: sha256(file) })),
  source,
  tools: { node: process.version, npm: npm(['--version']).stdout.trim() },
  lock: { name: 'package-lock.json', sha256: sha256(inRoot('package-lock.json')) },
  again: ['npm ci', 'npm run release'],
});
writeFileSync(
  `${base}.sha256`,
  [vsix, bill, note].map((file) => `${sha256(file)}  ${basename(file)}\n`).join(''),
);
if (source.dirty !== false) console.log('Not of a commit as it stands: it cannot be made again.');
audit();

function write(path, content) {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
  return path;
}

/** The commit, its date, and whether anything differs from it; all null outside a repository. */
function sourceOf() {
  try {
    const git = (...args) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    const date = new Date(git('log', '-1', '--format=%cI')).toISOString();
    return { commit: git('rev-parse', 'HEAD'), date, dirty: git('status', '--porcelain') !== '' };
  } catch {
    return { commit: null, date: null, dirty: null };
  }
}

/**
 * npm's bill of materials of these packages only. npm is asked for all: what it leaves out as being for
 * development includes packages that both need, and what it keeps includes packages nothing is bundled of.
 */
function billOf(folders) {
  const asked = npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline']);
  if (asked.status !== 0) throw new Error(`npm sbom: ${asked.stderr}`);
  const { metadata, components, dependencies, serialNumber, ...rest } = JSON.parse(asked.stdout);
  const lock = jsonOf('package-lock.json').packages;
  const nameOf = (folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const wanted = new Set([...folders].map((folder) => `${nameOf(folder)}@${lock[folder].version}`));
  const kept = components.filter((it) => wanted.delete(it['bom-ref']));
  if (wanted.size > 0) throw new Error(`npm sbom does not know ${[...wanted].join(', ')}`);
  const own = metadata.component['bom-ref'];
  const known = new Set([own, ...kept.map((it) => it['bom-ref'])]);
  const { description } = jsonOf('package.nls.json');
  return {
    ...rest,
    metadata: {
      ...metadata,
      timestamp: source.date ?? undefined,
      lifecycles: [{ phase: 'build' }],
      component: { ...metadata.component, type: 'application', name, description },
    },
    components: kept.map((it) => ({ ...it, scope: 'required', properties: [] })),
    dependencies: dependencies
      .filter(({ ref }) => known.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((it) => known.has(it)) })),
  };
}

/** Known weaknesses of what is shipped fail the release; that nobody could be asked is said. */
function audit() {
  const { stdout } = npm(['audit', '--omit', 'dev', '--package-lock-only', '--json', '--fetch-retries', '0']);
  const found = parsed(stdout)?.metadata?.vulnerabilities;
  if (found === undefined) console.log('npm audit: NOT DONE, no registry answered.');
  else if (found.total === 0) console.log('npm audit: clean.');
  else {
    console.error(`npm audit: ${found.total} known weaknesses; see npm audit --omit dev.`);
    process.exitCode = 1;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
