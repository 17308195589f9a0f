// Code actions: fixes of findings, other ways to complete a cell, everything of a kind at once.

import { breaksIdentity, completingValue } from '../audit/identities.ts';
import type { Phrase } from '../base/phrase.ts';
import { quotedFieldName } from '../form/field-names.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import { breaksSums, isWritable, setCell, withWarning } from '../rules/fixes.ts';
import type { Finding } from '../rules/rule.ts';
import { type Edit, meets, type Span } from '../text/span.ts';
import { sameRule, together } from './bulk-actions.ts';
import { fixSums, sumChanges } from './fix-sums.ts';
import { reportedIdentities } from './identity-tally.ts';
import { cellAt, identitiesAt, tableAt } from './lookup.ts';
import { identityName } from './phrases.ts';
import { writeStandardSentence } from './standard-sentences.ts';

/** The kinds an editor may ask for, as LSP names them. */
export const actionKinds = [
  'quickfix',
  'refactor.rewrite',
  'source.fixAll.ogiReport',
  'source.fixSums.ogiReport',
] as const;

export type ActionKind = (typeof actionKinds)[number];

export interface Action {
  readonly kind: ActionKind;
  readonly title: Phrase;
  /** In the report. */
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
  /** The findings it fixes. */
  readonly findings: readonly Finding[];
  /** It changes many places, and is shown before it is applied. */
  readonly preview?: boolean;
}

/** What can be done at a span. `wanted` says which kinds are asked for. */
export function actions(
  report: Report,
  findings: readonly Finding[],
  span: Span,
  wanted: (kind: ActionKind) => boolean,
): readonly Action[] {
  const out: Action[] = [];
  const places = new Map<string, number>();
  if (wanted('quickfix'))
    for (const finding of findings)
      if (meets(finding.span, span))
        for (const { title, edits, preferred = false } of finding.fixes())
          add(out, places, { kind: 'quickfix', title, edits, preferred, findings: [finding] });
  if (wanted('quickfix')) out.push(...sameRule(report, findings, span));
  if (wanted('refactor.rewrite'))
    out.push(
      ...directions(report, findings, span.from).filter((action) => !out.some((each) => same(each, action))),
    );
  if (wanted('refactor.rewrite')) out.push(...sentence(report, span));
  if (wanted('source.fixSums.ogiReport')) out.push(...allSums(tableAt(report, span.from), findings));
  if (wanted('source.fixAll.ogiReport')) out.push(...allSafe(findings));
  return out;
}

/** Two findings may ask for the same change: one action then fixes both. `places`: actions by their edits. */
function add(actions: Action[], places: Map<string, number>, action: Action): void {
  const key = JSON.stringify(action.edits);
  const at = places.get(key);
  const known = at === undefined ? undefined : actions[at];
  if (at === undefined || !known) {
    places.set(key, actions.length);
    actions.push(action);
  } else
    actions[at] = {
      ...known,
      preferred: known.preferred || action.preferred,
      findings: [...known.findings, ...action.findings],
    };
}

/** Sets the cell under the cursor to the value that each of its broken identities asks for. */
function directions(report: Report, findings: readonly Finding[], offset: number): readonly Action[] {
  const at = cellAt(report, offset);
  if (!at || !isWritable(at.placed, at.cell)) return [];
  const { cell, placed } = at;
  const reported = reportedIdentities(findings);
  return identitiesAt(at).flatMap((sum): Action[] => {
    const value = reported.has(sum.identity) ? completingValue(sum, cell) : null;
    if (value === null || value === cell.count) return [];
    const name = quotedFieldName(cell.field);
    const why = identityName(sum.identity, placed);
    const total = sum.identity.at === cell.field.id;
    const title = {
      zh: `${total ? '按各项之和重算' : '由合计反推'}${name.zh}：改为 ${value}（${why.zh}）`,
      en: `${total ? 'Recompute' : 'Work back'} ${name.en}: ${value} (${why.en})`,
    };
    return [
      {
        kind: 'refactor.rewrite',
        title: breaksSums(placed, cell, value) ? withWarning(title) : title,
        edits: [setCell(placed, cell, value)],
        preferred: false,
        findings: [],
      },
    ];
  });
}

/** On a heading: the standard sentence with the figures of the cells. */
function sentence(report: Report, span: Span): readonly Action[] {
  const found = writeStandardSentence(report, span);
  if (found === null) return [];
  const title = { zh: `按表格数据写入：${found.text}`, en: `Write from the table: ${found.text}` };
  return [{ kind: 'refactor.rewrite', title, edits: [found.edit], preferred: false, findings: [] }];
}

function allSums(placed: PlacedTable | null, findings: readonly Finding[]): readonly Action[] {
  const edits = placed ? fixSums(placed, findings) : [];
  if (placed === null || edits.length === 0) return [];
  const title: Phrase = {
    zh: `修正本表全部合计（${edits.length} 处）`,
    en: `Fix all totals of this table (${edits.length})`,
  };
  return [
    {
      kind: 'source.fixSums.ogiReport',
      title: breaksIdentity(placed.table, sumChanges(placed, findings)) ? withWarning(title) : title,
      edits,
      preferred: false,
      findings: [],
    },
  ];
}

/** All safe fixes of the findings. */
function allSafe(findings: readonly Finding[]): readonly Action[] {
  const { edits } = together(findings, (fixes) => fixes.find(({ safe }) => safe));
  if (edits.length === 0) return [];
  const title: Phrase = {
    zh: `修正全部书写格式问题（${edits.length} 处，不改数字）`,
    en: `Fix all notation (${edits.length} places, no figure changes)`,
  };
  return [{ kind: 'source.fixAll.ogiReport', title, edits, preferred: false, findings: [] }];
}

const same = (a: Action, b: Action): boolean => JSON.stringify(a.edits) === JSON.stringify(b.edits);
