import { deepStrictEqual, fail } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { OfficeText } from '../../server/src/office/office-text.ts';
import { readPdf } from '../../server/src/office/pdf/read-pdf.ts';
import { type Place, placeAt } from '../../server/src/office/places.ts';
import { type LoadedReaders, readOffice } from '../../server/src/office/read-office.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import type { Figures } from './figures.ts';
import { cellsOf, expectedOf, readOf, reportOf } from './reading.ts';

// Reading Office files in tests.

/** The text read; a refusal fails the test. */
export async function readAs(bytes: Uint8Array, readers: LoadedReaders = {}): Promise<OfficeText> {
  const result = await readOffice(bytes, readers);
  return 'refused' in result ? fail(result.refused.en) : result;
}

/** The English sentence of a refusal; a text read fails the test. */
export async function refusalOf(bytes: Uint8Array, readers: LoadedReaders = {}): Promise<string> {
  const result = await readOffice(bytes, readers);
  return 'refused' in result ? result.refused.en : fail(`read: ${result.text.slice(0, 80)}`);
}

/** The text holds one report with these figures and no others. */
export const hasFigures = (text: string, figures: Figures): void =>
  deepStrictEqual(readOf(reportOf(text)), expectedOf(figures));

/** The same where marks of notes stand behind figures. */
export function hasNotedFigures(text: string, figures: Figures): void {
  const read = [...cellsOf(reportOf(text))].map(([field, { money, count }]) => [
    field,
    String(money ?? count),
  ]);
  deepStrictEqual(new Map(read as [string, string][]), new Map(figures));
}

/** Where each figure stands in the file. */
export function placesOfFigures({ text, places }: OfficeText): ReadonlyMap<string, Place | null> {
  const [placed] = reportsIn(text);
  if (placed === undefined) return new Map();
  return new Map(
    [...cellsOf(placed.report)].map(([field, { span }]) => [field, placeAt(places, placed.at + span.from)]),
  );
}

/** Files made for every trap, beside the project; where they are missing, the tests over them are skipped. */
const shared = resolve(__dirname, '../../../shared/office/files');

export const hasSharedFiles = (): boolean => existsSync(shared);

export const sharedFile = (name: string): Uint8Array => new Uint8Array(readFileSync(join(shared, name)));

/** The figures that a file was made with, as text. */
export function sharedFigures(name: string): Figures {
  const json = JSON.parse(readFileSync(join(shared, name), 'utf8')) as Record<string, string | number>;
  return new Map(Object.entries(json).map(([field, value]) => [field, String(value)]));
}

/** How many figures are read right, and how many there are: `200/200`. */
export function rightOf(text: string, figures: Figures): string {
  const [placed] = reportsIn(text);
  const cells = placed === undefined ? new Map() : cellsOf(placed.report);
  const right = [...figures].filter(([field, value]) => plain(cells.get(field)?.raw ?? '') === value);
  return `${right.length}/${figures.size}`;
}

const plain = (raw: string): string => raw.normalize('NFKC').trim();

/** The character maps of the package that the product takes its own from. */
export function characterMap(name: string): Uint8Array | null {
  const file = join(dirname(require.resolve('pdfjs-dist/package.json')), 'cmaps', `${name}.bcmap`);
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
}

export const pdfReaders: LoadedReaders = { pdf: async () => (bytes) => readPdf(bytes, characterMap) };
