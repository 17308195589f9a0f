import type { Node } from 'jsonc-parser';
import type { Summing } from '../archive/neighbours.ts';
import { type Aliases, organKey } from '../archive/report-index.ts';
import { closestName } from '../base/closest-name.ts';
import { plainPath } from '../base/paths.ts';
import type { Phrase } from '../base/phrase.ts';
import { tableIds } from '../form/form.ts';
import type { FieldId, TableId } from '../form/types.ts';
import type { Finding } from '../rules/rule.ts';
import { type Level, levels, type Severities, type Severity } from '../rules/severity.ts';
import type { Span } from '../text/span.ts';
import { items, members, nodeSpan, type ReportProblem, strings, tree, unknownKey } from './json.ts';

/** The file that stands beside the reports. Its JSON schema: `syntaxes/ogi-report.schema.json`. */
export const configName = '.ogi-report.json';

/** A finding a person has looked at and lets stand. */
export interface Acceptance {
  /** The report's path from the folder of the configuration, with `/`. */
  readonly report: string;
  readonly rule: string;
  /** The cell it stands on; undefined for every finding of the rule in the report. */
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
  readonly aggregates: readonly Summing[];
  /** Names that one organ has had. */
  readonly organs: Aliases;
}

export const emptyConfig: Config = { rules: new Map(), accept: [], aggregates: [], organs: new Map() };

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
 * Read a configuration (JSON, comments and trailing commas allowed). Whatever is wrong with it is reported and left out; the rest
 * holds. `known` are the ids of the rules there are.
 */
export function parseConfig(
  text: string,
  known: ReadonlySet<string>,
): { readonly config: Config; readonly problems: readonly Finding[] } {
  const problems: Finding[] = [];
  const report: ReportProblem = (at, message) =>
    problems.push(configFinding('invalid-configuration', at, message));
  const root = tree(text, report);
  if (root === undefined) return { config: emptyConfig, problems };
  const rules = new Map<string, Level>();
  let accept: readonly Acceptance[] = [];
  let aggregates: readonly Summing[] = [];
  let organs: Aliases = new Map();
  const ids = new Set([...known, ...configRules.map(({ id }) => id)]);
  for (const { key, name, value } of members(root, report)) {
    if (name === 'rules') readRules(value, ids, rules, report);
    else if (name === 'accept') accept = readAccept(value, ids, report);
    else if (name === 'aggregates') aggregates = readAggregates(value, report);
    else if (name === 'organs') organs = readOrgans(value, report);
    else if (name !== '$schema')
      report(nodeSpan(key), unknownKey(name, ['rules', 'accept', 'aggregates', 'organs']));
  }
  return { config: { rules, accept, aggregates, organs }, problems };
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

function readRules(
  node: Node,
  known: ReadonlySet<string>,
  into: Map<string, Level>,
  report: ReportProblem,
): void {
  for (const { key, name, value } of members(node, report)) {
    const level = levels.find((each) => each === value.value);
    if (!known.has(name)) report(nodeSpan(key), unknownRule(name, known));
    else if (level === undefined)
      report(nodeSpan(value), {
        zh: `级别应为 ${levels.join('、')} 之一`,
        en: `A level is one of ${levels.join(', ')}`,
      });
    else into.set(name, level);
  }
}

const readAccept = (node: Node, known: ReadonlySet<string>, report: ReportProblem): readonly Acceptance[] =>
  items(node, report).flatMap((entry) => readEntry(entry, known, report) ?? []);

const SUMMING_KEYS = ['report', 'parts', 'tables'];

const readAggregates = (node: Node, report: ReportProblem): readonly Summing[] =>
  items(node, report).flatMap((entry): Summing[] => {
    const found = new Map<string, Node>();
    for (const { key, name, value } of members(entry, report)) {
      if (SUMMING_KEYS.includes(name)) found.set(name, value);
      else report(nodeSpan(key), unknownKey(name, SUMMING_KEYS));
    }
    const [whole, parts, wanted] = SUMMING_KEYS.map((name) => found.get(name));
    if (entry.type !== 'object') return [];
    if (whole?.type !== 'string' || parts === undefined) {
      const lacking = whole?.type === 'string' ? 'parts' : 'report';
      report(nodeSpan(entry), { zh: `缺少“${lacking}”`, en: `“${lacking}” is missing` });
      return [];
    }
    const tables = wanted === undefined ? tableIds : strings(wanted, report).filter(isTable);
    if (tables.length === 0) report(nodeSpan(wanted ?? entry), unknownKey('tables', tableIds));
    const paths = strings(parts, report).map(plainPath);
    return [{ report: plainPath(String(whole.value)), parts: paths, tables }];
  });

const isTable = (name: string): name is TableId => tableIds.some((id) => id === name);

function readOrgans(node: Node, report: ReportProblem): Aliases {
  const keys = new Map<string, string>();
  for (const names of items(node, report)) {
    const [first, ...others] = strings(names, report).map(organKey);
    for (const other of others) if (first !== undefined && other !== first) keys.set(other, first);
  }
  return keys;
}

const ENTRY_KEYS = ['report', 'rule', 'at', 'value', 'reason'];

function readEntry(node: Node, known: ReadonlySet<string>, report: ReportProblem): Acceptance | null {
  const found = new Map<string, Node>();
  for (const { key, name, value } of members(node, report)) {
    if (ENTRY_KEYS.includes(name)) found.set(name, value);
    else report(nodeSpan(key), unknownKey(name, ENTRY_KEYS));
  }
  if (node.type !== 'object') return null;
  const texts = new Map<string, string>();
  let sound = true;
  for (const name of ['report', 'rule', 'at', 'reason']) {
    const value = found.get(name);
    if (value?.type === 'string') texts.set(name, String(value.value));
    else if (value !== undefined) {
      report(nodeSpan(value), { zh: `“${name}”应为文字`, en: `“${name}” must be a string` });
      sound = false;
    } else if (name === 'report' || name === 'rule') {
      report(nodeSpan(node), { zh: `缺少“${name}”`, en: `“${name}” is missing` });
      sound = false;
    }
  }
  const value = found.get('value');
  if (value !== undefined && !['number', 'string', 'null'].includes(value.type)) {
    report(nodeSpan(value), {
      zh: '“value”应为数字、文字或者 null',
      en: '“value” must be a number, a string or null',
    });
    sound = false;
  }
  const rule = texts.get('rule');
  if (rule !== undefined && !known.has(rule)) {
    report(nodeSpan(found.get('rule') as Node), unknownRule(rule, known));
    sound = false;
  }
  if (!sound || rule === undefined) return null;
  return {
    report: plainPath(texts.get('report') ?? ''),
    rule,
    at: texts.get('at'),
    value: value === undefined ? undefined : (value.value as number | string | null),
    span: nodeSpan(node),
  };
}

const unknownRule = (name: string, known: ReadonlySet<string>): Phrase => {
  const near = closestName(name, known);
  return {
    zh: `没有“${name}”这条规则${near ? `，是不是“${near}”？` : ''}`,
    en: `There is no rule “${name}”${near ? `; did you mean “${near}”?` : ''}`,
  };
};
