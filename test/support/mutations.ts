// One cell of a report changed in a known way, and what the server then finds.

import type { FieldId, Identity } from '../../server/src/form/spec.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import type { PlacedTable, Report } from '../../server/src/report/report.ts';
import { check } from '../../server/src/rules/check.ts';
import type { Finding, Fix } from '../../server/src/rules/rule.ts';
import type { Cell } from '../../server/src/table/table.ts';
import { applyEdits, type Span, shift } from '../../server/src/text/span.ts';
import { cellsOf } from './reading.ts';

/** A text that is changed on purpose, read once as it is. */
export interface Subject {
  readonly name: string;
  readonly text: string;
  readonly report: Report;
  /** Where the report starts in the text. */
  readonly at: number;
  /** Whether a blank cell can be told from a missing one in its layout. */
  readonly traced: boolean;
}

/** The reports of a text as subjects. */
export const subjectsOf = (name: string, text: string, traced = true): readonly Subject[] =>
  reportsIn(text).map(({ report, at }, i) => ({
    name: i > 0 ? `${name} (${i + 1})` : name,
    text,
    report,
    at,
    traced,
  }));

export type Kind = '+1' | 'doubled' | 'swapped' | 'blanked';

export interface Mutation {
  readonly field: FieldId;
  readonly kind: Kind;
  /** In the text. */
  readonly span: Span;
  readonly insert: string;
}

/** What may happen to one count while it is typed: each changes its value or empties the cell. */
export function mutationsOf(subject: Subject, field: FieldId, cell: Cell): readonly Mutation[] {
  if (cell.state === 'blank' || cell.state === 'unsure' || cell.state === 'invalid') return [];
  const span = shift(cell.span, subject.at);
  const raw = cell.raw;
  const value = cell.count ?? 0;
  const swapAt = [...raw].findIndex(
    (digit, i) => /\d/.test(digit) && /\d/.test(raw[i + 1] ?? '') && digit !== raw[i + 1],
  );
  const changed: readonly [Kind, string][] = [
    ['+1', String(value + 1)],
    ['doubled', raw.replace(/[1-9]/, '$&$&')],
    [
      'swapped',
      swapAt < 0 ? raw : raw.slice(0, swapAt) + raw[swapAt + 1] + raw[swapAt] + raw.slice(swapAt + 2),
    ],
    ['blanked', ''],
  ];
  return changed
    .filter(([, insert]) => insert !== raw)
    .map(([kind, insert]) => ({ field, kind, span, insert }));
}

/** The 190 count cells of the two tables with identities, as far as this report has them. */
export const countCells = (report: Report): readonly (readonly [FieldId, Cell])[] =>
  [...cellsOf(report)].filter(([id]) => !id.startsWith('disclosure.'));

/** What `check` says of the subject's report after these changes. */
export function findingsAfter(subject: Subject, mutations: readonly Mutation[]): Outcome {
  const text = applyEdits(
    subject.text,
    mutations.map(({ span, insert }) => ({ ...span, insert })),
  );
  return outcomeOf(text, subject.at);
}

/** A changed text and what is found in the report that starts at `at`, or nearest to it. */
export interface Outcome {
  readonly text: string;
  readonly at: number;
  readonly findings: readonly Finding[];
}

export function outcomeOf(text: string, at: number): Outcome {
  const nearest = [...reportsIn(text)].sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
  return nearest ? { text, at: nearest.at, findings: check(nearest.report) } : { text, at, findings: [] };
}

/**
 * Whether the finding speaks of an identity that holds the cell: on the cell, on the identity's total, or on
 * the cell's row.
 */
export function namesIdentityOf(finding: Finding, field: FieldId, identities: readonly Identity[]): boolean {
  if (finding.field === field) return true;
  if (finding.field === null) return false;
  if (finding.rule === 'sum-mismatch' || finding.rule === 'balance-mismatch')
    return identities.some(({ at }) => at === finding.field);
  return (
    ['missing-cell', 'extra-cell', 'invalid-number', 'unreadable-table'].includes(finding.rule) &&
    rowOf(finding.field) === rowOf(field)
  );
}

export const rowOf = (field: FieldId): string => field.slice(0, field.lastIndexOf('.'));

export const tableOf = (report: Report, field: FieldId): PlacedTable | undefined =>
  Object.values(report.tables).find(({ table }) => table.cells.has(field));

export const identitiesOf = (report: Report, field: FieldId): readonly Identity[] =>
  tableOf(report, field)?.table.form.identitiesOf.get(field) ?? [];

/**
 * Whether the table's every cell is a plain count and every identity holds: only then one change alone can be
 * located.
 */
export function sound(report: Report, table: 'applications' | 'disputes'): boolean {
  const placed = report.tables[table];
  if (!placed || placed.table.problems.some(({ kind }) => kind !== 'variant-label')) return false;
  const { cells, form } = placed.table;
  const sum = (ids: readonly FieldId[]) =>
    ids.reduce((all, id) => all + (cells.get(id)?.count ?? Number.NaN), 0);
  return (
    cells.size === form.fields.size &&
    [...cells.values()].every(({ count }) => count !== null) &&
    form.identities.every(({ left, right }) => sum(left) === sum(right))
  );
}

export const preferred = (finding: Finding): Fix | undefined =>
  finding.fixes().find((fix) => fix.preferred) ?? finding.fixes()[0];

/** The text with the fix applied. */
export const mended = (outcome: Outcome, fix: Fix | undefined): string =>
  fix
    ? applyEdits(
        outcome.text,
        fix.edits.map((edit) => ({ ...shift(edit, outcome.at), insert: edit.insert })),
      )
    : outcome.text;

export const isError = ({ severity }: Finding): boolean => severity === 'error';
