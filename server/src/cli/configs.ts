import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Around } from '../archive/neighbours.ts';
import { valueAt, withoutAccepted } from '../config/acceptance.ts';
import { type Config, configName, configRules, parseConfig, plainPath } from '../config/read.ts';
import { type Input, readIfThere } from '../io/files.ts';
import type { Report } from '../report/types.ts';
import { rules } from '../rules/all.ts';
import type { Severities } from '../rules/check.ts';
import type { Finding } from '../rules/rule.ts';
import type { Applied, Task } from './examine.ts';

/** A configuration file as it was found. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  readonly config: Config;
  readonly problems: readonly Finding[];
}

/** The configuration that holds for one file. */
export interface FileConfig {
  readonly rules: Severities | undefined;
  /** The findings that are not accepted. */
  readonly findings: (found: readonly Finding[], report: Report) => readonly Finding[];
  /** What the calls of `findings` so far have used; null without a configuration that accepts anything. */
  readonly applied: () => Applied | null;
  /** What it says of reports together; null without a configuration. */
  readonly around: Around | null;
}

/** Ids of all rules a configuration may name. */
export const ruleIds: ReadonlySet<string> = new Set([...rules, ...configRules].map(({ id }) => id));

/** The configuration for an input: the one named, none, or the nearest `.ogi-report.json` from its folder up to where it was looked for. */
export function configFor(input: Input, { config, cwd }: Pick<Task, 'config' | 'cwd'>): FileConfig {
  const file =
    config === null ? null : config === undefined ? nearest(input, cwd) : loadConfig(resolve(cwd, config));
  if (file === null) return ungoverned;
  const name = reportName(file.path, input);
  const concerned = new Set<number>();
  const used = new Set<number>();
  return {
    rules: file.config.rules,
    findings: (found, report) => {
      const result = withoutAccepted(file.config, name, found, (field) => valueAt(report, field));
      for (const i of result.concerned) concerned.add(i);
      for (const i of result.used) used.add(i);
      return result.kept;
    },
    applied: () => ({ path: file.path, concerned: [...concerned], used: [...used] }),
    around: { config: file.config, nameOf: namerOf(dirname(file.path)) },
  };
}

/** The configuration at a path, named or `found`; null when there is none. A file that cannot be read is a configuration with a problem. */
export function loadConfig(path: string, found = false): ConfigFile | null {
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const text = readIfThere(path, found);
  const file = text === null ? null : { path, text, ...parseConfig(text, ruleIds) };
  loaded.set(path, file);
  return file;
}

const ungoverned: FileConfig = {
  rules: undefined,
  findings: (found) => found,
  applied: () => null,
  around: null,
};

/** How a configuration in a folder names the documents of the shelf. */
const namerOf = (folder: string) => {
  const top = `${slashes(folder)}/`;
  return (document: string): string | null =>
    document.startsWith(top) ? plainPath(document.slice(top.length)) : null;
};

/** The name on the shelf of an input. */
export const documentOf = ({ file, path }: Input): string => (file === '' ? path : slashes(file));

const slashes = (path: string): string => path.split(sep).join('/').replace(/\/$/, '');

const loaded = new Map<string, ConfigFile | null>();
const nearby = new Map<string, ConfigFile | null>();

function nearest({ file, root }: Input, cwd: string): ConfigFile | null {
  const folder = file === '' ? cwd : dirname(file);
  const top = isIn(folder, cwd) ? cwd : isIn(folder, root) ? root : folder;
  return above(folder, top);
}

function above(folder: string, top: string): ConfigFile | null {
  const key = `${folder}\0${top}`;
  const known = nearby.get(key);
  if (known !== undefined) return known;
  const here = loadConfig(join(folder, configName), true);
  const parent = dirname(folder);
  const file = here ?? (folder === top || parent === folder ? null : above(parent, top));
  nearby.set(key, file);
  return file;
}

const isIn = (folder: string, top: string): boolean =>
  top !== '' && (folder === top || folder.startsWith(top.endsWith(sep) ? top : top + sep));

/** How a configuration names a report: by its path from the configuration's folder. */
const reportName = (config: string, { file, path }: Input): string =>
  file === '' ? path : relative(dirname(config), file);
