// Binds the tables in a text to the form: puts the steps of table reading together. To read them in order:
// tokenizer.ts, segments.ts, row-candidates.ts, infer-labels.ts, row-layout.ts, assign-columns.ts.

import type { Edition } from '../../form/spec.ts';
import type { TableLabel, TableProblem, WhyUnreadable } from '../table.ts';
import type { RowTemplate, TableTemplate } from '../template.ts';
import { absentColumn, extentOf, isTable, isUnknownRow, whyUnreadable } from './assess-table.ts';
import {
  bindRow,
  formRowTokens,
  isSameContent,
  isVariant,
  labelSpan,
  valueCountProblem,
} from './bind-row.ts';
import { columnOrder } from './column-order.ts';
import { formOf } from './edition.ts';
import { giveFiguresDown } from './figures-beside.ts';
import { isGarbled } from './garbled.ts';
import { inferMissingLabels } from './infer-labels.ts';
import { joinCases } from './join-cases.ts';
import { type TableCandidate, tableCandidates } from './row-candidates.ts';
import { learnRowLayout } from './row-layout.ts';
import { rowsOutOfOrder } from './rows-out-of-order.ts';
import { withoutSubtotal, withoutSubtotalRows } from './subtotals.ts';
import { straysAbout } from './torn-rows.ts';
import { withdrawLabels } from './withdrawn-labels.ts';

/**
 * Where the tables of the form stand in `text`. Never fails: what cannot be read is among the problems.
 * `usual` is the edition of a table that shows none. What the figures are plays no part, only where they are.
 */
export const bindTables = (text: string, usual: Edition): TableTemplate[] =>
  tableCandidates(text)
    .filter(isTable)
    .map((candidate) => bindTable(text, candidate, usual));

function bindTable(text: string, table: TableCandidate, usual: Edition): TableTemplate {
  const form = formOf(table, usual);
  const whole = { id: table.table, form, span: extentOf(table) };
  const placed = withdrawLabels(giveFiguresDown(joinCases(withoutSubtotalRows(text, table)), form), form);
  const unreadable = (why: WhyUnreadable): TableTemplate => ({
    ...whole,
    rows: [],
    labels: [],
    problems: [{ kind: 'unreadable', span: whole.span, why }],
  });
  const why = whyUnreadable(placed, form);
  if (why !== null) return unreadable(why);
  const candidates = inferMissingLabels(placed, form);
  const problems: TableProblem[] = [];
  const absent = absentColumn(candidates, table.heads, form);
  if (absent !== null) problems.push({ kind: 'missing-column', column: absent, span: whole.span });
  const order = columnOrder(table, form.rows[0]?.fields ?? []);
  const tokens = candidates.map((candidate) =>
    formRowTokens(withoutSubtotal(candidate, table), form, absent, order),
  );
  const rowsRead = tokens.filter((row) => row !== null);
  const isInParts = rowsRead.some(({ parts }) => parts.length > 0);
  const layout = learnRowLayout(isInParts ? rowsRead.flatMap(({ parts }) => parts) : rowsRead);
  const rows = new Map<string, RowTemplate>();
  for (const [i, candidate] of candidates.entries()) {
    const own = tokens[i] ?? null;
    const label = labelSpan(candidate);
    if (own === null) {
      if (isUnknownRow(candidate))
        problems.push({ kind: 'unknown-row', span: label, label: text.slice(candidate.from, label.to) });
      continue;
    }
    const { row } = own;
    const bound = bindRow(text, candidate, own, layout, straysAbout(candidates, tokens, i));
    const miscount = valueCountProblem(bound, own);
    if (miscount !== null) problems.push(miscount);
    const first = rows.get(row.id);
    if (first !== undefined) {
      const equal = isSameContent(text, first, bound);
      problems.push({ kind: 'duplicate-row', row, first: first.span, span: bound.span, equal });
      continue;
    }
    rows.set(row.id, bound);
    if (isVariant(text, candidate, row)) problems.push({ kind: 'variant-label', row, span: label });
  }
  for (const row of form.rows) if (!rows.has(row.id)) problems.push({ kind: 'missing-row', row });
  if (isGarbled(problems, form)) return unreadable('garbled');
  const inOrder = [...rows.values()];
  problems.push(...rowsOutOfOrder(inOrder, form));
  return { ...whole, rows: inOrder, labels: labelsOf(table), problems };
}

/** The labels of a table that begin no row. */
const labelsOf = ({ heads }: TableCandidate): TableLabel[] =>
  heads.flatMap(({ meaning: { role, id }, label: { from, to } }) =>
    role === 'row' ? [] : [{ role, id, span: { from, to } }],
  );
