import { sections } from '../../server/src/form/sections.ts';
import type { Edition } from '../../server/src/form/spec.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Grid, grid } from './grid.ts';
import { prose } from './prose.ts';

// A report as a word processor has it, for the writers of Office files beside this file.

export type OfficeBlock =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly grid: Grid };

export const ORGAN = '清溪县教育局';

/** The blocks of a whole report with these figures. */
export function officeReport(figures: Figures, edition: Edition = '2021'): readonly OfficeBlock[] {
  const {
    title,
    preamble,
    sections: text,
  } = prose(figures, edition, ORGAN, edition === '2021' ? 2024 : 2020);
  return [
    { kind: 'title', text: title },
    { kind: 'text', text: preamble },
    ...sections.flatMap(({ number, heading, table }): OfficeBlock[] => [
      { kind: 'heading', text: heading },
      ...text[number].map((line) => ({ kind: 'text' as const, text: line })),
      ...(table === undefined ? [] : [{ kind: 'table' as const, grid: grid(table, edition, figures) }]),
    ]),
  ];
}

/** The lines of a report outside of its tables. */
export const linesOf = (blocks: readonly OfficeBlock[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));

/** Figures of the tests: a hundred of the two hundred are not 0, and most of these have several digits. */
export const officeFigures: Figures = figuresOf(65, '2021');
