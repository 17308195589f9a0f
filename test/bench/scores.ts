import type { Verdict } from '../support/judge.ts';

/** Demands held and tried, by group (a layout, the samples) and demand. */
export class Scores {
  readonly #groups = new Map<string, Map<string, { held: number; tried: number }>>();
  readonly #failures: string[] = [];
  /** How many failures of a demand are printed. */
  readonly #shown = Number(process.env.OGI_FAILURES ?? 6);

  add(group: string, verdict: Verdict, name: string): void {
    const counts = this.#groups.get(group) ?? new Map();
    this.#groups.set(group, counts);
    for (const [demand, held] of Object.entries(verdict)) {
      const count = counts.get(demand) ?? { held: 0, tried: 0 };
      counts.set(demand, { held: count.held + (held ? 1 : 0), tried: count.tried + 1 });
      if (!held) this.#failures.push(`${demand}: ${name}`);
    }
  }

  get complete(): boolean {
    return this.#failures.length === 0;
  }

  /** One line a group, one column a demand; then the first failures of each demand. */
  print(): void {
    const shown = ({ held, tried }: { held: number; tried: number }) =>
      held === tried ? `100 % of ${tried}` : `${((100 * held) / tried).toFixed(1)} % of ${tried}`;
    for (const demands of [cellDemands, cutDemands]) {
      const rows = [...this.#groups].map(([group, counts]) => [
        group,
        Object.fromEntries(
          demands.map((demand) => [demand, counts.has(demand) ? shown(counts.get(demand) ?? none) : '']),
        ),
      ]);
      console.table(Object.fromEntries(rows));
    }
    for (const demand of [...cellDemands, ...cutDemands]) {
      const failed = this.#failures.filter((failure) => failure.startsWith(`${demand}: `));
      if (failed.length > 0)
        console.log(`${failed.length} × not ${failed.slice(0, this.#shown).join('\n      ')}`);
    }
  }
}

const none = { held: 0, tried: 0 };

const cellDemands = [
  'found',
  'blank named',
  'located',
  'restored',
  'no wrong suspect',
  'two found',
  'two, no wrong suspect',
];
const cutDemands = [
  'row named',
  'row: nothing else',
  'row restored',
  'heading named',
  'heading: nothing else',
  'heading restored',
  'table named',
  'table: nothing else',
  'table put back',
  'table restored',
];
