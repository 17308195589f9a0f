// Chance for tests: one seed a run, OGI_SEED, which every failing test names.

/** A seeded source of chance: the same seed gives the same run, on every machine. */
export interface Random {
  readonly seed: number;
  /** A whole number from `low` to `high`, both possible. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
}

/** Mulberry32: small, quick and good enough to spread test figures. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    seed,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

const given = Number(process.env.OGI_SEED);
const seed = Number.isInteger(given) && given > 0 ? given : Date.now() % 1_000_000_007;
let used = false;

/**
 * The seed of this run: `OGI_SEED` when set, else a new one; the same wherever it is asked for. It is printed
 * when first used.
 */
export function runSeed(): number {
  if (!used) process.stderr.write(`OGI_SEED=${seed}\n`);
  used = true;
  return seed;
}

/** How often a test draws: `OGI_TIMES` multiplies the number, for a long run by hand. */
export const times = (number: number): number => Math.ceil(number * (Number(process.env.OGI_TIMES) || 1));

/** Parameters of fast-check: the run's seed, and `number` runs. */
export const runs = (number: number) => ({ seed: runSeed(), numRuns: times(number) });

/** Mocha loads this file first (`.mocharc.json`), so that every failure after a draw names the seed. */
export const mochaHooks = {
  afterEach(this: Mocha.Context): void {
    const error = this.currentTest?.state === 'failed' ? this.currentTest.err : undefined;
    if (!error || !used) return;
    const { message } = error;
    error.message = `${message}\nRepeat with OGI_SEED=${seed}`;
    error.stack = error.stack?.replace(message, () => error.message) ?? error.message;
  },
};
