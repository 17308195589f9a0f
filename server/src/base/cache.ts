// What was worked out once is kept: per program (`once`), per text (`memoizeByText`), or with the object it was worked out of
// (`memoizePerObject`, `objectStore`).

/** `make()`, worked out when first asked for and kept: what is needed to read a report is not needed to start. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

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

/** What is noted of objects, by their identity. */
export interface ObjectStore<K extends object, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/** `make` with a memory of what it made of each object; it must depend on the object alone. */
export function memoizePerObject<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = objectStore<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

/**
 * Like a WeakMap, but the values are kept in the objects themselves, in a private field that no copy, comparison or clone sees and
 * frozen objects take too. To V8's quick collection every value of a WeakMap is alive, whatever became of its key: a report that is
 * let go at once would be copied twice with all that was found out about it, and wait for a full collection.
 */
export function objectStore<K extends object, V>(): ObjectStore<K, V> {
  return class Keeper extends Itself {
    #value: V;

    constructor(key: object, value: V) {
      super(key);
      this.#value = value;
    }

    static get(key: object): V | undefined {
      return #value in key ? key.#value : undefined;
    }

    static set(key: object, value: V): void {
      if (#value in key) key.#value = value;
      else new Keeper(key, value);
    }
  };
}

/** `new Itself(it)` is `it`: a class below it puts its private fields there. */
class Itself {
  constructor(it: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what it is for
    return it;
  }
}
