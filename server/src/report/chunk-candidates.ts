import { memoizePerObject } from '../base/cache.ts';
import type { Chunk } from '../text/chunk.ts';
import { type HeadingCandidate, headingCandidates } from './heading-candidates.ts';

/** The landmarks of a chunk, counted in it; found once for each chunk. */
export const candidatesIn = memoizePerObject((chunk: Chunk): readonly HeadingCandidate[] =>
  headingCandidates(chunk.text, true),
);
