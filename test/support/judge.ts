// What must be found, located and restored when one thing of a correct report is changed or cut out.
import { sections } from '../../server/src/form/sections.ts';
import type { FieldId, SectionNumber, TableId } from '../../server/src/form/spec.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import type { Span } from '../../server/src/text/span.ts';
import {
  findingsAfter,
  identitiesOf,
  isError,
  type Mutation,
  mended,
  namesIdentityOf,
  outcomeOf,
  preferred,
  rowOf,
  type Subject,
  sound,
} from './mutations.ts';
import { cellsOf } from './reading.ts';

/** The demands on one change by their names, each met or not. */
export type Verdict = Readonly<Record<string, boolean>>;

const tableIdOf = (field: FieldId) => field.slice(0, field.indexOf('.')) as 'applications' | 'disputes';

/** One changed cell: it is found; in `applications` it is also located and its fix restores the text. */
export function judgeOne(subject: Subject, mutation: Mutation): Verdict {
  const { field, kind } = mutation;
  const outcome = findingsAfter(subject, [mutation]);
  const identities = identitiesOf(subject.report, field);
  const named = outcome.findings.filter((finding) => namesIdentityOf(finding, field, identities));
  const found = named.some((finding) => isError(finding) || finding.rule === 'blank-cell');
  const table = tableIdOf(field);
  const suspects = outcome.findings.filter(
    (finding) => finding.rule === 'suspect-cell' && finding.field?.startsWith(`${table}.`),
  );
  if (kind === 'blanked')
    return subject.traced
      ? { found, 'blank named': named.some((one) => one.rule === 'blank-cell' && one.field === field) }
      : { found };
  const right = suspects.filter((finding) => finding.field === field);
  const none = suspects.length === right.length;
  if (table !== 'applications') return { found, 'no wrong suspect': none };
  return {
    found,
    'no wrong suspect': none,
    located: right.length === 1,
    restored: right.some((finding) => mended(outcome, preferred(finding)) === subject.text),
  };
}

/** Two changed cells of `applications`: found, and nobody else suspected. */
export function judgeTwo(subject: Subject, pair: readonly [Mutation, Mutation]): Verdict {
  const { findings } = findingsAfter(subject, pair);
  const fields = pair.map(({ field }) => field);
  return {
    'two found': findings.some(
      (finding) =>
        (isError(finding) || finding.rule === 'blank-cell') &&
        fields.some((field) => namesIdentityOf(finding, field, identitiesOf(subject.report, field))),
    ),
    'two, no wrong suspect': findings.every(
      ({ rule, field }) =>
        rule !== 'suspect-cell' || !field?.startsWith('applications.') || fields.includes(field),
    ),
  };
}

/** Whether a change in this table can be judged: all its cells are counts and its identities hold. */
export const judgeable = (subject: Subject, field: FieldId): boolean =>
  sound(subject.report, tableIdOf(field));

/**
 * A row cut out of the text: named, nothing else wrong that is not, and put back by the fix when it held
 * zeros.
 */
export function judgeRow(subject: Subject, row: string, cut: Span): Verdict {
  const outcome = outcomeOf(without(subject.text, cut), subject.at);
  const missing = fresh(subject, outcome.findings).filter(({ rule }) => rule === 'missing-row');
  const cells = [...cellsOf(subject.report)].filter(([id]) => rowKey(id) === row);
  const lost = new Set(cells.filter(([, cell]) => cell.count !== 0).map(([id]) => id));
  const [finding] = missing;
  return {
    'row named': missing.length === 1 && finding?.field != null && rowKey(finding.field) === row,
    'row: nothing else': others(subject, outcome.findings, 'missing-row').every((one) =>
      trulyBroken(subject, one, lost),
    ),
    ...(cells.every(([, cell]) => cell.raw === '0') &&
      labelledAsPrinted(subject, row) && {
        'row restored': finding !== undefined && isAlike(mended(outcome, preferred(finding)), subject.text),
      }),
  };
}

/** A section heading cut out. */
export function judgeHeading(subject: Subject, section: SectionNumber, cut: Span): Verdict {
  const outcome = outcomeOf(without(subject.text, cut), subject.at);
  const missing = fresh(subject, outcome.findings).filter(({ rule }) => rule === 'missing-section');
  const [finding] = missing;
  const name = sections.find(({ number }) => number === section)?.heading.slice(2) ?? '';
  return {
    'heading named': missing.length === 1 && finding?.message.zh.includes(name) === true,
    'heading: nothing else': others(subject, outcome.findings, 'missing-section').length === 0,
    'heading restored': finding !== undefined && mended(outcome, preferred(finding)) === subject.text,
  };
}

/**
 * A whole table cut out: named; a table of zeros is put back by the fix, byte for byte when its heads are
 * `whole`: where they were broken over lines, the text no longer says so.
 */
export function judgeTable(subject: Subject, table: TableId, cut: Span, whole = true): Verdict {
  const outcome = outcomeOf(without(subject.text, cut), subject.at);
  const missing = fresh(subject, outcome.findings).filter(({ rule }) => rule === 'missing-table');
  const [finding] = missing;
  const cells = [...cellsOf(subject.report)].filter(([id]) => id.startsWith(`${table}.`));
  const after = finding ? outcomeOf(mended(outcome, preferred(finding)), outcome.at) : outcome;
  return {
    'table named': missing.length === 1,
    'table: nothing else': others(subject, outcome.findings, 'missing-table').length === 0,
    'table put back': finding !== undefined && others(subject, after.findings, '').length === 0,
    ...(whole &&
      cells.every(([, cell]) => cell.raw === '0') && { 'table restored': isAlike(after.text, subject.text) }),
  };
}

/**
 * Layouts whose text, with a row or table gone, no longer says all of how it was set: columns aligned by runs
 * of blanks, labels wrapped around their figures, indents that only figures have. There the fix is held to
 * the layout and the figures, not to every blank.
 */
const loose =
  /^(?:cell-line-blank-(?:indented|centred)|md-row-aligned|pdf-text-around|cell-line-pipe-b$|lead-pipe)/;

/**
 * Whether the texts are the same; where bars of several kinds stand side by side, nobody can say which of
 * them was lost.
 */
const isAlike = (after: string, before: string): boolean =>
  new Set(before.match(anyBar)).size > 1
    ? after.replace(anyBar, '|') === before.replace(anyBar, '|')
    : after === before;

const anyBar = /[|｜│]/g;

/** What a verdict on a cut asks of a text in this layout. */
export const asked = (verdict: Verdict, layout: string): Verdict =>
  loose.test(layout)
    ? Object.fromEntries(Object.entries(verdict).filter(([demand]) => !demand.endsWith('restored')))
    : verdict;

const without = (text: string, { from, to }: Span) => text.slice(0, from) + text.slice(to);

/** `applications.3-4-1`; all of `disputes` is one row, `disputes.cases`. */
const rowKey = (field: FieldId) => (field.startsWith('disputes.') ? 'disputes.cases' : rowOf(field));

/** Errors of other rules that the subject did not have before. */
const others = (subject: Subject, findings: readonly Finding[], rule: string): readonly Finding[] =>
  fresh(subject, findings).filter((finding) => isError(finding) && finding.rule !== rule);

const keysBefore = new WeakMap<Subject, ReadonlySet<string>>();

/** Findings that the subject did not have before. */
function fresh(subject: Subject, findings: readonly Finding[]): readonly Finding[] {
  const before = keysBefore.get(subject) ?? new Set(outcomeOf(subject.text, subject.at).findings.map(key));
  keysBefore.set(subject, before);
  return findings.filter((finding) => !before.has(key(finding)));
}

/**
 * Whether the row's label is written as the form has it, but for widths: no fix can know another wording,
 * script or indent.
 */
function labelledAsPrinted({ text, at, report }: Subject, row: string): boolean {
  const [table, id] = row.split('.') as [TableId, string];
  const placed = report.tables[table];
  const bound = placed?.table.rows.find((one) => one.row.id === id);
  if (!placed || !bound) return false;
  const start = at + placed.at;
  const written = text.slice(bound.label.from + start, bound.label.to + start);
  return written.normalize('NFKC') === bound.row.label.normalize('NFKC');
}

const key = ({ rule, field, message }: Finding) => `${rule} ${field} ${message.zh}`;

/** A sum that fails because a cell that was not 0 is gone with its row. */
function trulyBroken(subject: Subject, finding: Finding, lost: ReadonlySet<FieldId>): boolean {
  if (finding.rule !== 'sum-mismatch' && finding.rule !== 'balance-mismatch') return false;
  const broken = Object.values(subject.report.tables).flatMap(({ table }) =>
    table.form.identities.filter(({ at }) => at === finding.field),
  );
  return broken.some(({ left, right }) => [...left, ...right].some((id) => lost.has(id)));
}
