// Adds entries to the text of a configuration; all else in it stays as it is, comments too.

import type { FormattingOptions, ParseError } from 'jsonc-parser';
import { lineBreakOf } from '../text/lines.ts';
import type { Edit } from '../text/span.ts';
import { jsonc } from './json-tree.ts';

/**
 * Adds an entry behind the others of a list; `''` is the text of a new configuration. Null for a text that is
 * not valid.
 */
export function addEntry(text: string, list: 'accept' | 'aggregates', entry: object): readonly Edit[] | null {
  const { findNodeAtLocation, modify, parseTree } = jsonc();
  const errors: ParseError[] = [];
  const root = text.trim() === '' ? undefined : parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || (root !== undefined && root.type !== 'object')) return null;
  const entries = root && findNodeAtLocation(root, [list]);
  if (entries !== undefined && entries.type !== 'array') return null;
  // Behind the last item: an insertion at -1 would trip over a trailing comma.
  const path = [list, entries?.children?.length ?? 0];
  const options = { formattingOptions: formattingOf(text), isArrayInsertion: true };
  return modify(text, path, entry, options).map(({ offset, length, content }) => ({
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
