/** How much longer than its size a text takes. */
export interface Growth {
  /** 1 when `times` as large a text takes `times` as long, `times` when it takes the square of it. */
  readonly factor: number;
  /** Milliseconds of processor time, the shortest of the runs: for the small text, for the large one. */
  readonly times: readonly [number, number];
}

/** Below this a measurement is noise, in milliseconds. */
const FLOOR = 15;

/**
 * Compare `run` on a text of `size` with one of `size * times`. Processor time, since other programs share
 * the machine; measured again as long as it looks bad, since collecting garbage and compiling come when they
 * like.
 */
export function growth(
  size: number,
  times: number,
  make: (size: number) => string,
  run: (text: string) => unknown,
): Growth {
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 4; attempt++) {
    // A little longer each time: what is remembered of a small text, and not of a large one, is no growth.
    const length = size + 97 * attempt;
    small = Math.min(
      small,
      spent(() => run(make(length))),
    );
    large = Math.min(
      large,
      spent(() => run(make(length * times))),
    );
    if (factorOf(small, large, times) < 1.5) break;
  }
  return { factor: factorOf(small, large, times), times: [Math.round(small), Math.round(large)] };
}

const factorOf = (small: number, large: number, times: number): number =>
  large / (Math.max(small, FLOOR) * times);

function spent(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
