import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Grid } from './grid.ts';
import type { OfficeBlock } from './office-report.ts';

// Writes .docx files by hand, so that a test can put any markup into them.

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const namespaces = [
  `xmlns:w="${W}" xmlns:mc="${MC}" xmlns:r="${R}"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"',
].join(' ');

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `<w:r>` with this text. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** `<w:p>` around runs. */
export const paragraph = (runs: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;

/** A table with merged cells as Word writes them: `gridSpan` across, `vMerge` down. */
export function tableXml({ columns, rows }: Grid): string {
  const open = new Map<number, { across: number; down: number }>();
  const xml = rows.map(({ cells }) => {
    let column = 0;
    let out = '';
    const covered = () => {
      for (let cell = open.get(column); cell !== undefined; cell = open.get(column)) {
        out += cellXml(cell.across, '<w:vMerge/>', '');
        if (cell.down > 1) open.set(column, { ...cell, down: cell.down - 1 });
        else open.delete(column);
        column += cell.across;
      }
    };
    for (const { text, across, down } of cells) {
      covered();
      out += cellXml(across, down > 1 ? '<w:vMerge w:val="restart"/>' : '', text);
      if (down > 1) open.set(column, { across, down: down - 1 });
      column += across;
    }
    covered();
    return `<w:tr>${out}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="900"/>'.repeat(columns)}</w:tblGrid>${xml.join('')}</w:tbl>`;
}

const cellXml = (across: number, merge: string, text: string): string => {
  const span = across > 1 ? `<w:gridSpan w:val="${across}"/>` : '';
  const runs = text.split('\n').map((line) => (line === '' ? '' : run(line)));
  return `<w:tc><w:tcPr><w:tcW w:w="${900 * across}" w:type="dxa"/>${span}${merge}</w:tcPr>${paragraph(runs.join('<w:r><w:br/></w:r>'))}</w:tc>`;
};

/** The body of a report, without its `w:body`. */
export const bodyXml = (blocks: readonly OfficeBlock[]): string =>
  blocks
    .map((block) => (block.kind === 'table' ? tableXml(block.grid) : paragraph(run(block.text))))
    .join('');

export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`;

/** A package with these parts beside what every .docx has. */
export const docx = (body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array =>
  packed({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships('word/document.xml'),
    'word/document.xml': documentXml(body),
    ...parts,
  });

/** The relationships of a package whose main part is `target`. */
export const relationships = (target: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="${target}"/></Relationships>`;

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

export function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts))
    files[name] = [
      typeof part === 'string' ? strToU8(part) : part,
      { level: part.length > 1 << 20 ? 1 : 6, mtime: '2026-01-01' },
    ];
  return zipSync(files);
}

export const styles = (inner: string): string => `<w:styles xmlns:w="${W}">${inner}</w:styles>`;
export const numbering = (inner: string): string => `<w:numbering xmlns:w="${W}">${inner}</w:numbering>`;
