/** What one step of a pattern takes. `deep` stands before a segment, `inside` within one that `**` covers. */
type Step =
  | { readonly kind: 'star' | 'deep' | 'inside' | 'rest' }
  | { readonly kind: 'one'; readonly takes: (char: string) => boolean };

/** More alternatives than this are no pattern that a person writes. */
const mostAlternatives = 64;

/**
 * Whether a path with `/` matches a pattern: `*` and `?` within a name, `**` over folders, `[a-z]`, `[!a]`, `{a,b}`, `\` before a character
 * that means itself. As in `picomatch`, but for any pattern in time proportional to name times pattern: patterns come from files that nobody
 * has looked at. Null for a pattern that is empty, longer than 1,000 characters or of more than 64 alternatives.
 */
export function glob(pattern: string): ((path: string) => boolean) | null {
  if (pattern === '' || pattern.length > 1000) return null;
  const patterns = alternatives(pattern);
  if (patterns === null) return null;
  const all = patterns.map(stepsOf);
  return (path) => all.some((steps) => matches(steps, path));
}

/** `{a,b}c` as `ac` and `bc`; a brace without its like means itself. */
function alternatives(pattern: string): readonly string[] | null {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const brace = innermost(next);
    if (brace === null) done.push(next);
    else
      for (const each of brace.inner.split(',').reverse())
        open.push(next.slice(0, brace.from) + each + next.slice(brace.to));
    if (done.length + open.length > mostAlternatives) return null;
  }
  return done;
}

/** The first pair of braces with a comma and no braces inside. */
function innermost(
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

function stepsOf(pattern: string): readonly Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < pattern.length; ) {
    const char = pattern.charAt(at);
    const atStart = at === 0 || pattern[at - 1] === '/';
    const set = char === '[' ? setAt(pattern, at) : null;
    if (char === '*') {
      let end = at;
      while (pattern[end] === '*') end++;
      const deep = atStart && end - at === 2;
      if (deep && pattern[end] === '/') {
        steps.push({ kind: 'deep' }, { kind: 'inside' });
        end++;
      } else steps.push({ kind: deep && end === pattern.length ? 'rest' : 'star' });
      at = end;
    } else if (set !== null) {
      steps.push({ kind: 'one', takes: set.takes });
      at = set.to;
    } else if (char === '?') {
      steps.push({ kind: 'one', takes: (other) => other !== '/' });
      at++;
    } else {
      const own = char === '\\' && at + 1 < pattern.length ? pattern.charAt(++at) : char;
      steps.push({ kind: 'one', takes: (other) => other === own });
      at++;
    }
  }
  return steps;
}

/** `[a-z0]` or `[!a]`; null where no bracket closes it. */
function setAt(
  pattern: string,
  from: number,
): { readonly takes: (char: string) => boolean; readonly to: number } | null {
  const not = /[!^]/.test(pattern.charAt(from + 1));
  const start = from + (not ? 2 : 1);
  const end = pattern.indexOf(']', start + 1);
  if (end < 0) return null;
  const inner = pattern.slice(start, end);
  const has = (char: string): boolean => {
    for (let i = 0; i < inner.length; i++) {
      if (inner[i + 1] === '-' && i + 2 < inner.length) {
        if (inner.charAt(i) <= char && char <= inner.charAt(i + 2)) return true;
        i += 2;
      } else if (inner[i] === char) return true;
    }
    return false;
  };
  return { takes: (char) => char !== '/' && has(char) !== not, to: end + 1 };
}

/** All places in the pattern that the path may have reached, character by character. */
function matches(steps: readonly Step[], path: string): boolean {
  let now = new Set<number>();
  reach(steps, 0, now);
  for (const char of path.split('')) {
    const next = new Set<number>();
    for (const at of now) {
      const step = steps[at];
      if (step === undefined) continue;
      if (step.kind === 'one') {
        if (step.takes(char)) reach(steps, at + 1, next);
      } else if (step.kind === 'rest') reach(steps, at, next);
      else if (step.kind === 'inside') reach(steps, char === '/' ? at - 1 : at, next);
      else if (char !== '/') reach(steps, step.kind === 'deep' ? at + 1 : at, next);
    }
    if (next.size === 0) return false;
    now = next;
  }
  return now.has(steps.length);
}

/** The place, and those behind it that nothing need be taken for. */
function reach(steps: readonly Step[], from: number, into: Set<number>): void {
  for (let at = from; !into.has(at); ) {
    into.add(at);
    const kind = steps[at]?.kind;
    if (kind === 'star' || kind === 'rest') at += 1;
    else if (kind === 'deep') at += 2;
    else return;
  }
}
