// Marks on a text that is edited.

/** UTF-16 units of the document. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** The marks after `removed` units at an offset became `added`: one that the change touches is gone. */
export const marksAfter = (
  marks: readonly Mark[],
  at: number,
  removed: number,
  added: number,
): readonly Mark[] =>
  marks.flatMap((mark) => {
    if (mark.to < at) return [mark];
    if (mark.from <= at + removed) return [];
    return [{ ...mark, from: mark.from + added - removed, to: mark.to + added - removed }];
  });
