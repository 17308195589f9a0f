// The bundle dist/office.js: loaded at the first Office file.

export { type DocxEdit, type WrittenDocx, writeDocx } from './docx/write-docx.ts';
export type { OfficeNote, OfficeRefusal, OfficeText } from './office-text.ts';
export { type Place, type Places, placeAt, placePhrase } from './places.ts';
export { type LoadedReaders, readOffice } from './read-office.ts';
export { type FileKind, recognise } from './recognise.ts';
export { type CellGrid, readGrids } from './xlsx/cell-grid.ts';
