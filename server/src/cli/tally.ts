// Adds up the outcomes of a run, and checks the configurations that held.

import { join, relative, sep } from 'node:path';
import { folderOf } from '../base/paths.ts';
import { atOwnLevels, deadAcceptance } from '../config/acceptance.ts';
import type { ConfigFile } from '../config/store.ts';
import { exists } from '../io/read-file.ts';
import { documentText } from '../report/index.ts';
import type { Finding } from '../rules/rule.ts';
import { allSeverities } from '../rules/severity.ts';
import type { Configs } from './configs.ts';
import { unwrittenWords } from './excerpt.ts';
import { outcomeOf } from './outcome.ts';
import type { FileOutcome, Task } from './task.ts';
import { noCounts, type Summary, type Unread } from './view.ts';

/** `accept` entries of a configuration: those that named a file, and those that accepted a finding in it. */
interface Entries {
  readonly applied: Set<number>;
  readonly used: Set<number>;
}

export class RunTally {
  files = 0;
  readonly counts = noCounts();
  readonly #task: Task;
  readonly #configs: Configs;
  readonly #failed: Unread[] = [];
  readonly #skipped: Unread[] = [];
  readonly #entries = new Map<string, Entries>();
  #reports = 0;
  #others = 0;
  #fixed = 0;
  #tracked = 0;
  readonly #unwritten: Unread[] = [];

  constructor(task: Task, configs: Configs) {
    this.#task = task;
    this.#configs = configs;
    if (configs.named) this.#entriesOf(configs.named.name);
  }

  add({ path, kind, why, reports, counts, written, acceptance }: FileOutcome): void {
    if (kind !== 'config') this.files++;
    this.#reports += reports;
    this.#fixed += written?.fixed ?? 0;
    this.#tracked += written?.tracked ?? 0;
    for (const each of written?.unwritten ?? [])
      this.#unwritten.push({ path, why: unwrittenWords(each, this.#task.look.language) });
    for (const severity of allSeverities) this.counts[severity] += counts[severity];
    if (kind === 'other') this.#others++;
    if (kind === 'failed') this.#failed.push({ path, why: why ?? '' });
    if (kind === 'skipped') this.#skipped.push({ path, why: why ?? '' });
    if (acceptance === null) return;
    const { applied, used } = this.#entriesOf(acceptance.config);
    for (const i of acceptance.applied) applied.add(i);
    for (const i of acceptance.used) used.add(i);
  }

  /** What is wrong with the configurations that held for any file, each as an outcome. */
  configs(): readonly FileOutcome[] {
    return [...this.#entries].flatMap(([name, entries]): FileOutcome[] => {
      const file = this.#configs.file(name);
      if (file === null) return [];
      const findings = atOwnLevels(file.config, [...file.problems, ...deadAcceptances(file, entries)]);
      if (findings.length === 0) return [];
      const view = {
        path: this.#shown(name),
        kind: 'config',
        office: null,
        why: null,
        written: null,
      } as const;
      const text = documentText(file.text.getText());
      return [outcomeOf({ ...view, text, reports: [{ report: null, at: 0, findings }] }, this.#task)];
    });
  }

  summary(interrupted: boolean): Summary {
    return {
      files: this.files,
      reports: this.#reports,
      others: this.#others,
      failed: this.#failed,
      skipped: this.#skipped,
      counts: this.counts,
      fixed: this.#task.fix ? this.#fixed : null,
      tracked: this.#tracked,
      unwritten: this.#unwritten,
      interrupted,
    };
  }

  #entriesOf(config: string): Entries {
    const known = this.#entries.get(config) ?? { applied: new Set(), used: new Set() };
    this.#entries.set(config, known);
    return known;
  }

  #shown(path: string): string {
    const near = relative(this.#task.cwd, path);
    return (near.startsWith('..') ? path : near).replaceAll(sep, '/');
  }
}

/** Entries that accept nothing in a file that was checked, and those whose file does not exist. */
const deadAcceptances = ({ name, config }: ConfigFile, { applied, used }: Entries): readonly Finding[] =>
  config.accept.flatMap((entry, i) => {
    const gone = isOutside(entry.report) || !exists(join(folderOf(name), entry.report));
    return gone || (applied.has(i) && !used.has(i)) ? [deadAcceptance(entry, gone)] : [];
  });

/** A configuration must not be able to ask whether a file outside its folder exists. */
const isOutside = (path: string): boolean => /^(?:\/|[a-z]:)/i.test(path) || path.split('/').includes('..');
