// The command that writes the client's reports, with what a reviewer has said of them, as a workbook or a
// page.

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { IndexedReport } from '../archive/report-index.ts';
import { issueInChinese } from '../archive/roster.ts';
import { figureOf } from '../archive/summary.ts';
import type { EntryReview, SummaryEntry } from '../export/summary-sheets.ts';
import { form, tableIds } from '../form/form.ts';
import { type Severity, severityName } from '../rules/severity.ts';
import { closedDiagnostics } from './closed-documents.ts';
import { documentDiagnostics } from './document-diagnostics.ts';
import { folderName, isOfficeName } from './document-name.ts';
import { base64Of } from './export-command.ts';
import { folderRoster } from './folder-roster.ts';
import { type CellInText, cellsInText } from './report-cells.ts';
import type { Session } from './session.ts';

/** What is said of the report that begins on a line of a document; notes by field. */
interface ReportReview {
  readonly uri: string;
  readonly line: number;
  readonly state: EntryReview['state'];
  readonly reason: string | null;
  readonly notes: readonly { readonly field: string; readonly text: string }[];
}

/**
 * `{ bytes }` of the file, of the reports below a folder (a URI) where one is named; null where the client
 * has to write it itself.
 */
export async function folderSummary(
  session: Session,
  format: string,
  reviews: readonly ReportReview[],
  folder: string | null = null,
): Promise<{ readonly bytes: string } | null> {
  if (session.host.writers === null || (format !== 'xlsx' && format !== 'html')) return null;
  const { exportSummary } = await session.host.writers();
  const { workspace } = session;
  const isInside = (name: string): boolean =>
    workspace.isInFolders(name) && name.startsWith(folder === null ? '' : folderName(folder));
  const entries = workspace
    .documents()
    .filter(isInside)
    .flatMap((name) => entriesOf(session, name, reviews));
  const gaps = folderRoster(session);
  const content = {
    entries,
    unread: [...workspace.unread.keys()]
      .filter(isInside)
      .map((name) => ({ path: pathOf(session, name), why: workspace.unread.get(name)?.why.zh ?? '' })),
    gaps: gaps?.map((gap) => ({ unit: gap.unit, what: issueInChinese(gap) })) ?? null,
    returns: true,
  };
  return { bytes: base64Of(await exportSummary(content, format)) };
}

/** The reports of a document of the folders; findings of a document stand with the report they follow. */
function entriesOf(
  session: Session,
  name: string,
  reviews: readonly ReportReview[],
): readonly SummaryEntry[] {
  const { workspace } = session;
  const open = workspace.openDocument(name);
  const closed = workspace.closed.get(name);
  const all = open
    ? documentDiagnostics(session, open)
    : closed
      ? closedDiagnostics(session, name, closed)
      : [];
  const reports = workspace.reportsOf(name);
  const places = reports.map((report) => workspace.locate(report, { from: 0, to: 0 }));
  return reports.map((report, i) => {
    const line = places[i]?.range.start.line ?? 0;
    const end = places[i + 1]?.range.start.line ?? Number.POSITIVE_INFINITY;
    const own = all.filter(({ range: { start } }) => (i === 0 || start.line >= line) && start.line < end);
    const review = reviews.find((each) => each.uri === places[i]?.uri && each.line === line);
    return entryOf(session, report, own, review);
  });
}

function entryOf(
  session: Session,
  report: IndexedReport,
  found: readonly Diagnostic[],
  review: ReportReview | undefined,
): SummaryEntry {
  const { organ, year, summary, document } = report;
  const cells = cellsInText(session, report);
  const path = pathOf(session, document);
  const fields = tableIds.flatMap((table) => [...form(table, summary.edition).fields.keys()]);
  return {
    path,
    organ,
    year,
    edition: summary.edition,
    figures: Object.fromEntries(fields.map((id) => [id, figureOf(summary, id)?.value ?? null])),
    errors: found.filter(({ severity }) => severity === DiagnosticSeverity.Error).length,
    warnings: found.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length,
    findings: found.map(({ range: { start }, severity, code, message }) => ({
      // The message of a finding in an Office file begins with its place.
      place: isOfficeName(document) ? '' : `${path}:${start.line + 1}:${start.character + 1}`,
      level: severityName[severities[severity ?? DiagnosticSeverity.Error]].zh,
      rule: String(code),
      cell: cellAt(cells, start)?.name ?? '',
      message: String(message),
    })),
    ...(review && {
      review: {
        state: review.state,
        reason: review.reason,
        notes: review.notes.map(({ field, text }) => {
          const cell = cells.find((each) => each.field === field);
          return { cell: cell?.name ?? field, text };
        }),
      },
    }),
  };
}

/** From the client's folder. */
const pathOf = ({ workspace }: Session, name: string): string =>
  name.slice(workspace.folderWith(name).length);

const severities: Readonly<Record<DiagnosticSeverity, Severity>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
};

const cellAt = (cells: readonly CellInText[], { line, character }: Diagnostic['range']['start']) =>
  cells.find(({ range: { start } }) => start.line === line && start.character === character);
