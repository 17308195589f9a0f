// A figure that is plain in value but not in its digits. `fee-unit.ts` has units that change the value.

import { quotedFieldName } from '../form/field-names.ts';
import { tablesOf } from '../report/contents.ts';
import type { Cell } from '../table/table.ts';
import { type Notation, readValue } from '../text/number.ts';
import { onCell } from './describe.ts';
import { notationFix, setCell } from './fixes.ts';
import type { Rule } from './rule.ts';

export const numberFormat: Rule = {
  id: 'number-format',
  severity: 'hint',
  title: { zh: '数字写法不规范', en: 'Figure not in plain digits' },
  manual: {
    what: {
      zh: '格里的数用了全角数字、千分位逗号、单位、前导零、注释或“3.0”之类的写法。',
      en: 'Full-width digits, thousands separators, a unit, leading zeros, a note, or 3.0 for 3.',
    },
    why: {
      zh: '汇总软件常常读不出这样的数。',
      en: 'Programs that add the tables up often cannot read them.',
    },
    how: { zh: '改成半角阿拉伯数字，数值不变。', en: 'Write plain digits; the value stays.' },
    wrong: '行政许可 | ５７ | ||',
    right: '行政许可 | 57 | ||',
  },
  check: (report) =>
    tablesOf(report).flatMap((placed) =>
      placed.table.irregularCells.flatMap((cell) => {
        const plain = plainDigits(cell);
        if (plain === null) return [];
        const name = quotedFieldName(cell.field);
        const title = { zh: `改写为 ${plain}`, en: `Write ${plain}` };
        return [
          {
            ...onCell(placed, cell),
            message: {
              zh: `${name.zh}写作“${cell.raw}”，宜写作 ${plain}。`,
              en: `${name.en} is written “${cell.raw}”; plain digits are ${plain}.`,
            },
            fixes: () => [notationFix(title, [setCell(placed, cell, plain)])],
          },
        ];
      }),
    ),
};

/** The cell's figure in plain digits; null where it is written so, or where that would change its value. */
function plainDigits({ state, raw, field }: Cell): string | null {
  if (state !== 'number' || /^(?:0|[1-9]\d*)$/.test(raw)) return null;
  const value = readValue(raw);
  if (value.kind !== 'count' && value.kind !== 'decimal') return null;
  const { sign, unit } = value.notation;
  const isMoney = field.column.measure === 'money';
  if (sign !== null || (isMoney && unit !== null && unit !== '万元')) return null;
  if (!isIrregular(value.notation, isMoney)) return null;
  const plain = isMoney ? value.decimal : value.plain;
  return plain === raw ? null : plain;
}

const isIrregular = (notation: Notation, isMoney: boolean): boolean =>
  notation.fullWidth ||
  notation.thousands ||
  notation.leadingZeros ||
  notation.unit !== null ||
  notation.note ||
  (notation.zeroDecimals && !isMoney);
