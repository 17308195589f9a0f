// Examines one file, in the main thread or in a worker. run.ts leads here; the steps:
//
//   readDocument → Configs.of → findings → applySafeFixes, replaceFile → outcomeOf
//
// `data` needs the first and the last only.

import type { Phrase } from '../base/phrase.ts';
import { findings, type ReportFindings } from '../findings/findings.ts';
import { type Decoded, encode } from '../io/encoding.ts';
import { notEncodable } from '../io/io-error.ts';
import { replaceFile } from '../io/saving.ts';
import { documentText, reportsIn } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import { Configs } from './configs.ts';
import { applySafeFixes } from './fix.ts';
import { failure, outcomeOf } from './outcome.ts';
import { type NoDocument, type ReadDocument, readDocument } from './read-document.ts';
import type { AppliedAcceptance, FileOutcome, Request, Task } from './task.ts';
import type { View } from './view.ts';

/** The examiner of files for a task, which neither throws nor rejects. Only Office files make it wait. */
export function examinerFor(task: Task): (request: Request) => FileOutcome | Promise<FileOutcome> {
  const configs = new Configs(task);
  return (request) => {
    const internal = (error: unknown): FileOutcome => {
      const why = { zh: `程序内部出错（${String(error)}）`, en: `internal error (${String(error)})` };
      return failure(request.path, why, task);
    };
    try {
      const read = readDocument(request, task);
      return read instanceof Promise
        ? read.then((it) => examine(request, it, task, configs)).catch(internal)
        : examine(request, read, task, configs);
    } catch (error) {
      return internal(error);
    }
  };
}

function examine(
  request: Request,
  read: ReadDocument | NoDocument,
  task: Task,
  configs: Configs,
): FileOutcome {
  const { path, file, comparison } = request;
  if ('why' in read) return failure(path, read.why, task, read.kind);
  const { office } = read;
  if (task.format.startsWith('data '))
    return outcomeOf(
      viewOf(path, read, () => []),
      task,
    );

  const { config, document } = configs.of(request);
  const found = (report: Report, index: number): ReportFindings =>
    findings(report, { config, document, neighbours: comparison?.neighbours.get(index) ?? null });
  const outcome = (text: string, changes: Partial<View>): FileOutcome => {
    const all: ReportFindings[] = [];
    const view = viewOf(path, { text, office }, (report, index) => {
      all[index] = found(report, index);
      return all[index].items;
    });
    return outcomeOf({ ...view, ...changes }, task, config.file && acceptanceOf(config.file.name, all));
  };
  if (!task.fix) return outcome(read.text, {});
  if (comparison !== undefined) return outcome(read.text, { fixed: comparison.fixed });
  if (read.office !== null) return outcome(read.text, { fixed: 0 });
  const { text, fixed } = applySafeFixes(read.text, (each) =>
    reportsIn(documentText(each)).flatMap(({ report, at }, index) =>
      found(report, index).items.map((finding) => ({ finding, at })),
    ),
  );
  const error = fixed === 0 ? null : save(file, read.bytes, read.decoded, text);
  return error === null
    ? outcome(text, { fixed })
    : outcome(read.text, { fixed: 0, kind: 'failed', why: error[task.look.language] });
}

/** What the configuration accepts in the reports of a file. */
const acceptanceOf = (config: string, all: readonly ReportFindings[]): AppliedAcceptance => ({
  config,
  applied: [...new Set(all.flatMap(({ applied }) => applied))],
  used: [...new Set(all.flatMap(({ used }) => used))],
});

function viewOf(
  path: string,
  read: Pick<ReadDocument, 'text' | 'office'>,
  findingsOf: (report: Report, index: number) => readonly Finding[],
): View {
  const text = documentText(read.text);
  const reports = reportsIn(text).map(({ report, at }, index) => ({
    report,
    at,
    findings: findingsOf(report, index),
  }));
  const kind = reports.length > 0 ? 'report' : 'other';
  return { path, kind, text, reports, office: read.office, why: null, fixed: null };
}

/** Replaces the content of a file, in the same encoding; null when done, else why not. */
function save(
  file: string,
  bytes: Uint8Array,
  { text, encoding, bom }: Decoded,
  fresh: string,
): Phrase | null {
  // A text that is not encoded to the bytes it was read from would be changed in other places too.
  const same = encode(text, encoding, bom);
  const encoded = encode(fresh, encoding, bom);
  if (same === null || encoded === null || !Buffer.from(same).equals(bytes)) return notEncodable;
  return replaceFile(file, bytes, encoded);
}
