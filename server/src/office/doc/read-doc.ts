// Reads a binary Word file (.doc, .wps) as a text.
import { writeFlow } from '../flow-writer.ts';
import { noteOf } from '../notes.ts';
import type { OfficeText } from '../office-text.ts';
import { openDoc } from './doc-file.ts';
import { docBlocks } from './doc-flow.ts';
import { docNumberer } from './doc-lists.ts';
import { docMarks } from './doc-marks.ts';

/** Throws `UnreadableOffice`. */
export function readDoc(bytes: Uint8Array): OfficeText {
  const file = openDoc(bytes);
  const marks = docMarks(file);
  return writeFlow(
    'doc',
    docBlocks(file, marks, docNumberer(file)),
    marks.tracked ? [noteOf('tracked')] : [],
  );
}
