// The outcomes of requests, which prose names as groups; derived from the rows of table `applications`.
import { applications } from './applications.ts';
import type { Edition } from './spec.ts';

/** One of the six ways in which a request ends, 三、（一） to （六） of table `applications`. */
export interface Outcome {
  /** `3-3`. */
  readonly id: string;
  /** `不予公开`. */
  readonly name: string;
  /** The ids of its rows: `3-3-1` to `3-3-8`; the outcome's own where it is a single row. */
  readonly rows: readonly string[];
}

/** The outcomes that （七）总计 adds up, in the order of the form. */
export function outcomes(edition: Edition): readonly Outcome[] {
  const found = new Map<string, { id: string; name: string; rows: string[] }>();
  const rows = applications(edition).blocks.flatMap((block) => block.rows);
  const added = new Set(rows.flatMap(({ sumOf = [] }) => sumOf));
  for (const { id: row, groups, name } of rows) {
    if (!added.has(row)) continue;
    const id = row.split('-', 2).join('-');
    const known = found.get(id);
    if (known === undefined)
      found.set(id, { id, name: groups[1]?.replace(/^（.）/, '') ?? name.zh, rows: [row] });
    else known.rows.push(row);
  }
  return [...found.values()];
}
