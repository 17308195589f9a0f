// Rubble of a table: misread by a scanner, or written in a shape that no reading fits. One row that is wrong
// is worth a finding; where most of them are, only the table can be.

import type { Form } from '../../form/spec.ts';
import type { TableProblem } from '../table.ts';
import { tokenize } from './tokenizer.ts';

/** Fewer rows in trouble are mistakes in a table that can be read. */
const fewestInTrouble = 4;

/** Whether what binding found says that the table as a whole was not understood. */
export function isGarbled(problems: readonly TableProblem[], { rows }: Form): boolean {
  const countOf = (kind: TableProblem['kind']): number =>
    problems.filter((each) => each.kind === kind).length;
  const missing = countOf('missing-row');
  const inTrouble = countOf('unknown-row') + countOf('duplicate-row') + countOf('value-count');
  if (inTrouble < fewestInTrouble || (inTrouble + missing) * 2 <= rows.length) return false;
  return !isWholeCopy(problems, rows.length);
}

/** Whether every row stands twice and nothing else is wrong. */
const isWholeCopy = (problems: readonly TableProblem[], rows: number): boolean =>
  problems.every(({ kind }) => kind === 'duplicate-row' || kind === 'variant-label') &&
  new Set(problems.map((problem) => (problem.kind === 'duplicate-row' ? problem.row.id : ''))).size >= rows;

/** So many figures outside sentences are what is left of a table. */
const fewestFigures = 6;

/** Whether a section without a table holds figures as only a table has them. */
export const holdsRubble = (text: string): boolean =>
  tokenize(text).filter(({ kind }) => kind === 'value').length >= fewestFigures;
