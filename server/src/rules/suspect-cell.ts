// The one cell, or the two, that explain all broken identities of a table. `audit/suspects.ts` finds them.
import { suspectsOf } from '../audit/suspects.ts';
import { quotedFieldName } from '../form/field-names.ts';
import { tablesOf } from '../report/contents.ts';
import { onCell, relatedCell } from './describe.ts';
import { figureFix, isWritable } from './fixes.ts';
import type { Rule } from './rule.ts';

export const suspectCell: Rule = {
  id: 'suspect-cell',
  severity: 'warning',
  title: { zh: '疑似填错的格', en: 'The cell that is most likely wrong' },
  manual: {
    what: {
      zh: '表中不成立的各项勾稽关系，只要改这一格（或这两格）就全部成立，而且没有别的同样简单的改法。',
      en: 'All broken identities of the table would hold if this cell (or these two) were changed, and no other change as small would do.',
    },
    why: {
      zh: '行、列、平衡三种关系共用格子，像校验码一样可以定位错格：报错的往往是总计，填错的却是某一项。',
      en: 'Rows, columns and balances share cells like a parity code: the total is flagged, but a part may be what is wrong.',
    },
    how: {
      zh: '对照台账核实该格，确认后用快速修复填入建议的数。',
      en: 'Check the cell against the register, then take the value proposed.',
    },
    wrong: '（一）予以公开 | 7 | 1 | 0 | 0 | 0 | 0 | 5 | |',
    right: '（一）予以公开 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | |',
  },
  check: (report) =>
    tablesOf(report).flatMap((placed) => {
      const suspects = suspectsOf(placed.table);
      const [zh, en] =
        suspects.length > 1
          ? ['与另一处疑似错格一并改正，', ' together with the other suspect']
          : ['只改这一格，', ''];
      return suspects.map(({ cell, value, identities }) => {
        const name = quotedFieldName(cell.field);
        const raw =
          cell.raw === '' ? { zh: '未填', en: 'is blank' } : { zh: `填 ${cell.raw}`, en: `says ${cell.raw}` };
        const title = { zh: `将${name.zh}改为 ${value}`, en: `Set ${name.en} to ${value}` };
        return {
          ...onCell(placed, cell),
          message: {
            zh: `${name.zh}${raw.zh}，疑应为 ${value}：${zh}${identities.length} 项不成立的勾稽关系即全部成立。`,
            en: `${name.en} ${raw.en}, probably ${value}: that change alone${en} makes the ${identities.length} broken identities hold.`,
          },
          related: identities.flatMap(({ identity }) => {
            const total = placed.table.cell(identity.at);
            return total === undefined ? [] : [relatedCell(placed, total)];
          }),
          fixes: () => (isWritable(placed, cell) ? [figureFix(placed, cell, value, title, true)] : []),
        };
      });
    }),
};
