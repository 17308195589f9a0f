// The heads of a sheet with one report a row: a column for each field of the form.
import { form, tableIds } from './form.ts';
import type { Edition, Field, FieldId, TableId } from './spec.ts';

export interface FieldHead {
  readonly id: FieldId;
  readonly table: TableId;
  /** `予以公开·自然人`; no two fields have the same. */
  readonly text: string;
}

/**
 * The fields of the editions in the order of the form. Those of 2021 come first under their heads of that
 * edition; behind them, and marked, those that only the edition of 2019 has.
 */
export function fieldHeads(editions: readonly Edition[]): readonly FieldHead[] {
  const heads = new Map<FieldId, FieldHead>();
  for (const edition of ['2021', '2019'] as const) {
    const mark = edition === '2019' && editions.includes('2021') ? '（2019年版）' : '';
    if (!editions.includes(edition)) continue;
    for (const field of tableIds.flatMap((id) => [...form(id, edition).fields.values()]))
      if (!heads.has(field.id))
        heads.set(field.id, { id: field.id, table: field.table, text: headOf(field) + mark });
  }
  return [...heads.values()];
}

const headOf = ({ row, column }: Field): string => `${row.name.zh}·${column.name.zh}`;
