// The door to reading tables: no other room imports `read/` or `shape/`. Read `table.ts` for what a table is,
// `read/bind.ts` for how one is read; `write/` writes and edits tables.

/** A row or group may be worded like a heading: `report/` asks before it takes a line for one. */
export { isRowLabel } from './read/labels.ts';
export { tablesIn } from './shape/binding-cache.ts';
