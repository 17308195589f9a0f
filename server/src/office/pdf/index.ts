// The bundle dist/pdf.js: loaded at the first PDF, in a thread where there are threads.
export { mapsInPack } from './character-maps.ts';
export { readPdf } from './read-pdf.ts';
