// The list definitions of a .docx: numbering.xml, ECMA-376 part 1, 17.9.
import type { ListDefinition, ListLevel, ListTables, NumberedList } from '../list-numbering.ts';
import { attributeOf, childOf, elementsOf, type XmlElement } from '../package/xml.ts';
import { type DocxStyles, isOn, valOf } from './docx-styles.ts';

export function docxLists(root: XmlElement | null, styles: DocxStyles): ListTables {
  const definitions = new Map<string, ListDefinition>();
  const lists = new Map<string, NumberedList>();
  for (const element of root === null ? [] : elementsOf(root)) {
    if (element.name === 'w:abstractNum')
      definitions.set(attributeOf(element.attributes, 'abstractNumId') ?? '', {
        levels: levelsOf(element),
        styleLink: valOf(childOf(element, 'w:numStyleLink')),
      });
    else if (element.name === 'w:num')
      lists.set(attributeOf(element.attributes, 'numId') ?? '', listOf(element));
  }
  return { definitions, lists, listOfStyle: (style) => styles.listOf(style)?.list ?? null };
}

const levelsOf = (element: XmlElement): ReadonlyMap<number, ListLevel> =>
  new Map(
    elementsOf(element)
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [Number(attributeOf(level.attributes, 'ilvl')), levelOf(level)]),
  );

function levelOf(element: XmlElement): ListLevel {
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

function listOf(element: XmlElement): NumberedList {
  const overrides = elementsOf(element).filter(({ name }) => name === 'w:lvlOverride');
  const levels = new Map<number, ListLevel>();
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
