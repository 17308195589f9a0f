// The children of an element that are shown, at every level of a document alike: body, table, row, cell,
// paragraph and run. Wrappers are opened, tracked changes taken as accepted, and of alternatives the one that
// is understood is taken.
import { childOf, elementsOf, type XmlElement } from '../package/xml.ts';
import type { DocxFacts, DocxObstacle } from './docx-blocks.ts';

export interface ShownElement {
  readonly element: XmlElement;
  /** What it stands in. */
  readonly obstacles: readonly DocxObstacle[];
}

/** Elements that only hold others, and what they mean for writing. */
const wrappers: { readonly [name: string]: readonly DocxObstacle[] } = {
  'w:ins': ['revision'],
  'w:moveTo': ['revision'],
  'w:sdt': ['control'],
  'w:sdtContent': [],
  'w:customXml': ['control'],
  'w:smartTag': ['control'],
  'w:hyperlink': ['link'],
  'w:fldSimple': ['field'],
  'w:dir': [],
  'w:bdo': [],
  'w:ruby': ['control'],
  'w:rubyBase': [],
  'm:oMathPara': ['control'],
  'm:oMath': ['control'],
};

/** What a deletion leaves out. */
const deletions = new Set(['w:del', 'w:moveFrom']);

export function* shownIn(
  parent: XmlElement,
  facts: DocxFacts,
  obstacles: readonly DocxObstacle[] = [],
): Generator<ShownElement> {
  for (const element of elementsOf(parent)) {
    const { name } = element;
    const wrapped = wrappers[name];
    if (deletions.has(name)) facts.tracked++;
    else if (name === 'mc:AlternateContent') {
      const branch = alternativeOf(element);
      if (branch !== undefined) yield* shownIn(branch, facts, obstacles);
    } else if (wrapped !== undefined) {
      if (wrapped[0] === 'revision') facts.tracked++;
      yield* shownIn(element, facts, [...obstacles, ...wrapped]);
    } else yield { element, obstacles };
  }
}

/** The first choice whose namespaces are all understood, else the fallback. */
export const alternativeOf = (element: XmlElement): XmlElement | undefined =>
  elementsOf(element).find(({ name, understood }) => name === 'mc:Choice' && understood) ??
  childOf(element, 'mc:Fallback');
