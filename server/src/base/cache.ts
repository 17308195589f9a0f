// Results that are kept: for the program (`once`), by text (`memoizeByText`), or with the object they were
// made from (`memoizePerObject`, `objectStore`). Nothing is ever invalidated: objects do not change.

/** `make()`, called when first asked for: tables needed to read a report must not slow the start. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * `make` with a memory for up to `most` texts, emptied when it is full: the same labels recur in every row
 * and report. `make` must depend on its text alone.
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

/** In UTF-16 units. Longer texts do not recur. */
const LONGEST = 200;

/** A copy of the text: V8 stores a slice as a view that keeps its whole parent in memory. */
export const flatCopy = (text: string): string => ` ${text}`.slice(1);

/** Values by the identity of objects. */
export interface ObjectStore<K extends object, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/** `make` with a memory for each object. `make` must depend on the object alone. */
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
 * Like a WeakMap, but each value is kept in its object, in a private field, which copies, comparisons and
 * clones do not see and frozen objects accept. V8's minor collections keep every value of a WeakMap, dead key
 * or not: a report that is dropped at once would be copied twice with all its values and wait for a major
 * collection.
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

/** `new Itself(it)` returns `it`, so that a subclass adds its private fields to it. */
class Itself {
  constructor(it: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what it is for
    return it;
  }
}
