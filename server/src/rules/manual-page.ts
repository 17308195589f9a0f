// A rule's manual as a page of docs/rules, and the index of all pages. `scripts/manual.mts` writes them.
import type { Language } from '../base/phrase.ts';
import { type Rule, shippedLevel } from './rule.ts';
import { levelName } from './severity.ts';

/** The manual page of a rule as Markdown: what it finds, why, a wrong and a right example, how to mend it. */
export function manualPage(rule: Rule, language: Language): string {
  const { id, title, manual } = rule;
  const words = heads[language];
  return `# ${title[language]}

\`${id}\` · ${words.level}${levelName[shippedLevel(rule)][language]}

## ${words.what}

${manual.what[language]}

## ${words.why}

${manual.why[language]}

${given(words.lastYear, manual.lastYear)}${given(words.part, manual.part)}${given(words.wrong, manual.wrong)}${given(words.right, manual.right)}## ${words.how}

${manual.how[language]}
`;
}

/** All rules as a Markdown table, each with a link to its page. */
export function manualIndex(rules: readonly Rule[], language: Language): string {
  const words = heads[language];
  const ending = language === 'zh' ? '' : '.en';
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](${rule.id}${ending}.md) | ${levelName[shippedLevel(rule)][language]} | ${rule.title[language]} |`,
  );
  return `# ${words.rules}

| ${words.rule} | ${words.default} | ${words.what} |
| --- | --- | --- |
${rows.join('\n')}
`;
}

const heads = {
  zh: {
    rules: '规则',
    rule: '规则',
    default: '默认级别',
    level: '默认级别：',
    what: '查什么',
    why: '为什么',
    lastYear: '上年报告',
    part: '单位报告',
    wrong: '反例',
    right: '正例',
    how: '怎样改',
  },
  en: {
    rules: 'Rules',
    rule: 'rule',
    default: 'default',
    level: 'default level: ',
    what: 'What it finds',
    why: 'Why',
    lastYear: 'Last year’s report',
    part: 'The unit’s report',
    wrong: 'Wrong',
    right: 'Right',
    how: 'How to mend it',
  },
} as const;

const given = (head: string, text: string | undefined): string =>
  text === undefined || text === '' ? '' : `## ${head}\n\n${sample(text)}\n\n`;

/** A sample in a fence longer than any in it. */
function sample(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.replace(/\n{1,9}$/, '')}\n${fence}`;
}
