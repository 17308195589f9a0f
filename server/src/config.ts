import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { FieldId } from './form/types.ts';
import type { Finding, Severity } from './rules/rule.ts';
import { nearest } from './text/nearest.ts';
import type { Phrase } from './text/phrase.ts';
import type { Span } from './text/span.ts';

/** The file that stands beside the reports. Its JSON schema: `syntaxes/ogi-report.schema.json`. */
export const configName = '.ogi-report.json';

export type Level = Severity | 'off';

/** Levels from the most to the least severe. */
export const levels: readonly Level[] = ['error', 'warning', 'info', 'hint', 'off'];

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
  readonly rules: ReadonlyMap<string, Level>;
  readonly accept: readonly Acceptance[];
}

export const emptyConfig: Config = { rules: new Map(), accept: [] };

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
  const report: Report = (at, message) => problems.push(configFinding('invalid-configuration', at, message));
  const root = tree(text, report);
  if (root === undefined) return { config: emptyConfig, problems };
  const rules = new Map<string, Level>();
  let accept: readonly Acceptance[] = [];
  const ids = new Set([...known, ...configRules.map(({ id }) => id)]);
  for (const { key, name, value } of members(root, report)) {
    if (name === 'rules') readRules(value, ids, rules, report);
    else if (name === 'accept') accept = readAccept(value, ids, report);
    else if (name !== '$schema') report(spanOf(key), unknownKey(name, ['rules', 'accept']));
  }
  return { config: { rules, accept }, problems };
}

/** A finding about the configuration, its span in the configuration's text. */
export const configFinding = (rule: string, span: Span, message: Phrase): Finding => ({
  rule,
  severity: configRules.find(({ id }) => id === rule)?.severity ?? 'error',
  span,
  message,
  field: null,
  related: [],
  fixes: () => [],
});

type Report = (at: Span, message: Phrase) => void;

const LARGEST = 1_000_000;

function tree(text: string, report: Report): Node | undefined {
  if (text.length > LARGEST) {
    report({ from: 0, to: 0 }, { zh: '配置文件过大', en: 'The configuration is too large' });
    return undefined;
  }
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    for (const { error, offset, length } of errors)
      report(
        { from: offset, to: offset + length },
        {
          zh: `不是合法的 JSON（${printParseErrorCode(error)}）`,
          en: `Not valid JSON (${printParseErrorCode(error)})`,
        },
      );
    return root;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report({ from: 0, to: 0 }, { zh: '配置文件嵌套过深', en: 'The configuration is nested too deeply' });
    return undefined; // brackets in brackets, deeper than the stack
  }
}

interface Member {
  readonly key: Node;
  readonly name: string;
  readonly value: Node;
}

/** The members of an object, each name once; none of anything else. */
function members(node: Node, report: Report): readonly Member[] {
  if (node.type !== 'object') {
    report(spanOf(node), { zh: '这里应为对象 { … }', en: 'An object { … } is expected here' });
    return [];
  }
  const seen = new Set<string>();
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (key === undefined || value === undefined) return [];
    const name = String(key.value);
    if (seen.has(name)) {
      report(spanOf(key), { zh: `“${name}”重复出现`, en: `“${name}” is there twice` });
      return [];
    }
    seen.add(name);
    return [{ key, name, value }];
  });
}

function readRules(node: Node, known: ReadonlySet<string>, into: Map<string, Level>, report: Report): void {
  for (const { key, name, value } of members(node, report)) {
    const level = levels.find((each) => each === value.value);
    if (!known.has(name)) report(spanOf(key), unknownRule(name, known));
    else if (level === undefined)
      report(spanOf(value), {
        zh: `级别应为 ${levels.join('、')} 之一`,
        en: `A level is one of ${levels.join(', ')}`,
      });
    else into.set(name, level);
  }
}

function readAccept(node: Node, known: ReadonlySet<string>, report: Report): readonly Acceptance[] {
  if (node.type !== 'array') {
    report(spanOf(node), { zh: '这里应为数组 [ … ]', en: 'An array [ … ] is expected here' });
    return [];
  }
  return (node.children ?? []).flatMap((entry) => readEntry(entry, known, report) ?? []);
}

const ENTRY_KEYS = ['report', 'rule', 'at', 'value', 'reason'];

function readEntry(node: Node, known: ReadonlySet<string>, report: Report): Acceptance | null {
  const found = new Map<string, Node>();
  for (const { key, name, value } of members(node, report)) {
    if (ENTRY_KEYS.includes(name)) found.set(name, value);
    else report(spanOf(key), unknownKey(name, ENTRY_KEYS));
  }
  if (node.type !== 'object') return null;
  const texts = new Map<string, string>();
  let sound = true;
  for (const name of ['report', 'rule', 'at', 'reason']) {
    const value = found.get(name);
    if (value?.type === 'string') texts.set(name, String(value.value));
    else if (value !== undefined) {
      report(spanOf(value), { zh: `“${name}”应为文字`, en: `“${name}” must be a string` });
      sound = false;
    } else if (name === 'report' || name === 'rule') {
      report(spanOf(node), { zh: `缺少“${name}”`, en: `“${name}” is missing` });
      sound = false;
    }
  }
  const value = found.get('value');
  if (value !== undefined && !['number', 'string', 'null'].includes(value.type)) {
    report(spanOf(value), {
      zh: '“value”应为数字、文字或者 null',
      en: '“value” must be a number, a string or null',
    });
    sound = false;
  }
  const rule = texts.get('rule');
  if (rule !== undefined && !known.has(rule)) {
    report(spanOf(found.get('rule') as Node), unknownRule(rule, known));
    sound = false;
  }
  if (!sound || rule === undefined) return null;
  return {
    report: plainPath(texts.get('report') ?? ''),
    rule,
    at: texts.get('at'),
    value: value === undefined ? undefined : (value.value as number | string | null),
    span: spanOf(node),
  };
}

const spanOf = ({ offset, length }: Node): Span => ({ from: offset, to: offset + length });

/** One spelling for one file: `/` between folders, no `./`, characters composed (macOS decomposes them). */
export const plainPath = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .normalize('NFC');

const unknownRule = (name: string, known: ReadonlySet<string>): Phrase => {
  const near = nearest(name, known);
  return {
    zh: `没有“${name}”这条规则${near ? `，是不是“${near}”？` : ''}`,
    en: `There is no rule “${name}”${near ? `; did you mean “${near}”?` : ''}`,
  };
};

const unknownKey = (name: string, known: readonly string[]): Phrase => {
  const near = nearest(name, known);
  return {
    zh: `这里没有“${name}”这一项${near ? `，是不是“${near}”？` : `，只有 ${known.join('、')}`}`,
    en: `“${name}” means nothing here${near ? `; did you mean “${near}”?` : `; there are ${known.join(', ')}`}`,
  };
};
