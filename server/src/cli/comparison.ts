import { neighboursOf } from '../archive/neighbours.ts';
import { ReportIndex } from '../archive/report-index.ts';
import type { Input } from '../io/files.ts';
import { compare } from '../rules/check.ts';
import { configFor, documentOf } from './configs.ts';
import type { ExaminedBefore, Outcome, Task, WithNeighbours } from './examine.ts';
import { unpackSummary } from './packed-summary.ts';

/** The reports of all files: put in as they come, asked about one another when all are there. */
export class Comparison {
  readonly #shelf = new ReportIndex();
  readonly #task: Task;

  constructor(task: Task) {
    this.#task = task;
  }

  add(input: Input, { kind, standing }: Outcome): void {
    if (kind === 'failed') return;
    const organs = configFor(input, this.#task).around?.config.organs;
    this.#shelf.set(documentOf(input), standing, unpackSummary, organs);
  }

  /** The input with what stands beside its reports, to be examined again; null when nothing is found of them that way. */
  again(input: Input, { fixed }: Outcome): ExaminedBefore | null {
    const own = this.#shelf.of(documentOf(input));
    if (own.length === 0) return null;
    const { rules, around } = configFor(input, this.#task);
    const beside = new Map<number, WithNeighbours>();
    for (const [index, each] of own.entries()) {
      const neighbours = neighboursOf(each, this.#shelf, around);
      if (compare(each, neighbours, rules).length > 0) beside.set(index, { own: each, neighbours });
    }
    return beside.size === 0 ? null : { ...input, fixed, beside };
  }
}
