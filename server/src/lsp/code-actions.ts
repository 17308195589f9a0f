import type { CodeAction, CodeActionContext, Range, ServerCapabilities } from 'vscode-languageserver';
import { configName } from '../config/read.ts';
import { type ActionKind, actionKinds, actions } from '../features/actions.ts';
import type { PlacedReport } from '../report/index.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { acceptable } from './accept-actions.ts';
import { confirmed, editsOf, rangeOf, spanOf, workspaceEdit } from './convert.ts';
import { findingsOf } from './document-findings.ts';
import type { Document } from './open-documents.ts';
import { onDocument, type Session } from './session.ts';

/** Code actions: fixes of findings, other ways to complete a cell, everything of a kind at once. */
export function codeActionHandlers(session: Session): ServerCapabilities {
  session.connection.onCodeAction(
    onDocument(session, 'actions', null, (document, { range, context }) => {
      const span = spanOf(document, range);
      const found = document
        .reportsIn(span)
        .flatMap((placed) => actionsIn(session, document, placed, span, context));
      return merged(found, 'source.fixAll.ogiReport');
    }),
  );
  return { codeActionProvider: { codeActionKinds: [...actionKinds] } };
}

function actionsIn(
  session: Session,
  document: Document,
  placed: PlacedReport,
  span: Span,
  { only, diagnostics }: CodeActionContext,
): CodeAction[] {
  const { report, at } = placed;
  const { language } = session.setting;
  // Without a wish, all but what runs on save.
  const wanted = (kind: ActionKind) =>
    only
      ? only.some((asked) => kind === asked || kind.startsWith(`${asked}.`) || asked === '')
      : kind !== 'source.fixAll.ogiReport';
  const local = { from: Math.max(0, span.from - at), to: Math.min(report.length, span.to - at) };
  const mends = (findings: readonly Finding[]) =>
    diagnostics.filter((each) =>
      findings.some(
        ({ rule, span: place }) => each.code === rule && equal(each.range, rangeOf(document, place, at)),
      ),
    );
  const accepting = wanted('quickfix')
    ? acceptable(session, document, report, local).map(({ finding, edit }): CodeAction => {
        const diagnostics = mends([finding]);
        const title = {
          zh: `接受这个问题（${finding.rule}），记入 ${configName}…`,
          en: `Accept this finding (${finding.rule}) in ${configName}…`,
        }[language];
        return { title, kind: 'quickfix', edit, ...(diagnostics.length > 0 && { diagnostics }) };
      })
    : [];
  const others = actions(report, findingsOf(session, document, report), local, wanted).map(
    ({ kind, title, edits, preferred, findings, preview }): CodeAction => {
      const edit = workspaceEdit(document, editsOf(document, edits, at), session.client);
      const mended = mends(findings);
      return {
        title: title[language],
        kind,
        edit: preview ? confirmed(edit, title[language], session.client) : edit,
        ...(preferred && { isPreferred: true }),
        ...(mended.length > 0 && { diagnostics: mended }),
      };
    },
  );
  return [...others, ...accepting];
}

/** One action of a kind that several reports of a document have. */
function merged(found: readonly CodeAction[], kind: ActionKind): CodeAction[] {
  const [first, ...more] = found.filter((action) => action.kind === kind);
  if (!first || more.length === 0) return [...found];
  for (const { edit } of more) {
    const [changes] = first.edit?.documentChanges ?? [];
    const [others] = edit?.documentChanges ?? [];
    if (changes && others && 'edits' in changes && 'edits' in others)
      changes.edits = changes.edits.concat(others.edits);
    for (const [uri, edits] of Object.entries(edit?.changes ?? {}))
      first.edit?.changes?.[uri]?.push(...edits);
  }
  return [first, ...found.filter((action) => action.kind !== kind)];
}

const equal = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;
