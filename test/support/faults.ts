// Reports with mistakes of every kind, drawn by chance. `mutations.ts` changes single cells instead.

import type { Edit, Span } from '../../server/src/text/span.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { countCells, mutationsOf, type Subject, subjectsOf } from './mutations.ts';
import { print } from './printer.ts';
import type { Random } from './random.ts';
import { cellsOf } from './reading.ts';
import { rowCuts } from './rows.ts';
import { variantOf } from './variants.ts';

/** A report with one or several things wrong with it, and what was done to it. */
export interface Faulty {
  readonly name: string;
  readonly text: string;
}

/**
 * What may go wrong with a report while it is written, as edits of its text; none where it does not apply.
 */
const faults: Readonly<Record<string, (subject: Subject, chance: Random) => readonly Edit[]>> = {
  cell: (subject, chance) => {
    const cells = countCells(subject.report).flatMap(([field, cell]) => mutationsOf(subject, field, cell));
    if (cells.length === 0) return [];
    const { span, insert } = chance.pick(cells);
    return [{ ...span, insert }];
  },
  notation: (subject, chance) => {
    const written = [...cellsOf(subject.report).values()].filter(({ state }) => state === 'number');
    if (written.length === 0) return [];
    const cell = chance.pick(written);
    const wide = cell.raw.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const insert = chance.pick([wide, `0${cell.raw}`, `${cell.raw}件`, `${cell.raw}.0`]);
    return [{ ...moved(cell.span, subject.at), insert }];
  },
  'row lost': (subject, chance) => cut(pickRow(subject, chance)),
  'row twice': (subject, chance) => {
    const row = pickRow(subject, chance);
    return row ? [{ from: row.to, to: row.to, insert: subject.text.slice(row.from, row.to) }] : [];
  },
  'rows swapped': (subject, chance) => {
    const rows = rowCuts(subject);
    if (rows.length < 2) return [];
    const [[line, a], [other, b]] = [chance.pick(rows), chance.pick(rows)];
    if (line.split('.')[0] !== other.split('.')[0] || (a.from < b.to && b.from < a.to)) return [];
    return [
      { ...a, insert: subject.text.slice(b.from, b.to) },
      { ...b, insert: subject.text.slice(a.from, a.to) },
    ];
  },
  'heading lost': (subject, chance) => {
    const headings = subject.report.sections.flatMap(({ section: { heading }, at }) =>
      heading ? [moved(heading.span, at + subject.at)] : [],
    );
    return headings.length > 0 ? cut(chance.pick(headings)) : [];
  },
  'heading changed': (subject, chance) => {
    const headings = subject.report.sections.flatMap(({ section: { heading }, at }) =>
      heading ? [moved(heading.span, at + subject.at)] : [],
    );
    if (headings.length === 0) return [];
    const span = chance.pick(headings);
    return [{ ...span, insert: subject.text.slice(span.from, span.to).replace('情况', '的情况') }];
  },
  'figure in prose': (subject, chance) => {
    const figures = [...subject.text.matchAll(/(?<=[到请結结])\d+(?=件)/g)];
    if (figures.length === 0) return [];
    const { index, 0: figure } = chance.pick(figures);
    return [{ from: index, to: index + figure.length, insert: String(Number(figure) + 3) }];
  },
};

/** A report in any layout, wording and noise, with one to four faults. The same seed gives the same text. */
export function faulty(chance: Random): Faulty {
  const variant = variantOf(chance.between(1, 1e9));
  let { text } = print(variant.figures, variant.options);
  const done: string[] = [];
  for (let i = chance.between(1, 4); i > 0; i--) {
    const [name, fault] = chance.pick(Object.entries(faults));
    const [subject] = subjectsOf(variant.name, text);
    if (!subject) break;
    text = applyEdits(text, fault(subject, chance));
    done.push(name);
  }
  return { name: `${variant.name}; ${done.join(', ')}`, text };
}

const pickRow = (subject: Subject, chance: Random): Span | null => {
  const rows = rowCuts(subject);
  return rows.length > 0 ? chance.pick(rows)[1] : null;
};

const cut = (span: Span | null): readonly Edit[] => (span ? [{ ...span, insert: '' }] : []);

const moved = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });
