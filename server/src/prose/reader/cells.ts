// What a figure can count, by the names that the tables in wordings/ use, and the cells that it repeats.
import { outcomes } from '../../form/outcomes.ts';
import type { FieldId } from '../../form/spec.ts';
import type { Context } from './context.ts';
import type { MentionObject } from './objects.ts';

/** The cells a figure repeats: any one alternative, each a list of cells that are added up. */
export type Alternatives = readonly (readonly FieldId[])[];

/** What a wording says its figure counts. Where cells hang on what was said before, `cellsOf` finds them. */
export interface Counted {
  readonly object: MentionObject;
  readonly fields?: Alternatives;
  /** Applicants: alternatives of columns, in the rows that the received figure before may mean. */
  readonly columns?: readonly (readonly string[])[];
  /** Results of reconsiderations or suits: columns, in the rows of the kinds of dispute named before. */
  readonly results?: readonly string[];
}

const rows = (...ids: readonly string[]): readonly FieldId[] => ids.map((id) => `applications.${id}.total`);

/** The outcomes that are groups of rows, by their names; 其他处理 is a single row in the edition of 2019. */
const groups: ReadonlyMap<string, Alternatives> = new Map(
  outcomes('2021')
    .filter((each) => each.rows.length > 1)
    .map(({ id, name, rows: ids }) => [name, id === '3-6' ? [rows(...ids), rows(id)] : [rows(...ids)]]),
);
const group = (name: string): Alternatives => groups.get(name) ?? [];
/** What was closed without an answer, which 答复N件 may leave out. */
export const UNANSWERED: Alternatives = group('其他处理');

const ORGANISATIONS = ['business', 'research', 'public-interest', 'legal-service', 'other'];
const organisation = (...columns: readonly (readonly string[])[]): Counted => ({
  object: 'legal-person',
  columns,
});

const SUITS = ['direct-suit', 'suit-after-reconsideration'];
const DISPUTE_ROWS: Partial<Record<MentionObject, readonly string[]>> = {
  reconsideration: ['reconsideration'],
  'direct-suit': ['direct-suit'],
  'suit-after-reconsideration': ['suit-after-reconsideration'],
  litigation: SUITS,
  dispute: ['reconsideration', ...SUITS],
};
const disputeCells = (object: MentionObject, columns: readonly string[]): Alternatives => [
  (DISPUTE_ROWS[object] ?? []).flatMap((row) => columns.map((column) => `disputes.${row}.${column}`)),
];
const dispute = (object: MentionObject): Counted => ({ object, fields: disputeCells(object, ['total']) });

/** A row of the table of disclosure; a fee is an amount in 万元. */
const disclosure = (object: MentionObject, column: string): Counted => ({
  object,
  fields: [[`disclosure.${object}.${column}`]],
});

export type CountedName = keyof typeof named;

const named = {
  received: { object: 'received', fields: [rows('1')] },
  /** 受理 may count what was carried in as well. */
  accepted: { object: 'received', fields: [rows('1'), rows('1', '2')] },
  /** 办理N件 may mean received, all that were to be dealt with, or finished. */
  handled: { object: 'received', fields: [rows('1'), rows('1', '2'), rows('3-7')] },
  finished: { object: 'finished', fields: [rows('3-7')] },
  'carried-in': { object: 'carried-in', fields: [rows('2')] },
  'carried-out': { object: 'carried-out', fields: [rows('4')] },
  /** 结转N件 without saying from where or to where. */
  carried: { object: 'carried-out', fields: [rows('4'), rows('2')] },
  'natural-person': { object: 'natural-person', columns: [['natural-person']] },
  business: organisation(['business']),
  'business-or-any': organisation(['business'], ORGANISATIONS),
  research: organisation(['research']),
  'public-interest': organisation(['public-interest']),
  'legal-service': organisation(['legal-service']),
  organisations: organisation(ORGANISATIONS),
  refused: { object: 'outcome', fields: group('不予公开') },
  unavailable: { object: 'outcome', fields: group('无法提供') },
  unprocessed: { object: 'outcome', fields: group('不予处理') },
  unanswered: { object: 'outcome', fields: UNANSWERED },
  reconsideration: dispute('reconsideration'),
  'direct-suit': dispute('direct-suit'),
  'suit-after-reconsideration': dispute('suit-after-reconsideration'),
  litigation: dispute('litigation'),
  /** Reconsiderations and suits together. */
  dispute: dispute('dispute'),
  'regulations-made': disclosure('regulations', 'made'),
  'regulations-repealed': disclosure('regulations', 'repealed'),
  'regulations-in-force': disclosure('regulations', 'in-force'),
  'normative-made': disclosure('normative', 'made'),
  'normative-repealed': disclosure('normative', 'repealed'),
  'normative-in-force': disclosure('normative', 'in-force'),
  licence: disclosure('licence', 'decisions'),
  penalty: disclosure('penalty', 'decisions'),
  compulsion: disclosure('compulsion', 'decisions'),
  fee: disclosure('fee', 'amount'),
  /** No table has the fees for information processing. */
  'processing-fee': { object: 'processing-fee', fields: [] },
} satisfies Readonly<Record<string, Counted>>;

export const COUNTED: Readonly<Record<CountedName, Counted>> = named;

/** A result of handling: alternatives of rows, each added up. */
export const outcome = (...alternatives: readonly (readonly string[])[]): Counted => ({
  object: 'outcome',
  fields: alternatives.map((ids) => rows(...ids)),
});

/** Results of disputes by their columns: 结果维持 `upheld`, 结果纠正 `corrected`, 其他结果 `other`, 尚未审结 `pending`. */
export const disputeResult = (...results: readonly string[]): Counted => ({
  object: 'dispute-result',
  results,
});

/** The cells of what a figure counts; `said` are the words of its wording. */
export function cellsOf(counted: Counted, { state, near }: Context, said: string): Alternatives {
  const { object, fields = [], columns, results } = counted;
  if (columns !== undefined) {
    // `受理自然人申请8件`: the applicants of a total that is not told.
    const total = state.split ?? named[near.includes('受理') ? 'accepted' : 'received'].fields;
    return columns.flatMap((list) => applicantCells(list, total));
  }
  if (results !== undefined) return resultCells(state.disputes, results);
  return object === 'outcome' ? withGroup(fields, said) : fields;
}

const applicantCells = (columns: readonly string[], total: Alternatives): Alternatives =>
  total.map((fields) => fields.flatMap((field) => columns.map((column) => field.replace(/total$/, column))));

/** After 复议N件、诉讼M件 the results may be of either or of both. */
function resultCells(disputes: readonly MentionObject[], columns: readonly string[]): Alternatives {
  const [only, ...others] = new Set(disputes);
  if (only !== undefined && others.length === 0) return disputeCells(only, columns);
  const kinds: readonly MentionObject[] = ['dispute', 'reconsideration', 'litigation'];
  return kinds.flatMap((object) => disputeCells(object, columns));
}

/** `因本机关不掌握等原因无法提供`: a row named as the reason of its group may be all there is, 等 says that it is not. */
function withGroup(fields: Alternatives, said: string): Alternatives {
  const whole = groups.get(said.slice(-4)) ?? fields;
  if (whole === fields) return fields;
  return said.includes('等') ? whole : [...fields, ...whole];
}

/**
 * The cells of an outcome when others stand beside it in the sentence: a group without the rows that are
 * named apart, 予以公开 with the partly disclosed ones unless these are, 不予公开 for all that was not disclosed
 * where no other such group is named.
 */
export function besides(
  fields: Alternatives,
  others: readonly { readonly fields: Alternatives }[],
  sentence: string,
): Alternatives {
  const [whole = [], second] = fields;
  if (whole[0] === DISCLOSED) {
    const apart = others.some((other) => other.fields[0]?.[0] === PARTLY_DISCLOSED);
    return apart || second === undefined ? [whole] : fields;
  }
  if (whole.length < 2) return fields;
  const single = new Set(others.flatMap((other) => (other.fields[0]?.length === 1 ? other.fields[0] : [])));
  const rest = whole.filter((field) => !single.has(field));
  const apart = rest.length < whole.length ? [...fields, rest] : fields;
  if (whole !== group('不予公开')[0] || OTHER_REFUSALS.test(sentence)) return apart;
  const [unavailable = [], unprocessed = []] = [group('无法提供')[0], group('不予处理')[0]];
  const refused = [...whole, ...unavailable];
  return [...apart, refused, [...whole, ...unprocessed], [...refused, ...unprocessed]];
}

const [DISCLOSED, PARTLY_DISCLOSED] = rows('3-1', '3-2');
const OTHER_REFUSALS = /无法提供|不予处理|其他处理|不掌握|不存在|非本|现成/;
