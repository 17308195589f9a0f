// All labels of the form by their folded text. The labels themselves, and the variants of their wording, are
// data in `form/`: a new variant is a line there.

import { once } from '../../base/cache.ts';
import { form, tableIds } from '../../form/form.ts';
import type { BlockSpec, Edition, TableId } from '../../form/spec.ts';
import { fold } from '../../text/fold.ts';
import { withoutNotes, withoutNumbering } from './label-wording.ts';

/** What a label of the form stands for. */
export interface LabelMeaning {
  /** `head`: over an item or several columns; `corner`: over the row labels. */
  readonly role: 'row' | 'group' | 'column' | 'head' | 'corner';
  readonly table: TableId;
  /** Row id, column id, or the folded label. */
  readonly id: string;
  readonly editions: readonly Edition[];
  /** Worded as in the official form, whatever its widths, spaces, punctuation and numbering. */
  readonly official: boolean;
  /** The numbering is part of the key: `3.其他`, not `其他`. */
  readonly numbered: boolean;
}

/** A folded label and all it can mean. */
export interface LabelEntry {
  readonly key: string;
  readonly meanings: readonly LabelMeaning[];
}

/** A label as the form has it, with the meaning it has there. */
type FormLabel = Omit<LabelMeaning, 'numbered' | 'editions'> & {
  readonly text: string;
  readonly edition: Edition;
  /** The official wording of a row, folded and without numbering; else empty. */
  readonly whole: string;
};

/** The labels of both editions of all tables, by folded text. */
export const labelDictionary = once<ReadonlyMap<string, LabelEntry>>(() => {
  const entries = new Map<string, { readonly key: string; readonly meanings: LabelMeaning[] }>();
  for (const table of tableIds)
    for (const edition of ['2021', '2019'] as const)
      for (const block of form(table, edition).table.blocks)
        for (const label of labelsOf(block, table, edition))
          for (const { key, numbered } of keysOf(label.text)) {
            if (isTail(key, label.whole)) continue;
            const entry = entries.get(key) ?? { key, meanings: [] };
            entries.set(key, entry);
            addMeaning(entry.meanings, label, numbered);
          }
  return entries;
});

/** Whether a key ends the label it stands for: a label wrapped around its values has it behind them. */
const isTail = (key: string, whole: string): boolean => key.length < whole.length && whole.endsWith(key);

/** The ways to write a label: with and without its numbering, with and without its notes. */
function keysOf(text: string): { readonly key: string; readonly numbered: boolean }[] {
  const bare = withoutNumbering(text);
  return [text, bare, withoutNotes(text), withoutNotes(bare)]
    .map((writing, i) => ({ key: fold(writing), numbered: bare !== text && i % 2 === 0 }))
    .filter(({ key }) => key !== '');
}

/** Adds a meaning, or the label's edition and wording to the same meaning from another label. */
function addMeaning(meanings: LabelMeaning[], label: FormLabel, numbered: boolean): void {
  const { role, table, id, official, edition } = label;
  const at = meanings.findIndex((each) => each.role === role && each.table === table && each.id === id);
  const known = meanings[at];
  if (known === undefined) meanings.push({ role, table, id, official, editions: [edition], numbered });
  else
    meanings[at] = {
      ...known,
      editions: known.editions.includes(edition) ? known.editions : [...known.editions, edition],
      official: known.official || official,
      numbered: known.numbered || numbered,
    };
}

/** Heads of the tables that no row or column of the form names. */
const otherHeads: Readonly<Record<TableId, readonly string[]>> = {
  disclosure: ['信息内容'],
  applications: ['申请人情况', '法人或其他组织', '法人或其他组织小计'],
  disputes: [],
};

function labelsOf(block: BlockSpec, table: TableId, edition: Edition): FormLabel[] {
  const label = (
    role: LabelMeaning['role'],
    text: string,
    id = fold(text),
    official = true,
    whole = '',
  ): FormLabel => ({ role, table, id, official, text, edition, whole });
  const head =
    block.head === undefined ? [] : [label(table === 'disclosure' ? 'head' : 'corner', block.head)];
  const columns = block.columns.flatMap((column) =>
    wordingsOf(column).map((text) => label('column', text, column.id, text === column.label)),
  );
  const rows = block.rows.flatMap((row) => [
    ...row.groups.map((group) => label('group', group)),
    ...(block.printed === 'grid' ? wordingsOf(row) : []).map((text) =>
      label('row', text, row.id, text === row.label, fold(withoutNumbering(row.label))),
    ),
  ]);
  return [...head, ...columns, ...rows, ...otherHeads[table].map((text) => label('head', text))];
}

const wordingsOf = ({ label, variants = [] }: BlockSpec['columns'][number] | BlockSpec['rows'][number]) => [
  label,
  ...variants,
];
