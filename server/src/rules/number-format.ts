import { tablesOf } from '../report/contents.ts';
import { readValue } from '../text/number.ts';
import { shift } from '../text/span.ts';
import { cellName, setCell } from './describe.ts';
import type { Rule } from './rule.ts';

export const numberFormat: Rule = {
  id: 'number-format',
  severity: 'hint',
  title: { zh: '数字写法不规范', en: 'Figure not in plain digits' },
  manual: {
    what: {
      zh: '格里的数用了全角数字、千分位逗号、单位、前导零或“3.0”之类的写法。',
      en: 'Full-width digits, thousands separators, a unit, leading zeros, or 3.0 for 3.',
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
        if (cell.state !== 'number' || /^(?:0|[1-9]\d*)$/.test(cell.raw)) return [];
        const value = readValue(cell.raw);
        if (value.kind !== 'count' && value.kind !== 'decimal') return [];
        const { notation } = value;
        const money = cell.field.column.measure === 'money';
        const odd =
          notation.fullWidth ||
          notation.thousands ||
          notation.leadingZeros ||
          (notation.zeroDecimals && !money);
        // 元 in a cell meant for 万元 changes the value when it goes: that is `fee-unit`.
        if (!(odd || notation.unit !== null) || (money && notation.unit !== null && notation.unit !== '万元'))
          return [];
        const signed = notation.sign !== null ? cell.raw : money ? value.decimal : value.plain;
        if (signed === cell.raw) return [];
        const name = cellName(cell.field);
        return [
          {
            span: shift(cell.span, placed.at),
            field: cell.field.id,
            message: {
              zh: `${name.zh}写作“${cell.raw}”，宜写作 ${signed}。`,
              en: `${name.en} is written “${cell.raw}”; plain digits are ${signed}.`,
            },
            fixes: () => [
              {
                title: { zh: `改写为 ${signed}`, en: `Write ${signed}` },
                edits: [setCell(placed, cell, signed)],
                safe: true,
                preferred: true,
              },
            ],
          },
        ];
      }),
    ),
};
