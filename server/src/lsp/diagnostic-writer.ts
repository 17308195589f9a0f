import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { IndexedReport } from '../archive/report-index.ts';
import { figureOf, type ReportSummary } from '../archive/summary.ts';
import { memoizePerObject } from '../base/cache.ts';
import type { Language, Phrase } from '../base/phrase.ts';
import { valueAt, withoutAccepted } from '../config/acceptance.ts';
import { emptyConfig } from '../config/read.ts';
import type { FieldId } from '../form/types.ts';
import type { PlacedReport } from '../report/reports.ts';
import { check, compare } from '../rules/check.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { eachReport, rangeOf } from './convert.ts';
import { documentName } from './document-name.ts';
import type { Document } from './open-documents.ts';
import { pageName, type Session } from './session.ts';
import type { EffectiveConfig } from './workspace.ts';

/** Entries of the configuration that speak of a document, and those that accept something of it. */
export interface Accepted {
  readonly concerned: readonly number[];
  readonly used: readonly number[];
}

interface Found extends Accepted {
  readonly items: readonly Diagnostic[];
}

/** Findings as diagnostics, after settings, configuration and neighbours. */
export interface Findings {
  /** What the reports of a document show by themselves. */
  readonly own: (document: Document) => readonly Found[];
  /** What reports show beside others, whether their document is open or not. */
  readonly across: (name: string, place: (index: number, span: Span) => Range) => Found;
  /** Both, for an open document. */
  readonly all: (document: Document) => Found;
}

/** Those of a session. */
export const findingsOf: (session: Session) => Findings = memoizePerObject(findingsFor);

function findingsFor(session: Session): Findings {
  const { workspace } = session;
  const word = diagnosticWriter(session);
  const each = eachReport((document, { report, at }: PlacedReport, governing: EffectiveConfig): Found => {
    const { kept, ...accepted } = siftFor(
      governing,
      document.uri,
      check(report, governing.severities),
      (field) => valueAt(report, field),
    );
    const place = (span: Span) => rangeOf(document, span, at);
    return { items: kept.map((finding) => word(finding, document.uri, place, governing)), ...accepted };
  });
  const own: Findings['own'] = (document) =>
    each(document, workspace.effectiveConfig(documentName(document.uri), session.setting));

  const known = new WeakMap<IndexedReport, Compared>();
  const compared = (
    shelved: IndexedReport,
    governing: EffectiveConfig,
    place: (span: Span) => Range,
  ): Found => {
    const neighbours = workspace.neighbours(shelved, governing);
    const { lastYear: last, sum } = neighbours;
    if (last === null && sum === null) return nothing;
    const before = known.get(shelved);
    const same = sum === null && before?.last === last && before.governing === governing;
    if (same && before.found === nothing) return nothing;
    const there = last && workspace.locate(last, START);
    const places = `${place(START).start.line} ${there?.range.start.line} ${there?.uri}`;
    if (same && before.places === places) return before.found;
    const { kept, ...accepted } = siftFor(
      governing,
      shelved.document,
      compare(shelved, neighbours, governing.severities),
      (field) => figureWritten(shelved.summary, field),
    );
    const uri = workspace.locate(shelved, START)?.uri ?? shelved.document;
    const items = kept.map((finding) => word(finding, uri, place, governing));
    const found = items.length + accepted.concerned.length === 0 ? nothing : { items, ...accepted };
    known.set(shelved, { last, governing, places, found });
    return found;
  };
  const across: Findings['across'] = (name, place) => {
    const governing = workspace.effectiveConfig(name, session.setting);
    return together(
      workspace
        .reportsOf(name)
        .map((shelved, index) => compared(shelved, governing, (span) => place(index, span))),
    );
  };
  const all: Findings['all'] = (document) =>
    unfinished(
      document,
      together([
        ...own(document),
        across(documentName(document.uri), (index, span) =>
          rangeOf(document, span, document.reports[index]?.at ?? 0),
        ),
      ]),
      session.setting.language,
    );
  return { own, across, all };
}

const nothing: Found = { items: [], concerned: [], used: [] };

const START: Span = { from: 0, to: 0 };

/** What was found of a report, and what that rested on. */
interface Compared {
  readonly last: IndexedReport | null;
  readonly governing: EffectiveConfig;
  /** Where the two stood. */
  readonly places: string;
  readonly found: Found;
}

/** The findings of a report beside its neighbours that are not accepted. */
export function comparedIn(session: Session, document: Document, { at }: PlacedReport): readonly Finding[] {
  const { workspace } = session;
  const name = documentName(document.uri);
  const governing = workspace.effectiveConfig(name, session.setting);
  const own = workspace.reportsOf(name)[document.reports.findIndex((each) => each.at === at)];
  return (own ? [own] : []).flatMap(
    (shelved) =>
      siftFor(
        governing,
        name,
        compare(shelved, workspace.neighbours(shelved, governing), governing.severities),
        (field) => figureWritten(shelved.summary, field),
      ).kept,
  );
}

/** What the configuration lets stand of some findings. */
export function siftFor(
  { file, config }: EffectiveConfig,
  uri: string,
  findings: readonly Finding[],
  value: (field: FieldId) => number | string | null,
) {
  if (file === null) return withoutAccepted(emptyConfig, '', findings, value);
  return withoutAccepted(config, documentName(uri).slice(file.folder.length), findings, value);
}

const figureWritten = (entry: ReportSummary, field: FieldId): number | null =>
  figureOf(entry, field)?.value ?? null;

function together(all: readonly Found[]): Found {
  const some = all.filter((each) => each.items.length > 0 || each.concerned.length > 0);
  if (some.length <= 1) return some[0] ?? nothing;
  return {
    items: some.flatMap(({ items }) => items),
    concerned: [...new Set(some.flatMap(({ concerned }) => concerned))],
    used: [...new Set(some.flatMap(({ used }) => used))],
  };
}

/** A row someone is typing in is not finished yet rather than wrong. */
function unfinished(document: Document, found: Found, language: Language): Found {
  const { typing } = document;
  const isTyped = ({ code, range: { start, end } }: Diagnostic): boolean =>
    code === 'missing-cell' && typing !== null && start.line <= typing && typing <= end.line;
  if (typing === null || !found.items.some(isTyped)) return found;
  const items = found.items.map((item) =>
    isTyped(item) ? { ...item, severity: DiagnosticSeverity.Information, message: goOn[language] } : item,
  );
  return { ...found, items };
}

const goOn: Phrase = { zh: '这一行还没有填完。', en: 'This row is not finished yet.' };

type Writer = (
  finding: Finding,
  uri: string,
  place: (span: Span) => Range,
  governing: EffectiveConfig,
) => Diagnostic;

/** A finding in the protocol's words. */
export function diagnosticWriter(session: Session): Writer {
  const { relatedInformation, codeDescriptionSupport } = {
    ...session.client.textDocument?.publishDiagnostics,
    ...session.client.textDocument?.diagnostic,
  };
  return (finding, uri, place, { language }) => {
    const page = codeDescriptionSupport ? session.host.manual(pageName(finding.rule, language)) : null;
    const related = finding.related.flatMap(({ span, message, report }) => {
      const location = report ? session.workspace.locate(report, span) : { uri, range: place(span) };
      return location ? [{ location, message: message[language] }] : [];
    });
    return {
      range: place(finding.span),
      severity: levels[finding.severity],
      source: 'ogi-report',
      code: finding.rule,
      message: finding.message[language],
      ...(page !== null && { codeDescription: { href: page } }),
      ...(relatedInformation && related.length > 0 && { relatedInformation: related }),
    };
  };
}

const levels: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
