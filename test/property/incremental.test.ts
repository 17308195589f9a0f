import { equal, ok } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf } from '../support/figures.ts';
import { layoutIds, print } from '../support/printer.ts';
import { random, runSeed, times } from '../support/random.ts';
import { type } from '../support/typing.ts';

const folder = join(__dirname, '../samples');
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const printed = layoutIds.map(
  (layout, i) => [`printed ${layout}`, print(figuresOf(i, '2021'), { layout }).text] as const,
);
const others = [...samples, ...printed].map(([, text]) => text);

/** `npm run bench -- --only edits` does the same a hundred thousand times. */
describe('reading after an edit', () => {
  const seed = runSeed();
  let [reused, sections] = [0, 0];

  const edited = (name: string, text: string, i: number): void => {
    it(`${name} is what reading afresh gives`, () => {
      const typed = type(text, times(45), others, random(seed + i));
      equal(typed.difference, null, `edit ${typed.edits}`);
      reused += typed.reused;
      sections += typed.sections;
    });
  };

  for (const [i, [name, text]] of [...samples, ...printed].entries()) edited(name, text, i);
  for (let i = 0; i < 6; i++) {
    const chance = random(seed + 100 + i);
    const several = Array.from({ length: 5 }, () => chance.pick(others)).join('\n');
    edited(`file ${i + 1} of several reports`, several, 200 + i);
  }

  it('most sections are the same objects as before', () => {
    ok(reused > sections * 0.6, `${reused} of ${sections}`);
  });
});
