// Fields by their ids, and their names in words: for messages, hovers, hints and the formats of the command
// line.
import type { Phrase } from '../base/phrase.ts';
import { form } from './form.ts';
import type { Edition, Field, FieldId, TableId } from './spec.ts';

/** `applications` of `applications.3-1.total`. */
export const tableIdOf = (id: FieldId): TableId => id.slice(0, id.indexOf('.')) as TableId;

/** The field of an id in an edition; undefined where that edition does not have it. */
export const fieldById = (id: FieldId, edition: Edition): Field | undefined =>
  form(tableIdOf(id), edition).fields.get(id);

/** `予以公开 · 自然人`. */
export const fieldName = ({ row, column }: Field): Phrase => ({
  zh: `${row.name.zh} · ${column.name.zh}`,
  en: `${row.name.en} · ${column.name.en}`,
});

/** The same, but the row alone where the table has no other column: `行政许可`. */
export const shortFieldName = (field: Field): Phrase =>
  field.table === 'disclosure' && field.column.id === 'decisions' && field.row.groups.length === 0
    ? field.row.name
    : fieldName(field);

/** As a word of a sentence: `“予以公开·自然人”`. */
export const quotedFieldName = ({ row, column }: Field): Phrase => ({
  zh: `“${row.name.zh}·${column.name.zh}”`,
  en: `“${row.name.en} · ${column.name.en}”`,
});
