// Examines one file, in the main thread or in a worker. run.ts leads here; the steps:
//
//   readDocument → Configs.of → findings → withFixes → outcomeOf
//
// `data` needs the first and the last only.

import { findings, type ReportFindings } from '../findings/findings.ts';
import { documentText, type PlacedReport, reportsIn } from '../report/index.ts';
import type { Finding } from '../rules/rule.ts';
import type { DocumentText } from '../text/document-text.ts';
import { Configs } from './configs.ts';
import { failure, outcomeOf } from './outcome.ts';
import { type NoDocument, type ReadDocument, readDocument } from './read-document.ts';
import type { AppliedAcceptance, FileOutcome, Request, Task } from './task.ts';
import type { View, ViewedReport } from './view.ts';
import { type TextRead, type WithFixes, withFixes } from './with-fixes.ts';

/** The examiner of files for a task, which neither throws nor rejects. Only Office files make it wait. */
export function examinerFor(task: Task): (request: Request) => FileOutcome | Promise<FileOutcome> {
  const configs = new Configs(task);
  return (request) => {
    const internal = (error: unknown): FileOutcome => {
      const why = { zh: `程序内部出错（${String(error)}）`, en: `internal error (${String(error)})` };
      return failure(request.path, why, task);
    };
    try {
      const read = readDocument(request, { textOnly: task.textOnly, fix: task.fix !== null });
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
): FileOutcome | Promise<FileOutcome> {
  const { path, file, comparison } = request;
  if ('why' in read) return failure(path, read.why, task, read.kind);
  if (task.format.startsWith('data '))
    return outcomeOf(
      viewOf(path, read, () => []),
      task,
    );

  const { config, document } = configs.of(request);
  const found = ({ report, at }: PlacedReport, index: number, office: TextRead['office']): ReportFindings =>
    findings(report, {
      config,
      document,
      neighbours: comparison?.neighbours.get(index) ?? null,
      ...(office && { reading: { notes: office.notes, start: at, isFirst: index === 0 } }),
    });
  const outcome = (shown: TextRead, changes: Partial<View>): FileOutcome => {
    const all: ReportFindings[] = [];
    const view = viewOf(path, shown, (report, index) => {
      all[index] = found(report, index, shown.office);
      return all[index].items;
    });
    return outcomeOf({ ...view, ...changes }, task, config.file && acceptanceOf(config.file.name, all));
  };
  if (task.fix === null) return outcome(read, {});
  if (comparison !== undefined) return outcome(read, { written: comparison.written });
  const fixed = withFixes(file, read, task.fix, (text) =>
    viewedReports(text, (report, index) => found(report, index, null).items),
  );
  const told = ({ shown, written, why }: WithFixes): FileOutcome =>
    outcome(shown, { written, ...(why === null ? {} : { kind: 'failed', why: why[task.look.language] }) });
  return fixed instanceof Promise ? fixed.then(told) : told(fixed);
}

/** What the configuration accepts in the reports of a file. */
const acceptanceOf = (config: string, all: readonly ReportFindings[]): AppliedAcceptance => ({
  config,
  applied: [...new Set(all.flatMap(({ applied }) => applied))],
  used: [...new Set(all.flatMap(({ used }) => used))],
});

function viewOf(
  path: string,
  read: TextRead,
  findingsOf: (placed: PlacedReport, index: number) => readonly Finding[],
): View {
  const text = documentText(read.text);
  const reports = viewedReports(text, findingsOf);
  const kind = reports.length > 0 ? 'report' : 'other';
  return { path, kind, text, reports, office: read.office, why: null, written: null };
}

const viewedReports = (
  text: DocumentText,
  findingsOf: (placed: PlacedReport, index: number) => readonly Finding[],
): readonly ViewedReport[] =>
  reportsIn(text).map((placed, index) => ({ ...placed, findings: findingsOf(placed, index) }));
