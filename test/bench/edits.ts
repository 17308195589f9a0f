import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf } from '../support/figures.ts';
import { layoutIds, print } from '../support/printer.ts';
import { random, runSeed } from '../support/random.ts';
import { type } from '../support/typing.ts';
import type { Measure } from './measure.ts';

/**
 * Random edits of every sample and layout: what is read after each must be what is read afresh. Throws with
 * the seed when not.
 */
export function edits(root: string, times: number, report: (measure: Measure) => void): void {
  const folder = join(root, 'test/samples');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  texts.push(...layoutIds.map((layout, i) => print(figuresOf(i, '2021'), { layout }).text));
  const seed = runSeed();
  process.stderr.write(`random edits with OGI_SEED=${seed}\n`);
  let [done, reused, sections] = [0, 0, 0];
  for (let round = 0; done < times; round++) {
    const chance = random(seed + round);
    const several = Array.from({ length: chance.between(2, 5) }, () => chance.pick(texts)).join('\n');
    const text = round % 5 === 4 ? several : (texts[round % texts.length] as string);
    const typed = type(text, Math.min(500, times - done), texts, chance);
    if (typed.difference !== null)
      throw new Error(`OGI_SEED=${seed}, round ${round}, edit ${typed.edits}: ${typed.difference}`);
    done += typed.edits;
    reused += typed.reused;
    sections += typed.sections;
    if (round % 20 === 19) process.stderr.write(`${done} edits\n`);
  }
  const sample = `${times} random edits`;
  report({ what: 'differences from reading afresh', sample, by: 'ogi-report', value: 0, unit: 'edits' });
  report({ what: 'sections kept', sample, by: 'ogi-report', value: (100 * reused) / sections, unit: '%' });
}
