// The balance of `applications`, column by column: 一 + 二 = 三（七） + 四, as the corner of the table states
// it. `sum-mismatch.ts` has the totals; both take their fixes from `identity-fixes.ts`.
import { type EvaluatedIdentity, identityCells } from '../audit/identities.ts';
import type { FieldId } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable } from '../report/report.ts';
import { onCell, relatedCell } from './describe.ts';
import { failuresWithoutBlanks, identityFixes } from './identity-fixes.ts';
import type { Issue, Rule } from './rule.ts';

export const balanceMismatch: Rule = {
  id: 'balance-mismatch',
  severity: 'error',
  title: {
    zh: '第一项加第二项不等于第三项加第四项',
    en: 'Received and carried in differ from finished and carried forward',
  },
  manual: {
    what: {
      zh: '申请表每一列都应满足：一（本年新收）＋二（上年结转）＝三（七）总计＋四（结转下年度）。问题标在“四”的格上。',
      en: 'In every column of the request table, 一 (received) + 二 (carried in) = 三（七） (finished) + 四 (carried forward). The finding stands on the cell of 四.',
    },
    why: {
      zh: '这是表格左上角明文写出的勾稽关系：收到的每一件，年底要么办结，要么结转。',
      en: 'The form states it in the corner of the table: each request is either finished or carried forward.',
    },
    how: {
      zh: '四项中哪一项与台账不符就改哪一项；只有结转数不对时，按差额改“四”。',
      en: 'Correct whichever of the four differs from the register; if only 四 is off, set it to the rest.',
    },
    wrong: '四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 1 |',
    right: '四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
  },
  check: (report) =>
    tablesOf(report).flatMap((placed) =>
      failuresWithoutBlanks(placed.table)
        .filter(({ identity }) => identity.kind === 'balance')
        .flatMap((failure) => issueOf(placed, failure)),
    ),
};

function issueOf(placed: PlacedTable, failure: EvaluatedIdentity): readonly Issue[] {
  const { table } = placed;
  const { identity, left, right } = failure;
  const rest = table.cell(identity.at);
  if (rest === undefined) return [];
  const count = (id: FieldId): number => table.cell(id)?.count ?? 0;
  const [received, carriedIn] = identity.left.map(count);
  const [finished, carriedOut] = identity.right.map(count);
  const column = rest.field.column.name;
  return [
    {
      ...onCell(placed, rest),
      message: {
        zh: `“${column.zh}”列不平衡：一 ${received}＋二 ${carriedIn}＝${left}，三（七）${finished}＋四 ${carriedOut}＝${right}。`,
        en: `“${column.en}” does not balance: received ${received} + carried in ${carriedIn} = ${left}, finished ${finished} + carried forward ${carriedOut} = ${right}.`,
      },
      related: identityCells(table, failure)
        .filter((cell) => cell !== rest)
        .map((cell) => ({ ...relatedCell(placed, cell), isAddend: true })),
      identities: [identity],
      fixes: () => identityFixes(placed, failure),
    },
  ];
}
