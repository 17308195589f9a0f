// What reading needs of styles.xml: which list a style's paragraphs belong to, and whether its text is
// hidden.
import { attributeOf, childOf, elementsOf, type XmlElement } from '../package/xml.ts';

/** A list level as a paragraph or style names it; null where it does not say. */
export interface ListReference {
  readonly list: string | null;
  /** From 0. */
  readonly level: number | null;
}

export interface DocxStyles {
  /** The style of paragraphs that name none. */
  readonly defaultParagraph: string | null;
  /** The list of a paragraph style, and the style in its chain that names it. */
  listOf(style: string | null): (ListReference & { readonly style: string }) | null;
  /** Whether text of the style is hidden (`w:vanish`). */
  isHidden(style: string | null): boolean;
}

interface Style {
  readonly basedOn: string | null;
  readonly list: ListReference | null;
  readonly hidden: boolean | null;
}

/** Styles are based on one another; a longer chain is a circle. */
const LONGEST_CHAIN = 20;

export function readStyles(root: XmlElement | null): DocxStyles {
  const styles = new Map<string, Style>();
  let defaultParagraph: string | null = null;
  for (const element of root === null ? [] : elementsOf(root)) {
    const id = attributeOf(element.attributes, 'styleId');
    if (element.name !== 'w:style' || id === undefined) continue;
    styles.set(id, styleOf(element));
    if (
      isOn(attributeOf(element.attributes, 'default') ?? '0') &&
      attributeOf(element.attributes, 'type') === 'paragraph'
    )
      defaultParagraph = id;
  }
  const chain = function* (id: string | null): Generator<[string, Style]> {
    for (let i = 0, at = id; at !== null && i < LONGEST_CHAIN; i++) {
      const style = styles.get(at);
      if (style === undefined) return;
      yield [at, style];
      at = style.basedOn;
    }
  };
  return {
    defaultParagraph,
    listOf(id) {
      for (const [style, { list }] of chain(id)) if (list?.list != null) return { ...list, style };
      return null;
    },
    isHidden(id) {
      for (const [, { hidden }] of chain(id)) if (hidden !== null) return hidden;
      return false;
    },
  };
}

const styleOf = (element: XmlElement): Style => ({
  basedOn: valOf(childOf(element, 'w:basedOn')),
  list: listReference(childOf(element, 'w:pPr')),
  hidden: isHiddenRun(childOf(element, 'w:rPr')),
});

/** `w:numPr` of paragraph properties; null without one. */
export function listReference(properties: XmlElement | undefined): ListReference | null {
  const reference = childOf(properties, 'w:numPr');
  if (reference === undefined) return null;
  const level = valOf(childOf(reference, 'w:ilvl'));
  return { list: valOf(childOf(reference, 'w:numId')), level: level === null ? null : Number(level) };
}

/** `w:vanish` of run properties; null where they do not say. */
export function isHiddenRun(properties: XmlElement | undefined): boolean | null {
  const vanish = childOf(properties, 'w:vanish') ?? childOf(properties, 'w:specVanish');
  return vanish === undefined ? null : isOn(valOf(vanish) ?? '1');
}

/** Whether a run is struck through: withdrawn, as in a web page. */
export const isStruck = (properties: XmlElement | undefined): boolean =>
  ['w:strike', 'w:dstrike'].some((name) => {
    const strike = childOf(properties, name);
    return strike !== undefined && isOn(valOf(strike) ?? '1');
  });

/** Whether a run stands above its line, as the mark of a note does. */
export const isRaised = (properties: XmlElement | undefined): boolean =>
  valOf(childOf(properties, 'w:vertAlign')) === 'superscript';

/** An on/off value, ECMA-376 part 1, 17.17.4; an element without a value is on. */
export const isOn = (value: string): boolean => !/^(?:0|false|off|none)$/.test(value);

/** `w:val` of an element; null without it. */
export const valOf = (element: XmlElement | undefined): string | null =>
  element === undefined ? null : (attributeOf(element.attributes, 'val') ?? null);
