// Samples with their expectations inside: `⟦12⟧{sum-mismatch}` for a finding, `$0` for the cursor.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import type { FieldId } from '../../server/src/form/spec.ts';
import type { Span } from '../../server/src/text/span.ts';
import { findingsIn } from './reading.ts';

/** A finding the sample says is there. */
export interface Expectation {
  readonly rule: string;
  /** Named by `rule@field`; undefined where the sample does not say. */
  readonly field?: FieldId;
  readonly span: Span;
}

export interface Marked {
  /** The text without marks. */
  readonly text: string;
  readonly expected: readonly Expectation[];
  /** Where `$0` stood. */
  readonly cursor: number | null;
}

/**
 * Read a sample with its expectations inside: `总计填⟦92⟧{sum-mismatch}`, several ids with commas, a field
 * where it matters (`⟦92⟧{sum-mismatch@applications.1.total, suspect-cell}`), `⟦⟧{missing-row}` for a place
 * without text, `$0` for the cursor. Marks may stand inside one another.
 */
export function parseMarked(sample: string): Marked {
  let text = '';
  let cursor: number | null = null;
  const open: number[] = [];
  const expected: Expectation[] = [];
  for (const [token = ''] of sample.matchAll(/⟦|⟧\{[^}\n]*\}|\$0|[^⟦⟧$]+|[⟧$]/gu)) {
    if (token === '⟦') open.push(text.length);
    else if (token === '$0') cursor = text.length;
    else if (token.startsWith('⟧')) {
      const from = open.pop();
      if (from === undefined || token === '⟧')
        throw new Error(`stray ⟧ at ${text.length}: …${text.slice(-20)}`);
      const span = { from, to: text.length };
      for (const name of token.slice(2, -1).split(',')) {
        const [rule = '', field] = name.trim().split('@');
        expected.push(field === undefined ? { rule, span } : { rule, field, span });
      }
    } else text += token;
  }
  if (open.length > 0) throw new Error(`${open.length} ⟦ without ⟧`);
  return { text, expected, cursor };
}

/** The sample's findings are exactly its marks: nothing missing, nothing else, each at its place. */
export function expectFindings(sample: string): void {
  const { text, expected } = parseMarked(sample);
  const fields = new Set(
    expected.flatMap(({ rule, field, span }) => (field === undefined ? [] : [`${rule} ${span.from}`])),
  );
  const actual = findingsIn(text).map(({ finding, span }) =>
    describeFinding(
      text,
      finding.rule,
      span,
      fields.has(`${finding.rule} ${span.from}`) ? finding.field : undefined,
    ),
  );
  deepStrictEqual(
    actual.sort(),
    expected.map(({ rule, span, field }) => describeFinding(text, rule, span, field)).sort(),
  );
}

/**
 * Call a feature at `$0` and compare what it gives, for features that answer for a place (hover, definition
 * …).
 */
export function checkAt<T>(sample: string, feature: (text: string, offset: number) => T, expected: T): void {
  const { text, cursor } = parseMarked(sample);
  ok(cursor !== null, 'the sample has no $0');
  deepStrictEqual(feature(text, cursor), expected);
}

/** The hover at `$0` holds each of `parts`; without parts there is none. */
export function checkHover(
  sample: string,
  hover: (text: string, offset: number) => string | null,
  parts: readonly string[],
): void {
  const { text, cursor } = parseMarked(sample);
  ok(cursor !== null, 'the sample has no $0');
  const content = hover(text, cursor);
  if (parts.length === 0) strictEqual(content, null);
  for (const part of parts) ok(content?.includes(part), `${JSON.stringify(content)} does not say ${part}`);
}

/** `12:3 sum-mismatch@field «92»`: one finding for people to read in a failed comparison. */
function describeFinding(text: string, rule: string, span: Span, field: FieldId | null | undefined): string {
  const before = text.slice(0, span.from).split('\n');
  const place = `${String(before.length).padStart(4)}:${(before.at(-1)?.length ?? 0) + 1}`;
  const raw = text.slice(span.from, span.to).replaceAll('\n', '⏎');
  return `${place} ${rule}${field === undefined ? '' : `@${field}`} «${raw.length > 60 ? `${raw.slice(0, 60)}…` : raw}»`;
}
