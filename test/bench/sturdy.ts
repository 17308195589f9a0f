// npx tsx test/bench/sturdy.ts [--size UNITS] [--only WORDS]: hostile texts in full size, one line each; exit
// code 1 when one of them throws, or takes more than its share of time. The unit test tries the same in
// small.
import { parseArgs } from 'node:util';
import { exercise } from '../support/exercise.ts';
import { growth } from '../support/growth.ts';
import { fill, type Hostile, repeated, shaped } from '../support/hostile.ts';
import { random, runSeed } from '../support/random.ts';

const { values: options } = parseArgs({
  options: { size: { type: 'string', default: '250000' }, only: { type: 'string', default: '' } },
});
const size = Number(options.size);

/** Sizes of their own, in UTF-16 units: what a text of 30 MB can hold of one thing. */
const full: readonly (Hostile & { readonly size: number })[] = [
  { name: 'a million bars', size: 1_000_000, make: (n) => fill('|', n) },
  { name: 'one line of 30 MB', size: 15_000_000, make: (n) => fill('政府信息公开', n) },
  { name: 'one line of 30 MB with figures and blanks', size: 15_000_000, make: (n) => fill('申请 9 件 ', n) },
  { name: 'a hundred thousand headings', size: 700_000, make: (n) => fill('一、总体情况\n', n) },
  { name: 'tables ten thousand deep', size: 600_000, make: byName('nested tables') },
  { name: 'a number of a hundred thousand digits', size: 100_000, make: byName('a number of many digits') },
  {
    name: 'colspan of a milliard',
    size: 500_000,
    make: (n) => `<table><tr>${fill('<td colspan=1000000000>', n)}`,
  },
  { name: 'a hundred thousand labels', size: 800_000, make: byName('one reading of every label, no values') },
  { name: 'a hundred thousand rows', size: 4_000_000, make: byName('rows of one table') },
  { name: 'a thousand reports', size: 2_500_000, make: byName('reports') },
];

function byName(name: string): Hostile['make'] {
  const found = shaped.find((each) => each.name === name);
  if (!found) throw new Error(`no hostile text ${name}`);
  return found.make;
}

const seed = runSeed();
const chance = random(seed);
console.log(
  `seed ${seed}; milliseconds of processor time at half the size, at the full size, and how they grow`,
);
let bad = 0;
const texts = [...full, ...shaped, ...repeated].filter(({ name }) => name.includes(options.only));
for (const each of texts) {
  const units = 'size' in each ? (each as (typeof full)[number]).size : size;
  try {
    const { factor, times } = growth(units / 2, 2, each.make, (text) => exercise(text, chance, 1));
    const slow = factor > 1.6;
    if (slow) bad++;
    if (slow || 'size' in each || times[1] > 2000)
      console.log(
        `${slow ? 'SLOW ' : ''}${each.name}: ${units} units, ${times[0]} ms, ${times[1]} ms, × ${(factor * 2).toFixed(2)}`,
      );
  } catch (error) {
    bad++;
    console.log(`THROWS ${each.name}: ${error instanceof Error ? error.message : error}`);
  }
}
console.log(`${texts.length} texts, ${bad} bad`);
process.exitCode = bad > 0 ? 1 : 0;
