// Prints the texts that test/vscode/suite/pasting.test.ts pastes, as JSON: a report in twenty layouts, every
// second one below the residue of its web page, and the reports of a folder beside the checkout, if any.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { figuresOf } from '../support/figures.ts';
import { layoutIds, print } from '../support/printer.ts';

const beside = resolve(import.meta.dirname, '../../../shared/reports');

// Of layouts that differ little, which stand side by side, one is left out: each paste takes a second.
const chosen = layoutIds.filter((_, i) => i % 3 !== 2);
const printed = chosen.map((layout, i) => ({
  name: layout,
  text: print(figuresOf(i + 1, '2021'), { layout, residue: i % 2 === 1 }).text,
}));
const published = existsSync(beside)
  ? readdirSync(beside).map((name) => ({ name, text: readFileSync(join(beside, name), 'utf8') }))
  : [];
console.log(JSON.stringify([...published, ...printed]));
