// Reads JSON by the table in shape.ts. What is wrong is reported at its place and left out; the rest holds.

import type { Node } from 'jsonc-parser';
import { closestName } from '../base/closest-name.ts';
import type { Phrase } from '../base/phrase.ts';
import { tableIds } from '../form/form.ts';
import { type Level, levels, type Severities } from '../rules/severity.ts';
import { items, members, nodeSpan, type ReportProblem, unknownKey } from './json-tree.ts';
import type { Keys, ReadKeys, Shape } from './shape.ts';

/** What reading needs beside the JSON. */
export interface Reading {
  readonly ruleIds: ReadonlySet<string>;
  readonly report: ReportProblem;
}

/** The keys of an object that are as the table says. */
export function readKeys<K extends Keys>(keys: K, node: Node, reading: Reading): Partial<ReadKeys<K>> {
  const found: Record<string, unknown> = {};
  for (const { key, name, value } of members(node, reading.report)) {
    const shape = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (shape === undefined) reading.report(nodeSpan(key), unknownKey(name, namesIn(keys)));
    else found[name] = readShape(shape, value, reading, name);
  }
  return found as Partial<ReadKeys<K>>;
}

/** `$schema` is for editors. */
const namesIn = (keys: Keys): readonly string[] => Object.keys(keys).filter((name) => name !== '$schema');

/** The value of a node; undefined when it is not as the shape says. `name`: its key, if it has one. */
function readShape(shape: Shape, node: Node, reading: Reading, name?: string): unknown {
  switch (shape.kind) {
    case 'list':
      return readList(shape, node, reading);
    case 'levels':
      return readLevels(node, reading);
    case 'words':
      return readWords(node, reading);
    case 'entry':
      return readEntry(shape.keys, node, reading);
    case 'value':
      if (['number', 'string', 'null'].includes(node.type)) return node.value;
      return refuse(node, reading, expected('数字、文字或者 null', 'a number, a string or null', name));
    default:
      if (node.type !== 'string') return refuse(node, reading, expected('文字', 'a string', name));
      return readText(shape.kind, node, reading);
  }
}

function readText(kind: 'text' | 'rule' | 'table', node: Node, reading: Reading): string | undefined {
  const text = String(node.value);
  if (kind === 'rule' && !reading.ruleIds.has(text)) return refuse(node, reading, unknownRule(text, reading));
  if (kind === 'table' && !tableIds.some((id) => id === text))
    return refuse(node, reading, unknownKey(text, tableIds));
  return text;
}

function readList(
  { of, least = 0 }: Extract<Shape, { kind: 'list' }>,
  node: Node,
  reading: Reading,
): readonly unknown[] | undefined {
  const all = items(node, reading.report);
  if (node.type !== 'array') return undefined;
  if (all.length === 0 && least > 0) return refuse(node, reading, notEmpty);
  return all.map((item) => readShape(of, item, reading)).filter((item) => item !== undefined);
}

function readLevels(node: Node, reading: Reading): Severities {
  const found = new Map<string, Level>();
  for (const { key, name, value } of members(node, reading.report)) {
    const level = levels.find((each) => each === value.value);
    if (!reading.ruleIds.has(name)) refuse(key, reading, unknownRule(name, reading));
    else if (level === undefined) refuse(value, reading, oneOfLevels);
    else found.set(name, level);
  }
  return found;
}

function readWords(node: Node, reading: Reading): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, value } of members(node, reading.report)) {
    if (value.type === 'string') found.set(name, String(value.value));
    else refuse(value, reading, expected('文字', 'a string', name));
  }
  return found;
}

/** An object in a list. One with an error, or without a required key, is left out as a whole. */
function readEntry(keys: Keys, node: Node, reading: Reading): object | undefined {
  const found: Record<string, unknown> = readKeys(keys, node, reading);
  if (node.type !== 'object') return undefined;
  const missing = Object.keys(keys).filter((name) => keys[name]?.required && !Object.hasOwn(found, name));
  for (const name of missing) refuse(node, reading, { zh: `缺少“${name}”`, en: `“${name}” is missing` });
  const isSound = missing.length === 0 && Object.values(found).every((value) => value !== undefined);
  return isSound ? { ...found, span: nodeSpan(node) } : undefined;
}

const refuse = (node: Node, { report }: Reading, message: Phrase): undefined => {
  report(nodeSpan(node), message);
};

const expected = (zh: string, en: string, name?: string): Phrase =>
  name === undefined
    ? { zh: `这里应为${zh}`, en: `${en.replace(/^a/, 'A')} is expected here` }
    : { zh: `“${name}”应为${zh}`, en: `“${name}” must be ${en}` };

const notEmpty: Phrase = { zh: '这里至少应有一项', en: 'At least one item is expected here' };

const oneOfLevels: Phrase = {
  zh: `级别应为 ${levels.join('、')} 之一`,
  en: `A level is one of ${levels.join(', ')}`,
};

function unknownRule(name: string, { ruleIds }: Reading): Phrase {
  const near = closestName(name, ruleIds);
  return {
    zh: `没有“${name}”这条规则${near ? `，是不是“${near}”？` : ''}`,
    en: `There is no rule “${name}”${near ? `; did you mean “${near}”?` : ''}`,
  };
}
