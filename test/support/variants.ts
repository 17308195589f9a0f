// A report in any layout, noise and edition, all drawn from one seed.

import type { Edition, TableId } from '../../server/src/form/spec.ts';
import { consistentFigures, type Figures, withBlanks, withNones } from './figures.ts';
import { noises } from './noise.ts';
import { layoutIds, layouts, lineEnds, type PrintOptions } from './printer.ts';
import { type Random, random } from './random.ts';

/** One way to write one report, with a name to say in a failure. */
export interface Variant {
  readonly name: string;
  readonly figures: Figures;
  readonly options: PrintOptions & { readonly edition: Edition };
}

const firstDispute = 'disputes.reconsideration.upheld';
/** Layouts whose padding stands on a line of its own. */
const paddedBelow = /^(?:lone-pipe-padded|cell-line-pipe-b)/;
const grids = /^(?:md-grid|tab-|pdf-text-around)/;

/** Any figures in any layout, noise, frame and padding. The same seed gives the same variant. */
export function variantOf(seed: number): Variant {
  const chance = random(seed);
  const edition = chance.pick(['2021', '2021', '2019'] as const);
  const layout = layoutChoice(chance);
  const [noiseName, noise] = chance.pick(Object.entries(noises));
  const ids = typeof layout === 'string' ? [layout] : Object.values(layout);
  const traced = ids.every((id) => layouts[id].blanks);
  let figures = consistentFigures(chance, edition);
  if (chance.chance(0.3)) figures = withNones(figures, chance);
  // Where a blank leaves no trace, its column cannot be said.
  if (traced && chance.chance(0.4)) figures = withBlanks(figures, chance);
  // Padding of the head above looks just like a blank first cell of the row without label.
  if (ids.some((id) => paddedBelow.test(id)) && figures.get(firstDispute) === '')
    figures = new Map(figures).set(firstDispute, '0');
  const endless = layout === 'pdf-text' && chance.chance(0.5);
  const options = {
    edition,
    layout,
    noise,
    frame: endless ? ('endless' as const) : chance.chance(0.15) ? ('page' as const) : ('none' as const),
    residue: chance.chance(0.3),
    eol: endless || chance.chance(0.7) ? ('\n' as const) : chance.pick(lineEnds),
    bars: chance.chance(0.7) ? '|' : chance.pick(['│', '｜', '|│｜']),
    extra: chance.chance(0.15) ? chance.between(1, 9) : 0,
    lastPadded: chance.chance(0.4),
    pageBreak: chance.chance(0.2),
    // Two labels in one cell of a grid leave an empty cell behind them, which the printer does not write;
    // broken over lines and wrapped around values as well, nobody could say where a label ends.
    grouped: !ids.some((id) => grids.test(id)) && chance.chance(0.1),
    lead: chance.chance(0.3),
    organ: chance.pick(['清溪县教育局', '云岭市人民政府', '石塘镇人民政府', '白鹭区交通运输局']),
    year: edition === '2021' ? chance.between(2021, 2025) : chance.between(2019, 2020),
  };
  const flags = (['residue', 'lastPadded', 'pageBreak', 'grouped', 'lead'] as const).filter(
    (flag) => options[flag],
  );
  const place = typeof layout === 'string' ? layout : Object.values(layout).join(' + ');
  return {
    name: `seed ${seed}: ${edition} ${place}, ${noiseName}, ${options.frame} ${flags.join(' ')} extra ${options.extra} ${JSON.stringify(options.eol)} ${options.bars}`,
    figures,
    options,
  };
}

function layoutChoice(chance: Random) {
  const one = () => chance.pick(layoutIds);
  if (chance.chance(0.8)) return one();
  // Bars around prose of a PDF do not come together; any other mix does.
  const barred = layoutIds.filter((id) => !id.startsWith('pdf'));
  const each = (): (typeof layoutIds)[number] => chance.pick(barred);
  return { disclosure: each(), applications: each(), disputes: each() } satisfies Record<TableId, string>;
}
