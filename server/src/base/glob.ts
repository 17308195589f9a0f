// Patterns of paths, one dialect for the command line and the configuration: `*` and `?` within a name, `**`
// over folders, `[a-z]`, `[!a]`, `{a,b}`, and `\` before a character that means itself. As in picomatch, the
// oracle of the tests, but for any pattern in time proportional to path times pattern: patterns come from
// files that nobody has looked at.

/** Whether a path, its names parted by `/`, matches. */
export interface Glob {
  (path: string): boolean;
  /** Whether anything in a folder may match, at any depth. */
  readonly enters: (folder: string) => boolean;
}

/** A pattern of more alternatives or UTF-16 units is written by no person. */
const MOST_ALTERNATIVES = 64;
const LONGEST = 1000;

/** What a pattern matches; null when it is empty, too long, or of too many alternatives. */
export function glob(pattern: string): Glob | null {
  if (pattern === '' || pattern.length > LONGEST) return null;
  const all = alternatives(pattern)?.map(stepsOf);
  if (all === undefined) return null;
  return Object.assign((path: string) => all.some((steps) => reached(steps, path).has(steps.length)), {
    enters: (folder: string) => all.some((steps) => reached(steps, `${folder}/`).size > 0),
  });
}

/** Whether a path means a pattern rather than itself. */
export const isGlob = (path: string): boolean =>
  /[*?]/.test(path) ||
  innermostBraces(path) !== null ||
  (path.includes('[') && setAt(path, path.indexOf('[')) !== null);

/** The folder that a pattern begins with, empty for none, and the pattern below it. */
export function splitGlob(pattern: string): { readonly folder: string; readonly below: string } {
  const names = pattern.replace(/^(?:\.\/)+/, '').split('/');
  const first = names.findIndex((name) => /[*?[{\\]/.test(name));
  const folder = names.slice(0, first).join('/');
  return { folder: first === 1 && folder === '' ? '/' : folder, below: names.slice(first).join('/') };
}

/** `{a,b}c` as `ac` and `bc`; braces without a comma mean themselves. */
function alternatives(pattern: string): readonly string[] | null {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = innermostBraces(next);
    if (braces === null) done.push(next);
    else
      for (const each of braces.inner.split(',').reverse())
        open.push(next.slice(0, braces.from) + each + next.slice(braces.to));
    if (done.length + open.length > MOST_ALTERNATIVES) return null;
  }
  return done;
}

/** The first pair of braces with a comma and no braces inside. */
function innermostBraces(
  pattern: string,
): { readonly from: number; readonly to: number; readonly inner: string } | null {
  let from = -1;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '\\') at++;
    else if (char === '{') from = at;
    else if (char === '}' && from >= 0) {
      const inner = pattern.slice(from + 1, at);
      if (inner.includes(',')) return { from, to: at + 1, inner };
      from = -1;
    }
  }
  return null;
}

/** What a part of a pattern matches: one character, or any number of them. */
interface Step {
  readonly takes: (char: string) => boolean;
  readonly repeats: boolean;
  /** Whether it must end where a name starts. */
  readonly wholeNames: boolean;
}

const one = (takes: Step['takes']): Step => ({ takes, repeats: false, wholeNames: false });
const inName = (char: string): boolean => char !== '/';
const star: Step = { takes: inName, repeats: true, wholeNames: false };
const anything: Step = { takes: () => true, repeats: true, wholeNames: false };
const folders: Step = { takes: () => true, repeats: true, wholeNames: true };

/** A step, and where in the pattern the next one begins. */
type StepAt = readonly [step: Step, to: number];

function stepsOf(pattern: string): readonly Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < pattern.length; ) {
    const [step, to] = stepAt(pattern, at);
    steps.push(step);
    at = to;
  }
  return steps;
}

function stepAt(pattern: string, at: number): StepAt {
  const char = pattern.charAt(at);
  if (char === '*') return starsAt(pattern, at);
  if (char === '?') return [one(inName), at + 1];
  const set = char === '[' ? setAt(pattern, at) : null;
  if (set !== null) return set;
  const to = char === '\\' && at + 1 < pattern.length ? at + 2 : at + 1;
  const own = pattern.charAt(to - 1);
  return [one((other) => other === own), to];
}

/** `**` stands for folders where it is a name of its own, and for whatever is below them at the end. */
function starsAt(pattern: string, at: number): StepAt {
  let to = at;
  while (pattern[to] === '*') to++;
  const isName = to - at === 2 && (at === 0 || pattern[at - 1] === '/');
  if (isName && pattern[to] === '/') return [folders, to + 1];
  return [isName && to === pattern.length ? anything : star, to];
}

/** `[a-z0]` or `[!a]`; null where no bracket closes it. */
function setAt(pattern: string, at: number): StepAt | null {
  const not = /[!^]/.test(pattern.charAt(at + 1));
  const from = at + (not ? 2 : 1);
  const to = pattern.indexOf(']', from + 1);
  if (to < 0) return null;
  const inner = pattern.slice(from, to);
  return [one((char) => char !== '/' && isIn(inner, char) !== not), to + 1];
}

function isIn(set: string, char: string): boolean {
  for (let i = 0; i < set.length; i++) {
    if (set[i + 1] === '-' && i + 2 < set.length) {
      if (set.charAt(i) <= char && char <= set.charAt(i + 2)) return true;
      i += 2;
    } else if (set[i] === char) return true;
  }
  return false;
}

/** Goes through the path with all the steps that may be next; those that may come behind its end. */
function reached(steps: readonly Step[], path: string): ReadonlySet<number> {
  let open = skipping(steps, new Set([0]), true);
  for (let i = 0; i < path.length && open.size > 0; i++) {
    const char = path.charAt(i);
    const next = new Set<number>();
    for (const at of open) {
      const step = steps[at];
      if (step?.takes(char)) next.add(step.repeats ? at : at + 1);
    }
    open = skipping(steps, next, char === '/');
  }
  return open;
}

/** Adds the steps behind those that may take nothing, or nothing more. */
function skipping(steps: readonly Step[], open: Set<number>, atName: boolean): Set<number> {
  // What is added is gone through as well.
  for (const at of open) {
    const step = steps[at];
    if (step?.repeats && (atName || !step.wholeNames)) open.add(at + 1);
  }
  return open;
}
