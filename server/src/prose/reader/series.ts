// Figures that stand behind all their names: `行政复议、行政诉讼分别为2件、1件`.
import type { FigureCandidate } from './candidates.ts';

/** The name of each figure of a series, by where the figure begins; `''` where the numbers of both differ. */
export function namesInTurn(
  text: string,
  candidates: readonly FigureCandidate[],
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  if (!text.includes('分别')) return names;
  for (const { index, 0: words } of text.matchAll(IN_TURN)) {
    const figures = figuresFrom(index + words.length, text, candidates);
    if (figures.length < 2) continue;
    const clauses = text.slice(Math.max(0, index - 80), index).split(/[,;:()]/);
    const named = split(clauses.at(-1) ?? '');
    figures.forEach(({ from }, i) => {
      names.set(from, named.length === figures.length ? (named[i] as string) : '');
    });
  }
  return names;
}

function figuresFrom(
  start: number,
  text: string,
  candidates: readonly FigureCandidate[],
): readonly FigureCandidate[] {
  const figures: FigureCandidate[] = [];
  let at = start;
  for (const candidate of candidates) {
    if (candidate.kind !== 'figure' || candidate.from < at) continue;
    if (!(figures.length === 0 ? /^$/ : AND).test(text.slice(at, candidate.from))) break;
    figures.push(candidate);
    at = candidate.to;
  }
  return figures;
}

/** The names, each with what the last one says for all: `许可、处罚决定数量`, `制发、废止规范性文件`. */
function split(clause: string): readonly string[] {
  const names = clause.split(/、|以及|[和及与]/);
  const last = names.at(-1) ?? '';
  const measure = MEASURE.exec(last)?.[0] ?? '';
  const noun = NOUN.exec(last)?.[0] ?? '';
  return names.map((name, i) => {
    if (i === names.length - 1) return name;
    return DEED.test(name) ? name + noun : name + measure;
  });
}

const IN_TURN = /分别(?:为|是|有|达|共)?(?=[\d零一二两三四五六七八九十百])/g;
const AND = /^(?:[、,和及与]|以及)$/;
const MEASURE = /(?:制发|废止|现行有效|(?:处理)?决定)(?:件?数量?|总数)?$|(?:件?数量|件?数|总数)$/;
const NOUN = /(?:行政)?规范性文件$/;
const DEED = /(?:制发|制定|出台|印发|废止|失效|有效)$/;
