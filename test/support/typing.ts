// Edits a text at random and compares what is read incrementally with what is read afresh.

import { documentText, reportsIn } from '../../server/src/report/index.ts';
import type { Section } from '../../server/src/report/report.ts';
import { check } from '../../server/src/rules/check.ts';
import { applyChanges } from '../../server/src/text/changes.ts';
import type { DocumentText } from '../../server/src/text/document-text.ts';
import { difference } from './difference.ts';
import { changesTo } from './edits.ts';
import type { Random } from './random.ts';

/** How editing a text went. */
export interface Typed {
  readonly edits: number;
  /** First difference from the text read afresh; null when there was none. */
  readonly difference: string | null;
  /** Sections of reports that were the same objects before and after an edit, and all there were after it. */
  readonly reused: number;
  readonly sections: number;
}

/**
 * Edit a text again and again, now and then going back, and compare what is read of it with what is read of
 * it afresh.
 */
export function type(start: string, edits: number, others: readonly string[], chance: Random): Typed {
  let now = documentText(start);
  const past: DocumentText[] = [];
  let before = partsOf(now);
  let [reused, sections] = [0, 0];
  for (let i = 0; i < edits; i++) {
    past.push(now);
    if (chance.chance(0.08)) now = chance.pick(past.slice(-5));
    else now = applyChanges(now, changesTo(now, others, chance));
    // Random edits pile up: now and then the text is as it was.
    if (now.length > start.length * 1.5 + 5000 || chance.chance(0.02)) now = documentText(start);
    if (past.length > 10) past.shift();
    const fixes = i % 20 === 0;
    const found = difference(readingOf(now, fixes), readingOf(documentText(now.toString()), fixes));
    const after = partsOf(now);
    for (const section of after) if (before.has(section)) reused++;
    sections += after.size;
    before = after;
    if (found !== null) return { edits: i + 1, difference: found, reused, sections };
  }
  return { edits, difference: null, reused, sections };
}

const partsOf = (text: DocumentText): ReadonlySet<Section> =>
  new Set(reportsIn(text).flatMap(({ report }) => report.sections.map(({ section }) => section)));

/** Working out the fixes takes longer than all else. */
const readingOf = (text: DocumentText, fixes: boolean) =>
  reportsIn(text).map(({ report, at }) => ({
    at,
    report,
    findings: check(report).map((finding) => ({ ...finding, fixed: fixes && finding.fixes() })),
  }));
