import { distance } from 'fastest-levenshtein';
import { memoizeByText, once } from '../../base/cache.ts';
import { form, tableIds } from '../../form/form.ts';
import type { BlockSpec, Edition, TableId } from '../../form/types.ts';
import { fold } from '../../text/fold.ts';

/** What a label of the form stands for. */
export interface LabelMeaning {
  readonly role: 'row' | 'group' | 'column' | 'head' | 'corner';
  readonly table: TableId;
  /** Line id, column id, or the folded label. */
  readonly id: string;
  readonly editions: readonly Edition[];
  /** Written as in the official form, but for widths, spaces, punctuation and numbering. */
  readonly official: boolean;
  /** The numbering was part of what matched: `3.其他`, not `其他`. */
  readonly numbered: boolean;
}

/** A folded label and all it can mean. */
interface Entry {
  readonly key: string;
  readonly meanings: LabelMeaning[];
}

const numbering = /^(?:\(|（)?(?:[一二三四五六七八九十]+|\d{1,2})(?:\)|）|、|\.|．)+/;
/** Tags and entities of HTML: none of them is part of a label. */
export const markup = /<[^<>]*>|&[a-z0-9#]{2,8};/gi;
const bracketed = /[（(][^（()）]*[）)]/g;

/** All labels of both editions of all tables by folded key. */
const dictionary = once<ReadonlyMap<string, Entry>>(build);
/** Key lengths that occur for a first character, longest first. */
const lengths = once<ReadonlyMap<string, readonly number[]>>(() => lengthsByFirst(dictionary().keys()));

function build(): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const add = (
    text: string,
    meaning: Omit<LabelMeaning, 'numbered' | 'editions'>,
    edition: Edition,
  ): void => {
    const bare = text.replace(numbering, '');
    const writings = [
      [text, bare !== text],
      [bare, false],
      [withoutNotes(text), bare !== text],
      [withoutNotes(bare), false],
    ] as const;
    for (const [writing, numbered] of writings) {
      const key = fold(writing);
      if (key === '') continue;
      const entry = entries.get(key) ?? { key, meanings: [] };
      entries.set(key, entry);
      const same = entry.meanings.findIndex(
        (m) => m.role === meaning.role && m.table === meaning.table && m.id === meaning.id,
      );
      const known = entry.meanings[same];
      if (known === undefined) entry.meanings.push({ ...meaning, editions: [edition], numbered });
      else
        entry.meanings[same] = {
          ...known,
          editions: known.editions.includes(edition) ? known.editions : [...known.editions, edition],
          official: known.official || meaning.official,
          numbered: known.numbered || numbered,
        };
    }
  };
  for (const table of tableIds)
    for (const edition of ['2021', '2019'] as const)
      for (const block of form(table, edition).table.blocks) addBlock(block, table, edition, add);
  return entries;
}

function addBlock(
  block: BlockSpec,
  table: TableId,
  edition: Edition,
  add: (text: string, meaning: Omit<LabelMeaning, 'numbered' | 'editions'>, edition: Edition) => void,
): void {
  if (block.head !== undefined)
    add(
      block.head,
      { role: table === 'disclosure' ? 'head' : 'corner', table, id: fold(block.head), official: true },
      edition,
    );
  for (const column of block.columns)
    for (const text of [column.label, ...(column.variants ?? [])])
      add(text, { role: 'column', table, id: column.id, official: text === column.label }, edition);
  for (const row of block.rows) {
    for (const group of row.groups)
      add(group, { role: 'group', table, id: fold(group), official: true }, edition);
    if (block.printed === 'grid')
      for (const text of [row.label, ...(row.variants ?? [])])
        add(text, { role: 'row', table, id: row.id, official: text === row.label }, edition);
  }
  if (table === 'disclosure')
    add('信息内容', { role: 'head', table, id: fold('信息内容'), official: true }, edition);
  if (table === 'applications')
    for (const text of ['申请人情况', '法人或其他组织'])
      add(text, { role: 'head', table, id: fold(text), official: true }, edition);
}

function lengthsByFirst(keys: Iterable<string>): Map<string, number[]> {
  const out = new Map<string, number[]>();
  for (const key of keys) {
    const first = key.charAt(0);
    const known = out.get(first) ?? [];
    if (!known.includes(key.length)) known.push(key.length);
    out.set(first, known);
  }
  for (const known of out.values()) known.sort((a, b) => b - a);
  return out;
}

/** A label without its notes in brackets: `规章(指…)` → `规章`; a numbering in brackets stays. */
export function withoutNotes(text: string): string {
  const numbers = numbering.exec(text)?.[0] ?? '';
  return numbers + text.slice(numbers.length).replace(bracketed, '');
}

/** Whether `text` says `label`, but for widths, script, spaces, punctuation, numbering, notes in brackets and markup. */
export function isWording(text: string, label: string): boolean {
  if (text === label) return true;
  const own = wordingOf(text);
  const official = wordingOf(label);
  return own.core === official.core || own.whole === official.whole || own.core === official.bare;
}

/** The folded texts that wordings are compared by: as it is, without numbering, and without notes as well. */
const wordingOf = memoizeByText(1000, (text) => {
  const unmarked = text.replace(markup, '');
  return { whole: fold(unmarked), bare: fold(unmarked.replace(numbering, '')), core: coreOf(unmarked) };
});

const coreOf = (text: string): string =>
  fold(withoutNotes(text).trim().replace(numbering, '')).replace(/^[一二三四五六七\d](?=\D)/, '');

/** All that `key` can mean, when it is a label of the form to the letter. */
export const meaningsOf = (key: string): readonly LabelMeaning[] => dictionary().get(key)?.meanings ?? [];

/** The longest label of the form that starts at `at` in `keys` (several folded labels joined), or null. */
export function longestLabelAt(keys: string, at: number): Entry | null {
  for (const length of lengths().get(keys.charAt(at)) ?? []) {
    if (at + length > keys.length) continue;
    const entry = dictionary().get(keys.slice(at, at + length));
    if (entry !== undefined) return entry;
  }
  return null;
}

/**
 * What a label that is none of the form to the letter was most likely meant as: its second half is lost (`本年新`), or a
 * few characters differ (`绝对数量`). `kept` says which. Empty when nothing is near.
 */
export const nearMeanings = memoizeByText(4000, (key): readonly LabelMeaning[] => {
  if (key.length < 2 || key.length > 45) return [];
  const cut = [...dictionary().values()].filter(
    (entry) => entry.key.length > key.length && entry.key.startsWith(key),
  );
  if (
    cut.length > 0 &&
    (key.length >= 6 || cut.every((entry) => entry.meanings.every((m) => m.role === 'column')))
  )
    return distinct(cut).map((meaning) => ({ ...meaning, official: false }));
  if (key.length < 5) return [];
  let best: Entry[] = [];
  let least = Math.floor(key.length / 5) + 1;
  for (const entry of dictionary().values()) {
    if (Math.abs(entry.key.length - key.length) >= least || entry.key.length < 4) continue;
    if (isFarther(key, entry.key, least)) continue;
    const apart = distance(entry.key, key);
    if (apart < least) [best, least] = [[entry], apart];
    else if (apart === least) best.push(entry);
  }
  return distinct(best).map((meaning) => ({ ...meaning, official: false }));
});

/** Whether more than `most` characters of a key are not in the other: then their distance is larger, without working it out. */
function isFarther(key: string, other: string, most: number): boolean {
  let strange = 0;
  for (let i = 0; i < key.length && strange <= most; i++) if (!other.includes(key.charAt(i))) strange++;
  return strange > most;
}

/** The meanings of several entries, when they are all of one label; else nothing can be said. */
function distinct(entries: readonly Entry[]): readonly LabelMeaning[] {
  const all = entries.flatMap((entry) => entry.meanings);
  const ids = new Set(all.map((m) => `${m.role} ${m.table} ${m.id}`));
  const lines = new Set(all.filter((m) => m.role === 'row').map((m) => m.id));
  return lines.size <= 1 ? all.filter((m, i) => ids.size > 0 && all.indexOf(m) === i) : [];
}
