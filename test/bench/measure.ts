/** One figure of one server (or library) on one text. */
export interface Measure {
  readonly what: string;
  readonly sample: string;
  readonly by: string;
  /** null: it failed, `note` says how. */
  readonly value: number | null;
  readonly unit: 'ms' | 'MB' | 'MB/s' | '× text' | 'per s' | 'edits' | '%';
  readonly runs?: number;
  readonly note?: string;
}

/** A bound on `ours`: at most (or, for rates, at least) so many times another figure, or so much. */
export interface Target {
  readonly what: string;
  readonly sample: RegExp;
  readonly text: string;
  readonly holds: (
    figure: (by: string, sample?: string, what?: string) => number | null,
    sample: string,
  ) => boolean | null;
}

export const NULL = 'null server';
export const OURS = 'ogi-report';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/** Milliseconds that `run` takes. */
export async function time(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/**
 * The table people read: one line a figure, both servers side by side, their ratio, and what the target says.
 */
export function table(measures: readonly Measure[], targets: readonly Target[]): string {
  const figure = (what: string, sample: string, by: string) =>
    measures.find((m) => m.what === what && m.sample === sample && m.by === by);
  const others = [...new Set(measures.map(({ by }) => by))].filter((by) => by !== OURS);
  const keys = [...new Map(measures.map((m) => [`${m.what}\t${m.sample}`, m])).values()];
  const rows = keys.map(({ what, sample, unit }) => {
    const ours = figure(what, sample, OURS);
    const rivals = others.flatMap((by) => figure(what, sample, by) ?? []);
    const [rival] = rivals;
    const ratio = ours?.value && rival?.value ? (ours.value / rival.value).toFixed(2) : '';
    const value = (by: string, other = sample, name = what) => figure(name, other, by)?.value ?? null;
    const verdicts = targets
      .filter((target) => target.what === what && target.sample.test(sample))
      .map(
        (target) =>
          `${{ true: 'ok', false: 'MISSED', null: '?' }[String(target.holds(value, sample))]} ${target.text}`,
      );
    const shown = (m: Measure | undefined) =>
      m === undefined ? '' : m.value === null ? `– ${m.note ?? ''}` : number(m.value);
    return [
      what,
      sample,
      unit,
      shown(ours),
      rivals.map((m) => `${shown(m)} (${m.by})`).join(', '),
      ratio,
      verdicts.join('; '),
    ];
  });
  return aligned([['figure', 'text', 'unit', OURS, 'beside', 'ratio', 'target'], ...rows]);
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
