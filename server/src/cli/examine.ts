import type { IndexedReport, Neighbours } from '../archive/report-index.ts';
import { summaryOf } from '../archive/summary.ts';
import type { Phrase } from '../base/phrase.ts';
import { type Decoded, decode, encode } from '../io/encoding.ts';
import { type Input, readInput } from '../io/files.ts';
import { replaceFile } from '../io/saving.ts';
import { documentText, reportsIn } from '../report/reports.ts';
import type { Report } from '../report/types.ts';
import { check, compare, inTextOrder } from '../rules/check.ts';
import type { Finding } from '../rules/rule.ts';
import { configFor } from './configs.ts';
import { applySafeFixes } from './fix.ts';
import { formats } from './formats/all.ts';
import { type PackedSummary, packSummary } from './packed-summary.ts';
import { notEncodable, notText } from './phrases-cli.ts';
import { type Counts, type FormatName, noCounts, type OutputOptions, type View } from './view.ts';

/** What is to be done with each file; the same for all. */
export interface Task {
  readonly format: FormatName;
  readonly look: OutputOptions;
  readonly fix: boolean;
  /** A file named, `null` for none, undefined for those beside the reports. */
  readonly config: string | null | undefined;
  readonly cwd: string;
}

/** What became of a file: small and clonable, so that it can come from another thread. */
export interface Outcome {
  readonly path: string;
  readonly kind: View['kind'];
  readonly why: string | null;
  /** What the file adds to the output. */
  readonly output: string;
  readonly reports: number;
  readonly counts: Counts;
  readonly fixed: number;
  /** The configuration that held for the file, when there is one. */
  readonly config: Applied | null;
  /** What other reports need to know of the file's; none where nothing is compared. */
  readonly standing: readonly PackedSummary[];
}

/** A configuration's path, its entries that speak of a file, and those that accepted something in it. */
export interface Applied {
  readonly path: string;
  readonly concerned: readonly number[];
  readonly used: readonly number[];
}

/** A file examined before, now with what stands beside its reports, by their numbers. Clonable as well. */
export interface ExaminedBefore extends Input {
  readonly fixed: number;
  readonly beside: ReadonlyMap<number, WithNeighbours>;
}

/** A report among the others. */
export interface WithNeighbours {
  readonly own: IndexedReport;
  readonly neighbours: Neighbours;
}

/** Read a file, check it, mend it where asked, and put it into the output's words. Never throws. */
export function examine(input: Input | ExaminedBefore, task: Task): Outcome {
  try {
    if ('beside' in input) return checkedAgain(input, task);
    return task.format.startsWith('data ') ? readOnly(input, task) : checked(input, task);
  } catch (error) {
    return failure(
      input.path,
      { zh: `程序内部出错（${String(error)}）`, en: `internal error (${String(error)})` },
      task,
    );
  }
}

/** The outcome of an input that cannot be read. */
export const failure = (path: string, why: Phrase, task: Task): Outcome =>
  outcomeOf(
    { path, kind: 'failed', text: nothing, entries: [], why: why[task.look.language], fixed: null },
    task,
  );

/** What a view adds to the output, and what it counts as. */
export function outcomeOf(view: View, task: Task, config: Applied | null = null): Outcome {
  const counts = noCounts();
  for (const { findings } of view.entries) for (const { severity } of findings) counts[severity]++;
  return {
    path: view.path,
    kind: view.kind,
    why: view.why,
    output: formats[task.format].file(view, task.look),
    reports: view.entries.filter(({ report }) => report !== null).length,
    counts,
    fixed: view.fixed ?? 0,
    config,
    standing: task.format.startsWith('check ')
      ? view.entries.flatMap(({ report }) => (report === null ? [] : [packSummary(summaryOf(report))]))
      : [],
  };
}

const nothing = documentText('');

function readOnly(input: Input, task: Task): Outcome {
  const content = load(input, task);
  return 'output' in content
    ? content
    : outcomeOf(
        viewOf(input.path, content.decoded.text, () => []),
        task,
      );
}

function checked(input: Input, task: Task): Outcome {
  const content = load(input, task);
  if ('output' in content) return content;
  const { bytes, decoded } = content;
  if (!task.fix) return seen(input, decoded.text, task).outcome(null);
  const mended = applySafeFixes(decoded.text, (text) =>
    seen(input, text, task).view.entries.flatMap(({ findings, at }) =>
      findings.map((finding) => ({ finding, at })),
    ),
  );
  const error = mended.fixed === 0 ? null : save(input.file, bytes, decoded, mended.text);
  return error === null
    ? seen(input, mended.text, task).outcome({ fixed: mended.fixed })
    : seen(input, decoded.text, task).outcome({ fixed: 0, kind: 'failed', why: error[task.look.language] });
}

function checkedAgain(input: ExaminedBefore, task: Task): Outcome {
  const content = load(input, task);
  if ('output' in content) return content;
  return seen(input, content.decoded.text, task, input.beside).outcome(
    task.fix ? { fixed: input.fixed } : null,
  );
}

/** A text checked under the configuration that holds for its file. */
function seen(input: Input, text: string, task: Task, beside: ReadonlyMap<number, WithNeighbours> = alone) {
  const governed = configFor(input, task);
  const view = viewOf(input.path, text, (report, index) => {
    const found = check(report, governed.rules);
    const among = beside.get(index);
    if (among === undefined) return governed.findings(found, report);
    const more = compare(among.own, among.neighbours, governed.rules);
    return governed.findings(inTextOrder([...found, ...more]), report);
  });
  return {
    view,
    outcome: (changes: Partial<View> | null) => outcomeOf({ ...view, ...changes }, task, governed.applied()),
  };
}

const alone: ReadonlyMap<number, WithNeighbours> = new Map();

/** The content of an input, or the outcome when there is none. */
function load(input: Input, task: Task): { readonly bytes: Uint8Array; readonly decoded: Decoded } | Outcome {
  const bytes = readInput(input);
  if ('error' in bytes) return failure(input.path, bytes.error, task);
  const decoded = decode(bytes);
  return decoded === null ? failure(input.path, notText, task) : { bytes, decoded };
}

function viewOf(
  path: string,
  content: string,
  findings: (report: Report, index: number) => readonly Finding[],
): View {
  const text = documentText(content);
  const entries = reportsIn(text).map(({ report, at }, index) => ({
    report,
    at,
    findings: findings(report, index),
  }));
  return { path, kind: entries.length > 0 ? 'report' : 'other', text, entries, why: null, fixed: null };
}

/** Write a text in the place of a file's content, in the same encoding; null when done, else why not. */
function save(
  file: string,
  bytes: Uint8Array,
  { text, encoding, bom }: Decoded,
  fresh: string,
): Phrase | null {
  // What does not come back as it was read would be changed all over by writing.
  const same = encode(text, encoding, bom);
  const encoded = encode(fresh, encoding, bom);
  if (same === null || encoded === null || !Buffer.from(same).equals(bytes)) return notEncodable;
  return replaceFile(file, bytes, encoded);
}
