import { findNodeAtLocation, modify, type ParseError, parseTree } from 'jsonc-parser';
import type { FieldId } from '../form/types.ts';
import type { Edit } from '../text/span.ts';

/** A finding that a person lets stand. */
export interface AcceptEntry {
  /** The report's path from the folder of the configuration, with `/`. */
  readonly report: string;
  readonly rule: string;
  readonly at: FieldId;
  /** What the cell holds, as `ogi-report data` prints it. */
  readonly value: number | string | null;
}

/**
 * The edits that write an entry behind the others of a configuration's text; `''` is a new one. The reason is left for the person to
 * fill in. Null for a text that is no configuration.
 */
export function acceptFinding(
  text: string,
  { report, rule, at, value }: AcceptEntry,
): readonly Edit[] | null {
  const errors: ParseError[] = [];
  const root = text.trim() === '' ? undefined : parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || (root !== undefined && root.type !== 'object')) return null;
  const entries = root && findNodeAtLocation(root, ['accept']);
  if (entries !== undefined && entries.type !== 'array') return null;
  const entry = { report, rule, at, value, reason: '' };
  const tabSize = /^\t/m.test(text) ? 4 : (/^( +)\S/m.exec(text)?.[1]?.length ?? 2);
  const formattingOptions = {
    tabSize,
    insertSpaces: !/^\t/m.test(text),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  // Behind the last item: an insertion at -1 would trip over a trailing comma.
  const path = ['accept', entries?.children?.length ?? 0];
  const edits = modify(text, path, entry, { formattingOptions, isArrayInsertion: true });
  return edits.map(({ offset, length, content }) => ({
    from: offset,
    to: offset + length,
    insert: content,
  }));
}
