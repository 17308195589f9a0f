// The reports of all files: put in as they come, compared with one another when all are there.

import { neighboursOf } from '../archive/neighbours.ts';
import { type Neighbours, ReportIndex } from '../archive/report-index.ts';
import { comparisonFindings } from '../findings/findings.ts';
import type { Input } from '../io/read-file.ts';
import { type Configs, documentOf } from './configs.ts';
import { unpackSummary } from './packed-summary.ts';
import type { Outcome, Request } from './task.ts';

export class Comparison {
  readonly #index = new ReportIndex();
  readonly #configs: Configs;

  constructor(configs: Configs) {
    this.#configs = configs;
  }

  add(input: Input, { kind, summaries }: Outcome): void {
    if (kind === 'failed') return;
    const { file } = this.#configs.of(input).config;
    this.#index.set(documentOf(input), summaries, unpackSummary, file?.config.organs);
  }

  /**
   * The request to examine a file again with the reports beside its own; null when the comparison shows nothing. Only the file has the
   * text that findings are shown in.
   */
  requestFor(input: Input, { fixed }: Outcome): Request | null {
    const own = this.#index.of(documentOf(input));
    if (own.length === 0) return null;
    const context = this.#configs.of(input);
    const neighbours = new Map<number, Neighbours>();
    for (const [index, report] of own.entries()) {
      const beside = neighboursOf(report, this.#index, context.config.file);
      const { items, used } = comparisonFindings(report, { ...context, neighbours: beside });
      if (items.length > 0 || used.length > 0) neighbours.set(index, beside);
    }
    return neighbours.size === 0 ? null : { ...input, comparison: { neighbours, fixed } };
  }
}
