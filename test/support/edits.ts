// Random edits, as an editor sends them: the changes of one notification.

import type { Change } from '../../server/src/text/changes.ts';
import type { DocumentText } from '../../server/src/text/document-text.ts';
import type { Position } from '../../server/src/text/position.ts';
import type { Random } from './random.ts';

/** What someone may do to a document between two looks at its findings: the changes of one notification. */
export type Changes = readonly Change[];

const typed = [
  '1',
  '0',
  '23',
  ' ',
  '|',
  '｜',
  '\t',
  '。',
  '，',
  '一',
  '总',
  '１',
  '无',
  '——',
  '（',
  '\u3000',
  '①',
];
const lines = [
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '一、总体情况\n',
  '二、主动公开政府信息情况\n',
  '四、政府信息公开行政复议、行政诉讼情况\r\n',
  '六、其他需要报告的事项\n',
  '清溪县教育局2023年政府信息公开工作年度报告\n',
  '石塘镇人民政府2025年政府信息公开工作年度报告\r\n',
  '规章 | 3 | 1 | 20 |\n',
  '行政许可\n57\n',
  '（三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n',
  '<tr><td>行政处罚</td><td>4</td></tr>',
  '全年收到政府信息公开申请9件，均已答复。',
];
/** Pairs and halves of pairs. */
const surrogates = ['𠮷', '😀', '\ud842', '\udfb7'];

/**
 * Random changes to `text`, which may paste from `others`; the same source of chance gives the same changes.
 */
export function changesTo(text: DocumentText, others: readonly string[], chance: Random): Changes {
  const kind = chance.between(0, 19);
  if (kind < 8) return [one(text, chance, 0, chance.pick(typed))];
  if (kind < 11) return [one(text, chance, chance.between(1, 3), '')];
  if (kind < 13) return [one(text, chance, chance.between(0, 60), chance.pick(lines))];
  if (kind < 14) return [one(text, chance, chance.between(0, 3), chance.pick(surrogates))];
  if (kind < 15) return [one(text, chance, chance.between(100, 3000), '')];
  if (kind < 16) return [one(text, chance, chance.between(0, 300), section(chance.pick(others), chance))];
  if (kind < 17) return [reparted(text, chance)];
  if (kind < 18) return [{ text: chance.chance(0.8) ? text.toString() : chance.pick(others) }];
  // One after the other, each counted in the outcome of those before; or, from the last to the first, of
  // several cursors.
  const several = Array.from({ length: chance.between(2, 6) }, () =>
    one(text, chance, chance.between(0, 2), chance.pick(typed)),
  );
  return chance.chance(0.5)
    ? several
    : several.sort(({ range: a }, { range: b }) => compare(b.start, a.start)).filter(apart);
}

type Ranged = Required<Change>;

function one(text: DocumentText, chance: Random, removed: number, insert: string): Ranged {
  const from = chance.between(0, text.length);
  return replacing(text, from, Math.min(text.length, from + removed), insert);
}

const replacing = (text: DocumentText, from: number, to: number, insert: string): Ranged => ({
  range: { start: text.positionAt(from), end: text.positionAt(to) },
  text: insert,
});

/** A stretch of another text, of whole lines. */
function section(text: string, chance: Random): string {
  const from = text.indexOf('\n', chance.between(0, text.length)) + 1;
  const to = text.indexOf('\n', Math.min(text.length, from + chance.between(200, 4000)));
  return text.slice(from, to < 0 ? text.length : to + 1);
}

/** Some lines with other line ends. */
function reparted(text: DocumentText, chance: Random): Ranged {
  const from = chance.between(0, text.length);
  const to = Math.min(text.length, from + chance.between(1, 400));
  const start = text.offsetAt(text.positionAt(from));
  const end = Math.max(start, text.offsetAt(text.positionAt(to)));
  return replacing(
    text,
    start,
    end,
    text.slice(start, end).replace(/\r\n?|\n/g, chance.pick(['\n', '\r\n', '\r'])),
  );
}

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

const apart = ({ range }: Ranged, i: number, all: readonly Ranged[]): boolean =>
  i === 0 || compare(range.end, (all[i - 1] as Ranged).range.start) < 0;
