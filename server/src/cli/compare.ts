import type { Input } from '../files.ts';
import { neighboursOf } from '../neighbours.ts';
import { Shelf, type Shelved } from '../report/shelf.ts';
import { compare } from '../rules/check.ts';
import type { Finding } from '../rules/rule.ts';
import { configFor, documentOf } from './configs.ts';
import { beside, type Outcome, type Task } from './examine.ts';

/** What became of an input; `input` is null for what could not even be listed. */
export interface Examined {
  readonly input: Input | null;
  readonly outcome: Outcome;
}

/**
 * The outcomes in their order, each with what the reports of all files say of its own. Only files of which something is said are
 * read again. After an interruption not all are known, and nothing is compared.
 */
export async function* compared(
  all: readonly Examined[],
  task: Task,
  interrupted: () => boolean,
): AsyncGenerator<readonly Outcome[]> {
  const shelf = interrupted() ? new Shelf() : fill(all, task);
  for (let from = 0; from < all.length; from += AT_ONCE) {
    yield all.slice(from, from + AT_ONCE).map(({ input, outcome }) => {
      if (input === null || interrupted()) return outcome;
      const findings = findingsOf(input, shelf, task);
      return findings.size === 0 ? outcome : beside(input, outcome, findings, task);
    });
    await new Promise((done) => setImmediate(done));
  }
}

/** Files between two looks at the world outside. */
const AT_ONCE = 64;

function fill(all: readonly Examined[], task: Task): Shelf {
  const shelf = new Shelf();
  for (const { input, outcome } of all) {
    if (input === null || outcome.kind === 'failed') continue;
    const document = documentOf(input);
    const organs = configFor(input, task).around?.config.organs;
    shelf.set(document, outcome.standing, (entry) => entry, organs);
  }
  return shelf;
}

/** What is said of each report of a file, by the report's number. */
function findingsOf(input: Input, shelf: Shelf, task: Task): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, readonly Finding[]>();
  const own: readonly Shelved[] = shelf.of(documentOf(input));
  if (own.length === 0) return found;
  const { rules, around } = configFor(input, task);
  for (const [index, each] of own.entries()) {
    const findings = compare(each, neighboursOf(each, shelf, around), rules);
    if (findings.length > 0) found.set(index, findings);
  }
  return found;
}
