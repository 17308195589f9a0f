// What a configuration says, and reading its text. shape.ts lists its keys, store.ts finds its file.

import type { AggregateEntry } from '../archive/neighbours.ts';
import { type Aliases, organKey } from '../archive/report-index.ts';
import { plainPath } from '../base/paths.ts';
import type { Phrase } from '../base/phrase.ts';
import { tableIds } from '../form/form.ts';
import type { FieldId } from '../form/spec.ts';
import type { LedgerWords } from '../ledger/ledger-columns.ts';
import type { Finding } from '../rules/rule.ts';
import type { Severities, Severity } from '../rules/severity.ts';
import type { Span } from '../text/span.ts';
import { type ReportProblem, tree } from './json-tree.ts';
import { readKeys } from './read-shape.ts';
import { configKeys, type ReadKeys } from './shape.ts';

/** The file that stands beside the reports. Its JSON schema: `syntaxes/ogi-report.schema.json`. */
export const configName = '.ogi-report.json';

/** A finding that a person has looked at and accepts. */
export interface Acceptance {
  /** The report's path from the folder of the configuration, with `/`. */
  readonly report: string;
  readonly rule: string;
  /** The cell of the finding; undefined for all findings of the rule in the report. */
  readonly at: FieldId | undefined;
  /** What the cell held when it was accepted, as `ogi-report data` prints it; undefined for any value. */
  readonly value: number | string | null | undefined;
  /** The entry in the configuration's text. */
  readonly span: Span;
}

export interface Config {
  /** The level of each rule named; all others keep their own. */
  readonly rules: Severities;
  readonly accept: readonly Acceptance[];
  readonly aggregates: readonly AggregateEntry[];
  /** Names that one organ has had. */
  readonly organs: Aliases;
  /** The organs whose report is wanted; null where no roster is given. */
  readonly units: readonly string[] | null;
  readonly ledger: LedgerWords;
}

const noWords: LedgerWords = { columns: new Map(), values: new Map() };

export const emptyConfig: Config = {
  rules: new Map(),
  accept: [],
  aggregates: [],
  organs: new Map(),
  units: null,
  ledger: noWords,
};

/** Findings about the configuration itself, by id. */
export const configRules: readonly {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Phrase;
}[] = [
  {
    id: 'invalid-configuration',
    severity: 'error',
    title: { zh: '配置文件有误', en: 'The configuration cannot be used as it is' },
  },
  {
    id: 'dead-acceptance',
    severity: 'warning',
    title: { zh: '已接受的问题不复存在', en: 'An accepted finding is no longer there' },
  },
];

/**
 * Reads JSON with comments and trailing commas. What is wrong is reported and left out; the rest holds.
 * `known`: the ids of all rules.
 */
export function parseConfig(
  text: string,
  known: ReadonlySet<string>,
): { readonly config: Config; readonly problems: readonly Finding[] } {
  const problems: Finding[] = [];
  const report: ReportProblem = (at, message) =>
    problems.push(configFinding('invalid-configuration', at, message));
  const ruleIds = new Set([...known, ...configRules.map(({ id }) => id)]);
  const root = tree(text, report);
  const config = root ? configOf(readKeys(configKeys, root, { ruleIds, report })) : emptyConfig;
  return { config, problems };
}

const configOf = ({
  rules = emptyConfig.rules,
  accept = [],
  aggregates = [],
  organs = [],
  units,
  ledger,
}: Partial<ReadKeys<typeof configKeys>>): Config => ({
  rules,
  accept: accept.map(({ report, rule, at, value, span }) => {
    return { report: plainPath(report), rule, at, value, span };
  }),
  aggregates: aggregates.map(({ report, parts, tables = tableIds }) => {
    return { report: plainPath(report), parts: parts.map(plainPath), tables };
  }),
  organs: aliasesOf(organs),
  units: units ?? null,
  ledger: { columns: ledger?.columns ?? noWords.columns, values: ledger?.values ?? noWords.values },
});

/** All names of a group stand for the first one. */
function aliasesOf(groups: readonly (readonly string[])[]): Aliases {
  const aliases = new Map<string, string>();
  for (const group of groups) {
    const [first, ...others] = group.map(organKey);
    for (const other of others) if (first !== undefined && other !== first) aliases.set(other, first);
  }
  return aliases;
}

/** A finding about the configuration, its span in the configuration's text. */
export const configFinding = (rule: string, span: Span, message: Phrase): Finding => ({
  rule,
  severity: configRules.find(({ id }) => id === rule)?.severity ?? 'error',
  span,
  message,
  field: null,
  related: [],
  identities: [],
  fixes: () => [],
});
