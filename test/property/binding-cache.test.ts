// Tables read through the cache of bindings are those bound afresh, whatever the figures and sentences: this holds the
// contract of the two scanners, `table/read/tokenizer.ts` and `table/shape/shape-scanner.ts`.

import { ok, strictEqual } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Edition } from '../../server/src/form/spec.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import { BoundTable } from '../../server/src/table/bound-table.ts';
import { tablesIn } from '../../server/src/table/index.ts';
import { bindTables } from '../../server/src/table/read/bind.ts';
import type { Token } from '../../server/src/table/read/token.ts';
import { tokenize } from '../../server/src/table/read/tokenizer.ts';
import { shapeOf } from '../../server/src/table/shape/shape-scanner.ts';
import { isSameShape, ShapeMapping, type TextShape } from '../../server/src/table/shape/text-shape.ts';
import { difference } from '../support/difference.ts';
import { figuresOf } from '../support/figures.ts';
import { parseMarked } from '../support/marked.ts';
import { print } from '../support/printer.ts';
import { type Random, random, runSeed, runs } from '../support/random.ts';
import { variantOf } from '../support/variants.ts';

const samples = new URL('../samples/', import.meta.url);
const sentences = [
  '围绕群众关心的办事流程、收费标准和服务时限，逐项核对公开内容。',
  '2024年收到申请12件；办结12件，结转 0 件。',
  `${'对历史文件逐件清理，标注有效状态，'.repeat(8)}方便查询`,
];

/** The text with other figures and other sentences in the placeholders of its shape. */
function refilled(text: string, chance: Random): string {
  const shape = shapeOf(text);
  ok(shape !== null);
  let out = '';
  let at = 0;
  for (let index = 0; index < shape.size; index++) {
    out += text.slice(at, shape.start(index));
    out += shape.isSentence(index) ? chance.pick(sentences) : figure(chance);
    at = shape.end(index);
  }
  return out + text.slice(at);
}

const figure = (chance: Random): string =>
  chance.pick([
    '0',
    String(chance.between(0, 9)),
    String(chance.between(10, 99_999)),
    `${chance.between(0, 999)}.${chance.between(0, 99)}`,
    '007',
    '1'.repeat(chance.between(1, 40)),
  ]);

const unmapped = { at: (offset: number) => offset, count: () => null };

/** The tokens of two texts of one shape are the same, at offsets that the mapping maps onto each other. */
function checkTokens(text: string, shape: TextShape, other: TextShape, name: string): void {
  const mapping = new ShapeMapping(shape, other);
  const known = tokenize(text).map((token) =>
    token.kind === 'prose'
      ? withoutPlace(token)
      : { ...token, from: mapping.at(token.from), to: mapping.at(token.to) },
  );
  const own = tokenize(other.text).map((token) => (token.kind === 'prose' ? withoutPlace(token) : token));
  const found = difference(own, known);
  strictEqual(found, null, `${name}: tokens ${found}`);
}

/** Of a sentence only its line is the same. */
const withoutPlace = ({ kind, line }: Token) => ({ kind, line });

/** The tables read through the cache are those bound afresh. */
function checkTables(text: string, edition: Edition, name: string): void {
  const fresh = bindTables(text, edition).map((template) => new BoundTable(template, text, unmapped));
  const found = difference(tablesIn(text, edition), fresh);
  strictEqual(found, null, `${name}: ${found}`);
}

const sectionsOf = (text: string): readonly string[] => [
  text,
  ...reportsIn(text).flatMap(({ report }) => report.sections.map(({ section }) => section.text)),
];

function checkText(text: string, chance: Random, name: string): void {
  for (const section of sectionsOf(text)) {
    const shape = shapeOf(section);
    for (const edition of ['2021', '2019'] as const) {
      checkTables(section, edition, name);
      if (shape === null) continue;
      const other = refilled(section, chance);
      const again = shapeOf(other);
      ok(again !== null && isSameShape(shape, again), `${name}: another shape`);
      checkTokens(section, shape, again, name);
      checkTables(other, edition, name);
    }
  }
}

describe('binding cache', () => {
  it('a table bound by the shape of another text is the one bound afresh: samples', () => {
    const chance = random(runSeed());
    for (const name of readdirSync(samples).filter((each) => each.endsWith('.txt')))
      for (let i = 0; i < 5; i++)
        checkText(
          parseMarked(readFileSync(new URL(name, samples), 'utf8')).text,
          chance,
          `${name}, seed ${chance.seed}`,
        );
  });

  it('… any layout with any noise', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { name, figures, options } = variantOf(seed);
        checkText(print(figures, options).text, random(seed), name);
      }),
      { ...runs(60), endOnFailure: true },
    );
  });

  it('… a report with anything written into it', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const chance = random(seed);
        const { name, figures, options } = variantOf(seed);
        let { text } = print(figures, options);
        for (let i = chance.between(1, 6); i > 0; i--) {
          const at = chance.between(0, text.length);
          const gone = chance.between(0, 3) === 0 ? chance.between(0, 80) : 0;
          text = text.slice(0, at) + chance.pick(intrusions) + text.slice(at + gone);
        }
        checkText(text, chance, `${name}, with odd things`);
      }),
      { ...runs(60), endOnFailure: true },
    );
  });

  it('the shape of a text of layouts in use leaves its figures out', () => {
    for (const layout of ['row-line-span', 'cell-line-blank', 'tab-separated', 'md-row'] as const) {
      const shape = shapeOf(print(figuresOf(1, '2021'), { layout }).text);
      ok(shape !== null && shape.size > 100, layout);
    }
  });
});

const intrusions = [
  '|',
  '\t',
  '\n',
  '\r',
  ' ',
  '12',
  '3 4',
  '1.',
  '.5',
  '12|\t3',
  '第 3 页',
  'p. 4',
  '/',
  '——',
  '。',
  '\u200b',
  '<',
  '<b>',
  '<tr>',
  '其他',
  '总计',
  '规章5',
  '\n5\n',
  '| 7 |',
  '二、',
];
