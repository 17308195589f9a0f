// A total that is not the sum of its parts: rows and outcomes of `applications`, groups of `disputes`.
// `balance-mismatch.ts` has the balance; both take their fixes from `identity-fixes.ts`.
import { type EvaluatedIdentity, identityCells } from '../audit/identities.ts';
import { quotedFieldName } from '../form/field-names.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable } from '../report/report.ts';
import { onCell, relatedCell, writtenSum } from './describe.ts';
import { failuresWithoutBlanks, identityFixes } from './identity-fixes.ts';
import type { Issue, Rule } from './rule.ts';

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
        .flatMap((failure) => issueOf(placed, failure)),
    ),
};

function issueOf(placed: PlacedTable, failure: EvaluatedIdentity): readonly Issue[] {
  const { table } = placed;
  const { identity, left } = failure;
  const total = table.cell(identity.at);
  if (total === undefined) return [];
  const name = quotedFieldName(total.field);
  const sum = writtenSum(table, identity.left);
  const parts = {
    'row-total': '本行各列',
    'column-total': '本列各项',
    'group-total': '本组四项',
    balance: '',
  };
  return [
    {
      ...onCell(placed, total),
      message: {
        zh: `${name.zh}填 ${total.raw}，${parts[identity.kind]}之和为 ${left}（${sum}）。`,
        en: `${name.en} says ${total.raw}, but its parts add up to ${left} (${sum}).`,
      },
      related: identityCells(table, failure)
        .filter((cell) => cell !== total && cell.count !== 0)
        .map((cell) => ({ ...relatedCell(placed, cell), isAddend: true })),
      identities: [identity],
      fixes: () => identityFixes(placed, failure),
    },
  ];
}
