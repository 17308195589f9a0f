// Hover: what is known about a cell, a label, a heading, a figure in prose, or the title, as Markdown.
import type { EvaluatedIdentity } from '../audit/identities.ts';
import { inBoth, joinPhrases, type Phrase } from '../base/phrase.ts';
import { shortFieldName } from '../form/field-names.ts';
import { tableIds } from '../form/form.ts';
import { sectionSpec } from '../form/sections.ts';
import type { RowSpec } from '../form/spec.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import { type Span, shift, touches } from '../text/span.ts';
import { cellMentionAt } from './cell-mentions.ts';
import { reportedIdentities, tally } from './identity-tally.ts';
import { cellAt, cellOf, identitiesAt, labelAt, type PlacedCell, rowAt } from './lookup.ts';
import { difference, equation, escapeMarkdown, identityName, valueName } from './phrases.ts';

export interface Hover {
  /** Markdown; text from the report is escaped. */
  readonly content: Phrase;
  readonly span: Span;
}

/** `**本年新收 · 自然人**：8` with its identities worked out; null where there is nothing to say. */
export function hover(report: Report, findings: readonly Finding[], offset: number): Hover | null {
  const cell = cellAt(report, offset);
  if (cell !== null) return { content: aboutCell(cell, findings), span: cell.span };
  return (
    aboutLabel(report, offset) ??
    aboutHeading(report, offset) ??
    aboutMention(report, offset) ??
    aboutTitle(report, findings, offset)
  );
}

const paragraphs = (parts: readonly (Phrase | null)[]): Phrase => joinPhrases(parts, inBoth('\n\n'));

const bold = ({ zh, en }: Phrase): Phrase => ({ zh: `**${zh}**`, en: `**${en}**` });

const basisOf = (basis: Phrase): Phrase => ({ zh: `依据：${basis.zh}`, en: `Basis: ${basis.en}` });

function aboutCell(placed: PlacedCell, findings: readonly Finding[]): Phrase {
  const { field, state } = placed.cell;
  const { row, column } = field;
  const name = bold(shortFieldName(field));
  const value = valueName(placed.cell);
  const isAmount = column.measure === 'money' && state === 'number';
  const unit = isAmount ? { zh: ' 万元', en: ' × 10,000 yuan' } : inBoth('');
  const { broken, others } = identityLists(placed, findings);
  const meaning = column.meaning && {
    zh: `${column.name.zh}：${column.meaning.zh}`,
    en: `${column.name.en}: ${column.meaning.en}`,
  };
  return paragraphs([
    { zh: `${name.zh}：${value.zh}${unit.zh}`, en: `${name.en}: ${value.en}${unit.en}` },
    row.meaning,
    meaning ?? null,
    broken,
    basisOf(row.basis),
    others,
  ]);
}

/** The identities of a cell in words: the broken ones, then the others. */
function identityLists(
  cell: PlacedCell,
  findings: readonly Finding[],
): Record<'broken' | 'others', Phrase | null> {
  const { placed } = cell;
  const reported = reportedIdentities(findings);
  const line = (evaluated: EvaluatedIdentity): Phrase => {
    const { identity, state, left, right } = evaluated;
    const name = identityName(identity, placed);
    if (state === 'unchecked')
      return {
        zh: `- – ${name.zh}：有空白或无法辨认的格，未核对`,
        en: `- – ${name.en}: not checked, a cell is blank or unreadable`,
      };
    const worked = equation(placed, evaluated);
    if (state === 'fails' && !reported.has(identity))
      return {
        zh: `- – ${name.zh}：${worked.zh}（不作为问题）`,
        en: `- – ${name.en}: ${worked.en} (not reported)`,
      };
    const mark = state === 'holds' ? '✓' : '✗';
    const off = state === 'fails' && identity.kind !== 'balance' ? difference(right - left) : null;
    return {
      zh: `- ${mark} ${name.zh}：${worked.zh}${off ? `（${off.zh}）` : ''}`,
      en: `- ${mark} ${name.en}: ${worked.en}${off ? ` (${off.en})` : ''}`,
    };
  };
  const isBroken = ({ identity, state }: EvaluatedIdentity) => state === 'fails' && reported.has(identity);
  const all = identitiesAt(cell);
  return {
    broken: list(all.filter(isBroken).map(line)),
    others: list(all.filter((each) => !isBroken(each)).map(line)),
  };
}

const list = (lines: readonly Phrase[]): Phrase | null =>
  lines.length === 0 ? null : joinPhrases(lines, inBoth('\n'));

/** Column heads, row labels, the corner of `applications`, and the groups of `disputes`. */
function aboutLabel(report: Report, offset: number): Hover | null {
  return aboutColumn(report, offset) ?? aboutRow(report, offset) ?? aboutGroup(report, offset);
}

function aboutColumn(report: Report, offset: number): Hover | null {
  const found = labelAt(report, offset);
  if (found?.item.role !== 'column') return null;
  const { item, placed } = found;
  const columns = placed.table.form.table.blocks.flatMap((block) => block.columns);
  const column = columns.find(({ id }) => id === item.id);
  return column
    ? { content: paragraphs([bold(column.name), column.meaning ?? null]), span: shift(item.span, placed.at) }
    : null;
}

function aboutRow(report: Report, offset: number): Hover | null {
  const found = rowAt(report, offset);
  if (!found) return null;
  const { label, row } = found.item;
  const spec = row.fields[0]?.row;
  return spec && row.label !== '' && touches(label, offset - found.placed.at)
    ? { content: rowContent(spec), span: shift(label, found.placed.at) }
    : null;
}

function aboutGroup(report: Report, offset: number): Hover | null {
  const found = labelAt(report, offset);
  if (!found) return null;
  const { item, placed } = found;
  const span = shift(item.span, placed.at);
  if (item.role === 'corner') return { content: sectionSpec(3).purpose, span };
  if (item.role !== 'group' || placed.table.id !== 'disputes') return null;
  const spec = placed.table.form.table.blocks[0]?.rows.find(({ label }) => label === item.id);
  return spec ? { content: rowContent(spec), span } : null;
}

const rowContent = ({ name, meaning, basis }: RowSpec): Phrase =>
  paragraphs([bold(name), meaning, basisOf(basis)]);

function aboutHeading(report: Report, offset: number): Hover | null {
  for (const { section, at } of report.sections) {
    if (!section.heading || !touches(section.heading.span, offset - at)) continue;
    const { heading, purpose, name } = section.heading.spec;
    const title = bold({ zh: heading, en: `${heading.slice(0, 2)}${name.en}` });
    return { content: paragraphs([title, purpose]), span: shift(section.heading.span, at) };
  }
  return null;
}

/** A figure in prose: the cells it repeats, with what stands there. */
function aboutMention(report: Report, offset: number): Hover | null {
  const mention = cellMentionAt(report, offset);
  if (!mention) return null;
  const cells = mention.fields.flatMap((field): Phrase[] => {
    const cell = cellOf(report, field)?.cell;
    if (!cell) return [];
    const name = shortFieldName(cell.field);
    const value = valueName(cell);
    return [{ zh: `- ${name.zh}：${value.zh}`, en: `- ${name.en}: ${value.en}` }];
  });
  const head = { zh: '对应表格中的数字：', en: 'Repeats the table:' };
  return { content: joinPhrases([head, ...cells], inBoth('\n')), span: mention.span };
}

function aboutTitle(report: Report, findings: readonly Finding[], offset: number): Hover | null {
  if (!report.title || !touches(report.title.span, offset)) return null;
  const { held, all } = tally(report, findings);
  const { organ, year, edition } = report;
  const missing = tableIds.filter((id) => report.tables[id] === undefined).length;
  return {
    span: report.title.span,
    content: paragraphs([
      {
        zh: `**${escapeMarkdown(organ ?? '（机关名称未识别）')}** · ${year ?? '年度未识别'}${year === null ? '' : ' 年度'}`,
        en: `**${escapeMarkdown(organ ?? '(organ not found)')}** · ${year ?? 'year not found'}`,
      },
      {
        zh: `表格按 ${edition} 年版格式读取；勾稽关系 ${held}/${all} 成立${missing > 0 ? `；缺 ${missing} 张表` : ''}。`,
        en: `Tables read in the ${edition} edition; ${held} of ${all} identities hold${missing > 0 ? `; ${missing} tables missing` : ''}.`,
      },
      year === null
        ? null
        : {
            zh: `县级以上政府部门应在 ${year + 1} 年 1 月 31 日前公布，县级以上地方政府应在 3 月 31 日前公布（《条例》第四十九条）。`,
            en: `Due by 31 January ${year + 1} for departments, by 31 March for governments (Regulations, art. 49).`,
          },
    ]),
  };
}
