// A page of a PDF as it is laid out: words, ruling lines and pictures. All lengths are in points, from the
// top left corner of the page as it is shown.

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
  readonly horizontals: readonly Ruling[];
  readonly verticals: readonly Ruling[];
  /** Where pictures begin, from the top. */
  readonly pictures: readonly number[];
}

/** A stretch of text on one line. */
export interface PdfWord {
  readonly text: string;
  readonly x: number;
  /** Of the line that the characters stand on. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
}

/** A straight line: `at` is its y where it is horizontal, its x where it is vertical. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
