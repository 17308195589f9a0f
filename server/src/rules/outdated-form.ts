// The tables of 国办公开办函〔2019〕60号 in a report that needs those of 国办公开办函〔2021〕30号.
import { form } from '../form/form.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable } from '../report/report.ts';
import type { TableLabel } from '../table/table.ts';
import { shift } from '../text/span.ts';
import type { Rule } from './rule.ts';

/** First report year of the 2021 format (国办公开办函〔2021〕30号). */
const firstYear = 2021;

export const outdatedForm: Rule = {
  id: 'outdated-form',
  severity: 'warning',
  title: { zh: '使用了 2019 年版的旧表', en: 'Tables of the 2019 format' },
  manual: {
    what: {
      zh: '2021 年度及以后的年报用了国办公开办函〔2019〕60号的旧表。按表头判断，不看文中引用的文号。',
      en: 'A report for 2021 or later uses the tables of 国办公开办函〔2019〕60号, judged by their heads.',
    },
    why: {
      zh: '2021 年起应按国办公开办函〔2021〕30号的新格式填报，新旧表的栏目不同，无法汇总。',
      en: 'From 2021 on 国办公开办函〔2021〕30号 applies; the columns differ and cannot be added up.',
    },
    how: { zh: '换用新表，按新栏目重新填数。', en: 'Use the new tables and fill in their columns.' },
    wrong:
      '第二十条第（八）项 | ||||\n信息内容 | 上一年项目数量 | 本年增/减 | ||\n行政事业性收费 | 3 | 0 | ||',
    right: '行政事业性收费 | 12.5 |',
  },
  check: (report) => {
    if (report.year === null || report.year < firstYear) return [];
    const [old] = tablesOf(report).filter(({ table }) => table.form.edition === '2019');
    if (old === undefined) return [];
    const first = oldHead(old)?.span ?? old.table.rows[0]?.label ?? old.table.span;
    return [
      {
        span: shift(first, old.at),
        message: {
          zh: `${report.year} 年度应使用国办公开办函〔2021〕30号的表格，这里是 2019 年版的旧表。`,
          en: `For ${report.year} the tables of 国办公开办函〔2021〕30号 apply; these are those of 2019.`,
        },
      },
    ];
  },
};

/** The first column head that only the 2019 table has. */
function oldHead({ table }: PlacedTable): TableLabel | undefined {
  const current = new Set(
    form(table.id, '2021').table.blocks.flatMap((block) => block.columns.map((column) => column.id)),
  );
  return table.labels.find(({ role, id }) => role === 'column' && !current.has(id));
}
