// Table 3 counted again from a request ledger, and held against the report.
import { form } from '../form/form.ts';
import type { Edition, FieldId } from '../form/spec.ts';
import type { Report } from '../report/report.ts';
import {
  applicantColumn,
  type HeadRow,
  headRow,
  isCarried,
  type LedgerColumn,
  type LedgerSheet,
  type LedgerWords,
  outcomeRow,
  yearIn,
} from './ledger-columns.ts';

export interface LedgerRow {
  readonly sheet: string;
  readonly row: number;
}

/** A row that does not count, since a word in it is not understood. */
export interface UnreadRow extends LedgerRow {
  readonly column: LedgerColumn;
  readonly word: string;
}

export interface Recount {
  /** How many requests were counted; 0 also where no sheet is a ledger. */
  readonly requests: number;
  /** How many sheets have the heads of a ledger. */
  readonly sheets: number;
  /** Requests of other years: received later, or finished earlier. */
  readonly others: readonly LedgerRow[];
  readonly unread: readonly UnreadRow[];
  /** The requests behind every cell of the table that has some. */
  readonly cells: ReadonlyMap<FieldId, readonly LedgerRow[]>;
}

/** A cell in which report and ledger differ. */
export interface LedgerDifference {
  readonly field: FieldId;
  /** null where the report has no figure. */
  readonly report: number | null;
  readonly ledger: number;
  readonly rows: readonly LedgerRow[];
}

export function recount(
  sheets: readonly LedgerSheet[],
  words: LedgerWords,
  { year, edition }: { readonly year: number | null; readonly edition: Edition },
): Recount {
  const cells = new Map<FieldId, LedgerRow[]>();
  const reader: Reader = {
    year,
    words,
    applicant: remembered((word) => applicantColumn(word, words, edition)),
    outcome: remembered((word) => outcomeRow(word, words, edition)),
  };
  const others: LedgerRow[] = [];
  const unread: UnreadRow[] = [];
  let requests = 0;
  let ledgers = 0;
  for (const sheet of sheets) {
    const head = headRow(sheet, words);
    if (head === null) continue;
    ledgers++;
    for (const { row, cells: texts } of sheet.rows.slice(head.at + 1)) {
      const at = { sheet: sheet.name, row };
      const request = requestIn(texts, head, reader);
      if (request === null) continue;
      if ('column' in request) unread.push({ ...at, ...request });
      else if (request.fields.length === 0) others.push(at);
      else {
        requests++;
        for (const field of request.fields) rowsOf(cells, field).push(at);
      }
    }
  }
  return { requests, sheets: ledgers, others, unread, cells };
}

/** The words of a ledger as rows and columns. Its few words stand in thousands of rows. */
interface Reader {
  readonly year: number | null;
  readonly words: LedgerWords;
  readonly applicant: (word: string) => string | null;
  readonly outcome: (word: string) => string | null;
}

function remembered(read: (word: string) => string | null): (word: string) => string | null {
  const known = new Map<string, string | null>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = read(word);
    known.set(word, found);
    return found;
  };
}

function rowsOf(cells: Map<FieldId, LedgerRow[]>, field: FieldId): LedgerRow[] {
  const rows = cells.get(field) ?? [];
  cells.set(field, rows);
  return rows;
}

/** Where a request counts; null for a row without one, an empty list for a request of another year. */
function requestIn(
  texts: readonly string[],
  { columns }: HeadRow,
  { year, words, applicant: applicantIn, outcome: outcomeIn }: Reader,
): { readonly fields: readonly FieldId[] } | { readonly column: LedgerColumn; readonly word: string } | null {
  const word = (column: LedgerColumn): string => texts[columns.get(column) ?? -1]?.trim() ?? '';
  const names = word('applicant');
  // A line of sums, of signatures or of nothing.
  if (names === '' && word('outcome') === '') return null;
  const applicant = applicantIn(names);
  if (applicant === null) return { column: 'applicant', word: names };
  const outcome = outcomeIn(word('outcome'));
  if (outcome === null) return { column: 'outcome', word: word('outcome') };
  const [received, finished] = [yearIn(word('received')), yearIn(word('finished'))];
  const said = columns.has('carried')
    ? isCarried(words.values.get(word('carried')) ?? word('carried'))
    : false;
  if (said === null) return { column: 'carried', word: word('carried') };
  const carried = said || (year !== null && received !== null && received < year);
  if (year !== null && ((received !== null && received > year) || (finished !== null && finished < year)))
    return { fields: [] };
  const later = year !== null && finished !== null && finished > year;
  const end = later ? '4' : outcome;
  const rows = [carried ? '2' : '1', ...(end === '4' ? ['4'] : [end, '3-7'])];
  return { fields: rows.flatMap((row) => [`applications.${row}.${applicant}`, `applications.${row}.total`]) };
}

/** In the order of the form. A blank cell is right where the ledger has no request for it. */
export function ledgerDifferences(report: Report, { cells }: Recount): readonly LedgerDifference[] {
  const table = report.tables.applications?.table;
  const { fields } = table?.form ?? form('applications', report.edition);
  return [...fields.keys()].flatMap((field): LedgerDifference[] => {
    const rows = cells.get(field) ?? [];
    const cell = table?.cell(field);
    const written = cell === undefined || cell.state === 'unsure' ? null : cell.count;
    const equal = written === rows.length || (rows.length === 0 && (cell?.state === 'blank' || !cell));
    return equal ? [] : [{ field, report: written, ledger: rows.length, rows }];
  });
}
