import { type Landmark, landmarks } from '../syntax/landmarks.ts';
import { kept } from '../text/kept.ts';
import type { Piece } from '../text/text.ts';

/** The landmarks of a piece, counted in it; found once for each piece. */
export const pieceMarks = kept((piece: Piece): readonly Landmark[] => landmarks(piece.text, true));
