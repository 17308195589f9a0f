// The door to reading tables: no other room imports `read/` or `shape/`. Read `table.ts` for what a table is,
// `read/bind.ts` for how one is read; `write/` writes and edits tables.

export { holdsRubble } from './read/garbled.ts';
/** What labels mean, for tables that are pasted and not read. */
export { isWording } from './read/label-wording.ts';
/** A row or group may be worded like a heading: `report/` asks before it takes a line for one. */
export { isRowLabel, meaningsOf } from './read/labels.ts';
export { tablesIn } from './shape/binding-cache.ts';
