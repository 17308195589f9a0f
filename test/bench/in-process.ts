import type MarkdownIt from 'markdown-it';
import { readable, reportsIn } from '../../server/src/report/reading.ts';
import type { Text } from '../../server/src/text/text.ts';
import { sample } from './documents.ts';
import { type Measure, median, OURS, time } from './measure.ts';

type Report = (measure: Measure) => void;

/** Parsing without a server: of whole texts, and after an edit; beside the floor and beside Markdown parsers on the same text. */
export async function inProcess(
  sizes: readonly (readonly [string, number])[],
  report: Report,
): Promise<void> {
  for (const [label, size] of sizes) {
    if (size < 1e6) continue;
    const { name, text, place } = sample(label, size, false);
    const rate = async (what: string, by: string, run: () => unknown): Promise<void> => {
      const runs: number[] = [];
      for (let i = 0; i < 5; i++) runs.push(await time(run));
      report({
        what,
        sample: name,
        by,
        value: (text.length * 2) / 1e3 / median(runs),
        unit: 'MB/s',
        runs: runs.length,
      });
    };
    await rate('find all line ends', 'floor', () => lineEnds(text));
    await rate('cut into pieces', OURS, () => readable(text));
    await rate('full parse and bind', OURS, () => reportsIn(readable(text)));
    // Once rules/check.ts is there: 'full parse, bind, check' (targets.ts has its bound).
    if (size < 5e6)
      for (const [by, parse] of await markdownParsers())
        await rate('full parse and bind', by, () => parse(text));

    let now: Text = readable(text);
    reportsIn(now);
    const edits: number[] = [];
    for (let i = 0; i < 200; i++) {
      const end = { line: place.line, character: place.character + (i % 2) };
      edits.push(
        await time(() => {
          now = now.change([{ range: { start: place, end }, text: i % 2 === 0 ? '1' : '' }]);
          reportsIn(now);
        }),
      );
    }
    report({
      what: 'parse after an edit',
      sample: name,
      by: OURS,
      value: median(edits),
      unit: 'ms',
      runs: edits.length,
    });
  }
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Those that are installed: both are here for comparison only. */
async function markdownParsers(): Promise<(readonly [string, (text: string) => unknown])[]> {
  const parsers: (readonly [string, (text: string) => unknown])[] = [];
  try {
    const markdownIt: MarkdownIt = new (await import('markdown-it')).default({ html: true });
    parsers.push(['markdown-it', (text) => markdownIt.parse(text, {})]);
  } catch {
    process.stderr.write('markdown-it is not installed: left out\n');
  }
  return parsers;
}
