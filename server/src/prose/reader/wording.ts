// The language of the tables in wordings/; interpreter.ts reads them. A table is a list of rows, and the
// first row whose conditions all hold says what the figure counts. Rows that share conditions stand in a
// group. All of it is data:
//
//   { near: /结转(?:至|到)?下年/, unless: { near: /资金/ }, counts: 'carried-out' }
//
// Patterns look at texts around the figure (context.ts), the names in `when` are in conditions.ts, what is
// counted is in cells.ts.
import type { Alternatives, Counted, CountedName } from './cells.ts';
import type { ConditionName } from './conditions.ts';
import type { Context } from './context.ts';
import type { MentionObject } from './objects.ts';
import type { ReaderState } from './state.ts';

/** What a figure was found to count. */
export interface Match {
  readonly object: MentionObject;
  readonly fields: Alternatives;
  /** The wording leaves open what exactly is counted. */
  readonly open: boolean;
  /** Requests of other organs that this one helped with. */
  readonly other: boolean;
  /** One of several parts without which the object's figure is not whole. */
  readonly part: 'channel' | 'applicant' | null;
  /** Words of completeness that stand for the received figure before: `均予以公开`. */
  readonly takesWhole: boolean;
}

/** The words that a group cuts out for its rows. */
export interface Words {
  /** What the rows look at: `near`, or what `look` and `strip` of their group make of another text. */
  readonly said: string;
  /** The last match of the group's `lastOf` in it; `''` when there is none. */
  readonly last: string;
  /** What stands behind that match, as between a verb and the figure; all of it when there is no match. */
  readonly gap: string;
}

/** The texts of a context, and the words of the group. */
export type TextName =
  | { readonly [name in keyof Context]: Context[name] extends string ? name : never }[keyof Context]
  | keyof Words;

/** What rows remember for the figures behind. */
export type Notes = Pick<ReaderState, 'noun' | 'deed' | 'power'>;

/** Conditions, all of which must hold. They are tried in the order they are written: cheap ones first. */
export type Conditions = { readonly [name in TextName]?: RegExp } & {
  readonly when?: ConditionName | readonly ConditionName[];
  /** What the group `year` of a pattern beside it must be, from the report's year: -1 is last year. */
  readonly year?: number;
  /** One of these at least. */
  readonly any?: readonly Conditions[];
  /** None of these. */
  readonly unless?: Conditions | readonly Conditions[];
};

/** What rows say of their matches, and inherit from their groups. */
export interface Marks {
  /** When one of these holds, the wording leaves open what exactly is counted. */
  readonly open?: readonly Conditions[];
  readonly other?: boolean;
  readonly part?: 'channel' | 'applicant';
}

/**
 * A row. `counts: null` says that the figure counts nothing of this table. A row without `counts` only takes
 * a note, and reading goes on below it.
 */
export type Row = Conditions &
  Marks & {
    readonly counts?: CountedName | Counted | null;
    readonly note?: Partial<Notes>;
    readonly takesWhole?: boolean;
  };

/** Rows with the same conditions. When none of them fits, reading goes on below the group. */
export type Group = Conditions &
  Marks & {
    /** The text that becomes `said`. */
    readonly look?: 'wide' | 'tail' | 'phrase';
    /** Taken off `said`, one after the other. */
    readonly strip?: readonly RegExp[];
    readonly lastOf?: RegExp;
    /** All rows that fit count, not just the first. */
    readonly every?: true;
    readonly rows: readonly Wording[];
  };

export type Wording = Row | Group;

/** The figure counts nothing that this table knows. */
export const STOP: Row = { counts: null };

/** For `open`: whatever else is said. */
export const ALWAYS: readonly Conditions[] = [{}];
