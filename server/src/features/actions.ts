import { completing } from '../report/identities.ts';
import type { PlacedTable, Report } from '../report/types.ts';
import { check, type Severities } from '../rules/check.ts';
import type { Finding } from '../rules/rule.ts';
import { cellName, isWritable, setCell } from '../rules/words.ts';
import type { Phrase } from '../text/phrase.ts';
import { type Edit, meets, type Span } from '../text/span.ts';
import { cellAt, sumsAt, tableAt } from './at.ts';
import { identityName } from './hover.ts';
import { fixSums } from './sums.ts';

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
  /** The findings it mends. */
  readonly findings: readonly Finding[];
}

/** What can be done at a span: the fixes of its findings, other ways to complete the cell, all totals of the table, all safe fixes. */
export function actions(
  report: Report,
  span: Span,
  wanted: (kind: ActionKind) => boolean,
  severities?: Severities,
): readonly Action[] {
  const findings = check(report, severities);
  const out: Action[] = [];
  if (wanted('quickfix'))
    for (const finding of findings)
      if (meets(finding.span, span))
        for (const { title, edits, preferred = false } of finding.fixes())
          add(out, { kind: 'quickfix', title, edits, preferred, findings: [finding] });
  if (wanted('refactor.rewrite'))
    out.push(...directions(report, span.from).filter((action) => !out.some((each) => same(each, action))));
  if (wanted('source.fixSums.ogiReport')) out.push(...allSums(tableAt(report, span.from)));
  if (wanted('source.fixAll.ogiReport')) out.push(...allSafe(findings));
  return out;
}

/** Two findings may ask for the same change: one action then mends both. */
function add(actions: Action[], action: Action): void {
  const at = actions.findIndex((each) => same(each, action));
  const known = actions[at];
  if (!known) actions.push(action);
  else
    actions[at] = {
      ...known,
      preferred: known.preferred || action.preferred,
      findings: [...known.findings, ...action.findings],
    };
}

/** Set the cell under the cursor to what each of its broken identities asks for. */
function directions(report: Report, offset: number): readonly Action[] {
  const at = cellAt(report, offset);
  if (!at || !isWritable(at.placed, at.cell)) return [];
  const { cell, placed } = at;
  return sumsAt(at).flatMap((sum): Action[] => {
    const value = sum.state === 'unchecked' ? null : completing(sum, cell);
    if (value === null || value === cell.count) return [];
    const name = cellName(cell.field);
    const why = identityName(sum.identity, placed);
    const total = sum.identity.at === cell.field.id;
    return [
      {
        kind: 'refactor.rewrite',
        title: {
          zh: `${total ? '按各项之和重算' : '由合计反推'}${name.zh}：改为 ${value}（${why.zh}）`,
          en: `${total ? 'Recompute' : 'Work back'} ${name.en}: ${value} (${why.en})`,
        },
        edits: [setCell(placed, cell, value)],
        preferred: false,
        findings: [],
      },
    ];
  });
}

function allSums(placed: PlacedTable | null): readonly Action[] {
  const edits = placed ? fixSums(placed) : [];
  if (edits.length === 0) return [];
  return [
    {
      kind: 'source.fixSums.ogiReport',
      title: {
        zh: `修正本表全部合计（${edits.length} 处）`,
        en: `Fix all totals of this table (${edits.length})`,
      },
      edits,
      preferred: false,
      findings: [],
    },
  ];
}

/** All safe fixes of the findings; of two that overlap the first. */
function allSafe(findings: readonly Finding[]): readonly Action[] {
  const edits: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes().find(({ safe }) => safe);
    if (fix && !fix.edits.some((edit) => edits.some((other) => overlap(edit, other))))
      edits.push(...fix.edits);
  }
  if (edits.length === 0) return [];
  const title: Phrase = {
    zh: `修正全部书写格式问题（${edits.length} 处，不改数字）`,
    en: `Fix all notation (${edits.length} places, no figure changes)`,
  };
  return [{ kind: 'source.fixAll.ogiReport', title, edits, preferred: false, findings: [] }];
}

const overlap = (a: Edit, b: Edit): boolean =>
  (a.from < b.to && b.from < a.to) || (a.from === b.from && a.to === b.to);

const same = (a: Action, b: Action): boolean => JSON.stringify(a.edits) === JSON.stringify(b.edits);
