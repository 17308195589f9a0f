// Schemas of the protocol's own types, to validate what the server answers.

import { resolve } from 'node:path';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import type { Results } from './results.ts';

export type Method = keyof Results;

/** Validators of what the protocol says an answer to `method` looks like; unknown properties are errors. */
export function metaModel(): (method: Method, value: unknown) => string | null {
  const schema = createGenerator({
    path: resolve(__dirname, 'results.ts'),
    tsconfig: resolve(__dirname, '../../tsconfig.json'),
    type: 'Results',
    skipTypeCheck: true,
    additionalProperties: false,
  }).createSchema('Results');
  const largest = 2 ** 31 - 1;
  // TypeScript has no integers; the specification has.
  Object.assign(schema.definitions ?? {}, {
    uinteger: { type: 'integer', minimum: 0, maximum: largest },
    integer: { type: 'integer', minimum: -largest - 1, maximum: largest },
  });
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addSchema(schema as AnySchemaObject, 'results');
  const known = new Map<string, ValidateFunction>();
  return (method, value) => {
    let validate = known.get(method);
    if (validate === undefined) {
      const pointer = method.replaceAll('~', '~0').replaceAll('/', '~1');
      validate = ajv.compile({
        $ref: `results#/definitions/Results/properties/${encodeURIComponent(pointer)}`,
      });
      known.set(method, validate);
    }
    return validate(value)
      ? null
      : `${method}: ${ajv.errorsText(validate.errors)}: ${JSON.stringify(value)?.slice(0, 400)}`;
  };
}
