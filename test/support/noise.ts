// What happens to words on their way to a web page.

import { ConverterFactory } from 'opencc-js/core';
import { from } from 'opencc-js/preset/cn2t';
import { once } from '../../server/src/base/cache.ts';

/** How words are changed on their way to the page, as scrapers, mirror sites and drafters change them. */
export interface Noise {
  /** `half`: brackets, colons and commas as most published pages have them. */
  readonly widths: 'full' | 'half';
  readonly script: 'hans' | 'hant';
  /**
   * What becomes of a break inside a head: closed up, a blank, a new line, an empty line, or the second half
   * lost.
   */
  readonly breaks: 'joined' | 'space' | 'line' | 'paragraph' | 'lost';
  /** Brackets of labels: `left-lost` gives `一)予以公开`, `lost` gives `本年收费金额单位:万元`. */
  readonly brackets: 'kept' | 'left-lost' | 'lost';
  readonly quotes: 'kept' | 'ascii' | 'lost';
  /** `自 然 人`, `规 章`, `第二十条 第(一)项`. */
  readonly spaced: boolean;
  /** `(二)(一)部分公开`: the numbering of a label twice. */
  readonly doubled: boolean;
  /** `報(bào)告`: readings in brackets behind some characters. */
  readonly pinyin: boolean;
  /** Other wordings of rows and section headings that published reports have. */
  readonly wording: 'official' | 'variant';
}

export const clean: Noise = {
  widths: 'half',
  script: 'hans',
  breaks: 'joined',
  brackets: 'kept',
  quotes: 'kept',
  spaced: false,
  doubled: false,
  pinyin: false,
  wording: 'official',
};

/** Each kind of noise by itself, and some that come together. */
export const noises: Readonly<Record<string, Noise>> = {
  clean,
  'full-width': { ...clean, widths: 'full' },
  'heads with blanks': { ...clean, breaks: 'space' },
  'second halves lost': { ...clean, breaks: 'lost' },
  traditional: { ...clean, script: 'hant' },
  'left brackets lost': { ...clean, brackets: 'left-lost' },
  'brackets lost': { ...clean, brackets: 'lost' },
  'ascii quotes': { ...clean, quotes: 'ascii' },
  'quotes lost': { ...clean, quotes: 'lost' },
  'extra blanks': { ...clean, spaced: true },
  'numbering doubled': { ...clean, doubled: true },
  'other wording': { ...clean, wording: 'variant' },
  'mirror site': { ...clean, script: 'hant', pinyin: true, widths: 'full' },
  'all at once': { ...clean, breaks: 'space', quotes: 'lost', spaced: true, wording: 'variant' },
};

/** Made when first asked for: the dictionaries take longer to load than most tests to run. */
const traditional = once(() => ConverterFactory(from.cn ?? []));

const readings: Readonly<Record<string, string>> = {
  政: 'zhèng',
  报: 'bào',
  务: 'wù',
  开: 'kāi',
  请: 'qǐng',
  诉: 'sù',
  总: 'zǒng',
  办: 'bàn',
};

/** Words of running text and headings. */
export function words(text: string, noise: Noise): string {
  let out = noise.widths === 'half' ? half(text) : text;
  if (noise.pinyin) out = out.replace(/[政报务开请诉总办]/g, (char) => `${char}(${readings[char]})`);
  return noise.script === 'hant' ? traditional()(out) : out;
}

/** A label or head of a table; the text of a value never passes here. */
export function labelWords(text: string, kind: 'head' | 'group' | 'label', noise: Noise): string {
  let out = noise.wording === 'variant' ? (variants[text] ?? text) : text;
  if (noise.doubled && kind !== 'head') out = out.replace(/^(?=（.）)/, '（一）');
  if (noise.brackets === 'left-lost') out = out.replace(/^（(?=[一二三四五六七]）)/, '');
  if (noise.brackets === 'lost') out = out.replace(/[（）](?!\n)/g, (bracket, at) => (at < 3 ? bracket : ''));
  if (noise.quotes === 'ascii') out = out.replace(/[“”]/g, '"');
  if (noise.quotes === 'lost') out = out.replace(/[“”]/g, '');
  out = out.replace('\n', kind === 'group' ? groupBreaks[noise.breaks] : headBreaks[noise.breaks]);
  out = lostHalf(out);
  if (noise.spaced) {
    out = out.replace(/^第二十条/, '第二十条 ').replace(/^(自|规|总)(?=然|章|计)/, '$1 ');
    out = out.replace(/^自 然人$/, '自 然 人');
  }
  return words(out, noise);
}

/** `结果` for 结果纠正; short heads such as 总计 keep both halves. */
const lostHalf = (text: string): string => text.replace(/^(..+)\u0000..+$/s, '$1').replace('\u0000', '');

const headBreaks = { joined: '', space: ' ', line: '\n', paragraph: '\n\n', lost: '\u0000' };
const groupBreaks = { joined: '', space: ' ', line: '', paragraph: '\n\n', lost: '' };

const half = (text: string): string =>
  text.replace(/[（），：；．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Wordings of published reports, official → seen. */
const variants: Readonly<Record<string, string>> = {
  行政规范性文件: '规范性文件',
  规范性文件: '规范性文件（指各行政机关印发的有正式文号的文件）',
  现行有效件数: '现行有效件数（历史累计）',
  '本年新\n制作数量': '本年度新制作数量',
  上一年项目数量: '上一年度项目数量',
  '二、上年结转政府信息公开申请数量': '二、上年结转政府信息公开数量',
  '四、结转下年度继续办理': '四、结转下一年度继续办理',
  '一、总体情况': '一、政务公开工作总体情况',
  '二、主动公开政府信息情况': '二、行政机关主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况': '三、收到和处理政府信息公开申请的情况',
  '四、政府信息公开行政复议、行政诉讼情况': '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '五、存在的主要问题及改进情况': '五、存在问题及改进情况',
  '六、其他需要报告的事项': '六、其它需要报告的事项',
};

/** A section heading. */
export const headingWords = (heading: string, noise: Noise): string =>
  words(noise.wording === 'variant' ? (variants[heading] ?? heading) : heading, noise);
