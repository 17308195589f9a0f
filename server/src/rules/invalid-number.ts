// A cell whose text is no figure and no explicit none.

import { quotedFieldName } from '../form/field-names.ts';
import { tablesOf } from '../report/contents.ts';
import { onCell } from './describe.ts';
import type { Rule } from './rule.ts';

export const invalidNumber: Rule = {
  id: 'invalid-number',
  severity: 'error',
  title: { zh: '单元格里不是合法的数', en: 'Not a legal figure' },
  manual: {
    what: {
      zh: '件数格里不是非负整数，或收费金额格里不是非负小数（没有的写 0，“/”“——”“无”等也按 0 计）。',
      en: 'A count that is no non-negative integer, or a fee that is no non-negative decimal (0, or “/”, “——”, “无” where there is none).',
    },
    why: { zh: '这样的格无法汇总，也无法核对。', en: 'Such a cell can be neither added up nor checked.' },
    how: { zh: '改成阿拉伯数字。', en: 'Write plain digits.' },
    wrong: '行政许可 | 57.5 | ||',
    right: '行政许可 | 57 | ||',
  },
  check: (report) =>
    tablesOf(report).flatMap((placed) =>
      placed.table.irregularCells
        .filter((cell) => cell.state === 'invalid')
        .map((cell) => {
          const name = quotedFieldName(cell.field);
          const money = cell.field.column.measure === 'money';
          const raw = cell.raw.length > 20 ? `${cell.raw.slice(0, 20)}…` : cell.raw;
          return {
            ...onCell(placed, cell),
            message: {
              zh: `${name.zh}填的是“${raw}”，应为非负${money ? '小数（万元）' : '整数'}。`,
              en: `${name.en} says “${raw}”; it must be a non-negative ${money ? 'decimal (in 10,000 yuan)' : 'integer'}.`,
            },
          };
        }),
    ),
};
