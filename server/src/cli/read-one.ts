// The one file that `text` is about.
import type { Phrase } from '../base/phrase.ts';
import { listInputs } from '../io/list-inputs.ts';
import { type ReadDocument, readDocument } from './read-document.ts';

/** What the file at a path (`-` for standard input) says; or why it cannot be told. */
export async function readOne(path: string, cwd: string): Promise<ReadDocument | { readonly why: Phrase }> {
  const found = [];
  for await (const each of listInputs([path], cwd, false)) if (found.push(each) > 1) return { why: oneFile };
  const [input] = found;
  if (input === undefined) return { why: oneFile };
  if ('error' in input) return { why: input.error };
  return readDocument({ ...input, listed: false }, { textOnly: false, fix: false });
}

const oneFile: Phrase = { zh: '这里只能写明一个文件', en: 'one file is wanted here' };
