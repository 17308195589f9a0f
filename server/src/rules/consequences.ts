// One mistake, one main finding: where one cell explains broken identities and sentences that contradict the
// table, `suspect-cell` leads, and the other findings say that they follow from it.
import { suspectsOf } from '../audit/suspects.ts';
import { disagreements } from '../audit/text-against-tables.ts';
import { inBoth, joinPhrases, type Phrase } from '../base/phrase.ts';
import { quotedFieldName } from '../form/field-names.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { Cell } from '../table/table.ts';
import { relatedCell } from './describe.ts';
import type { Finding } from './rule.ts';
import { suspectCell } from './suspect-cell.ts';

interface Cause {
  readonly placed: PlacedTable;
  readonly cell: Cell;
}

/** The findings of a report; those that a suspect explains name it. Without suspects the same array. */
export function withCauses(report: Report, findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(({ rule }) => rule === suspectCell.id)) return findings;
  const causes = tablesOf(report).flatMap((placed) =>
    suspectsOf(placed.table).map((suspect) => ({ placed, ...suspect })),
  );
  const ofSentences = disagreements(report).flatMap(({ shown, cells, value: said, stated }) =>
    causes
      .filter(
        ({ cell, value }) =>
          cells.some((each) => each.cell === cell) && stated - (cell.count ?? 0) + value === said,
      )
      .map((cause) => ({ from: shown.mention.span.from + shown.at, cause })),
  );
  return findings.map((finding) => {
    const { rule, identities, span } = finding;
    const cause =
      rule === 'narrative-mismatch'
        ? ofSentences.find(({ from }) => from === span.from)?.cause
        : causes.find((each) => each.identities.some(({ identity }) => identities.includes(identity)));
    return cause === undefined || rule === suspectCell.id ? finding : following(finding, cause);
  });
}

function following(finding: Finding, { placed, cell }: Cause): Finding {
  const from = cell.span.from + placed.at;
  const others = finding.related.filter(({ span }) => span.from !== from);
  const message = joinPhrases([finding.message, causeOf(cell, finding, from)], inBoth(''));
  return { ...finding, message, related: [relatedCell(placed, cell), ...others] };
}

function causeOf(cell: Cell, { span }: Finding, from: number): Phrase {
  if (span.from === from) return { zh: '（疑为这一格填错）', en: ' (This cell is probably the wrong one.)' };
  const name = quotedFieldName(cell.field);
  return { zh: `（疑由${name.zh}填错引起）`, en: ` (It probably follows from ${name.en}.)` };
}
