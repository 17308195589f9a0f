import { TextDocument } from 'vscode-languageserver-textdocument';
import { figuresOf } from '../support/figures.ts';
import { type LayoutId, layoutIds, print } from '../support/printer.ts';
import { random } from '../support/random.ts';

/** A text of many reports and the place in its middle where the bench types. */
export interface Sample {
  /** `10 MB with findings`. */
  readonly name: string;
  /** What it was made to be, in bytes of UTF-8. */
  readonly size: number;
  readonly findings: boolean;
  readonly text: string;
  readonly bytes: number;
  /** Behind the figure of （一）予以公开 / 自然人: a digit typed here breaks two identities. */
  readonly place: { readonly line: number; readonly character: number };
}

export const sizes: readonly (readonly [string, number])[] = [
  ['8 KB', 8_000],
  ['100 KB', 100_000],
  ['1 MB', 1_000_000],
  ['10 MB', 10_000_000],
  ['30 MB', 30_000_000],
];

/** With findings: a wrong figure in every tenth report, the first among them. */
export function sample(label: string, size: number, findings: boolean): Sample {
  const parts: string[] = [];
  const middle = { report: 0, chars: 0, bytes: 0 };
  let chars = 0;
  let bytes = 0;
  for (let i = 0; bytes < size * 0.97; i++) {
    const text = report(i, findings && i % 10 === 0);
    if (bytes <= size / 2) Object.assign(middle, { report: i, chars, bytes });
    parts.push(text);
    chars += text.length;
    bytes += Buffer.byteLength(text);
  }
  const text = parts.join('');
  const row = parts[middle.report]?.search(/予以公开 \| \d/) ?? -1;
  if (row < 0) throw new Error('no row to type in');
  const figure = middle.chars + row + '予以公开 | '.length;
  const document = TextDocument.create('', '', 0, text);
  const place = document.positionAt(figure + (/\d+/.exec(text.slice(figure))?.[0].length ?? 0));
  return { name: `${label} ${findings ? 'with findings' : 'clean'}`, size, findings, text, bytes, place };
}

/** So many bytes of reports in every layout by turns, prose as printed: none is like the one before. */
export function mixture(size: number): string {
  const parts: string[] = [];
  for (let i = 0, bytes = 0; bytes < size; i++) {
    const layout = layoutIds[i % layoutIds.length] as LayoutId;
    const text = print(figuresOf(i, '2021'), { layout, organ: organOf(i), year: 2024 }).text;
    parts.push(text);
    bytes += Buffer.byteLength(text);
  }
  return parts.join('\n');
}

const organOf = (i: number): string => `清溪县第${String(i).padStart(5, '0')}街道办事处`;

/**
 * Report number `i`: about 8 KB as most published ones, of an organ, a year's figures and an order of
 * sentences of its own.
 */
export function report(i: number, wrong = false): string {
  const figures = figuresOf(i, '2021');
  const text = padded(print(figures, { layout: 'row-line-span', organ: organOf(i), year: 2024 }).text, i);
  return wrong
    ? text.replace(/(本年新收政府信息公开申请数量 \| )(\d+)/, (_, label, n) => `${label}${Number(n) + 1}`)
    : text;
}

const filler = [
  '围绕群众关心的办事流程、收费标准和服务时限，逐项核对公开内容，做到要素齐全、表述清楚、更新及时。',
  '结合窗口服务和入户走访收集意见，对群众反复询问的事项编写问答，在服务大厅和网站同步提供。',
  '对历史文件逐件清理，标注有效状态，删除重复信息，统一格式和命名，方便查询和引用。',
  '建立起草、审核、发布、复查四个环节的责任清单，每个季度抽查一次，发现问题当月改正。',
];

/**
 * Prose as reports have it, invented, in section one: as many sentences as make 8 KB, in an order that
 * follows from the number.
 */
function padded(text: string, i: number): string {
  const missing = Math.max(0, (8000 - Buffer.byteLength(text)) / Buffer.byteLength(filler.join('')));
  const chance = random(i);
  const more = Array.from(
    { length: Math.floor(missing) * 2 },
    () => chance.pick(filler) + chance.pick(filler),
  );
  return text.replace(/(?=\n二、主动公开政府信息情况)/, `\n${more.join('\n')}`);
}
