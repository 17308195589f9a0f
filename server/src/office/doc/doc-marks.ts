// Which characters of a binary Word file are not shown: deleted and hidden ones, and the codes of fields.
// Tracked changes are told.
import type { DocFile } from './doc-file.ts';
import { characterRuns, sprmsIn } from './doc-properties.ts';

export interface DocMarks {
  /** For each character of the text whether it is left out. */
  readonly gone: Uint8Array;
  readonly tracked: boolean;
}

const DELETED = 0x0800;
const INSERTED = 0x0801;
const HIDDEN = 0x083c;

export function docMarks(file: DocFile): DocMarks {
  const gone = new Uint8Array(file.text.text.length);
  let tracked = false;
  for (const { from, to, properties } of characterRuns(file)) {
    let out = false;
    for (const { code, operand } of sprmsIn(properties)) {
      const on = (operand.u8(0) & 1) === 1;
      if (code === DELETED || code === HIDDEN) out = on || (out && code !== HIDDEN);
      if (on && (code === DELETED || code === INSERTED)) tracked = true;
    }
    if (out) for (const [start, end] of file.text.positionsIn(from, to)) gone.fill(1, start, end);
  }
  markFieldCodes(file.text.text, gone);
  return { gone, tracked };
}

const [BEGIN, SEPARATE, END] = [0x13, 0x14, 0x15];

/**
 * A field is its code, its stored result, and marks before, between and behind; of the code nothing is shown.
 */
function markFieldCodes(text: string, gone: Uint8Array): void {
  const open: ('code' | 'result')[] = [];
  let codes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BEGIN) {
      open.push('code');
      codes++;
    } else if (unit === SEPARATE && open.at(-1) === 'code') {
      open[open.length - 1] = 'result';
      codes--;
    } else if (unit === END && open.pop() === 'code') codes--;
    // No code reaches beyond its cell: one that does was never closed.
    if (unit === 7 && codes > 0) {
      open.length = 0;
      codes = 0;
    }
    if (codes > 0 || (unit >= BEGIN && unit <= END)) gone[i] = 1;
  }
}
