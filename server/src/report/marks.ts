import { type Landmark, landmarks } from '../syntax/landmarks.ts';
import { kept } from '../text/kept.ts';
import type { Piece } from '../text/text.ts';

const known = kept<Piece, readonly Landmark[]>();

/** The landmarks of a piece, counted in it; found once for each piece. */
export function pieceMarks(piece: Piece): readonly Landmark[] {
  let marks = known.get(piece);
  if (marks === undefined) {
    marks = landmarks(piece.text, true);
    known.set(piece, marks);
  }
  return marks;
}
