// Identities and values in words, for hovers and actions. `form/field-names.ts` has the names of cells.
import type { EvaluatedIdentity } from '../audit/identities.ts';
import { inBoth, type Phrase } from '../base/phrase.ts';
import type { FieldId, Identity } from '../form/spec.ts';
import type { PlacedTable } from '../report/report.ts';
import { writtenSum } from '../rules/describe.ts';
import type { Cell } from '../table/table.ts';

/** `8 + 1 = 9`; where it fails `8 + 1 = 9，填报 10`. Long sums leave out parts that are 0. */
export function equation({ table }: PlacedTable, evaluated: EvaluatedIdentity): Phrase {
  const { identity, left, right, state } = evaluated;
  const side = (ids: readonly FieldId[]) => writtenSum(table, ids, ' + ', 7);
  const parts = side(identity.left);
  if (identity.kind === 'balance') {
    const sides = `${parts} ${left === right ? '=' : '≠'} ${side(identity.right)}`;
    return inBoth(left === right ? sides : `${sides}（${left} ≠ ${right}）`);
  }
  const sum = parts.includes('+') ? `${parts} = ${left}` : `${left}`;
  return state === 'holds' ? inBoth(sum) : { zh: `${sum}，填报 ${right}`, en: `${sum}, stated ${right}` };
}

/** What is stated less what it should be: `多 1`, `少 10`. */
export const difference = (delta: number): Phrase =>
  delta > 0
    ? { zh: `多 ${delta}`, en: `${delta} too many` }
    : { zh: `少 ${-delta}`, en: `${-delta} too few` };

/** What an identity says: `自然人列：（一）至（六）之和 = （七）总计`. */
export function identityName(identity: Identity, { table }: PlacedTable): Phrase {
  const field = table.form.fields.get(identity.at);
  const row = field?.row.name ?? inBoth('');
  const column = field?.column.name ?? inBoth('');
  switch (identity.kind) {
    case 'row-total':
      return { zh: `“${row.zh}”各列之和 = 总计`, en: `Columns of “${row.en}” add up to its total` };
    case 'group-total':
      return { zh: `“${row.zh}”四项之和 = 总计`, en: `Outcomes of “${row.en}” add up to its total` };
    case 'column-total':
      return {
        zh: `“${column.zh}”列（一）至（六）之和 = （七）总计`,
        en: `Outcomes in “${column.en}” add up to （七）`,
      };
    case 'balance':
      return {
        zh: `“${column.zh}”列 一 + 二 = 三（七） + 四`,
        en: `“${column.en}”: 一 + 二 = 三（七） + 四`,
      };
  }
}

/** A cell's value: `4`, `——（视为 0）`, `空白`. */
export function valueName(cell: Cell): Phrase {
  switch (cell.state) {
    case 'number':
      return inBoth(cell.money ?? String(cell.count ?? cell.raw));
    case 'none':
      return {
        zh: `${escapeMarkdown(cell.raw)}（按 0 计）`,
        en: `${escapeMarkdown(cell.raw)} (counts as 0)`,
      };
    case 'blank':
      return { zh: '空白', en: 'blank' };
    case 'invalid':
      return {
        zh: `${escapeMarkdown(cell.raw)}（不是有效数字）`,
        en: `${escapeMarkdown(cell.raw)} (no valid number)`,
      };
    case 'unsure':
      return { zh: '无法辨认', en: 'cannot be told' };
  }
}

/** The first 200 units with Markdown's signs escaped: a report brings no links or pictures into a hover. */
export const escapeMarkdown = (text: string): string =>
  text.slice(0, 200).replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&');
