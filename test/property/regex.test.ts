import { deepStrictEqual, ok } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import jsTokens, { type Token } from 'js-tokens';
import { checkSync, type Diagnostics } from 'recheck';
import * as chars from '../../server/src/text/chars.ts';
import { growth } from '../support/growth.ts';

const root = resolve(__dirname, '../..');

interface Literal {
  readonly source: string;
  readonly flags: string;
  /** Where it stands, each file once. */
  readonly files: readonly string[];
}

/** Every regular expression of the server and the client, each once. */
const literals = (): readonly Literal[] => {
  const found = new Map<string, string[]>();
  for (const folder of ['server/src', 'client/src'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts'))
        for (const literal of literalsIn(readFileSync(join(root, folder, name), 'utf8'))) {
          const files = found.get(literal) ?? [];
          found.set(literal, [...files, `${folder}/${name}`]);
        }
  return [...found].map(([literal, files]) => {
    const end = literal.lastIndexOf('/');
    return { source: literal.slice(1, end), flags: literal.slice(end + 1), files };
  });
};

/** What stands in a file: literals, and what is built of the classes of `text/chars.ts` alone. */
const literalsIn = (source: string): readonly string[] => {
  const tokens = tokensOf(source);
  const literals = tokens.filter(({ type }) => type === 'RegularExpressionLiteral');
  return [...literals.map(({ value }) => value), ...builtOfClasses(tokens)];
};

/** The tokenizer knows JavaScript, so the types go first. */
const tokensOf = (source: string): readonly Token[] => {
  const { code } = transformSync(source, { loader: 'ts', charset: 'utf8', target: 'esnext' });
  return [...jsTokens(code)].filter(({ type }) => !/WhiteSpace|LineTerminator|Comment/.test(type));
};

const classes = Object.entries(chars).filter(([name]) => /^[A-Z_]+$/.test(name));

/** ``new RegExp(`[${BARS}]{2}`, 'g')`` as the literal it is when the program runs. */
function builtOfClasses(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ value }, i) => {
    if (value !== 'RegExp' || tokens[i + 1]?.value !== '(') return [];
    const end = tokens.findIndex((token, j) => j > i && token.value === ')');
    const inner = tokens.slice(i + 2, end);
    const known = inner.every(
      (token) => token.type !== 'IdentifierName' || classes.some(([name]) => name === token.value),
    );
    if (!known) return [];
    const words = inner.map((token) => token.value).join('');
    const make = new Function(...classes.map(([name]) => name), `return String(new RegExp(${words}))`);
    return [make(...classes.map(([, source]) => source))];
  });
}

/**
 * Built from others when the program starts, and so not found as literals. The pieces are literals, or lists
 * of official wordings joined by `|`; a new place has to be looked at.
 */
const built: Readonly<Record<string, number>> = {
  'server/src/prose/reader/interpreter.ts': 1,
  'server/src/prose/reader/request.ts': 1,
  'server/src/prose/reader/state.ts': 1,
  'server/src/table/write/row-pattern.ts': 1,
  'server/src/report/title.ts': 2,
  'server/src/report/heading-candidates.ts': 1,
  'server/src/text/number.ts': 2,
};

/**
 * Counted repetitions are written out, so that `[^<>]{0,300}` is judged for what it is: an automaton, no
 * search by trial. What no automaton can be made of (a look behind) is tried for a while.
 */
const judging = {
  timeout: 120_000,
  maxRepeatCount: 400,
  maxNFASize: 60_000,
  maxPatternSize: 5000,
  incubationTimeout: 300,
  attackTimeout: 500,
  maxIteration: 4,
  maxGeneStringSize: 1000,
  maxInitialGenerationSize: 200,
  maxGenerationSize: 40,
};

describe('regular expressions', () => {
  const all = literals();

  it('are all found', () => {
    ok(all.length > 300, `${all.length}`);
    deepStrictEqual(literalsIn('const a: RegExp = /x+/u; const b = 1 / 2 / 3; const c = "/no/";'), ['/x+/u']);
    const source = `new RegExp(\`[\${BREAKS}/]{2}\\\\d\`, "g"); new RegExp(words);`;
    deepStrictEqual(literalsIn(source), ['/[\\r\\n/]{2}\\d/g']);
  });

  it('take time that grows like the text, in theory', () => {
    const found = all.flatMap((literal) => {
      const verdict = checkSync(literal.source, literal.flags, judging);
      if (verdict.status === 'safe' || grows(literal, verdict) === null) return [];
      return [`${literal.files}: /${literal.source}/${literal.flags} ${grows(literal, verdict)}`];
    });
    deepStrictEqual(found, []);
  }).timeout(600_000);

  it('take time that grows like the text, on texts made of their own characters', () => {
    const slow = all.flatMap(({ source, flags, files }) => {
      const pattern = new RegExp(source, flags);
      return attacks(source).flatMap(([head, pump]) => {
        const { factor, times } = growth(
          4000,
          8,
          (size) => head + pump.repeat(Math.ceil(size / pump.length)),
          (text) => everyMatch(pattern, text),
        );
        return factor > 4 ? [`${files}: /${source}/${flags} on ${JSON.stringify(pump)}: ${times} ms`] : [];
      });
    });
    deepStrictEqual(slow, []);
  }).timeout(600_000);

  it('are built from others in known places only', () => {
    const places: Record<string, number> = {};
    for (const folder of ['server/src', 'client/src'])
      for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.ts')) continue;
        const text = readFileSync(join(root, folder, name), 'utf8');
        const count = (text.match(/\bRegExp\(/g)?.length ?? 0) - builtOfClasses(tokensOf(text)).length;
        if (count > 0) places[`${folder}/${name}`] = count;
      }
    deepStrictEqual(places, built);
  });
});

/** What is wrong with it; null when the attack that was found by trial costs no more than its length. */
function grows({ source, flags }: Literal, verdict: Diagnostics): string | null {
  if (verdict.status === 'unknown') return `cannot be judged (${verdict.error.kind})`;
  if (verdict.status === 'safe') return null;
  const summary = verdict.complexity.summary;
  if (verdict.checker === 'automaton') return summary;
  const { pumps, suffix } = verdict.attack;
  const attack = (size: number) =>
    pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(size / pump.length))).join('') + suffix;
  const pattern = new RegExp(source, flags);
  const { factor } = growth(20_000, 4, attack, (text) => everyMatch(pattern, text));
  return factor > 2 ? summary : null;
}

function everyMatch(pattern: RegExp, text: string): void {
  pattern.lastIndex = 0;
  if (pattern.global) for (const _ of text.matchAll(pattern));
  else pattern.test(text);
}

/**
 * Beginnings to repeat behind: the literal characters of the pattern, and one of each kind its classes hold,
 * alone and together.
 */
function attacks(source: string): readonly (readonly [string, string])[] {
  const plain = source.replace(/\\u([\da-f]{4})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const words = plain.replace(/\\[sdwbSDWB]|\(\?[:=!<]+|[\\^$.*+?()[\]{}|]|\{\d+,?\d*\}/g, ' ').trim();
  const kinds = [
    ...(/\\s|\[\^|\./.test(source) ? [' ', '\n'] : []),
    ...(/\\d|\[\^|\./.test(source) ? ['1'] : []),
    ...(/\\w|\\S|\[\^|\./.test(source) ? ['a', '政'] : []),
    ...(/</.test(source) ? ['<', '<a>', '</a>'] : []),
    ...new Set(
      words
        .split(/\s+/)
        .filter((word) => word !== '')
        .slice(0, 3),
    ),
  ];
  return [...new Set([...kinds, kinds.join('')])]
    .filter((pump) => pump !== '')
    .slice(0, 8)
    .flatMap((pump) => [['', pump] as const, [words.slice(0, 12), pump] as const]);
}
