// Proposals for names that are misspelt.
import { distance } from 'fastest-levenshtein';

/** The closest of some names; null when none is close. */
export function closestName(name: string, names: Iterable<string>): string | null {
  if (name.length > 60) return null;
  let best: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const each of names) {
    const far = distance(name, each);
    if (far < least) [best, least] = [each, far];
  }
  return best;
}
