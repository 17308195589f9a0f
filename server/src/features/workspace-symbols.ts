// Workspace symbols: organ, year, tables and rows of a report, to be searched across documents.
import { memoizePerObject } from '../base/cache.ts';
import { inBoth, type Phrase } from '../base/phrase.ts';
import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/report.ts';
import { fold } from '../text/fold.ts';
import { type Span, shift } from '../text/span.ts';
import { rowFigures, shortTableNames } from './outline.ts';
import { pinyinInitials } from './pinyin.ts';
import { rowNodes } from './row-tree.ts';

export interface ReportSymbol {
  readonly kind: 'report' | 'table' | 'row';
  readonly name: Phrase;
  /** The report it belongs to: `清溪县教育局2024`. */
  readonly container: Phrase;
  readonly span: Span;
  /** What queries search: folded name, organ, year, table, then pinyin initials and the English name. */
  readonly key: string;
}

export const reportSymbols = memoizePerObject((report: Report): readonly ReportSymbol[] => {
  const container = `${report.organ ?? ''}${report.year ?? ''}`;
  const title = report.title?.text.slice(0, 80) ?? (container || '政府信息公开工作年度报告');
  const make = (kind: ReportSymbol['kind'], name: Phrase, span: Span, table = ''): ReportSymbol => {
    const words = fold(name.zh);
    return {
      kind,
      name,
      container: inBoth(kind === 'report' ? '' : container),
      span,
      key: `${words} ${fold(`${container}${table}`)} ${pinyinInitials(words)} ${name.en.toLowerCase()}`,
    };
  };
  return [
    make('report', inBoth(title), report.title?.span ?? { from: 0, to: 0 }),
    ...tablesOf(report).flatMap((placed) => {
      const table = shortTableNames[placed.table.id];
      const rows = rowNodes(placed).map(({ spec, cells, span }) => {
        const figures = rowFigures(cells);
        return make(
          'row',
          { zh: `${spec.label} ${figures}`, en: `${spec.name.en} ${figures}` },
          span,
          table.zh,
        );
      });
      return [make('table', table, shift(placed.table.span, placed.at)), ...rows];
    }),
  ];
});

/** Whether each word of the query occurs in the symbol's key, its characters in order but not together. */
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
