// The paragraphs and tables of a .docx. Every run and cell keeps its place in document.xml, so that the text
// of one cell can be replaced there and all else kept byte for byte.
import type { Span } from '../../text/span.ts';
import type { FlowCell, FlowParagraph, FlowRow, FlowTable } from '../flow.ts';

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
 * Why a paragraph must not be written to: `field`: a result that Word works out; `control`: a content
 * control; `link`; `revision`: a tracked change; `number`: a list number, which stands in the text and not in
 * the runs.
 */
export type DocxObstacle = 'field' | 'control' | 'link' | 'revision' | 'number';

export interface DocxParagraph extends FlowParagraph {
  readonly span: Span;
  readonly runs: readonly DocxRun[];
  readonly boxes: readonly (readonly DocxBlock[])[];
  readonly obstacles: ReadonlySet<DocxObstacle>;
}

export interface DocxTable extends FlowTable {
  readonly span: Span;
  readonly rows: readonly DocxRow[];
}

export interface DocxRow extends FlowRow {
  readonly cells: readonly DocxCell[];
}

export interface DocxCell extends FlowCell {
  readonly span: Span;
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
