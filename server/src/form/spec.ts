// The vocabulary of the form: what the data files here consist of, and what form.ts derives from them.
import type { Phrase } from '../base/phrase.ts';

/** The two editions of the national format: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. */
export type Edition = '2019' | '2021';

export type TableId = 'disclosure' | 'applications' | 'disputes';

/** `table.row.column`, for example `applications.3-4-1.natural-person`: public and stable. */
export type FieldId = string;

/** What a cell may hold: a count (件), an amount of money in 万元, or the signed change of a count (本年增/减). */
export type Measure = 'count' | 'money' | 'change';

/** A column of the form. `label` is the official head; `variants` are heads seen in published reports. */
export interface ColumnSpec {
  readonly id: string;
  readonly label: string;
  readonly variants?: readonly string[];
  /** Heads printed over this one, outermost first, e.g. `申请人情况`, `法人或其他组织`. */
  readonly groups?: readonly string[];
  readonly name: Phrase;
  /** What is counted in the column, where its name does not say. */
  readonly meaning?: Phrase;
  readonly measure: Measure;
  /** The columns this one is the sum of. */
  readonly sumOf?: readonly string[];
}

/** A row of the printed form. */
export interface RowSpec {
  readonly id: string;
  /** The official label with its numbering, without the group label before it, e.g. `1.属于国家秘密`. */
  readonly label: string;
  /** Other wordings seen in reports. Widths, scripts, spaces, brackets and numbering are folded anyway. */
  readonly variants?: readonly string[];
  readonly name: Phrase;
  readonly meaning: Phrase;
  /** Article of the 条例 or notice that the row rests on. */
  readonly basis: Phrase;
  /** Labels of the groups the row stands in, outermost first, e.g. `三、本年度办理结果`, `（三）不予公开`. */
  readonly groups: readonly string[];
  /** The rows this one is the sum of, column by column. */
  readonly sumOf?: readonly string[];
}

/** Rows printed under one set of column heads. */
export interface BlockSpec {
  /** What stands over the block, e.g. `第二十条第（一）项`, or the corner of `applications`. */
  readonly head?: string;
  /** The head over the row labels where it differs from `head`: `信息内容`. */
  readonly rowHead?: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
  /** `grid`: a line with a label for each row. `line`: all rows in one line without a label (`disputes`). */
  readonly printed: 'grid' | 'line';
}

/** Sum of the rows `left` = sum of the rows `right`, in every column. */
export interface Balance {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export interface TableSpec {
  readonly id: TableId;
  readonly section: 2 | 3 | 4;
  readonly title: Phrase;
  readonly blocks: readonly BlockSpec[];
  readonly balance?: Balance;
}

/** One cell of the form. */
export interface Field {
  readonly id: FieldId;
  /** Its place among the fields of its form, from 0. */
  readonly number: number;
  readonly table: TableId;
  readonly row: RowSpec;
  readonly column: ColumnSpec;
}

/** One row of the table: a label and the fields behind it. `disputes` has a single one with 15 fields. */
export interface FormRow {
  /** The row's id; `cases` for the one row of `disputes`. */
  readonly id: string;
  readonly table: TableId;
  /** Official label; empty for the row of `disputes`. */
  readonly label: string;
  readonly groups: readonly string[];
  readonly fields: readonly Field[];
  readonly block: BlockSpec;
}

/** 勾稽关系: sum of `left` = sum of `right`. The finding of a broken one stands on the cell `at`. */
export interface Identity {
  /** `applications.3-1/row-total`, `applications.natural-person/balance` and the like. */
  readonly id: string;
  readonly kind: 'row-total' | 'column-total' | 'group-total' | 'balance';
  readonly left: readonly FieldId[];
  readonly right: readonly FieldId[];
  readonly at: FieldId;
}

/** A table of one edition with everything derived from it. */
export interface Form {
  readonly edition: Edition;
  readonly table: TableSpec;
  readonly rows: readonly FormRow[];
  /** Index in `rows` by row id. */
  readonly rank: ReadonlyMap<string, number>;
  readonly fields: ReadonlyMap<FieldId, Field>;
  readonly identities: readonly Identity[];
  /** The identities each field takes part in. */
  readonly identitiesOf: ReadonlyMap<FieldId, readonly Identity[]>;
}

export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** One of the six sections. */
export interface SectionSpec {
  readonly number: SectionNumber;
  /** Official heading with numbering, e.g. `二、主动公开政府信息情况`. */
  readonly heading: string;
  readonly name: Phrase;
  /** What is to be reported in it, and the articles that say so. */
  readonly purpose: Phrase;
  /** Titles (without numbering) seen in published reports. */
  readonly variants: readonly string[];
  readonly table?: TableId;
}
