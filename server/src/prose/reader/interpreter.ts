// Reads the tables of wordings, which it makes into functions when the program starts.
import { COUNTED, cellsOf } from './cells.ts';
import { CONDITIONS, type ConditionName } from './conditions.ts';
import type { Context } from './context.ts';
import { lastMatch } from './vocabulary.ts';
import type { Conditions, Group, Match, Row, TextName, Wording, Words } from './wording.ts';

/**
 * The tables as a function: the first row that fits, in the first table that has one, says what a figure
 * counts. Where one of `unless` holds, no table is asked.
 */
export function interpreter(
  tables: readonly Wording[],
  unless: readonly Conditions[] = [],
): (context: Context) => readonly Match[] {
  const readers = tables.map((table) => reader(table, UNMARKED));
  const isNone = anyOf(unless);
  return (context) => {
    const words = { said: context.near, last: '', gap: '' };
    if (isNone(context, words)) return NOTHING;
    for (const read of readers) {
      const found = read(context, words);
      if (found !== null && found.length > 0) return found;
    }
    return NOTHING;
  };
}

type Test = (context: Context, words: Words) => boolean;

/** null: go on with the row below. An empty list: the figure counts nothing of this table. */
type Reader = (context: Context, words: Words) => readonly Match[] | null;

/** The marks of a row: its own, else those of the groups it stands in. */
type AllMarks = Pick<Match, 'other' | 'part'> & { readonly open: readonly Conditions[] };
const UNMARKED: AllMarks = { open: [], other: false, part: null };
const NOTHING: readonly Match[] = [];

function reader(wording: Wording, inherited: AllMarks): Reader {
  const holds = allOf(wording);
  const { open = inherited.open, other = inherited.other, part = inherited.part } = wording;
  const marks = { open, other, part };
  const read = 'rows' in wording ? groupReader(wording, marks) : rowReader(wording, marks);
  return (context, words) => (holds(context, words) ? read(context, words) : null);
}

function groupReader({ look, strip = [], lastOf, every, rows }: Group, marks: AllMarks): Reader {
  const pattern = lastOf && new RegExp(lastOf.source, 'g');
  const readers = rows.map((row) => reader(row, marks));
  const cuts = look !== undefined || strip.length > 0 || pattern !== undefined;
  return (context, outer) => {
    const words = cuts ? wordsIn(look === undefined ? outer.said : context[look], strip, pattern) : outer;
    let all: readonly Match[] | null = null;
    for (const read of readers) {
      const found = read(context, words);
      if (found === null) continue;
      if (every === undefined) return found;
      all = all === null ? found : [...all, ...found];
    }
    return all;
  };
}

function wordsIn(text: string, strip: readonly RegExp[], pattern: RegExp | undefined): Words {
  let said = text;
  for (const each of strip) said = said.replace(each, '');
  const match = pattern === undefined ? null : lastMatch(pattern, said);
  return match === null
    ? { said, last: '', gap: said }
    : { said, last: match[0], gap: said.slice(match.index + match[0].length) };
}

function rowReader({ counts, note, takesWhole = false }: Row, { open, other, part }: AllMarks): Reader {
  const counted = typeof counts === 'string' ? COUNTED[counts] : counts;
  const isOpen = anyOf(open);
  return (context, words) => {
    if (note !== undefined) Object.assign(context.state, note);
    if (counted === undefined) return null;
    if (counted === null) return NOTHING;
    const fields = cellsOf(counted, context, words.said);
    return [{ object: counted.object, fields, open: isOpen(context, words), other, part, takesWhole }];
  };
}

/** All conditions of a wording, in the order they are written. */
function allOf(conditions: Conditions): Test {
  const tests = Object.keys(conditions).flatMap((key) => testsOf(key, conditions));
  const [first, ...others] = tests;
  if (first === undefined) return () => true;
  if (others.length === 0) return first;
  return (context, words) => {
    for (const test of tests) if (!test(context, words)) return false;
    return true;
  };
}

function anyOf(alternatives: readonly Conditions[]): Test {
  const tests = alternatives.map(allOf);
  return (context, words) => {
    for (const test of tests) if (test(context, words)) return true;
    return false;
  };
}

function testsOf(key: string, conditions: Conditions): readonly Test[] {
  const { when = [], any = [], unless = [], year } = conditions;
  if (key === 'when') return [when].flat().map((name: ConditionName) => CONDITIONS[name]);
  if (key === 'any') return [anyOf(any)];
  if (key === 'unless') {
    const isBarred = anyOf([unless].flat());
    return [(context, words) => !isBarred(context, words)];
  }
  const pattern = conditions[key as TextName];
  return pattern instanceof RegExp && key !== 'lastOf' ? [textTest(key as TextName, pattern, year)] : [];
}

function textTest(name: TextName, pattern: RegExp, year: number | undefined): Test {
  const isWord = name === 'said' || name === 'last' || name === 'gap';
  const textOf = (context: Context, words: Words): string => (isWord ? words[name] : context[name]);
  if (year === undefined) return (context, words) => pattern.test(textOf(context, words));
  return (context, words) =>
    yearOf(pattern, textOf(context, words)) === (context.prose.year ?? Number.NaN) + year;
}

/** What stands in the group `year` of a pattern. */
const yearOf = (pattern: RegExp, text: string): number => Number(pattern.exec(text)?.groups?.year);
