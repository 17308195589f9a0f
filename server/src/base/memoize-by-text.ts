/**
 * `make` with a memory of what it made of the `most` latest texts or so: the same labels recur in every row and report. `make` must
 * depend on its text alone.
 */
export function memoizeByText<V>(most: number, make: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    if (text.length > LONGEST) return make(text);
    let value = known.get(text);
    if (value === undefined && !known.has(text)) {
      value = make(text);
      if (known.size >= most) known.clear();
      known.set(flatCopy(text), value);
    }
    return value as V;
  };
}

/** Longer texts are nothing that recurs. */
const LONGEST = 200;

/** The text as a string of its own: a slice would keep all of the text it was cut from. */
export const flatCopy = (text: string): string => ` ${text}`.slice(1);
