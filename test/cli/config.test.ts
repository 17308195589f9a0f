import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parseConfig } from '../../server/src/config/read.ts';
import { configSchema } from '../../server/src/config/schema.ts';
import { rules } from '../../server/src/rules/all.ts';
import { inFolder, ogi } from '../support/cli.ts';
import { clean, fullWidth, wrongTotal } from '../support/faulty.ts';

const known = new Set(rules.map(({ id }) => id));
const name = '.ogi-report.json';
const config = (value: unknown): string => JSON.stringify(value, null, 2);

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

const check = (cwd: string, ...args: string[]) => {
  const { code, out } = ogi(['check', '-f', 'json', ...args], { cwd });
  const files: { path: string; findings: Found[] }[] = JSON.parse(out).files;
  return { code, of: (path: string) => files.find((file) => file.path === path)?.findings ?? [], files };
};
const ids = (findings: readonly Found[]) => findings.map(({ rule }) => rule);

describe('.ogi-report.json', () => {
  it('sets levels for the reports beside and below it', () =>
    inFolder(
      {
        'x/.ogi-report.json': config({ rules: { 'number-format': 'error' } }),
        'x/y/a.txt': fullWidth,
        'b.txt': fullWidth,
      },
      (cwd) => {
        const { code, of } = check(cwd, '.');
        strictEqual(code, 1);
        deepStrictEqual(
          of('x/y/a.txt').map(({ severity }) => severity),
          ['error'],
        );
        deepStrictEqual(
          of('b.txt').map(({ severity }) => severity),
          ['hint'],
        );
        strictEqual(check(cwd, '--no-config', '.').code, 0);
        strictEqual(check(cwd, '--config', 'x/.ogi-report.json', 'b.txt').code, 1);
      },
    ));

  it('the nearest one holds, from whatever folder the program is started', () =>
    inFolder(
      {
        [name]: config({ rules: { 'number-format': 'error' } }),
        [`x/${name}`]: config({ rules: { 'number-format': 'off' } }),
        'x/a.txt': fullWidth,
        'y/a.txt': fullWidth,
      },
      (cwd) => {
        deepStrictEqual(ids(check(cwd, '.').of('x/a.txt')), []);
        deepStrictEqual(
          [
            check(cwd, 'y/a.txt').of('y/a.txt'),
            check(cwd, 'y').of('y/a.txt'),
            check(`${cwd}/y`, 'a.txt').of('a.txt'),
            check('/', `${cwd}/y/a.txt`).of(`${cwd}/y/a.txt`),
          ].map((found) => found.map(({ severity }) => severity)),
          Array(4).fill(['error']),
        );
      },
    ));

  const accept = (entry: object) => config({ accept: [{ report: 'a.txt', rule: 'sum-mismatch', ...entry }] });

  it('accepts a finding by report, rule, cell and value', () =>
    inFolder(
      { [name]: accept({ at: 'applications.1.total', value: 10, reason: '如此公布' }), 'a.txt': wrongTotal },
      (cwd) => {
        const { of } = check(cwd, '.');
        ok(!ids(of('a.txt')).includes('sum-mismatch'));
        ok(ids(of('a.txt')).includes('balance-mismatch'));
        deepStrictEqual(of(name), []);
      },
    ));

  it('accepts every finding of a rule where no cell is named', () =>
    inFolder({ [name]: accept({ report: './a.txt' }), 'a.txt': wrongTotal }, (cwd) => {
      ok(!ids(check(cwd, '.').of('a.txt')).includes('sum-mismatch'));
    }));

  for (const [why, entry, report] of [
    ['the value has changed', { at: 'applications.1.total', value: 11 }, wrongTotal],
    ['the cell is another', { at: 'applications.2.total', value: 10 }, wrongTotal],
    ['the finding is gone', { at: 'applications.1.total', value: 10 }, clean],
    ['the report is gone', { report: 'gone.txt' }, clean],
  ] as const)
    it(`an entry is dead when ${why}`, () =>
      inFolder({ [name]: accept(entry), 'a.txt': report }, (cwd) => {
        const { code, of } = check(cwd, '.');
        deepStrictEqual(ids(of(name)), ['dead-acceptance']);
        strictEqual(of(name)[0]?.severity, 'warning');
        strictEqual(of(name)[0]?.range.start.line, 2);
        strictEqual(ids(of('a.txt')).includes('sum-mismatch'), report === wrongTotal);
        strictEqual(code, report === wrongTotal ? 1 : 0);
      }));

  it('an entry for a report that was not checked is not dead', () =>
    inFolder({ [name]: accept({ value: 9 }), 'a.txt': wrongTotal, 'b.txt': clean }, (cwd) => {
      deepStrictEqual(check(cwd, 'b.txt').of(name), []);
    }));

  it('accepted findings are not fixed', () =>
    inFolder({ [name]: accept({ rule: 'number-format' }), 'a.txt': fullWidth }, (cwd) => {
      const { code } = ogi(['check', '--fix', '.'], { cwd });
      strictEqual(code, 0);
      strictEqual(readFileSync(`${cwd}/a.txt`, 'utf8'), fullWidth);
    }));

  for (const [how, every] of [
    ['accepted', { accept: rules.map(({ id }) => ({ report: 'a.txt', rule: id })) }],
    ['turned off', { rules: Object.fromEntries(rules.map(({ id }) => [id, 'off'])) }],
  ] as const)
    it(`what is ${how} is gone from every output, and not fixed`, () => {
      const faulty = wrongTotal.replace('| 57 |', '| ５７ |');
      return inFolder({ [name]: config(every), 'a.txt': faulty }, (cwd) => {
        deepStrictEqual(check(cwd, '.').of('a.txt'), []);
        const outputs = ['text', 'html', 'sarif', 'github'].map(
          (format) => ogi(['check', '--fix', '-f', format, 'a.txt'], { cwd }).out,
        );
        // The descriptions of all rules are part of SARIF; of the entries those are dead that accept nothing.
        for (const out of outputs) ok(!/疑应为|之和为 9|全角/.test(out.replace(/"rules":\[.*\]/, '')), out);
        strictEqual(readFileSync(`${cwd}/a.txt`, 'utf8'), faulty);
      });
    });

  it('what is wrong with it is reported with its place, once, and the rest holds', () =>
    inFolder(
      {
        [name]: '{\n  "rules": {"number-fromat": "off", "number-format": "off"}\n}',
        'a.txt': fullWidth,
        'b.txt': clean,
      },
      (cwd) => {
        const { code, of, files } = check(cwd, '.');
        strictEqual(code, 1);
        deepStrictEqual(ids(of('a.txt')), []);
        const [problem, ...more] = of(name);
        strictEqual(more.length, 0);
        strictEqual(problem?.range.start.line, 1);
        match(problem?.message ?? '', /number-fromat.*number-format/);
        strictEqual(files.filter(({ path }) => path === name).length, 1);
        match(ogi(['check', '.'], { cwd }).out, /^\.ogi-report\.json:2:13 错误 配置文件有误：.*\n {4}2 \| /m);
      },
    ));
});

describe('reading a configuration', () => {
  const problems = (text: string) => parseConfig(text, known).problems;
  const places = (text: string) => problems(text).map(({ span }) => text.slice(span.from, span.to));

  it('takes comments and trailing commas', () => {
    const { config, problems } = parseConfig('// why\n{"rules": {"row-label": "off",},}', known);
    deepStrictEqual([...config.rules], [['row-label', 'off']]);
    deepStrictEqual(problems, []);
  });

  it('points at what is wrong', () => {
    deepStrictEqual(places('[]'), ['[]']);
    deepStrictEqual(places('{"rule": {}}'), ['"rule"']);
    deepStrictEqual(places('{"rules": 3}'), ['3']);
    deepStrictEqual(places('{"rules": {"row-label": true}}'), ['true']);
    deepStrictEqual(places('{"rules": {"row-label": "off", "row-label": "off"}}'), ['"row-label"']);
    deepStrictEqual(places('{"accept": {}}'), ['{}']);
    deepStrictEqual(places('{"accept": [3]}'), ['3']);
    deepStrictEqual(places('{"accept": [{"report": "a"}]}'), ['{"report": "a"}']);
    deepStrictEqual(places('{"accept": [{"report": 1, "rule": "row-label"}]}'), ['1']);
    deepStrictEqual(places('{"accept": [{"report": "a", "rule": "no"}]}'), ['"no"']);
    deepStrictEqual(places('{"accept": [{"report": "a", "rule": "row-label", "value": []}]}'), ['[]']);
    deepStrictEqual(places('{"accept": [{"report": "a", "rule": "row-label", "reasons": ""}]}'), [
      '"reasons"',
    ]);
  });

  it('never fails, whatever the text', () => {
    parseConfig('['.repeat(200_000), known);
    parseConfig(`{"rules":`.repeat(50_000), known);
    parseConfig('{"__proto__": {"x": 1}, "rules": {"constructor": "off", "toString": "off"}}', known);
    strictEqual(problems('{"rules": {"constructor": "off"}}').length, 1);
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(problems(text))));
    fc.assert(fc.property(fc.json(), (text) => Array.isArray(problems(text))));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (rules, accept) =>
        Array.isArray(problems(JSON.stringify({ rules, accept: [accept] }))),
      ),
    );
  });

  it('the schema for editors agrees with what is read', () => {
    const schema = JSON.parse(JSON.stringify(configSchema(rules)));
    const valid = new Ajv({ allowUnionTypes: true }).compile(schema);
    for (const [value, sound] of [
      [{}, true],
      [{ rules: { 'row-label': 'off' }, accept: [] }, true],
      [
        {
          accept: [
            { report: 'a', rule: 'row-label', at: 'applications.3-4-1.total', value: null, reason: 'x' },
          ],
        },
        true,
      ],
      [{ rules: { 'no-such': 'off' } }, false],
      [{ rules: { 'row-label': 'loud' } }, false],
      [{ accept: [{ report: 'a' }] }, false],
      [{ accept: [{ report: 'a', rule: 'row-label', value: [] }] }, false],
      [{ other: 1 }, false],
    ] as const) {
      strictEqual(valid(value), sound, JSON.stringify(value));
      strictEqual(problems(JSON.stringify(value)).length === 0, sound, JSON.stringify(value));
    }
  });
});
