// The keys of `.ogi-report.json`, their types and their descriptions. The reader (read-shape.ts) and the JSON
// schema for editors (schema.ts) follow this table; a new key is added here, and used in read.ts.

import type { TableId } from '../form/spec.ts';
import type { Severities } from '../rules/severity.ts';
import type { Span } from '../text/span.ts';

export type Shape =
  /** Editors check the pattern. The reader need not: a text that does not match it names nothing. */
  | { readonly kind: 'text'; readonly pattern?: string }
  /** A cell's value: a number, a text or null. */
  | { readonly kind: 'value' }
  /** The id of a rule, the id of a table. */
  | { readonly kind: 'rule' | 'table' }
  /** An object of levels by rule. */
  | { readonly kind: 'levels' }
  /** An object of texts by text. */
  | { readonly kind: 'words' }
  /** Editors ask for `least` items, the reader for one. */
  | { readonly kind: 'list'; readonly of: Shape; readonly least?: number }
  | { readonly kind: 'entry'; readonly keys: Keys };

/** The keys of an object, with the descriptions that editors show. */
export type Keys = {
  readonly [name: string]: Shape & { readonly about?: string; readonly required?: true };
};

/** The type that a shape is read as; an entry comes with its span. */
export type ReadShape<S> = S extends { readonly kind: 'list'; readonly of: infer Of }
  ? readonly ReadShape<Of>[]
  : S extends { readonly kind: 'entry'; readonly keys: infer K }
    ? ReadKeys<K> & { readonly span: Span }
    : S extends { readonly kind: keyof Plain }
      ? Plain[S['kind']]
      : never;

interface Plain {
  readonly text: string;
  readonly rule: string;
  readonly table: TableId;
  readonly value: number | string | null;
  readonly levels: Severities;
  readonly words: ReadonlyMap<string, string>;
}

type Required<K> = { [N in keyof K]: K[N] extends { readonly required: true } ? N : never }[keyof K];

export type ReadKeys<K> = { readonly [N in Required<K>]: ReadShape<K[N]> } & {
  readonly [N in Exclude<keyof K, Required<K>>]?: ReadShape<K[N]>;
};

const acceptance = {
  report: {
    kind: 'text',
    required: true,
    about: '报告的文件名（从本文件所在文件夹算起） · The report’s file, from the folder of this one',
  },
  rule: { kind: 'rule', required: true, about: '规则 · The rule' },
  at: {
    kind: 'text',
    pattern: '^(disclosure|applications|disputes)\\.[a-z0-9-]+\\.[a-z-]+$',
    about: '单元格，如 applications.2.total；不写则为整份报告 · The cell; without it, the whole report',
  },
  value: {
    kind: 'value',
    about: '接受时格里的数；数变了，这一条即失效 · What the cell held; once it changes, the entry is dead',
  },
  reason: { kind: 'text', about: '理由 · Why' },
} as const satisfies Keys;

const aggregate = {
  report: {
    kind: 'text',
    required: true,
    about:
      '汇总报告，可用 * 通配（从本文件所在文件夹算起） · The superior’s report; may be a pattern, from the folder of this file',
  },
  parts: {
    kind: 'list',
    of: { kind: 'text' },
    least: 1,
    required: true,
    about: '各单位报告，可用 * 通配 · The units’ reports; may be patterns',
  },
  tables: {
    kind: 'list',
    of: { kind: 'table' },
    least: 1,
    about: '汇总哪些表格；不写为全部 · Which tables are sums; without it, all',
  },
} as const satisfies Keys;

const ledger = {
  columns: {
    kind: 'words',
    about:
      '台账的列名，如 {"申请人类型": "申请主体类别"} · Heads of the ledger by the usual ones: 申请人类型, 是否上年结转, 办理结果, 办结日期, 收到日期',
  },
  values: {
    kind: 'words',
    about: '台账里的说法，如 {"同意公开": "予以公开"} · Words of the ledger, each with the form’s own',
  },
} as const satisfies Keys;

export const configKeys = {
  $schema: { kind: 'text' },
  rules: { kind: 'levels', about: '规则的级别 · The level of each rule' },
  accept: {
    kind: 'list',
    of: { kind: 'entry', keys: acceptance },
    about: '已经看过、允许保留的问题 · Findings a person has looked at and lets stand',
  },
  aggregates: {
    kind: 'list',
    of: { kind: 'entry', keys: aggregate },
    about:
      '由下属单位汇总而成的报告，同一年度逐格核对 · Reports whose tables are the sum of other reports’ of the same year',
  },
  organs: {
    kind: 'list',
    of: { kind: 'list', of: { kind: 'text' }, least: 2 },
    about:
      '同一机关用过的不同名称，如机构改革前后，每组一行 · Names that one organ has had, a group each, for instance before and after a reform',
  },
  units: {
    kind: 'list',
    of: { kind: 'text' },
    about:
      '应当报送年度报告的单位，汇总时核对缺了哪些 · The organs whose report is wanted; a summary names those missing',
  },
  ledger: {
    kind: 'entry',
    keys: ledger,
    about: '依申请公开台账用的列名和说法 · What the ledger of requests calls its columns and values',
  },
} as const satisfies Keys;
