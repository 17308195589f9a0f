import { ok } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../server/src/config/read.ts';
import { decode } from '../../server/src/io/encoding.ts';
import { rules } from '../../server/src/rules/all.ts';
import { base } from '../support/base.ts';
import { exercise } from '../support/exercise.ts';
import { figuresOf } from '../support/figures.ts';
import { growth } from '../support/growth.ts';
import { repeated, shaped } from '../support/hostile.ts';
import { layoutIds, lineEnds, print } from '../support/printer.ts';
import { type Random, random, runSeed, times } from '../support/random.ts';

/** A part, other texts on every run, of what `tsx test/bench/sturdy.ts` tries in full sizes. */
describe('hostile texts', () => {
  const seed = runSeed();
  let chance = random(seed);
  /** Each test draws from the beginning, so that it repeats alone (`-g`). */
  beforeEach(() => {
    chance = random(seed);
  });
  const samples = ['01-row-line', '05-mixed', '07-pdf-text', '12-html-2019', '15-two-reports'].map((name) =>
    readFileSync(join(__dirname, `../samples/${name}.txt`), 'utf8'),
  );

  const holds = (text: string, name: string) => {
    try {
      exercise(text, chance);
    } catch (error) {
      throw new Error(`${name}: ${text.length} units, ${JSON.stringify(text.slice(0, 300))}`, {
        cause: error,
      });
    }
  };

  it('bytes of any kind', () => {
    for (let i = 0; i < times(60); i++) {
      const bytes = Uint8Array.from({ length: chance.between(0, 4000) }, () => chance.between(0, 255));
      holds(decode(bytes)?.text ?? Buffer.from(bytes).toString('latin1'), 'bytes');
      holds(Buffer.from(bytes).toString('utf16le'), 'units');
    }
  });

  it('characters of any kind, alone and inside a report', () => {
    for (let i = 0; i < times(40); i++) {
      const stuff = anything(chance, chance.between(1, 300));
      const at = chance.between(0, base.length);
      holds(stuff, 'alone');
      holds(base.slice(0, at) + stuff + base.slice(at), `inside at ${at}`);
    }
  });

  it('reports cut off, shuffled line by line and cell by cell, torn and stirred', () => {
    for (let i = 0; i < times(60); i++) {
      const text = i % 2 ? chance.pick(samples) : anyReport(chance);
      holds(text.slice(0, chance.between(0, text.length)), 'head');
      holds(text.slice(chance.between(0, text.length)), 'tail');
      const [name, stir] = chance.pick(stirrings);
      holds(stir(text, chance), name);
    }
  });

  it('every repeated atom in every setting, one in twelve a run', () => {
    for (const [i, { name, make }] of repeated.entries())
      if (i % 12 === seed % 12) holds(make(chance.pick([1, 40, 3000])), name);
    for (const { name, make } of shaped) holds(make(3000), name);
  });

  it('time grows like the text', () => {
    const some = Array.from({ length: 24 }, () => chance.pick(repeated));
    for (const { name, make } of [...shaped, ...some]) {
      const { factor, times } = growth(6000, 4, make, (text) => exercise(text, chance));
      ok(factor < 2.5, `${name}: four times the text, ${(factor * 4).toFixed(1)} times as long (${times})`);
    }
  }).timeout(240_000);

  it('configurations of any shape are reported and obeyed as far as they are sound', () => {
    const known = new Set(rules.map(({ id }) => id));
    const levels = new Set(['error', 'warning', 'info', 'hint', 'off']);
    for (let i = 0; i < times(300); i++) {
      const text = chance.chance(0.5) ? JSON.stringify(anyValue(chance, 4)) : anyConfig(chance);
      const torn = chance.chance(0.4) ? tear(text, chance) : text;
      const { config, problems } = parseConfig(torn, known);
      for (const { span } of problems)
        ok(0 <= span.from && span.from <= span.to && span.to <= torn.length, torn);
      for (const [rule, level] of config.rules)
        ok((known.has(rule) || /configuration|dead/.test(rule)) && levels.has(level), torn);
      for (const { report, rule } of config.accept)
        ok(typeof report === 'string' && typeof rule === 'string', torn);
    }
    for (const text of [
      '['.repeat(200_000),
      '{"a":'.repeat(100_000),
      '"'.repeat(100_001),
      '{"__proto__":{"rules":1}}',
      '\0',
      '/*',
    ])
      parseConfig(text, known);
    ok(parseConfig('{"rules":{"__proto__":"off","constructor":"off"}}', known).problems.length === 2);
  });
});

const anyReport = (chance: Random): string => {
  const edition = chance.pick(['2021', '2019'] as const);
  return print(figuresOf(chance.between(1, 1e9), edition), {
    layout: chance.pick(layoutIds),
    edition,
    residue: chance.chance(0.5),
    eol: chance.pick(lineEnds),
  }).text;
};

/**
 * Characters from where trouble comes from: any plane, controls, halves of pairs, marks that turn and join,
 * digits of all scripts.
 */
function anything(chance: Random, length: number): string {
  const units = [
    () => chance.between(0, 0xffff),
    () => chance.between(0, 0x9f),
    () => chance.between(0xd800, 0xdfff),
    () => chance.between(0x2000, 0x206f),
    () => chance.between(0x0300, 0x036f),
    () => chance.pick([0x660, 0x966, 0xff10, 0x3007, 0x2460, 0x2070, 0xbd, 0x4e00, 0x96f6]),
    () => base.charCodeAt(chance.between(0, base.length - 1)),
  ];
  return Array.from({ length }, () => String.fromCharCode(chance.pick(units)())).join('');
}

type Stir = (text: string, chance: Random) => string;

const shuffled =
  (separator: RegExp): Stir =>
  (text, chance) => {
    const pieces = text.split(separator);
    for (let i = pieces.length - 1; i > 0; i--) {
      const j = chance.between(0, i);
      [pieces[i], pieces[j]] = [pieces[j] as string, pieces[i] as string];
    }
    return pieces.join('');
  };

const stirrings: readonly (readonly [string, Stir])[] = [
  ['lines', shuffled(/(?<=\n)/)],
  ['cells', shuffled(/(?<=[|\t\n])/)],
  ['characters', shuffled(/(?:)/)],
  ['sections', shuffled(/(?=^[一二三四五六]、)/m)],
  ['torn', (text, chance) => tear(text, chance)],
  [
    'line ends',
    (text, chance) => text.replace(/\n/g, () => chance.pick(['\n', '\r\n', '\r', '\n\r', '\u2028', ' ', ''])),
  ],
  ['bars', (text, chance) => text.replace(/[|\t]/g, () => chance.pick(['|', '\t', ' ', '｜', '||', '']))],
  [
    'tags',
    (text, chance) =>
      text.replace(/\n/g, () =>
        chance.pick(['\n', '<td>', '</tr>', '<table>', '</table>', '<td colspan=999999999999>']),
      ),
  ],
  [
    'figures',
    (text, chance) =>
      text.replace(/\d+/g, () =>
        chance.pick(['', '-1', '1e9', '9'.repeat(400), '٣', '1,2,3', '０', '∞', '1.5.2']),
      ),
  ],
];

function tear(text: string, chance: Random): string {
  let out = text;
  for (let i = chance.between(1, 9); i > 0; i--) {
    const from = chance.between(0, out.length);
    const to = Math.min(out.length, from + chance.pick([0, 1, 5, 80, 800]));
    const at = chance.between(0, from);
    const stuff = chance.pick([
      out.slice(from, to),
      '',
      anything(chance, 5),
      '\0',
      '\ud800',
      '<table><tr><td>',
      '|',
      '\r',
    ]);
    out = out.slice(0, at) + stuff + out.slice(at, from) + out.slice(to);
  }
  return out;
}

function anyValue(chance: Random, depth: number): unknown {
  const one = chance.between(0, depth > 0 ? 8 : 5);
  if (one === 0) return null;
  if (one === 1) return chance.pick([0, -1, 1e308, 0.1]);
  if (one === 2) return chance.chance(0.5);
  if (one <= 5)
    return chance.pick([
      '',
      'off',
      'error',
      '../../etc/passwd',
      'sum-mismatch',
      '\0',
      '\ud800',
      'a'.repeat(999),
    ]);
  const length = chance.between(0, 4);
  if (one === 6) return Array.from({ length }, () => anyValue(chance, depth - 1));
  const keys = [
    'rules',
    'accept',
    'report',
    'rule',
    'at',
    'value',
    'reason',
    'sum-mismatch',
    '__proto__',
    '$schema',
    'units',
    '',
  ];
  return Object.fromEntries(Array.from({ length }, () => [chance.pick(keys), anyValue(chance, depth - 1)]));
}

const anyConfig = (chance: Random): string =>
  JSON.stringify({
    rules: { 'sum-mismatch': anyValue(chance, 1), [String(anyValue(chance, 0))]: 'off' },
    accept: [
      {
        report: anyValue(chance, 1),
        rule: anyValue(chance, 1),
        at: anyValue(chance, 1),
        value: anyValue(chance, 1),
      },
      anyValue(chance, 2),
    ],
  });
