import { kept } from '../base/memoize-per-object.ts';
import type { Piece } from '../text/document-text.ts';
import { type Landmark, landmarks } from './heading-candidates.ts';

/** The landmarks of a piece, counted in it; found once for each piece. */
export const pieceMarks = kept((piece: Piece): readonly Landmark[] => landmarks(piece.text, true));
