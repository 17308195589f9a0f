import { memoizePerObject } from '../base/cache.ts';
import type { Phrase } from '../base/phrase.ts';
import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/types.ts';
import { fold } from '../text/fold.ts';
import { type Span, shift } from '../text/span.ts';
import { rowFigures, shortTableNames } from './outline.ts';
import { pinyinInitials } from './pinyin.ts';
import { rowNodes } from './row-tree.ts';

export interface ReportSymbol {
  readonly kind: 'report' | 'table' | 'row';
  readonly name: Phrase;
  /** The report and table it belongs to. */
  readonly container: Phrase;
  readonly span: Span;
  /** What a query is looked for in: folded name, year, organ, table, then pinyin initials. */
  readonly key: string;
}

/** Organ, year, tables and rows of a report, to be searched across documents. */
export const reportSymbols = memoizePerObject((report: Report): readonly ReportSymbol[] => {
  const whole = `${report.organ ?? ''}${report.year ?? ''}`;
  const title = report.title?.text.slice(0, 80) ?? (whole || '政府信息公开工作年度报告');
  const at: Phrase = { zh: whole, en: whole };
  const make = (
    kind: ReportSymbol['kind'],
    name: Phrase,
    container: Phrase,
    span: Span,
    more = '',
  ): ReportSymbol => {
    const words = fold(name.zh);
    return {
      kind,
      name,
      container,
      span,
      key: `${words} ${fold(`${whole}${more}`)} ${pinyinInitials(words)} ${name.en.toLowerCase()}`,
    };
  };
  return [
    make('report', { zh: title, en: title }, { zh: '', en: '' }, report.title?.span ?? { from: 0, to: 0 }),
    ...tablesOf(report).flatMap((placed) => [
      make('table', shortTableNames[placed.table.id], at, shift(placed.table.span, placed.at)),
      ...rowNodes(placed).map(({ spec, cells, span }) => {
        const name = { zh: `${spec.label} ${rowFigures(cells)}`, en: `${spec.name.en} ${rowFigures(cells)}` };
        return make('row', name, at, span, shortTableNames[placed.table.id].zh);
      }),
    ]),
  ];
});

/** Whether all characters of the query occur in a symbol, in order; blanks part words that may stand in any order. */
export function matchesQuery(query: string, { key }: ReportSymbol): boolean {
  return query
    .split(/\s+/)
    .map((word) => fold(word))
    .every((word) => word === '' || inOrder(word, key));
}

function inOrder(word: string, key: string): boolean {
  let at = 0;
  for (const unit of word) {
    at = key.indexOf(unit, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
