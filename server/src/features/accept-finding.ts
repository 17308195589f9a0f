// Accepting a finding: the edits of the configuration's text.

import { type FormattingOptions, findNodeAtLocation, modify, type ParseError, parseTree } from 'jsonc-parser';
import type { FieldId } from '../form/spec.ts';
import { lineBreakOf } from '../text/lines.ts';
import type { Edit } from '../text/span.ts';

export interface AcceptEntry {
  /** The report's path from the folder of the configuration, with `/`. */
  readonly report: string;
  readonly rule: string;
  readonly at: FieldId;
  /** What the cell holds, as `ogi-report data` prints it. */
  readonly value: number | string | null;
}

/**
 * Adds an entry behind the others; `''` is the text of a new configuration. The reason is left to be filled
 * in. Null for a text that is not valid.
 */
export function acceptFinding(text: string, entry: AcceptEntry): readonly Edit[] | null {
  const errors: ParseError[] = [];
  const root = text.trim() === '' ? undefined : parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || (root !== undefined && root.type !== 'object')) return null;
  const entries = root && findNodeAtLocation(root, ['accept']);
  if (entries !== undefined && entries.type !== 'array') return null;
  // Behind the last item: an insertion at -1 would trip over a trailing comma.
  const path = ['accept', entries?.children?.length ?? 0];
  const options = { formattingOptions: formattingOf(text), isArrayInsertion: true };
  return modify(text, path, { ...entry, reason: '' }, options).map(({ offset, length, content }) => ({
    from: offset,
    to: offset + length,
    insert: content,
  }));
}

/** The formatting that the text has. */
function formattingOf(text: string): FormattingOptions {
  const hasTabs = /^\t/m.test(text);
  return {
    tabSize: hasTabs ? 4 : (/^( +)\S/m.exec(text)?.[1]?.length ?? 2),
    insertSpaces: !hasTabs,
    eol: lineBreakOf(text),
  };
}
