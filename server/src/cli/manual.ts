// What `ogi-report rules` prints.

import { closestName } from '../base/closest-name.ts';
import type { Language, Phrase } from '../base/phrase.ts';
import { rules } from '../rules/all.ts';
import { manualPage } from '../rules/manual-page.ts';
import { shippedLevel } from '../rules/rule.ts';
import { levelName } from '../rules/severity.ts';
import { width } from '../text/fold.ts';

/** The page of a rule, or the list of all; what is wrong when there is no such rule. */
export function manual(id: string | undefined, language: Language): string | { readonly wrong: Phrase } {
  if (id === undefined) return list(language);
  const rule = rules.find((each) => each.id === id);
  if (rule !== undefined) return manualPage(rule, language);
  const near = closestName(
    id,
    rules.map((each) => each.id),
  );
  return {
    wrong: {
      zh: `没有“${id}”这条规则${near ? `，是不是“${near}”？` : ''}`,
      en: `There is no rule “${id}”${near ? `; did you mean “${near}”?` : ''}`,
    },
  };
}

function list(language: Language): string {
  const rows = rules.map(
    (rule) => [rule.id, levelName[shippedLevel(rule)][language], rule.title[language]] as const,
  );
  const [first, second] = ([0, 1] as const).map((i) => Math.max(...rows.map((row) => width(row[i])))) as [
    number,
    number,
  ];
  return rows.map(([id, level, title]) => `${pad(id, first)}  ${pad(level, second)}  ${title}\n`).join('');
}

const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));
