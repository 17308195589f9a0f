// The one file that a command is about.
import type { Phrase } from '../base/phrase.ts';
import { listInputs } from '../io/list-inputs.ts';
import { type Input, readInput } from '../io/read-file.ts';
import { type ReadDocument, readDocument } from './read-document.ts';

/** What the file at a path (`-` for standard input) says; or why it cannot be told. */
export async function readOne(path: string, cwd: string): Promise<ReadDocument | { readonly why: Phrase }> {
  const input = await oneInput(path, cwd);
  return 'why' in input ? input : readDocument(input, { textOnly: false, fix: false });
}

/** The bytes of that file. */
export async function bytesOf(path: string, cwd: string): Promise<Uint8Array | { readonly why: Phrase }> {
  const input = await oneInput(path, cwd);
  if ('why' in input) return input;
  const bytes = readInput(input);
  return 'error' in bytes ? { why: bytes.error } : bytes;
}

async function oneInput(path: string, cwd: string): Promise<Input | { readonly why: Phrase }> {
  const found = [];
  for await (const each of listInputs([path], cwd, false)) if (found.push(each) > 1) return { why: oneFile };
  const [input] = found;
  if (input === undefined) return { why: oneFile };
  return 'error' in input ? { why: input.error } : { ...input, listed: false };
}

const oneFile: Phrase = { zh: '这里只能写明一个文件', en: 'one file is wanted here' };
