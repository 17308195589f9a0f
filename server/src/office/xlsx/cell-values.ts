// The text of a cell's stored value. Excel stores every number in binary with 17 digits and shows at most 15
// of them; dates are numbers of days; what is written in strings beyond XML is escaped as `_x000D_`.
import { childOf, elementsOf, parseXml, type XmlElement } from '../package/xml.ts';
import { raisedDigits } from '../text-writer.ts';
import type { SheetCell } from './sheet-types.ts';

type CellKind = SheetCell['kind'];

/** What the cells of a workbook refer to. */
export interface CellContext {
  /** Strings that cells name by number. */
  readonly strings: readonly string[];
  /** For each cell style how a number is shown in it. */
  readonly numberKinds: readonly ('number' | 'percent' | 'date')[];
  /** Whether days count from 1904, as old Macintosh workbooks have it. */
  readonly from1904: boolean;
}

/** `type` and `style` are the attributes `t` and `s` of a cell, `value` its stored text. */
export function cellValueOf(
  type: string,
  style: number,
  value: string,
  context: CellContext,
): { readonly text: string; readonly kind: CellKind } {
  if (type === 's') return { text: context.strings[Number(value)] ?? '', kind: 'text' };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' };
  if (type === 'e') return { text: value, kind: 'error' };
  if (type === 'd') return { text: value.slice(0, 10), kind: 'date' };
  if (type !== 'n' || value === '') return { text: unescaped(value), kind: 'text' };
  const kind = context.numberKinds[style] ?? 'number';
  if (kind === 'date') return { text: dateOf(Number(value), context.from1904) ?? value, kind };
  if (kind === 'percent') return { text: `${shownNumber(String(Number(value) * 100))}%`, kind };
  return { text: shownNumber(value), kind };
}

/** `350.03000000000003` as `350.03`: 15 digits, as Excel shows. */
export function shownNumber(stored: string): string {
  const number = Number(stored);
  if (!Number.isFinite(number) || /^-?(?:0|[1-9]\d{0,14})$/.test(stored)) return stored;
  const shown = String(Number(number.toPrecision(15)));
  return shown.includes('e')
    ? number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 })
    : shown;
}

const DAY = 86_400_000;
/** Days from 1899-12-30, which Excel counts from, to 1970-01-01; and to 1904-01-01. */
const DAYS_TO_1970 = 25_569;
const DAYS_TO_1904 = 1462;

/** `2024-03-05`; null beyond all dates. */
function dateOf(days: number, from1904: boolean): string | null {
  const date = new Date(Math.round((days + (from1904 ? DAYS_TO_1904 : 0) - DAYS_TO_1970) * DAY));
  const year = date.getUTCFullYear();
  return year >= 1900 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

export const unescaped = (text: string): string =>
  text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The strings of sharedStrings.xml: runs of one string are joined, phonetic guides left out. */
export function sharedStrings(xml: string | null): readonly string[] {
  const root = xml === null ? null : parseXml(xml, 's');
  if (root === null) return [];
  return elementsOf(root)
    .filter(({ name }) => name === 's:si')
    .map((item) => unescaped(stringOf(item)));
}

/** Runs of a string are joined: of each `s:r` its text, a raised number as the mark of a note. */
function stringOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') text += element.name === 's:t' ? child : '';
    else if (child.name !== 's:rPh' && !isStruck(child)) {
      const own = stringOf(child);
      text += isRaised(child) && /\d$/.test(text) ? raisedDigits(own) : own;
    }
  }
  return text;
}

/** A property of a run. */
const propertyOf = (run: XmlElement, name: string): XmlElement | undefined =>
  run.name === 's:r' ? childOf(childOf(run, 's:rPr'), name) : undefined;

const isRaised = (run: XmlElement): boolean =>
  propertyOf(run, 's:vertAlign')?.attributes.val === 'superscript';

/** Whether a run is struck through: withdrawn. */
function isStruck(run: XmlElement): boolean {
  const strike = propertyOf(run, 's:strike');
  return strike !== undefined && !/^(?:0|false)$/.test(strike.attributes.val ?? '1');
}

/** How each style of styles.xml shows numbers, ECMA-376 part 1, 18.8.30 and 18.8.31. */
export function numberKindsOf(xml: string | null): readonly ('number' | 'percent' | 'date')[] {
  const root = xml === null ? null : parseXml(xml, 's');
  if (root === null) return [];
  const children = (name: string) =>
    elementsOf(root)
      .filter((element) => element.name === name)
      .flatMap(elementsOf);
  const codes = new Map(
    children('s:numFmts').map(({ attributes }) => [attributes.numFmtId ?? '', attributes.formatCode ?? '']),
  );
  return children('s:cellXfs').map(({ attributes: { numFmtId = '0' } }) =>
    kindOfFormat(numFmtId, codes.get(numFmtId)),
  );
}

function kindOfFormat(id: string, code: string | undefined): 'number' | 'percent' | 'date' {
  const known = Number(id);
  if (code === undefined)
    return known === 9 || known === 10
      ? 'percent'
      : builtInDates.some(([a, b]) => known >= a && known <= b)
        ? 'date'
        : 'number';
  const bare = code.replace(/"[^"]{0,200}"|\[[^\]]{0,40}\]|\\./g, '');
  return bare.includes('%') ? 'percent' : /[ymdhs]/i.test(bare) && !/General/i.test(bare) ? 'date' : 'number';
}

/** Numbers of the built-in formats for dates and times, the East Asian ones included. */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
