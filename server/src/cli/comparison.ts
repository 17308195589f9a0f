// Compares the reports of all files with one another, once all are known. Read next: archive/neighbours.ts.

import { neighboursOf } from '../archive/neighbours.ts';
import { type Neighbours, ReportIndex } from '../archive/report-index.ts';
import { comparisonFindings } from '../findings/findings.ts';
import type { Input } from '../io/read-file.ts';
import { type Configs, documentOf } from './configs.ts';
import { unpackSummary } from './packed-summary.ts';
import type { FileOutcome, Request } from './task.ts';

export class Comparison {
  readonly #index = new ReportIndex();
  readonly #configs: Configs;

  constructor(configs: Configs) {
    this.#configs = configs;
  }

  add(input: Input, { kind, summaries }: FileOutcome): void {
    if (kind === 'failed') return;
    const { file } = this.#configs.of(input).config;
    this.#index.set(documentOf(input), summaries, unpackSummary, file?.config.organs);
  }

  /**
   * The request to examine a file again, with the neighbours of its reports; null when the comparison finds
   * nothing. The file is read again because its text, in which findings are shown, has not been kept.
   */
  requestFor(input: Input, { written }: FileOutcome): Request | null {
    const own = this.#index.of(documentOf(input));
    if (own.length === 0) return null;
    const context = this.#configs.of(input);
    const neighbours = new Map<number, Neighbours>();
    for (const [index, report] of own.entries()) {
      const beside = neighboursOf(report, this.#index, context.config.file);
      if (beside === null) continue;
      const { items, used } = comparisonFindings(report, { ...context, neighbours: beside });
      if (items.length > 0 || used.length > 0) neighbours.set(index, beside);
    }
    return neighbours.size === 0 ? null : { ...input, comparison: { neighbours, written } };
  }
}
