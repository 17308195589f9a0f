// pdf.js has no types for its worker, which is imported for what it does.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
