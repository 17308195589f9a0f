// Installs the packages where some are missing or of another version than package-lock.json has, so that
// `npm start` and `npm test` need no step before them. Uses Node alone, as nothing else need be there.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** Ends the process where the packages cannot be installed; npm has then said why. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing packages (once, about 530 MB on disk) …');
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    shell,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

/** Packages for other systems are in the lock file and not installed. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const there = packagesIn('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(resolve(root, lockFile), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
