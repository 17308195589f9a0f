// Writes server/src/text/traditional.ts: the Traditional characters whose Simplified form is one of the 3755
// characters of the first level of GB 2312, the characters of everyday writing.
// `npx tsx scripts/traditional.mts` after an update of opencc-js; a test compares the file with
// `traditionalSource()`.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';

export const target = fileURLToPath(new URL('../server/src/text/traditional.ts', import.meta.url));

/**
 * Words that the Taiwan standard says differently, or that converters get wrong, with their characters
 * already simplified.
 */
const words = [
  ['资讯', '信息'],
  ['覆议', '复议'],
  ['答覆', '答复'],
  ['回覆', '回复'],
  ['反覆', '反复'],
  ['网路', '网络'],
  ['专案', '项目'],
] as const;

export function traditionalSource(): string {
  const everyday = charactersOf(0xb0, 0xd7);
  const standard = new Set([...everyday, ...charactersOf(0xd8, 0xf7)]);
  const convert = Converter({ from: 't', to: 'cn' });
  // The forms of Hong Kong and Taiwan as well; there only characters that Simplified writing does not use at
  // all.
  const regional = [Converter({ from: 'hk', to: 'cn' }), Converter({ from: 'tw', to: 'cn' })];
  let from = '';
  let to = '';
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const converters = standard.has(character) ? [convert] : [convert, ...regional];
    const simplified = converters.map((each) => each(character)).find((each) => each !== character);
    if (simplified === undefined || !everyday.has(simplified)) continue;
    from += character;
    to += simplified;
  }
  return `// Written by scripts/traditional.mts from the dictionaries of OpenCC (Apache-2.0); not to be edited.

/** Traditional characters, in the order of Unicode. */
export const traditional =
  '${from}';

/**
 * Their Simplified counterparts, each at the same place as in \`traditional\`; both are one UTF-16 unit long.
 */
export const simplified =
  '${to}';

/**
 * Words of other usage (Taiwan, faulty converters) and their counterparts of the same length, both in
 * Simplified characters.
 */
export const regionalWords: readonly (readonly [string, string])[] = [
${words.map(([usage, official]) => `  ['${usage}', '${official}'],`).join('\n')}
];
`;
}

/** The characters of the GB 2312 rows whose first bytes run from `first` to `last`. */
function charactersOf(first: number, last: number): Set<string> {
  const decoder = new TextDecoder('gb2312');
  const found = new Set<string>();
  for (let high = first; high <= last; high++)
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (/^\p{Script=Han}$/u.test(character)) found.add(character);
    }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, traditionalSource());
