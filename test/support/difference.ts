/**
 * Where two values differ, as a path (`.sections[3].section.tables[0].rows: …`); null where they say the
 * same. Functions are left out. Objects that are the same are not looked into, so that comparing a text with
 * itself after an edit is quick.
 */
export function difference(a: unknown, b: unknown): string | null {
  if (Object.is(a, b) || (typeof a === 'function' && typeof b === 'function')) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return `: ${String(a)} instead of ${String(b)}`;
  if (a instanceof Map && b instanceof Map) return difference([...a], [...b]);
  const [keys, others] = [keysOf(a), keysOf(b)];
  if (keys.length !== others.length) return `: ${keys.length} instead of ${others.length}`;
  for (const key of keys) {
    const found = difference((a as Keyed)[key], (b as Keyed)[key]);
    if (found !== null) return `${Array.isArray(a) ? `[${key}]` : `.${key}`}${found}`;
  }
  return null;
}

/** What an object says, kept or worked out when asked for. */
function keysOf(value: object): readonly string[] {
  const kind = Object.getPrototypeOf(value);
  if (kind === Object.prototype || kind === Array.prototype || kind === null) return Object.keys(value);
  const parts = Object.entries(Object.getOwnPropertyDescriptors(kind));
  return [...Object.keys(value), ...parts.flatMap(([name, { get }]) => (get === undefined ? [] : [name]))];
}

interface Keyed {
  readonly [key: string]: unknown;
}
