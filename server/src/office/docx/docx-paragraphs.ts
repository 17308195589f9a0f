// Reads a paragraph: its runs, its list number, and the text boxes and pictures anchored in it.
import type { Span } from '../../text/span.ts';
import type { ListNumbering } from '../list-numbering.ts';
import { attributeOf, childOf, elementsOf, type XmlElement } from '../package/xml.ts';
import { raisedDigits, runTogether } from '../text-writer.ts';
import type { DocxBlock, DocxFacts, DocxObstacle, DocxParagraph, DocxRun } from './docx-blocks.ts';
import { alternativeOf, shownIn } from './docx-content.ts';
import { type DocxStyles, isHiddenRun, isRaised, isStruck, listReference, valOf } from './docx-styles.ts';

/** What reading hangs on and notes as it goes through a document from its start to its end. */
export interface DocxContext {
  readonly styles: DocxStyles;
  readonly numbering: ListNumbering;
  readonly facts: DocxFacts;
  /** The open fields, the innermost last: of a field the code is not shown, its stored result is. */
  fields: ('code' | 'result')[];
  /** Reads the blocks in a text box. */
  readonly readBlocks: (parent: XmlElement) => readonly DocxBlock[];
}

/** `numbered`: whether it counts in its list. */
export function readParagraph(element: XmlElement, context: DocxContext, numbered: boolean): DocxParagraph {
  const properties = childOf(element, 'w:pPr');
  const mark = childOf(properties, 'w:rPr');
  const style = valOf(childOf(properties, 'w:pStyle')) ?? context.styles.defaultParagraph;
  const joined = childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
  if (joined || childOf(mark, 'w:ins') !== undefined) context.facts.tracked++;
  const reader = new ParagraphReader(context, context.styles.isHidden(style));
  reader.inline(element, []);
  if (context.fields.at(-1) === 'code') context.fields.pop();
  const counts = numbered && !joined && !(isHiddenRun(mark) === true && reader.runs.length === 0);
  const { runs, boxes, pictures, obstacles } = reader;
  const number = counts ? numberOf(properties, style, context) : '';
  if (number !== '') obstacles.add('number');
  const typed = runs.map((run) => run.text).join('');
  const text = number !== '' && runTogether(number, typed) ? `${number} ${typed}` : number + typed;
  return { kind: 'paragraph', span: element.span, text, runs, boxes, pictures, joined, obstacles };
}

function numberOf(properties: XmlElement | undefined, style: string | null, context: DocxContext): string {
  const direct = listReference(properties);
  const styled = context.styles.listOf(style);
  const list = direct?.list ?? styled?.list ?? null;
  if (list === null || list === '0') return '';
  const level = direct?.level ?? (direct?.list == null ? (styled?.level ?? null) : null);
  return context.numbering.next(list, level, styled?.style ?? style);
}

class ParagraphReader {
  readonly runs: DocxRun[] = [];
  readonly boxes: (readonly DocxBlock[])[] = [];
  pictures = 0;
  readonly obstacles = new Set<DocxObstacle>();
  private readonly context: DocxContext;
  private readonly hiddenStyle: boolean;

  constructor(context: DocxContext, hiddenStyle: boolean) {
    this.context = context;
    this.hiddenStyle = hiddenStyle;
  }

  /** The runs among the children. */
  inline(parent: XmlElement, around: readonly DocxObstacle[]): void {
    for (const { element, obstacles } of shownIn(parent, this.context.facts, around)) {
      if (element.name === 'w:r' || element.name === 'm:r') this.run(element, obstacles);
      else if (element.name.startsWith('m:')) this.inline(element, obstacles);
    }
  }

  private run(element: XmlElement, obstacles: readonly DocxObstacle[]): void {
    const properties = childOf(element, 'w:rPr');
    const style = valOf(childOf(properties, 'w:rStyle'));
    const hidden =
      isStruck(properties) ||
      (isHiddenRun(properties) ??
        (this.hiddenStyle || (style !== null && this.context.styles.isHidden(style))));
    const place = {
      run: element.span,
      properties: properties?.span ?? null,
      raised: isRaised(properties),
    };
    for (const shown of shownIn(element, this.context.facts, obstacles)) {
      const { name, attributes } = shown.element;
      if (name === 'w:fldChar') this.field(attributeOf(attributes, 'fldCharType'));
      // The mark that follows is typed by hand, and is no part of the text either.
      else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') return;
      else if (graphics.has(name)) this.graphic(shown.element);
      else if (!hidden) this.piece(shown.element, place, shown.obstacles);
    }
  }

  private field(type: string | undefined): void {
    const { fields } = this.context;
    this.obstacles.add('field');
    if (type === 'begin') fields.push('code');
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
    else if (type === 'end') fields.pop();
  }

  private piece(
    element: XmlElement,
    place: { readonly run: Span; readonly properties: Span | null; readonly raised: boolean },
    obstacles: readonly DocxObstacle[],
  ): void {
    const { fields } = this.context;
    const isText = element.name === 'w:t' || element.name === 'm:t';
    const text = isText ? textOf(element) : symbols[element.name];
    if (text === undefined || fields.at(-1) === 'code') {
      // A base text with a phonetic guide holds runs of its own.
      if (element.name === 'w:r') this.run(element, obstacles);
      return;
    }
    for (const obstacle of obstacles) this.obstacles.add(obstacle);
    if (fields.length > 0) this.obstacles.add('field');
    const isMark = place.raised && /\d$/.test(this.runs.at(-1)?.text ?? '');
    const { run, properties } = place;
    const content = isText ? element.inner : element.span;
    this.runs.push({ text: isMark ? raisedDigits(text) : text, content, isText, run, properties });
  }

  /** The text boxes and pictures of a drawing; of shapes both are nested in others. */
  private graphic(element: XmlElement): void {
    if (element.name === 'mc:AlternateContent') {
      const branch = alternativeOf(element);
      if (branch !== undefined) this.graphic(branch);
    } else if (element.name === 'w:txbxContent') this.box(element);
    else if (pictures.has(element.name)) this.pictures++;
    else for (const child of elementsOf(element)) this.graphic(child);
  }

  /** A box is read by itself: a field of the paragraph around does not reach into it. */
  private box(element: XmlElement): void {
    const { fields } = this.context;
    this.context.fields = [];
    this.boxes.push(this.context.readBlocks(element));
    this.context.fields = fields;
  }
}

const graphics = new Set(['w:drawing', 'w:pict', 'w:object']);
/**
 * A picture, a drawn chart, a picture of the old kind, or an embedded object, which is shown as a picture.
 */
const pictures = new Set(['a:blip', 'c:chart', 'v:imagedata']);

/** What elements of a run show that hold no text. */
const symbols: { readonly [name: string]: string } = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  // A character of a symbol font, whatever it looks like.
  'w:sym': '□',
};

const textOf = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('');
