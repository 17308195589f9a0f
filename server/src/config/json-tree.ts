// JSON as a tree of nodes; errors are reported with their places.

import type { Node, ParseError } from 'jsonc-parser';
import { once } from '../base/cache.ts';
import { closestName } from '../base/closest-name.ts';
import type { Phrase } from '../base/phrase.ts';
import type { Span } from '../text/span.ts';

/** Takes an error at a place in the text. */
export type ReportProblem = (at: Span, message: Phrase) => void;

const LARGEST = 1_000_000;

/** Loaded for the first configuration: most folders have none. */
export const jsonc = once((): typeof import('jsonc-parser') => require('jsonc-parser'));

/** The text as a tree, comments and trailing commas allowed; undefined for what cannot be read at all. */
export function tree(text: string, report: ReportProblem): Node | undefined {
  if (text.length > LARGEST) {
    report({ from: 0, to: 0 }, { zh: '配置文件过大', en: 'The configuration is too large' });
    return undefined;
  }
  const { parseTree, printParseErrorCode } = jsonc();
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

export interface Member {
  readonly key: Node;
  readonly name: string;
  readonly value: Node;
}

/** The members of an object, each name once; empty for anything else. */
export function members(node: Node, report: ReportProblem): readonly Member[] {
  if (node.type !== 'object') {
    report(nodeSpan(node), { zh: '这里应为对象 { … }', en: 'An object { … } is expected here' });
    return [];
  }
  const seen = new Set<string>();
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (key === undefined || value === undefined) return [];
    const name = String(key.value);
    if (seen.has(name)) {
      report(nodeSpan(key), { zh: `“${name}”重复出现`, en: `“${name}” is there twice` });
      return [];
    }
    seen.add(name);
    return [{ key, name, value }];
  });
}

/** The items of an array; empty for anything else. */
export function items(node: Node, report: ReportProblem): readonly Node[] {
  if (node.type === 'array') return node.children ?? [];
  report(nodeSpan(node), { zh: '这里应为数组 [ … ]', en: 'An array [ … ] is expected here' });
  return [];
}

export const nodeSpan = ({ offset, length }: Node): Span => ({ from: offset, to: offset + length });

/** The error for a name that means nothing, with the name that may be meant. */
export const unknownKey = (name: string, known: readonly string[]): Phrase => {
  const near = closestName(name, known);
  return {
    zh: `这里没有“${name}”这一项${near ? `，是不是“${near}”？` : `，只有 ${known.join('、')}`}`,
    en: `“${name}” means nothing here${near ? `; did you mean “${near}”?` : `; there are ${known.join(', ')}`}`,
  };
};
