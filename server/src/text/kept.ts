/** What is found out about objects, by their identity. */
export interface Kept<K extends object, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/**
 * Like a WeakMap, but the values are kept in the objects themselves, in a private field that no copy, comparison or clone sees and
 * frozen objects take too. To V8's quick collection every value of a WeakMap is alive, whatever became of its key: a report that is
 * let go at once would be copied twice with all that was found out about it, and wait for a full collection.
 */
export function kept<K extends object, V>(): Kept<K, V> {
  const slot = {};
  return {
    get: (key) => Notes.of(key, slot) as V | undefined,
    set: (key, value) => Notes.note(key, slot, value),
  };
}

/** `new Itself(it)` is `it`: a class below it puts its private fields there. */
class Itself {
  constructor(it: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what it is for
    return it;
  }
}

/** All that is kept with an object in one field, so that objects of a kind stay of one shape: slots, each with its value behind it. */
class Notes extends Itself {
  readonly #notes: unknown[];

  constructor(key: object, slot: object, value: unknown) {
    super(key);
    this.#notes = [slot, value];
  }

  static of(key: object, slot: object): unknown {
    if (!(#notes in key)) return undefined;
    const notes = key.#notes;
    for (let i = 0; i < notes.length; i += 2) if (notes[i] === slot) return notes[i + 1];
    return undefined;
  }

  static note(key: object, slot: object, value: unknown): void {
    if (!(#notes in key)) new Notes(key, slot, value);
    else {
      const notes = key.#notes;
      let i = 0;
      while (i < notes.length && notes[i] !== slot) i += 2;
      notes[i] = slot;
      notes[i + 1] = value;
    }
  }
}
