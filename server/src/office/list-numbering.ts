// Counts the numbered paragraphs of a document: 一、 and 1. of most Word reports are list numbers that stand
// nowhere in its text. There are definitions of up to nine levels, and lists that refer to them (ECMA-376
// part 1, 17.9; LSTF and LFO of [MS-DOC] are the same).
import { formatListNumber } from './list-number-format.ts';

export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `第%1章`: `%1` stands for the number of the first level. */
  readonly text: string;
  /** Restarts behind a level up to this one (from 1); 0: never. Undefined: behind any higher level. */
  readonly restart: number | undefined;
  /** Whether the numbers of all levels are written in digits. */
  readonly legal: boolean;
  /** The paragraph style that stands for the level. */
  readonly style: string | null;
}

export interface ListDefinition {
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** A style of lists that holds the levels instead. */
  readonly styleLink: string | null;
}

export interface NumberedList {
  readonly definition: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;

export interface ListTables {
  readonly definitions: ReadonlyMap<string, ListDefinition>;
  readonly lists: ReadonlyMap<string, NumberedList>;
  /** The list that a style of lists stands for. */
  readonly listOfStyle: (style: string) => string | null;
}

/** Numbers paragraphs in the order of the document. */
export class ListNumbering {
  private readonly tables: ListTables;
  /** The current number of each level, by definition: lists of one definition count on. */
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  constructor(tables: ListTables) {
    this.tables = tables;
  }

  /**
   * The number of the next paragraph of a list, as printed; '' for one that has none. `style`: the style that
   * names the list.
   */
  next(id: string, level: number | null, style: string | null): string {
    const list = this.tables.lists.get(id);
    const definition = list && this.definitionOf(list.definition);
    if (list === undefined || definition === undefined) return '';
    const at = level ?? levelOfStyle(definition, style);
    const levelAt = (i: number) => list.levels.get(i) ?? definition.levels.get(i);
    const own = levelAt(at);
    if (own === undefined || at < 0 || at >= LEVELS) return '';
    const counts = this.counters.get(list.definition) ?? [];
    this.counters.set(list.definition, counts);
    counts[at] = this.startOf(id, list, at) ?? (counts[at] === undefined ? own.start : counts[at] + 1);
    for (let i = at + 1; i < LEVELS; i++) {
      const restart = definition.levels.get(i)?.restart;
      if (restart === undefined || at < restart) counts[i] = undefined;
    }
    return own.text.replace(/%([1-9])/g, (_, number: string) => {
      const i = Number(number) - 1;
      const level = levelAt(i);
      return formatListNumber(
        counts[i] ?? level?.start ?? 1,
        own.legal ? 'decimal' : (level?.format ?? 'decimal'),
      );
    });
  }

  /** The number that a list begins anew with, asked for once; else undefined. */
  private startOf(id: string, list: NumberedList, level: number): number | undefined {
    const key = `${id}/${level}`;
    if (this.started.has(key)) return undefined;
    this.started.add(key);
    return list.starts.get(level);
  }

  private definitionOf(id: string): ListDefinition | undefined {
    const definition = this.tables.definitions.get(id);
    if (definition?.styleLink == null || definition.levels.size > 0) return definition;
    const linked = this.tables.listOfStyle(definition.styleLink);
    const other = linked == null ? undefined : this.tables.lists.get(linked);
    return other === undefined ? definition : this.tables.definitions.get(other.definition);
  }
}

function levelOfStyle(definition: ListDefinition, style: string | null): number {
  for (const [i, level] of definition.levels) if (level.style !== null && level.style === style) return i;
  return 0;
}
