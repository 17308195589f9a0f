// `ogi-report export`: a report as a file of Word, Excel or a web page.
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Phrase } from '../base/phrase.ts';
import { reportBlocks } from '../export/report-blocks.ts';
import { exportWriters } from '../io/export-files.ts';
import { isSameFile, writeFile } from '../io/saving.ts';
import { reportsIn } from '../report/index.ts';
import type { Asked } from './asked.ts';
import { readOne } from './read-one.ts';
import { noReport } from './view.ts';

export interface Exported {
  /** Where it was written; null where the bytes are for standard output. */
  readonly path: string | null;
  readonly bytes: Uint8Array;
  /** What of the report is not in the file. */
  readonly lost: readonly Phrase[];
}

/** The file is written beside its source with another ending where no name is given. */
export async function exportFile(
  { path, to, output, force }: Extract<Asked, { readonly command: 'export' }>,
  cwd: string,
): Promise<Exported | { readonly path: string; readonly why: Phrase }> {
  const read = await readOne(path, cwd);
  if ('why' in read) return { path, why: read.why };
  const drawn = reportsIn(read.text).map(({ report }) => reportBlocks(report));
  if (drawn.length === 0) return { path, why: noReport };
  const { exportReport } = await exportWriters();
  const bytes = await exportReport(
    drawn.flatMap(({ blocks }) => blocks),
    to,
  );
  const lost = drawn.flatMap((each) => each.lost);
  const target = output ?? (path === '-' ? '-' : withEnding(path, to));
  if (target === '-') return { path: null, bytes, lost };
  const file = resolve(cwd, target);
  const why = path !== '-' && isSameFile(resolve(cwd, path), file) ? sameFile : writeFile(file, bytes, force);
  return why === null ? { path: target, bytes, lost } : { path: target, why };
}

const withEnding = (path: string, ending: string): string =>
  join(dirname(path), `${basename(path, extname(path))}.${ending}`);

const sameFile: Phrase = {
  zh: '是要导出的报告本身，没有写入；请用 -o 另取文件名',
  en: 'is the report itself and was not written; name another file with -o',
};
