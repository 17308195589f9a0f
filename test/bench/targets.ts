import { NULL, OURS, type Target } from './measure.ts';

/** `ours` at most `times` the null server's figure for the same thing. */
const beside = (what: string, sample: RegExp, times: number): Target => ({
  what,
  sample,
  text: `≤ ${times} × null server`,
  holds: (figure) => compare(figure(OURS), figure(NULL), (ours, floor) => ours <= times * floor),
});

const atMost = (what: string, sample: RegExp, bound: number, text: string): Target => ({
  what,
  sample,
  text,
  holds: (figure) => compare(figure(OURS), bound, (ours) => ours <= bound),
});

const atLeast = (what: string, sample: RegExp, bound: number, text: string): Target => ({
  what,
  sample,
  text,
  holds: (figure) => compare(figure(OURS), bound, (ours) => ours >= bound),
});

const keystrokes = ['keystroke (push)', 'keystroke (pull)'];

/** What the project promises, all in medians of one run. */
export const targets: readonly Target[] = [
  beside('start to initialize', /^/, 1.3),
  ...keystrokes.flatMap((what) => [
    beside(what, /^8 KB/, 1.5),
    beside(what, /^10 MB/, 0.5),
    {
      what,
      sample: /^10 MB/,
      text: '≤ 3 × own 8 KB',
      holds: (figure, sample) =>
        compare(
          figure(OURS),
          figure(OURS, sample.replace('10 MB', '8 KB')),
          (large, small) => large <= 3 * small,
        ),
    } satisfies Target,
  ]),
  ...['cold open (push)', 'cold open (pull)'].map(
    (what): Target => ({
      what,
      sample: /^10 MB/,
      text: '≤ 0.5 s beyond null server',
      holds: (figure) => compare(figure(OURS), figure(NULL), (ours, floor) => ours - floor <= 500),
    }),
  ),
  atMost('hover', /^/, 1, '≤ 1 ms'),
  atMost('memory after open', /^10 MB/, 12, '≤ 12 × text'),
  atMost('memory after 1,000 edits', /^10 MB/, 12, '≤ 12 × text'),
  atLeast('full parse, bind, check', /^/, 40, '≥ 40 MB/s'),
  atLeast('command line, 2 jobs', /^/, 3000, '≥ 3,000 a second'),
];

const compare = (
  a: number | null,
  b: number | null,
  holds: (a: number, b: number) => boolean,
): boolean | null => (a === null || b === null ? null : holds(a, b));
