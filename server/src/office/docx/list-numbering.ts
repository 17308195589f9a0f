// Counts the numbered paragraphs of a document: 一、 and 1. of most Word reports are list numbers that stand nowhere in its text.
// numbering.xml holds abstract definitions of up to nine levels and lists that refer to them, ECMA-376 part 1, 17.9.
import { attributeOf, childOf, elementsOf, type XmlElement } from '../package/xml.ts';
import { type DocxStyles, isOn, valOf } from './docx-styles.ts';
import { formatListNumber } from './list-number-format.ts';

interface Level {
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

interface Definition {
  readonly levels: ReadonlyMap<number, Level>;
  /** A style of lists that holds the levels instead. */
  readonly styleLink: string | null;
}

interface List {
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;

/** Numbers paragraphs in the order of the document. */
export class ListNumbering {
  private readonly styles: DocxStyles;
  private readonly definitions = new Map<string, Definition>();
  private readonly lists = new Map<string, List>();
  /** The current number of each level, by definition: lists of one definition count on. */
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  constructor(root: XmlElement | null, styles: DocxStyles) {
    this.styles = styles;
    for (const element of root === null ? [] : elementsOf(root)) {
      if (element.name === 'w:abstractNum')
        this.definitions.set(attributeOf(element.attributes, 'abstractNumId') ?? '', {
          levels: levelsOf(element),
          styleLink: valOf(childOf(element, 'w:numStyleLink')),
        });
      else if (element.name === 'w:num')
        this.lists.set(attributeOf(element.attributes, 'numId') ?? '', listOf(element));
    }
  }

  /** The number of the next paragraph of a list, as printed; '' for one that has none. `style`: the style that names the list. */
  next(id: string, level: number | null, style: string | null): string {
    const list = this.lists.get(id);
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
  private startOf(id: string, list: List, level: number): number | undefined {
    const key = `${id}/${level}`;
    if (this.started.has(key)) return undefined;
    this.started.add(key);
    return list.starts.get(level);
  }

  private definitionOf(id: string): Definition | undefined {
    const definition = this.definitions.get(id);
    if (definition?.styleLink == null || definition.levels.size > 0) return definition;
    const linked = this.styles.listOf(definition.styleLink)?.list;
    const other = linked == null ? undefined : this.lists.get(linked);
    return other === undefined ? definition : this.definitions.get(other.definition);
  }
}

function levelOfStyle(definition: Definition, style: string | null): number {
  for (const [i, level] of definition.levels) if (level.style !== null && level.style === style) return i;
  return 0;
}

const levelsOf = (element: XmlElement): ReadonlyMap<number, Level> =>
  new Map(
    elementsOf(element)
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [Number(attributeOf(level.attributes, 'ilvl')), levelOf(level)]),
  );

function levelOf(element: XmlElement): Level {
  const restart = valOf(childOf(element, 'w:lvlRestart'));
  const legal = childOf(element, 'w:isLgl');
  return {
    start: integer(valOf(childOf(element, 'w:start')), 1),
    format: valOf(childOf(element, 'w:numFmt')) ?? 'decimal',
    text: valOf(childOf(element, 'w:lvlText')) ?? '',
    restart: restart === null ? undefined : integer(restart, 0),
    legal: legal !== undefined && isOn(valOf(legal) ?? '1'),
    style: valOf(childOf(element, 'w:pStyle')),
  };
}

function listOf(element: XmlElement): List {
  const overrides = elementsOf(element).filter(({ name }) => name === 'w:lvlOverride');
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const override of overrides) {
    const i = Number(attributeOf(override.attributes, 'ilvl'));
    const level = childOf(override, 'w:lvl');
    const start = valOf(childOf(override, 'w:startOverride'));
    if (level !== undefined) levels.set(i, levelOf(level));
    if (start !== null) starts.set(i, integer(start, 1));
  }
  return { definition: valOf(childOf(element, 'w:abstractNumId')) ?? '', levels, starts };
}

const integer = (text: string | null, otherwise: number): number =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
