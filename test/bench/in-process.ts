import { documentText, reportsIn } from '../../server/src/report/index.ts';
import { check } from '../../server/src/rules/check.ts';
import { applyChanges } from '../../server/src/text/changes.ts';
import type { DocumentText } from '../../server/src/text/document-text.ts';
import { mixture, type Sample, sample } from './documents.ts';
import { type Measure, median, OURS, time } from './measure.ts';

type Report = (measure: Measure) => void;

/**
 * Parsing without a server: of whole texts, and after an edit; beside the floor and beside Markdown parsers
 * on the same text.
 */
export async function inProcess(
  sizes: readonly (readonly [string, number])[],
  report: Report,
): Promise<void> {
  for (const [label, size] of sizes) {
    if (size < 1e6) continue;
    const { name, text, place } = sample(label, size, false);
    const rate = rates(name, text, report);
    await rate('find all line ends', 'floor', () => lineEnds(text));
    await rate('split into chunks', OURS, () => documentText(text));
    await rate('full parse and bind', OURS, () => reportsIn(documentText(text)));
    await rate('full parse, bind, check', OURS, () => findings(documentText(text)));
    if (size < 5e6) {
      for (const [by, parse] of await markdownParsers())
        await rate('full parse and bind', by, () => parse(text));
      const mixed = mixture(size);
      const rateMixed = rates(`${label} in all layouts`, mixed, report);
      await rateMixed('parse, bind, check', OURS, () => findings(documentText(mixed)));
    }

    const after = async (by: string, edit: (insert: string) => void): Promise<void> => {
      const edits: number[] = [];
      for (let i = 0; i < 200; i++) edits.push(await time(() => edit(i % 2 === 0 ? '1' : '')));
      const value = median(edits);
      report({ what: 'parse after an edit', sample: name, by, value, unit: 'ms', runs: edits.length });
    };
    await after(OURS, typist(text, place));
    const [lezer, common] = [await installed('@lezer/markdown'), await installed('@lezer/common')];
    if (lezer && common) await after('@lezer/markdown', lezerTyping({ ...lezer, ...common }, text, place));
  }
}

/** Measures how quickly a text is gone through. */
const rates =
  (sample: string, text: string, report: Report) =>
  async (what: string, by: string, run: () => unknown): Promise<void> => {
    const runs: number[] = [];
    // All are measured warm: the first second is the compiler's.
    for (let spent = 0; spent < 1000; ) spent += await time(run);
    for (let i = 0; i < 5; i++) runs.push(await time(run));
    const value = (text.length * 2) / 1e3 / median(runs);
    report({ what, sample, by, value, unit: 'MB/s', runs: runs.length });
  };

type Place = Sample['place'];
type Edit = (insert: string) => void;

/** Types a digit where it is '1', deletes it where it is ''; all findings each time. */
function typist(text: string, place: Place): Edit {
  let now = documentText(text);
  findings(now);
  return (insert) => {
    const end = { line: place.line, character: place.character + (insert === '' ? 1 : 0) };
    now = applyChanges(now, [{ range: { start: place, end }, text: insert }]);
    findings(now);
  };
}

/**
 * The same with the tree of the text before, as an editor would; its input is the flat string, which is
 * edited too.
 */
// biome-ignore lint/suspicious/noExplicitAny: the library is optional, and so are its types
function lezerTyping({ GFM, parser, TreeFragment }: any, text: string, place: Place): Edit {
  const gfm = parser.configure(GFM);
  const at = documentText(text).offsetAt(place);
  let now = text;
  let fragments = TreeFragment.addTree(gfm.parse(now));
  return (insert) => {
    const change = { fromA: at, toA: at + 1 - insert.length, fromB: at, toB: at + insert.length };
    now = now.slice(0, at) + insert + now.slice(change.toA);
    const tree = gfm.parse(now, TreeFragment.applyChanges(fragments, [change]));
    fragments = TreeFragment.addTree(tree);
  };
}

function findings(text: DocumentText): number {
  let count = 0;
  for (const { report } of reportsIn(text)) count += check(report).length;
  return count;
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

async function markdownParsers(): Promise<(readonly [string, (text: string) => unknown])[]> {
  const markdownIt = await installed('markdown-it');
  const lezer = await installed('@lezer/markdown');
  const html = markdownIt && new markdownIt.default({ html: true });
  const gfm = lezer?.parser.configure(lezer.GFM);
  return [
    ...(html ? [['markdown-it', (text: string) => html.parse(text, {})] as const] : []),
    ...(gfm ? [['@lezer/markdown', (text: string) => gfm.parse(text)] as const] : []),
  ];
}

/** A library that is here for comparison only; null where it is not installed. */
// biome-ignore lint/suspicious/noExplicitAny: no compiler may resolve an optional library
async function installed(name: string): Promise<any> {
  try {
    return await import(name);
  } catch {
    process.stderr.write(`${name} is not installed: left out\n`);
    return null;
  }
}
