// Holds what sentences say against the cells of the tables that they repeat. What a sentence says is read in
// prose/; the rule `narrative-mismatch` reports the disagreements.
import { memoizePerObject } from '../base/cache.ts';
import { tableIdOf } from '../form/field-names.ts';
import type { FieldId } from '../form/spec.ts';
import { type Mention, type MentionObject, sectionMentions, UNANSWERED } from '../prose/index.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { Cell } from '../table/table.ts';

/** A mention with what to add to its spans to count in the report. */
export interface PlacedMention {
  readonly mention: Mention;
  readonly at: number;
}

export interface CellInTable {
  readonly placed: PlacedTable;
  readonly cell: Cell;
}

/** One thing that the text tells otherwise than the tables. */
export interface Disagreement {
  /** The mention to point at. */
  readonly shown: PlacedMention;
  /** All that the text says of the thing, comparable with the table. */
  readonly group: readonly PlacedMention[];
  /** What the text says; of parts by channel, their sum. */
  readonly value: number;
  readonly channels: boolean;
  /** The cells it should repeat, and what they add up to. */
  readonly cells: readonly CellInTable[];
  readonly stated: number;
}

/**
 * Where text and tables disagree. Several figures for one thing are a set: one that agrees, or all together,
 * is enough. Only exact figures of the organ itself and of the report's year count; a cell that cannot be
 * read leaves its figures unchecked.
 */
export const disagreements = memoizePerObject((report: Report): readonly Disagreement[] =>
  groupsOf(report).flatMap((group) => disagreementOf(report, group) ?? []),
);

/** The mentions of one thing: the organ's own, and the sum of those of other organs in its area. */
interface Group {
  readonly object: MentionObject;
  /** The cells that its first mention repeats. */
  readonly cells: readonly FieldId[];
  readonly own: PlacedMention[];
  others: number;
}

function groupsOf(report: Report): readonly Group[] {
  const groups: Group[] = [];
  for (const { section, at } of report.sections) {
    for (const mention of sectionMentions(section, report)) {
      const { object, fields, certainty, year, scope } = mention;
      const [cells] = fields;
      if (certainty !== 'exact' || cells === undefined) continue;
      if (year !== null && report.year !== null && year !== report.year) continue;
      let group = groups.find((each) => each.object === object && areSame(each.cells, cells));
      if (group === undefined) {
        group = { object, cells, own: [], others: 0 };
        groups.push(group);
      }
      if (scope === 'own') group.own.push({ mention, at });
      else group.others += mention.value ?? 0;
    }
  }
  return groups;
}

const areSame = (a: readonly FieldId[], b: readonly FieldId[]): boolean =>
  a === b || (a.length === b.length && a.every((field, i) => field === b[i]));

/** What the text tells of one thing, to be held against the cells. */
interface Told {
  readonly group: readonly PlacedMention[];
  /** The mentions with a figure, and what these come to. */
  readonly figures: readonly PlacedMention[];
  readonly together: number;
  readonly others: number;
  readonly channels: boolean;
}

function disagreementOf(report: Report, found: Group): Disagreement | null {
  const told = toldOf(found);
  const { together, channels } = told;
  if (told.group.length < (channels ? 2 : 1)) return null;
  const group = disputed(report, told);
  const shown = group.find(({ mention }) => mention.wording === 'figure') ?? group[0];
  if (shown === undefined) return null;
  const fields = shown.mention.fields.find((each) => typeof sumOf(report, each) === 'number');
  if (fields === undefined) return null;
  return {
    shown,
    group,
    value: channels ? together : (shown.mention.value as number),
    channels,
    cells: fields.flatMap((field) => cellAt(report, field) ?? []),
    stated: sumOf(report, fields) as number,
  };
}

/** Channels are told only where no figure of the whole is. */
function toldOf({ own, others }: Group): Told {
  const whole = own.filter(({ mention }) => mention.part !== 'channel');
  const channels = whole.length === 0;
  const group = channels ? own : whole;
  const figures = group.filter(({ mention }) => mention.wording === 'figure');
  const together = figures.reduce((sum, { mention }) => sum + (mention.value ?? 0), 0);
  return { group, figures, together, others, channels };
}

/**
 * The mentions that no cell bears out. A cell that cannot be read leaves the text unchecked; one of the other
 * edition is no alternative. What agrees speaks for the mentions of the same figure, and for those that may
 * mean the cells it agrees with: in `收到60件，已处理55件` the 55 that were finished say nothing of the 60.
 */
function disputed(report: Report, told: Told): readonly PlacedMention[] {
  const agreeing: { readonly value: number | null; readonly cells: readonly FieldId[] }[] = [];
  for (const { mention } of told.group)
    for (const cells of mention.fields) {
      const sum = sumOf(report, cells);
      if (sum === 'unread' || (sum !== null && fitsTogether(told, sum))) return [];
      if (sum !== null && !told.channels && agrees(report, mention, sum))
        agreeing.push({ value: mention.value, cells });
    }
  if (agreeing.length === 0) return told.group;
  const isBorneOut = ({ mention: { value, fields } }: PlacedMention): boolean =>
    agreeing.some((each) => each.value === value || fields.some((cells) => areSame(cells, each.cells)));
  return told.group.filter((each) => !isBorneOut(each));
}

/** Whether all figures, or all with those of other organs, are the sum. */
const fitsTogether = ({ figures, together, others }: Told, sum: number): boolean =>
  (figures.length > 1 && same(together, sum)) || (others > 0 && same(together + others, sum));

/** Whether a figure is the sum of its cells, or leaves out what it may. */
function agrees(report: Report, { object, value }: Mention, sum: number): boolean {
  if (value === null || same(value, sum)) return true;
  const leaving = MAY_LEAVE_OUT[object];
  if (leaving === undefined || value > sum) return false;
  return leaving.cells.some((fields) => {
    const left = sumOf(report, fields);
    return typeof left === 'number' && (leaving.partly ? value + left >= sum : same(value + left, sum));
  });
}

const CARRIED_IN: readonly FieldId[] = ['applications.2.total'];
/**
 * Finished applications and their outcomes may be told without those that came over from last year, and 答复N件
 * without those closed unanswered (其他处理). `partly`: some of them may be in, as nobody tells which outcomes
 * these had.
 */
const MAY_LEAVE_OUT: Partial<
  Record<MentionObject, { readonly cells: readonly (readonly FieldId[])[]; readonly partly: boolean }>
> = {
  finished: { cells: [CARRIED_IN, ...UNANSWERED], partly: false },
  outcome: { cells: [CARRIED_IN], partly: true },
};

const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

const tableOf = ({ tables }: Report, field: FieldId): PlacedTable | undefined => tables[tableIdOf(field)];

function cellAt(report: Report, field: FieldId): CellInTable | null {
  const placed = tableOf(report, field);
  const cell = placed?.table.cell(field);
  return placed === undefined || cell === undefined ? null : { placed, cell };
}

/** The cells added up; null where the edition has none such, `unread` where one has no figure. */
function sumOf(report: Report, fields: readonly FieldId[]): number | null | 'unread' {
  let sum = 0;
  for (const field of fields) {
    const placed = tableOf(report, field);
    if (placed === undefined) return 'unread';
    if (!placed.table.form.fields.has(field)) return null;
    const cell = placed.table.cell(field);
    if (cell === undefined || (cell.state !== 'number' && cell.state !== 'none')) return 'unread';
    sum += cell.money !== null ? Number(cell.money) : (cell.count ?? 0);
  }
  return sum;
}
