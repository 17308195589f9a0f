import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedReaders } from '../../server/src/office/read-office.ts';
import { pdfReaders } from './office-cases.ts';
import { bodyXml, docx, numbering, styles } from './office-docx.ts';
import { articleHtml, pageHtml } from './office-html.ts';
import { pdf } from './office-pdf.ts';
import { officeFigures, officeReport } from './office-report.ts';
import { sheetOf, xlsx } from './office-xlsx.ts';

const blocks = officeReport(officeFigures);

/** The same report in every format: name, file, and what reads it. */
export const officeFixtures: readonly (readonly [string, Uint8Array, LoadedReaders])[] = [
  [
    'a .docx',
    docx(bodyXml(blocks), { 'word/styles.xml': styles(''), 'word/numbering.xml': numbering('') }),
    {},
  ],
  ['an .xlsx', xlsx([sheetOf('年报', blocks)]), {}],
  ['a page', new TextEncoder().encode(pageHtml(articleHtml(blocks))), {}],
  ['a .doc', new Uint8Array(readFileSync(join(__dirname, '../office/files/marks.doc'))), {}],
  ['a .pdf', pdf(blocks), pdfReaders],
];
