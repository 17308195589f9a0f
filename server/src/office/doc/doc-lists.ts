// The list definitions of a binary Word file, and the lists of its paragraph styles (LSTF, LVL, LFO and STD
// of [MS-DOC]). What they say is counted by list-numbering.ts.
import { type ListDefinition, type ListLevel, ListNumbering, type NumberedList } from '../list-numbering.ts';
import type { DocBytes } from './doc-bytes.ts';
import { type DocFile, FIB } from './doc-file.ts';
import type { DocNumberer } from './doc-flow.ts';
import { type DocParagraphProperties, paragraphProperties } from './doc-properties.ts';

/** Lists and definitions of lists; a report has some dozens. */
const MOST = 4000;
const DEFINITION = 28;
const LIST = 16;
const LEVELS = 9;

export function docNumberer(file: DocFile): DocNumberer {
  const definitions = readDefinitions(file);
  const lists = readLists(file);
  const numbering = new ListNumbering({ definitions, lists, listOfStyle: () => null });
  const styles = new StyleLists(file);
  return (said) => {
    const { list, level } = said.list === null ? styles.of(said.style) : said;
    return list === null || list === 0 ? '' : numbering.next(String(list), said.level ?? level ?? 0, null);
  };
}

/** Behind all definitions stand their levels, one or nine for each. */
function readDefinitions({ document, table }: DocFile): ReadonlyMap<string, ListDefinition> {
  const start = document.u32(FIB.listDefinitions);
  const definitions = new Map<string, ListDefinition>();
  if (document.u32(FIB.listDefinitions + 4) < 2) return definitions;
  const count = Math.min(table.u16(start), MOST);
  let at = start + 2 + DEFINITION * count;
  for (let i = 0; i < count && at < table.length; i++) {
    const definition = start + 2 + DEFINITION * i;
    const levels = new Map<number, ListLevel>();
    const many = (table.u8(definition + 26) & 1) === 1 ? 1 : LEVELS;
    for (let k = 0; k < many; k++) {
      const { level, length } = levelAt(table, at);
      levels.set(k, level);
      at += length;
    }
    definitions.set(String(table.u32(definition)), { levels, styleLink: null });
  }
  return definitions;
}

/** A list refers to a definition; behind all lists stand the levels in which they differ from it. */
function readLists({ document, table }: DocFile): ReadonlyMap<string, NumberedList> {
  const start = document.u32(FIB.lists);
  const lists = new Map<string, NumberedList>();
  if (document.u32(FIB.lists + 4) < 4) return lists;
  const count = Math.min(table.u32(start), MOST);
  let at = start + 4 + LIST * count;
  for (let i = 0; i < count && at < table.length; i++) {
    const list = start + 4 + LIST * i;
    const levels = new Map<number, ListLevel>();
    const starts = new Map<number, number>();
    at += 4;
    for (let k = Math.min(table.u8(list + 12), LEVELS); k > 0; k--) {
      const flags = table.u32(at + 4);
      if ((flags & 0x10) !== 0) starts.set(flags & 15, table.u32(at));
      at += 8;
      if ((flags & 0x20) !== 0) {
        const { level, length } = levelAt(table, at);
        levels.set(flags & 15, level);
        at += length;
      }
    }
    lists.set(String(i + 1), { definition: String(table.u32(list)), levels, starts });
  }
  return lists;
}

/** A level: 28 bytes, properties of its paragraphs and its number, and the text of the number. */
function levelAt(table: DocBytes, at: number): { readonly level: ListLevel; readonly length: number } {
  const properties = table.u8(at + 24) + table.u8(at + 25);
  const start = at + 28 + properties;
  const length = table.u16(start);
  let text = '';
  for (let i = 0; i < Math.min(length, 64); i++) {
    const unit = table.u16(start + 2 + 2 * i);
    // The numbers of levels stand for themselves.
    text += unit < LEVELS ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  const flags = table.u8(at + 5);
  return {
    level: {
      start: Math.min(table.u32(at), 0x7fff),
      format: formats[table.u8(at + 4)] ?? 'decimal',
      text,
      restart: (flags & 8) === 0 ? undefined : table.u8(at + 26),
      legal: (flags & 4) !== 0,
      style: null,
    },
    length: 28 + properties + 2 + 2 * length,
  };
}

/** Number formats by their codes in the file, as OOXML names them (MSONFC of [MS-OSHARED]). */
const formats: { readonly [code: number]: string } = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

type ListOfParagraph = Pick<DocParagraphProperties, 'list' | 'level'>;

/** The lists that paragraph styles name. */
class StyleLists {
  private readonly styles: { readonly base: number; readonly said: ListOfParagraph }[] = [];

  constructor({ document, table, data }: DocFile) {
    const start = document.u32(FIB.styles);
    const end = Math.min(start + document.u32(FIB.styles + 4), table.length);
    const count = Math.min(table.u16(start + 2), MOST);
    /** The bytes of a style in front of its name. */
    const fixed = table.u16(start + 4);
    let at = start + 2 + table.u16(start);
    for (let i = 0; i < count && at < end; i++) {
      const length = table.u16(at);
      this.styles.push(styleAt(table.slice(at + 2, length), fixed, data));
      at += 2 + length + (length % 2);
    }
  }

  of(style: number): ListOfParagraph {
    let at = style;
    for (let steps = 0; steps < 20; steps++) {
      const { base, said } = this.styles[at] ?? { base: 0xfff, said: noList };
      if (said.list !== null) return said;
      at = base;
    }
    return noList;
  }
}

const noList: ListOfParagraph = { list: null, level: null };
const PARAGRAPH_STYLE = 1;

function styleAt(style: DocBytes, fixed: number, data: DocBytes): { base: number; said: ListOfParagraph } {
  const kind = style.u16(2) & 15;
  const base = style.u16(2) >>> 4;
  if (style.length === 0 || kind !== PARAGRAPH_STYLE) return { base: 0xfff, said: noList };
  // The name, with its length in front and a zero behind; then the properties, which begin with the style's
  // own number.
  const at = fixed + 2 + 2 * (style.u16(fixed) + 1);
  const length = style.u16(at);
  return { base, said: paragraphProperties(style.slice(at + 4, length - 2), data) };
}
