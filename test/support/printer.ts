// Prints a report from figures, in any layout with any noise, and says where each figure stands.

import { sections } from '../../server/src/form/sections.ts';
import type { Edition, TableId } from '../../server/src/form/spec.ts';
import type { Figures } from './figures.ts';
import { grid } from './grid.ts';
import { type Layout, type LayoutId, layouts } from './layouts.ts';
import { clean, headingWords, type Noise, words } from './noise.ts';
import { drawnWith, type LineEnd, type Page, type Printed, page } from './page.ts';
import { prose, residueAfter, residueBefore } from './prose.ts';

export type { LayoutId } from './layouts.ts';
export { layoutIds, layouts } from './layouts.ts';
export { joined, type LineEnd, lineEnds, type Printed } from './page.ts';

export interface PrintOptions {
  readonly edition?: Edition;
  /** One for all tables, or one for each. */
  readonly layout?: LayoutId | Readonly<Record<TableId, LayoutId>>;
  readonly organ?: string;
  readonly year?: number;
  readonly noise?: Noise;
  /** `page`: the whole article was a cell of an outer table. `endless`: blanks instead of line ends. */
  readonly frame?: 'none' | 'page' | 'endless';
  readonly residue?: boolean;
  readonly eol?: LineEnd;
  /** What bars are drawn with where the layout does not say; one after the other where there are several. */
  readonly bars?: string;
  /** Padding bars beyond the usual. */
  readonly extra?: number;
  readonly lastPadded?: boolean;
  readonly pageBreak?: boolean;
  readonly grouped?: boolean;
  /** A sentence with figures in it before each table. */
  readonly lead?: boolean;
}

/** Write a whole report with these figures. */
export function print(figures: Figures, options: PrintOptions = {}): Printed {
  const { edition = '2021', layout = 'row-line-span', organ = '清溪县教育局', noise = clean } = options;
  const { frame = 'none', year = edition === '2021' ? 2024 : 2020 } = options;
  const out = page(frame === 'endless' ? ' ' : options.eol);
  const { title, preamble, sections: text } = prose(figures, edition, organ, year);
  const layoutOf = (table: TableId): Layout => layouts[typeof layout === 'string' ? layout : layout[table]];
  const first = layoutOf('disclosure');
  const paragraph = (line: string, end: string = first.paragraph) =>
    out.put((first.wrapped && frame !== 'endless' ? wrap(words(line, noise)) : words(line, noise)) + end);

  const around = drawnWith(options.bars ?? '|', out);
  if (frame === 'page') around.put(`${'|'.repeat(350)}\n${'|'.repeat(120)}\n`);
  if (options.residue) for (const line of residueBefore) paragraph(line);
  out.put(words(title, noise) + first.paragraph);
  paragraph(preamble);
  for (const section of sections) {
    const table = section.table;
    // A page that was one cell has all of section one on one line.
    const end = frame === 'page' && section.number === 1 ? ' ' : first.paragraph;
    out.heading(section.number, () => out.put(headingWords(section.heading, noise) + end));
    const lines = text[section.number];
    for (const [i, line] of lines.entries()) paragraph(line, i < lines.length - 1 ? end : first.paragraph);
    if (options.lead && table) paragraph(leads[table]);
    if (table) out.table(table, () => writeTable(out, table, layoutOf(table), figures, edition, options));
    if (options.pageBreak && first.wrapped && section.number === 2) out.put('P. 2\n');
  }
  if (options.residue) for (const line of residueAfter) paragraph(line);
  if (frame === 'page') around.put('|\n');
  return out.done();
}

function writeTable(
  out: Page,
  table: TableId,
  layout: Layout,
  figures: Figures,
  edition: Edition,
  options: PrintOptions,
): void {
  const { noise = clean, extra = 0, lastPadded = false, pageBreak = false, grouped = false } = options;
  const page = drawnWith(layout.bars ?? options.bars ?? '|', out);
  layout.write(grid(table, edition, figures), page, { noise, extra, lastPadded, pageBreak, grouped });
}

/** Whether a layout keeps each head of a table in one piece. */
export const wholeHeads = (id: LayoutId): boolean => {
  const layout: Layout = layouts[id];
  return layout.breaks === undefined && layout.wrapped !== true;
};

/** Lines of 26 characters, as a PDF's text has them. */
const wrap = (line: string): string => line.replace(/.{26}(?!$)/gsu, '$&\n');

const leads: Readonly<Record<TableId, string>> = {
  disclosure: '本年度主动公开各类信息368条，具体情况见下表。',
  applications: '本机关依法办理政府信息公开申请，具体情况见下表。',
  disputes: '本年度因政府信息公开工作引发的争议情况见下表。',
};
