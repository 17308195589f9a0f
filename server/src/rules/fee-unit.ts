// A fee in 元 in the cell meant for 万元, as its unit shows, or an amount that nobody collects.
// `number-format.ts` leaves such cells to this rule.

import { quotedFieldName } from '../form/field-names.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable } from '../report/report.ts';
import type { Cell } from '../table/table.ts';
import { compareMoney, shiftMoney } from '../text/money.ts';
import { readValue } from '../text/number.ts';
import { onCell } from './describe.ts';
import { figureFix } from './fixes.ts';
import type { Issue, Rule } from './rule.ts';

/** 万元 a year beyond which not even a province collects administrative fees. */
const mostOfAny = '5000000';
/** The same for a town or a subdistrict: 1 billion yuan. */
const mostOfTown = '100000';
const town = /[乡镇]人民政府$|[乡镇]$|街道(?:办事处|办)?$/;

export const feeUnit: Rule = {
  id: 'fee-unit',
  severity: 'warning',
  title: { zh: '收费金额的单位有误', en: 'Fee in the wrong unit' },
  manual: {
    what: {
      zh: '“行政事业性收费”一格以万元为单位，却带了“元”等单位，或数额大得只能是按元填的。',
      en: 'The fee is meant in 10,000 yuan, but carries another unit, or is so large that it must be in yuan.',
    },
    why: { zh: '单位弄错，数额相差一万倍。', en: 'The wrong unit is off by a factor of 10,000.' },
    how: { zh: '换算成万元，只写数字。', en: 'Convert to 10,000 yuan and write the number alone.' },
    wrong: '行政事业性收费 | 125000元 |',
    right: '行政事业性收费 | 12.5 |',
  },
  check: (report) => {
    const most = town.test(report.organ ?? '') ? mostOfTown : mostOfAny;
    return tablesOf(report).flatMap((placed) =>
      placed.table.irregularCells.flatMap((cell) => issueOf(placed, cell, most)),
    );
  },
};

function issueOf(placed: PlacedTable, cell: Cell, most: string): readonly Issue[] {
  if (cell.state !== 'number' || cell.money === null) return [];
  const value = readValue(cell.raw);
  if (value.kind !== 'count' && value.kind !== 'decimal') return [];
  const { unit } = value.notation;
  const isLarge = unit === null && compareMoney(cell.money, most) > 0;
  if (!isLarge && (unit === null || unit === '万元')) return [];
  const amount = isLarge ? shiftMoney(cell.money, -4) : cell.money;
  const name = quotedFieldName(cell.field);
  const title = { zh: `换算为 ${amount}（万元）`, en: `Convert to ${amount} (10,000 yuan)` };
  return [
    {
      ...onCell(placed, cell),
      message: isLarge
        ? {
            zh: `${name.zh}填 ${cell.raw}，以万元计数额过大，疑按元填写（合 ${amount} 万元）。`,
            en: `${name.en} says ${cell.raw}: too much in 10,000 yuan, probably in yuan (${amount}).`,
          }
        : {
            zh: `${name.zh}以万元为单位，却填“${cell.raw}”。`,
            en: `${name.en} is meant in 10,000 yuan but says “${cell.raw}”.`,
          },
      fixes: () => (isLarge || unit === '元' ? [figureFix(placed, cell, amount, title, true)] : []),
    },
  ];
}
