// Ranges of a text, and edits of it.
/** A half-open range of UTF-16 offsets, `from` ≤ `to`. What they count from is said where a span is kept. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Replace `from..to` by `insert`. A keystroke that arrives and a fix that leaves are both edits. */
export interface Edit extends Span {
  readonly insert: string;
}

/** The same span counted from an origin `by` units earlier. */
export const shift = (span: Span, by: number): Span => ({ from: span.from + by, to: span.to + by });

/** The same edit counted from an origin `by` units earlier. */
export const shiftEdit = ({ from, to, insert }: Edit, by: number): Edit => ({
  from: from + by,
  to: to + by,
  insert,
});

/** Whether `offset` lies in the span or at its end: a cursor behind the last digit is on the number. */
export const touches = (span: Span, offset: number): boolean => span.from <= offset && offset <= span.to;

/** Whether the two spans share a character or touch. */
export const meets = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

/** Whether edits can be applied together: none reaches into another, and no two stand at one place. */
export function areApart(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  return sorted.every((edit, i) => {
    const before = sorted[i - 1];
    return (
      before === undefined || (edit.from >= before.to && (edit.from > before.from || edit.to > edit.from))
    );
  });
}

/** Apply edits whose spans do not overlap, all counted in `text`. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    out += text.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return out + text.slice(at);
}
