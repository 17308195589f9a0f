import { tableIds } from '../form/form.ts';
import type { Rule } from '../rules/rule.ts';
import { levels } from '../rules/severity.ts';
import { configRules } from './read.ts';

/** The JSON schema of `.ogi-report.json`, for editors: completes and explains what `parseConfig` reads. */
export function configSchema(rules: readonly Rule[]): object {
  const described = [...rules, ...configRules].map(({ id, title, severity }) => ({
    id,
    words: `${title.zh}（默认 ${severity}） · ${title.en} (default ${severity})`,
  }));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '.ogi-report.json',
    description: '年度报告核对设置 · Settings for checking annual reports on open government information',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: '规则的级别 · The level of each rule',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          described.map(({ id, words }) => [id, { description: words, enum: levels }]),
        ),
      },
      accept: {
        description: '已经看过、允许保留的问题 · Findings a person has looked at and lets stand',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['report', 'rule'],
          properties: {
            report: {
              description:
                '报告的文件名（从本文件所在文件夹算起） · The report’s file, from the folder of this one',
              type: 'string',
            },
            rule: { description: '规则 · The rule', enum: described.map(({ id }) => id) },
            at: {
              description:
                '单元格，如 applications.2.total；不写则为整份报告 · The cell; without it, the whole report',
              type: 'string',
              pattern: '^(disclosure|applications|disputes)\\.[a-z0-9-]+\\.[a-z-]+$',
            },
            value: {
              description:
                '接受时格里的数；数变了，这一条即失效 · What the cell held; once it changes, the entry is dead',
              type: ['number', 'string', 'null'],
            },
            reason: { description: '理由 · Why', type: 'string' },
          },
        },
      },
      aggregates: {
        description:
          '由下属单位汇总而成的报告，同一年度逐格核对 · Reports whose tables are the sum of other reports’ of the same year',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['report', 'parts'],
          properties: {
            report: {
              description:
                '汇总报告，可用 * 通配（从本文件所在文件夹算起） · The superior’s report; may be a pattern, from the folder of this file',
              type: 'string',
            },
            parts: {
              description: '各单位报告，可用 * 通配 · The units’ reports; may be patterns',
              type: 'array',
              minItems: 1,
              items: { type: 'string' },
            },
            tables: {
              description: '汇总哪些表格；不写为全部 · Which tables are sums; without it, all',
              type: 'array',
              minItems: 1,
              items: { enum: tableIds },
            },
          },
        },
      },
      organs: {
        description:
          '同一机关用过的不同名称，如机构改革前后，每组一行 · Names that one organ has had, a group each, for instance before and after a reform',
        type: 'array',
        items: { type: 'array', minItems: 2, items: { type: 'string' } },
      },
    },
  };
}
