// Code actions: what features/actions.ts proposes, and accepting a finding (accept-actions.ts).

import type {
  CodeAction,
  CodeActionContext,
  Diagnostic,
  Range,
  ServerCapabilities,
  TextEdit,
} from 'vscode-languageserver';
import { configName } from '../config/read.ts';
import { ruleTitle } from '../config/rule-title.ts';
import { type Action, type ActionKind, actionKinds, actions } from '../features/actions.ts';
import type { PlacedReport } from '../report/index.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { acceptable } from './accept-actions.ts';
import { confirmed, editsOf, rangeOf, spanOf, workspaceEdit } from './convert.ts';
import { followingCursor } from './cursor.ts';
import { findingsOf } from './document-findings.ts';
import { isShownOffice } from './document-name.ts';
import { writingAction } from './office-writing.ts';
import type { Document } from './open-documents.ts';
import { onDocument, type Session } from './session.ts';

export function codeActionHandlers(session: Session): ServerCapabilities {
  session.connection.onCodeAction(
    followingCursor(
      session,
      onDocument(session, 'actions', null, (document, { range, context }) => {
        const span = spanOf(document, range);
        const reports = document.reportsIn(span);
        const wanted = wantedKinds(context);
        const proposed = reports.flatMap((placed) => proposedIn(session, document, placed, span, wanted));
        const accepting = wanted('quickfix')
          ? reports.flatMap((placed) => acceptingIn(session, document, placed, span, context))
          : [];
        const written = isShownOffice(document.uri)
          ? proposed.flatMap((each) => intoFile(session, document, each, context))
          : joined(proposed, 'source.fixAll.ogiReport').map((each) =>
              codeAction(session, document, each, context),
            );
        return [...written, ...accepting];
      }),
    ),
  );
  return { codeActionProvider: { codeActionKinds: [...actionKinds] } };
}

/** Whether a kind is asked for. Where none is named, all are but the one that runs on save. */
const wantedKinds =
  ({ only }: CodeActionContext) =>
  (kind: ActionKind): boolean =>
    only
      ? only.some((asked) => kind === asked || kind.startsWith(`${asked}.`) || asked === '')
      : kind !== 'source.fixAll.ogiReport';

/** An action of the report at `at`, with its edits of the document. */
interface Proposed {
  readonly action: Action;
  readonly at: number;
  readonly edits: readonly TextEdit[];
}

function proposedIn(
  session: Session,
  document: Document,
  placed: PlacedReport,
  span: Span,
  wanted: (kind: ActionKind) => boolean,
): Proposed[] {
  const { report, at } = placed;
  return actions(report, findingsOf(session, document, report), inReport(placed, span), wanted).map(
    (action) => ({ action, at, edits: editsOf(document, action.edits, at) }),
  );
}

const inReport = ({ report, at }: PlacedReport, { from, to }: Span): Span => ({
  from: Math.max(0, from - at),
  to: Math.min(report.length, to - at),
});

/** The actions of a kind that several reports of a document have become one: an editor runs one on save. */
function joined(all: readonly Proposed[], kind: ActionKind): readonly Proposed[] {
  const own = all.filter(({ action }) => action.kind === kind);
  const [first] = own;
  if (first === undefined || own.length === 1) return all;
  const edits = own.flatMap((each) => each.edits);
  return [{ ...first, edits }, ...all.filter(({ action }) => action.kind !== kind)];
}

function codeAction(
  { client, setting: { language } }: Session,
  document: Document,
  { action, at, edits }: Proposed,
  { diagnostics }: CodeActionContext,
): CodeAction {
  const title = action.title[language];
  const edit = workspaceEdit(document, [...edits], client);
  return {
    title,
    kind: action.kind,
    edit: action.preview ? confirmed(edit, title, client) : edit,
    ...(action.preferred && { isPreferred: true }),
    ...diagnosticsOf(document, diagnostics, action.findings, at),
  };
}

/** An action on an Office file shown as a text, where it can be written into the file. */
function intoFile(
  session: Session,
  document: Document,
  { action, at }: Proposed,
  { diagnostics }: CodeActionContext,
): CodeAction[] {
  const writing = writingAction(session, document, action, at);
  if (writing === null) return [];
  const { kind, preferred, findings } = action;
  const own = diagnosticsOf(document, diagnostics, findings, at);
  return [{ ...writing, kind, ...(preferred && { isPreferred: true }), ...own }];
}

function acceptingIn(
  session: Session,
  document: Document,
  placed: PlacedReport,
  span: Span,
  { diagnostics }: CodeActionContext,
): CodeAction[] {
  const { report, at } = placed;
  return acceptable(session, document, report, inReport(placed, span)).map(({ finding, edit }) => {
    const title = {
      zh: `接受这个问题（${ruleTitle(finding.rule).zh}），记入 ${configName}…`,
      en: `Accept this finding (${ruleTitle(finding.rule).en}) in ${configName}…`,
    }[session.setting.language];
    return { title, kind: 'quickfix', edit, ...diagnosticsOf(document, diagnostics, [finding], at) };
  });
}

/** Those diagnostics of the request that show the findings. */
function diagnosticsOf(
  document: Document,
  diagnostics: readonly Diagnostic[],
  findings: readonly Finding[],
  at: number,
): Pick<CodeAction, 'diagnostics'> {
  const own = diagnostics.filter((each) =>
    findings.some(({ rule, span }) => each.code === rule && isSame(each.range, rangeOf(document, span, at))),
  );
  return own.length > 0 ? { diagnostics: own } : {};
}

const isSame = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;
