// Follows the drawing operations of a page for its ruling lines and pictures. Lines are drawn as strokes, as
// thin filled rectangles, or as the edges of stroked ones; what is filled widely is a background.
import type { Ruling } from './pdf-page.ts';

/** a, b, c, d, e, f of a transformation: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** The numbers of the operations that matter, as pdf.js numbers them. */
export interface DrawingOperations {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly endPath: number;
}

/** Wider rectangles that are filled are no lines, in points. */
const THICKEST = 2.5;
/** Shorter lines are parts of characters or dots, in points. */
const SHORTEST = 4;
/** The least width and height of a picture that may show a table, in points. */
const LEAST_PICTURE = [150, 40] as const;
/** Lines of a page; more is a drawing, and no table. */
const MOST_RULINGS = 20_000;

export class PageDrawing {
  readonly horizontals: Ruling[] = [];
  readonly verticals: Ruling[] = [];
  readonly pictures: number[] = [];
  private readonly ops: DrawingOperations;
  private matrix: Matrix;
  private readonly saved: Matrix[] = [];
  /** What has been drawn since the latest change of the matrix. */
  private drawn = true;

  constructor(ops: DrawingOperations, matrix: Matrix) {
    this.ops = ops;
    this.matrix = matrix;
  }

  operation(code: number, given: unknown): void {
    const { ops } = this;
    if (code === ops.save) this.saved.push(this.matrix);
    else if (code === ops.restore || code === ops.paintFormXObjectEnd) this.restore(code === ops.restore);
    else if (code === ops.transform) this.transform(given as Matrix);
    else if (code === ops.paintFormXObjectBegin) {
      this.saved.push(this.matrix);
      const [matrix] = given as readonly (Matrix | null)[];
      if (matrix != null) this.transform(matrix);
      this.drawn = true;
    } else {
      this.drawn = true;
      if (code === ops.constructPath)
        this.path(given as readonly [number, readonly (ArrayLike<number> | null)[]]);
    }
  }

  private transform(matrix: Matrix): void {
    this.matrix = multiply(this.matrix, matrix);
    this.drawn = false;
  }

  /** Pictures are not decoded, which leaves a place of their size with nothing drawn in it. */
  private restore(own: boolean): void {
    const [a, b, c, d, , f] = this.matrix;
    if (own && !this.drawn) {
      const [width, height] = [Math.abs(a) + Math.abs(c), Math.abs(b) + Math.abs(d)];
      if (width >= LEAST_PICTURE[0] && height >= LEAST_PICTURE[1])
        this.pictures.push(f + Math.min(0, b) + Math.min(0, d));
    }
    this.matrix = this.saved.pop() ?? this.matrix;
    this.drawn = true;
  }

  private path([code, [data]]: readonly [number, readonly (ArrayLike<number> | null)[]]): void {
    const { ops } = this;
    if (
      data == null ||
      code === ops.endPath ||
      this.horizontals.length + this.verticals.length > MOST_RULINGS
    )
      return;
    const filled = code === ops.fill || code === ops.eoFill;
    for (const points of subpaths(data)) {
      const shown = points.map(([x, y]) => this.shown(x, y));
      const [left, right] = extent(shown.map(([x]) => x));
      const [top, bottom] = extent(shown.map(([, y]) => y));
      if (right - left <= THICKEST && bottom - top <= THICKEST) continue;
      if (right - left <= THICKEST) this.segment([(left + right) / 2, top], [(left + right) / 2, bottom]);
      else if (bottom - top <= THICKEST)
        this.segment([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
      else if (!filled)
        for (const [i, point] of shown.entries()) if (i > 0) this.segment(shown[i - 1] as Point, point);
    }
  }

  private segment([x1, y1]: Point, [x2, y2]: Point): void {
    const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
    if (height <= THICKEST && width > SHORTEST)
      this.horizontals.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else if (width <= THICKEST && height > SHORTEST)
      this.verticals.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }

  private shown(x: number, y: number): Point {
    const [a, b, c, d, e, f] = this.matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  }
}

type Point = readonly [number, number];

/**
 * Codes in the data of a path, each with so many numbers behind it; of a curve the last two are where it
 * ends.
 */
const [MOVE, CURVE, QUADRATIC, CLOSE] = [0, 2, 3, 4];

function subpaths(data: ArrayLike<number>): readonly (readonly Point[])[] {
  const paths: Point[][] = [];
  for (let at = 0; at < data.length; ) {
    const code = data[at++] as number;
    const open = paths.at(-1);
    if (code === CLOSE) {
      if (open?.[0] !== undefined) open.push(open[0]);
      continue;
    }
    if (code > CLOSE) break;
    at += code === CURVE ? 4 : code === QUADRATIC ? 2 : 0;
    const point: Point = [data[at++] ?? 0, data[at++] ?? 0];
    if (code === MOVE || open === undefined) paths.push([point]);
    else open.push(point);
  }
  return paths;
}

function extent(values: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
}
