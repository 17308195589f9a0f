/**
 * Where two values differ, as a path (`.parts[3].part.tables[0].lines: …`); null where they say the same. Functions are left out.
 * Objects that are the same are not looked into, so that comparing a text with itself after an edit is quick.
 */
export function difference(a: unknown, b: unknown): string | null {
  if (Object.is(a, b) || (typeof a === 'function' && typeof b === 'function')) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return `: ${String(a)} instead of ${String(b)}`;
  if (a instanceof Map && b instanceof Map) return difference([...a], [...b]);
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  if (keys.length !== others.length) return `: ${keys.length} instead of ${others.length}`;
  for (const key of keys) {
    const found = difference((a as Keyed)[key], (b as Keyed)[key]);
    if (found !== null) return `${Array.isArray(a) ? `[${key}]` : `.${key}`}${found}`;
  }
  return null;
}

interface Keyed {
  readonly [key: string]: unknown;
}
