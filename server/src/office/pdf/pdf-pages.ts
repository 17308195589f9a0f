// Reads the pages of a PDF with pdf.js, which is loaded at the first PDF. Nothing is drawn and no picture
// decoded.
import './pdf-globals.ts';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UnreadableOffice } from '../office-text.ts';
import { refusals } from '../refusals.ts';
import { type Matrix, multiply, PageDrawing } from './pdf-drawing.ts';
import type { PdfPage, PdfWord } from './pdf-page.ts';

/** The bytes of a predefined character map by its name (`UniGB-UCS2-H`); null when it is not there. */
export type CharacterMaps = (name: string) => Promise<Uint8Array | null> | Uint8Array | null;

const MOST_PAGES = 200;
/** How long all pages of a file may take, in milliseconds. */
const LONGEST = 20_000;

/** Throws `UnreadableOffice`. */
export async function* readPages(bytes: Uint8Array, maps: CharacterMaps): AsyncGenerator<PdfPage> {
  const { getDocument, OPS } = await load();
  const until = Date.now() + LONGEST;
  const task = getDocument({ ...options, CMapReaderFactory: readerOf(maps), data: Uint8Array.from(bytes) });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw new UnreadableOffice(refusals.tooLarge);
    for (let number = 1; number <= document.numPages; number++) {
      if (Date.now() > until) throw new UnreadableOffice(refusals.tooSlow);
      const page = await document.getPage(number);
      yield await readPage(page, number, OPS);
      page.cleanup();
    }
  } catch (error) {
    if ((error as Error).name === 'PasswordException') throw new UnreadableOffice(refusals.encryptedPdf);
    throw error;
  } finally {
    await task.destroy();
  }
}

const load = async () => {
  // It finds its worker among the global names, and so runs in this thread.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return await import('pdfjs-dist/legacy/build/pdf.mjs');
};

const options = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  cMapPacked: true,
  enableXfa: false,
  stopAtErrors: false,
  // Pictures of more pixels are left out.
  maxImageSize: 1,
  verbosity: 0,
};

/**
 * pdf.js makes an object of a class; without a character map a font of its kind would have no text, and no
 * error.
 */
const readerOf = (maps: CharacterMaps) =>
  class {
    readonly fetch = async ({
      name,
    }: {
      name: string;
    }): Promise<{ cMapData: Uint8Array; isCompressed: true }> => {
      const cMapData = await maps(name);
      if (cMapData === null) throw new Error(`no character map ${name}`);
      return { cMapData: Uint8Array.from(cMapData), isCompressed: true };
    };
  };

type Operations = Awaited<ReturnType<typeof load>>['OPS'];

async function readPage(page: PDFPageProxy, number: number, ops: Operations): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const matrix = transform as unknown as Matrix;
  const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: false });
  const words = items.flatMap((item) => ('str' in item ? wordOf(item, matrix) : []));
  const drawing = new PageDrawing(ops, matrix);
  const { fnArray, argsArray } = await page.getOperatorList();
  for (const [i, code] of fnArray.entries()) drawing.operation(code, argsArray[i]);
  const { horizontals, verticals, pictures } = drawing;
  return { number, width, height, words, horizontals, verticals, pictures };
}

interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** A word as it is shown; none for blanks, and for what stands aslant as a watermark does. */
function wordOf({ str, dir, transform, width, height }: TextItem, page: Matrix): readonly PdfWord[] {
  const text = str.trim();
  if (text === '') return [];
  const [a, b, c, d, x, y] = multiply(page, transform as unknown as Matrix);
  if (a <= 0 || Math.abs(b) > a * 0.2) return [];
  const size = Math.hypot(c, d) || height || 10;
  // Vertical writing begins at the top, in the middle of its column.
  if (dir === 'ttb') return [{ text, x: x - size / 2, y: y + size, width: size, size }];
  // The blanks in front of it have a width too.
  const leading = (str.length - str.trimStart().length) / str.length;
  return [{ text, x: x + width * leading, y, width: width * (text.length / str.length), size }];
}
