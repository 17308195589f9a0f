// A reviewer's marks and notes as they are kept beside the reports, in `.ogi-review.json`: values and the
// text they are written as. Nothing of VS Code in it. Read `review-files.ts` next.

export const reviewName = '.ogi-review.json';

/** 未核, 已核, 退回. */
export type ReviewState = 'unchecked' | 'checked' | 'returned';

export interface ReviewMark {
  readonly state: Exclude<ReviewState, 'unchecked'>;
  readonly reason?: string;
  /** Of the figures when the mark was set: another digest now means that a figure has changed. */
  readonly digest: string;
  /** Those figures that were not 0, by field. */
  readonly figures: FieldFigures;
}

export type FieldFigures = Readonly<Record<string, number>>;

/** The notes on one report by the field of the cell; of each cell, one below the other. */
export type FieldNotes = Readonly<Record<string, readonly string[]>>;

/** What is kept of one report. */
export interface ReviewEntry {
  /** Name of the file, in the folder of the review file. */
  readonly file: string;
  readonly organ: string | null;
  readonly year: number | null;
  readonly mark?: ReviewMark;
  readonly notes?: FieldNotes;
}

export interface Review {
  readonly reports: readonly ReviewEntry[];
}

export const emptyReview: Review = { reports: [] };

/** Which report of a folder is meant. */
export interface ReviewKey {
  readonly file: string;
  readonly organ: string | null;
  readonly year: number | null;
  /** Whether the file has no other report: then a corrected title does not part it from its entry. */
  readonly alone: boolean;
}

/** What is kept of a report; null for nothing. */
export function entryOf({ reports }: Review, key: ReviewKey): ReviewEntry | null {
  const own = reports.filter(({ file }) => file === key.file);
  const exact = own.find(({ organ, year }) => organ === key.organ && year === key.year);
  return exact ?? (key.alone && own.length === 1 ? own[0] : undefined) ?? null;
}

export const withMark = (review: Review, key: ReviewKey, mark: ReviewMark | null): Review =>
  withEntry(review, key, ({ mark: _, ...rest }) => (mark === null ? rest : { ...rest, mark }));

/** Adds a note below those on a cell. */
export const withNote = (review: Review, key: ReviewKey, field: string, text: string): Review =>
  withNotes(review, key, field, (before) => [...before, text]);

/** Takes away one note with that text from a cell. */
export const withoutNote = (review: Review, key: ReviewKey, field: string, text: string): Review =>
  withNotes(review, key, field, (before) => before.filter((_, index) => index !== before.indexOf(text)));

function withNotes(
  review: Review,
  key: ReviewKey,
  field: string,
  change: (before: readonly string[]) => readonly string[],
): Review {
  return withEntry(review, key, ({ notes = {}, ...rest }) => {
    const { [field]: own = [], ...others } = notes;
    const after = change(own);
    const all = after.length > 0 ? { ...others, [field]: after } : others;
    return Object.keys(all).length > 0 ? { ...rest, notes: all } : rest;
  });
}

/** An entry without mark and notes goes; entries stand by file, so that two reviewers' changes merge well. */
function withEntry(review: Review, key: ReviewKey, change: (before: ReviewEntry) => ReviewEntry): Review {
  const { file, organ, year } = key;
  const before = entryOf(review, key);
  const after = change({ ...before, file, organ, year });
  const others = review.reports.filter((each) => each !== before);
  const reports = after.mark || after.notes ? [...others, after] : others;
  return { ...review, reports: reports.toSorted(compareEntries) };
}

const compareEntries = (a: ReviewEntry, b: ReviewEntry): number =>
  compareText(a.file, b.file) || compareText(a.organ ?? '', b.organ ?? '') || (a.year ?? 0) - (b.year ?? 0);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a mark keeps of a report's cells. */
export const figuresOf = (
  cells: readonly { readonly field: string; readonly value: number | null }[],
): FieldFigures =>
  Object.fromEntries(
    cells.flatMap(({ field, value }) => (value === null || value === 0 ? [] : [[field, value]])),
  );

/** Whether a figure has changed since the mark was set. */
export const isStale = ({ mark }: ReviewEntry, digest: string): boolean =>
  mark !== undefined && mark.digest !== digest;

/** The fields whose figure is another one than when the mark was set. */
export function changedFields({ figures }: ReviewMark, now: FieldFigures): readonly string[] {
  const fields = new Set([...Object.keys(figures), ...Object.keys(now)]);
  return [...fields].filter((field) => (figures[field] ?? 0) !== (now[field] ?? 0));
}

/** Null for a text that is no review: nothing is written over it. Members that are not known are kept. */
export function parseReview(text: string): Review | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && Array.isArray(value.reports) && value.reports.every(isEntry)
      ? { ...value, reports: value.reports }
      : null;
  } catch {
    return null;
  }
}

export const reviewText = (review: Review): string => `${JSON.stringify(review, null, 2)}\n`;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNotes = (value: unknown): value is FieldNotes =>
  isRecord(value) &&
  Object.values(value).every((each) => Array.isArray(each) && each.every((it) => typeof it === 'string'));

const isMark = (value: unknown): value is ReviewMark =>
  isRecord(value) &&
  (value.state === 'checked' || value.state === 'returned') &&
  (value.reason === undefined || typeof value.reason === 'string') &&
  typeof value.digest === 'string' &&
  isRecord(value.figures) &&
  Object.values(value.figures).every((each) => typeof each === 'number');

const isEntry = (value: unknown): value is ReviewEntry =>
  isRecord(value) &&
  typeof value.file === 'string' &&
  (value.organ === null || typeof value.organ === 'string') &&
  (value.year === null || typeof value.year === 'number') &&
  (value.mark === undefined || isMark(value.mark)) &&
  (value.notes === undefined || isNotes(value.notes));
