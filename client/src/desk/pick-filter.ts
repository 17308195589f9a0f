// Asks which reports and findings the view of the folder is to show.

import { l10n, QuickPickItemKind, window } from 'vscode';
import { type DeskFilter, noFilter } from './desk-filter.ts';
import { stateWords } from './desk-items.ts';
import type { DeskReport } from './desk-model.ts';
import type { ReviewState } from './review-model.ts';

interface Choice {
  readonly label: string;
  readonly kind?: QuickPickItemKind;
  readonly picked?: boolean;
  /** What the filter is once only this is chosen. */
  readonly narrows?: Partial<DeskFilter>;
}

const states: readonly ReviewState[] = ['unchecked', 'checked', 'returned'];

/** Undefined when nobody answers. `titleOf`: the title of a rule. */
export async function pickFilter(
  now: DeskFilter,
  reports: readonly DeskReport[],
  hasRoster: boolean,
  titleOf: (rule: string) => string,
): Promise<DeskFilter | undefined> {
  const rules = [...new Set(reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  const heading = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });
  const choices: readonly Choice[] = [
    heading(l10n.t('Reports')),
    ...states.map(
      (state): Choice => ({
        label: stateWords(state),
        picked: now.states?.has(state) ?? false,
        narrows: { states: new Set([state]) },
      }),
    ),
    ...(hasRoster
      ? [
          {
            label: l10n.t('Units that are missing or doubtful'),
            picked: now.gapsOnly,
            narrows: { gapsOnly: true },
          },
        ]
      : []),
    heading(l10n.t('Findings')),
    { label: l10n.t('Errors only'), picked: now.errorsOnly, narrows: { errorsOnly: true } },
    ...rules.map(
      (rule): Choice => ({
        label: titleOf(rule),
        picked: now.rules?.has(rule) ?? false,
        narrows: { rules: new Set([rule]) },
      }),
    ),
  ];
  const title = l10n.t('Show only these; none: all');
  const picked = await window.showQuickPick(choices, { title, canPickMany: true, matchOnDescription: true });
  return picked?.reduce((filter, { narrows = {} }) => joined(filter, narrows), noFilter);
}

const joined = (filter: DeskFilter, more: Partial<DeskFilter>): DeskFilter => ({
  ...filter,
  ...more,
  states: union(filter.states, more.states),
  rules: union(filter.rules, more.rules),
});

const union = <T>(a: ReadonlySet<T> | null, b: ReadonlySet<T> | null | undefined): ReadonlySet<T> | null =>
  b ? new Set([...(a ?? []), ...b]) : a;
