import type { EvaluatedIdentity } from '../audit/identities.ts';
import { identityCells } from '../audit/identities.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable } from '../report/types.ts';
import { shift } from '../text/span.ts';
import { cellName, relatedCell } from './describe.ts';
import type { Issue, Rule } from './rule.ts';
import { failuresWithoutBlanks, identityFixes, writtenSum } from './sum-fixes.ts';

export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  severity: 'error',
  title: { zh: '总计与各项之和不符', en: 'Total differs from the sum of its parts' },
  manual: {
    what: {
      zh: '申请表每行的“总计”应等于该行六类申请人之和，“（七）总计”应等于该列各项办理结果之和；复议诉讼表每组的“总计”应等于前四项之和。问题标在总计格上。',
      en: 'The total of a row must equal its six applicant columns, （七）总计 the outcomes of its column, and the total of a group of disputes its four outcomes. The finding stands on the total.',
    },
    why: {
      zh: '三张表格的勾稽关系是上级核对年报时最先看的，合计填错会被退回，公开后也难以更正。',
      en: 'These identities are the first thing a superior checks; a wrong total sends the report back.',
    },
    how: {
      zh: '先核对台账：总计填错就按各项之和改，某一项填错就改那一项。快速修复给出每个方向的改法。',
      en: 'Check the register: correct the total, or the part that is wrong. A fix is offered in every direction.',
    },
    wrong: '一、本年新收政府信息公开申请数量 | 8 | 1 | 0 | 0 | 0 | 0 | 10 | ||',
    right: '一、本年新收政府信息公开申请数量 | 8 | 1 | 0 | 0 | 0 | 0 | 9 | ||',
  },
  check: (report) =>
    tablesOf(report).flatMap((placed) =>
      failuresWithoutBlanks(placed.table)
        .filter(({ identity }) => identity.kind !== 'balance')
        .flatMap((sum) => issue(placed, sum)),
    ),
};

function issue(placed: PlacedTable, sum: EvaluatedIdentity): Issue[] {
  const { table } = placed;
  const total = table.cell(sum.identity.at);
  if (total === undefined) return [];
  const name = cellName(total.field);
  const parts = writtenSum(table, sum.identity.left);
  const across = sum.identity.kind === 'row-total';
  return [
    {
      span: shift(total.span, placed.at),
      field: total.field.id,
      message: {
        zh: `${name.zh}填 ${total.raw}，${across ? '本行各列' : sum.identity.kind === 'column-total' ? '本列各项' : '本组四项'}之和为 ${sum.left}（${parts}）。`,
        en: `${name.en} says ${total.raw}, but its parts add up to ${sum.left} (${parts}).`,
      },
      related: identityCells(table, sum)
        .filter((cell) => cell !== total && cell.count !== 0)
        .map((cell) => relatedCell(placed, cell)),
      identities: [sum.identity],
      fixes: () => identityFixes(placed, sum),
    },
  ];
}
