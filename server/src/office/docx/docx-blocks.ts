// What a .docx says, in the order it is read: paragraphs of runs, and tables of cells that hold paragraphs and tables again. Every run
// and cell keeps its place in document.xml, so that the text of one cell can be replaced there and all else kept byte for byte.
import type { Span } from '../../text/span.ts';

export type DocxBlock = DocxParagraph | DocxTable;

/** A stretch of shown text. All spans count UTF-16 units of document.xml. */
export interface DocxRun {
  /** A tab is `\t`, a line break `\n`. */
  readonly text: string;
  /** Between `<w:t>` and `</w:t>`; of a tab or break the whole element. */
  readonly content: Span;
  readonly isText: boolean;
  /** The run around it, `<w:r>` to `</w:r>`. */
  readonly run: Span;
  /** The run's properties, `<w:rPr>` to `</w:rPr>`; null without. */
  readonly properties: Span | null;
}

/**
 * Why a paragraph must not be written to:
 * `field`: a result that Word works out; `control`: a content control; `link`; `revision`: a tracked change.
 */
export type DocxObstacle = 'field' | 'control' | 'link' | 'revision';

export interface DocxParagraph {
  readonly kind: 'paragraph';
  readonly span: Span;
  /** The number of a list item, '' without. */
  readonly number: string;
  readonly runs: readonly DocxRun[];
  /** The texts of text boxes that are anchored here. */
  readonly boxes: readonly (readonly DocxBlock[])[];
  /** How many pictures and embedded objects are shown here. */
  readonly pictures: number;
  /** Whether its end is deleted, so that the next paragraph goes on in it. */
  readonly joined: boolean;
  readonly obstacles: ReadonlySet<DocxObstacle>;
}

export interface DocxTable {
  readonly kind: 'table';
  readonly span: Span;
  readonly rows: readonly DocxRow[];
}

export interface DocxRow {
  readonly cells: readonly DocxCell[];
  /** Grid columns behind the last cell that have none. */
  readonly after: number;
}

export interface DocxCell {
  readonly span: Span;
  /** The first grid column, from 0. */
  readonly column: number;
  readonly columns: number;
  /** Whether it goes on from the cell above. */
  readonly continued: boolean;
  readonly blocks: readonly DocxBlock[];
}

/** What was met while reading, for the notes. */
export interface DocxFacts {
  /** Tracked changes. */
  tracked: number;
  hiddenRows: number;
  /** Documents embedded with `w:altChunk`. */
  embedded: number;
}
