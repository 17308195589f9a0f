// The JSON schema of `.ogi-report.json`, by which editors complete and explain its keys. `npx tsx
// scripts/manual.mts` writes it to syntaxes/.

import { tableIds } from '../form/form.ts';
import { type Rule, shippedLevel } from '../rules/rule.ts';
import { levels } from '../rules/severity.ts';
import { configName, configRules } from './read.ts';
import { configKeys, type Keys, type Shape } from './shape.ts';

export const configSchema = (rules: readonly Rule[]): object => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: configName,
  description: '年度报告核对设置 · Settings for checking annual reports on open government information',
  ...objectSchema(configKeys, [...rules, ...configRules]),
});

type Described = Pick<Rule, 'id' | 'title' | 'severity' | 'optIn'>;

function objectSchema(keys: Keys, rules: readonly Described[]): object {
  const properties = Object.entries(keys).map(([name, { about, ...shape }]) => {
    return [name, { ...(about !== undefined && { description: about }), ...shapeSchema(shape, rules) }];
  });
  const required = Object.keys(keys).filter((name) => keys[name]?.required);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
  };
}

function shapeSchema(shape: Shape, rules: readonly Described[]): object {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', ...(shape.pattern !== undefined && { pattern: shape.pattern }) };
    case 'value':
      return { type: ['number', 'string', 'null'] };
    case 'rule':
      return { enum: rules.map(({ id }) => id) };
    case 'table':
      return { enum: tableIds };
    case 'words':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'levels':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, levelSchema(rule)])),
      };
    case 'list': {
      const { of, least } = shape;
      return {
        type: 'array',
        ...(least !== undefined && { minItems: least }),
        items: shapeSchema(of, rules),
      };
    }
    case 'entry':
      return objectSchema(shape.keys, rules);
  }
}

function levelSchema(rule: Described): object {
  const { title } = rule;
  const level = shippedLevel(rule);
  return { description: `${title.zh}（默认 ${level}） · ${title.en} (default ${level})`, enum: levels };
}
