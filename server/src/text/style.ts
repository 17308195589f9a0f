// How official wordings are written into a text that has a punctuation and a script of its own.
import { BARS, BREAKS } from './chars.ts';
import { simplified, traditional } from './traditional.ts';

const halves: readonly (readonly [string, string])[] = [
  ['（', '('],
  ['）', ')'],
  ['：', ':'],
  ['，', ','],
];

/**
 * An official wording in the punctuation and script of the text around it: half-width brackets where `model`
 * has them, Traditional characters where `model` is written in them.
 */
export function likeText(official: string, model: string): string {
  let out = official;
  if (!/[（）]/.test(model) && /[()]/.test(model))
    for (const [full, half] of halves) out = out.replaceAll(full, half);
  return isTraditional(model) ? [...out].map((c) => traditionalOf(c, model)).join('') : out;
}

/**
 * The official wording to write over `raw`, in its style; null when `raw` is wrapped over lines or cells,
 * which a plain replacement would tear down.
 */
export const inStyleOf = (official: string, raw: string): string | null =>
  wrapping.test(raw) ? null : likeText(official, raw);

const wrapping = new RegExp(`[${BREAKS}${BARS}\\t<>]`);

/** What was last asked for: a table is written label by label with the same model. */
let last = { text: '', traditional: false };

function isTraditional(text: string): boolean {
  if (last.text !== text) last = { text, traditional: [...text].some((c) => ofScript.has(c)) };
  return last.traditional;
}

const ofScript: ReadonlySet<string> = new Set(traditional);

/** The character as `model` writes it; where the model has neither form, the usual Traditional one. */
function traditionalOf(c: string, model: string): string {
  if (model.includes(c)) return c;
  let usual: string | null = null;
  for (let at = simplified.indexOf(c); at >= 0; at = simplified.indexOf(c, at + 1)) {
    const candidate = traditional.charAt(at);
    if (model.includes(candidate)) return candidate;
    usual ??= candidate;
  }
  return usual ?? c;
}
