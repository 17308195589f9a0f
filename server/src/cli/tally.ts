import { dirname, join, relative, resolve, sep } from 'node:path';
import { deadAcceptance, levelOf } from '../config/acceptance.ts';
import { exists } from '../io/files.ts';
import { documentText } from '../report/reports.ts';
import { loadConfig } from './configs.ts';
import { type Outcome, outcomeOf, type Task } from './examine.ts';
import { noCounts, type Summary } from './view.ts';

/** Adds up what was done. */
export class RunTally {
  files = 0;
  readonly counts = noCounts();
  readonly #task: Task;
  readonly #failed: { path: string; why: string }[] = [];
  readonly #configs = new Map<string, { concerned: Set<number>; used: Set<number> }>();
  #reports = 0;
  #others = 0;
  #fixed = 0;

  constructor(task: Task) {
    this.#task = task;
    if (typeof task.config === 'string') this.#configOf(resolve(task.cwd, task.config));
  }

  add({ path, kind, why, reports, counts, fixed, config }: Outcome): void {
    if (kind !== 'config') this.files++;
    this.#reports += reports;
    this.#fixed += fixed;
    for (const level of ['error', 'warning', 'info', 'hint'] as const) this.counts[level] += counts[level];
    if (kind === 'other') this.#others++;
    if (kind === 'failed') this.#failed.push({ path, why: why ?? '' });
    if (config === null) return;
    const known = this.#configOf(config.path);
    for (const i of config.concerned) known.concerned.add(i);
    for (const i of config.used) known.used.add(i);
  }

  /** What is wrong with the configurations that held for any file, as outcomes of theirs. */
  configs(): readonly Outcome[] {
    return [...this.#configs].flatMap(([path, { concerned, used }]): Outcome[] => {
      const file = loadConfig(path);
      if (file === null) return [];
      const dead = file.config.accept.flatMap((entry, i) => {
        const gone = isOutside(entry.report) || !exists(join(dirname(path), entry.report));
        return (concerned.has(i) && !used.has(i)) || gone ? [deadAcceptance(entry, gone)] : [];
      });
      const findings = [...file.problems, ...dead].flatMap((finding) => {
        const severity = levelOf(file.config, finding);
        return severity === null ? [] : [{ ...finding, severity }];
      });
      if (findings.length === 0) return [];
      const view = { path: this.#shown(path), kind: 'config', why: null, fixed: null } as const;
      return [
        outcomeOf(
          { ...view, text: documentText(file.text), entries: [{ report: null, at: 0, findings }] },
          this.#task,
        ),
      ];
    });
  }

  summary(interrupted: boolean): Summary {
    return {
      files: this.files,
      reports: this.#reports,
      others: this.#others,
      failed: this.#failed,
      counts: this.counts,
      fixed: this.#task.fix ? this.#fixed : null,
      interrupted,
    };
  }

  #configOf(path: string): { concerned: Set<number>; used: Set<number> } {
    const known = this.#configs.get(path) ?? { concerned: new Set(), used: new Set() };
    this.#configs.set(path, known);
    return known;
  }

  #shown(path: string): string {
    const near = relative(this.#task.cwd, path);
    return (near.startsWith('..') ? path : near).replaceAll(sep, '/');
  }
}

/** Whether a file outside the configuration's folder exists is nothing a configuration may ask. */
const isOutside = (path: string): boolean => /^(?:\/|[a-z]:)/i.test(path) || path.split('/').includes('..');
