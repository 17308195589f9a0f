// Reads a PDF as a text. This is a bundle of its own, loaded at the first PDF: pdf.js is large.
import { type OfficeText, UnreadableOffice } from '../office-text.ts';
import { refusals } from '../refusals.ts';
import { wordsIn } from '../text-writer.ts';
import type { PdfPage } from './pdf-page.ts';
import { type CharacterMaps, readPages } from './pdf-pages.ts';
import { pdfText } from './pdf-text.ts';

/** Throws `UnreadableOffice`. `maps`: the character maps of Chinese fonts that are not embedded. */
export async function readPdf(bytes: Uint8Array, maps: CharacterMaps): Promise<OfficeText> {
  const pages: PdfPage[] = [];
  for await (const page of readPages(bytes, maps)) pages.push(page);
  const result = pdfText(pages);
  const words = wordsIn(result.text);
  if (words === '') throw new UnreadableOffice(refusals.scanned);
  if (isGarbled(words)) throw new UnreadableOffice(refusals.garbled);
  return result;
}

/** Whether a third of the characters are none: a font need not say what its shapes mean. */
const isGarbled = (words: string): boolean =>
  words.replace(/[^\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]/g, '').length * 3 > words.length;
