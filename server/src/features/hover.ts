import { inBoth, type Phrase } from '../base/phrase.ts';
import { shortFieldName } from '../form/field-names.ts';
import { tableIds } from '../form/form.ts';
import { sectionSpec } from '../form/sections.ts';
import type { PlacedTable, Report } from '../report/types.ts';
import type { Finding } from '../rules/rule.ts';
import { type Span, shift, touches } from '../text/span.ts';
import {
  cellAt,
  cellOf,
  identitiesAt,
  labelAt,
  type PlacedCell,
  reportedIdentities,
  rowAt,
  tally,
} from './lookup.ts';
import { equation, escapeMarkdown, identityName, valueName } from './phrases.ts';
import { mentionAt } from './placed-mentions.ts';

export interface Hover {
  /** Markdown; text from the report is escaped. */
  readonly content: Phrase;
  readonly span: Span;
}

/** What is known about the place: a cell with its identities worked out, a row, a column, a heading, the title; null elsewhere. */
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

const joined = (parts: readonly (Phrase | null)[], between: string): Phrase => {
  const all = parts.filter((part) => part !== null);
  return { zh: all.map(({ zh }) => zh).join(between), en: all.map(({ en }) => en).join(between) };
};

function aboutCell(placed: PlacedCell, findings: readonly Finding[]): Phrase {
  const { field } = placed.cell;
  const name = shortFieldName(field);
  const value = valueName(placed.cell);
  const unit = field.column.measure === 'money' ? { zh: ' 万元', en: ' × 10,000 yuan' } : inBoth('');
  const amount = placed.cell.state === 'number' ? unit : inBoth('');
  return joined(
    [
      { zh: `**${name.zh}**：${value.zh}${amount.zh}`, en: `**${name.en}**: ${value.en}${amount.en}` },
      field.row.meaning,
      field.column.meaning
        ? {
            zh: `${field.column.name.zh}：${field.column.meaning.zh}`,
            en: `${field.column.name.en}: ${field.column.meaning.en}`,
          }
        : null,
      basisOf(field.row.basis),
      identityList(placed, findings),
    ],
    '\n\n',
  );
}

const basisOf = (basis: Phrase): Phrase => ({ zh: `依据：${basis.zh}`, en: `Basis: ${basis.en}` });

function identityList(placed: PlacedCell, findings: readonly Finding[]): Phrase | null {
  const reported = reportedIdentities(findings);
  const lines = identitiesAt(placed).map((sum): Phrase => {
    const name = identityName(sum.identity, placed.placed);
    if (sum.state === 'unchecked')
      return {
        zh: `- – ${name.zh}：有空白或无法辨认的格，未核对`,
        en: `- – ${name.en}: not checked, a cell is blank or unreadable`,
      };
    const worked = equation(placed.placed, sum);
    if (sum.state === 'fails' && !reported.has(sum.identity))
      return {
        zh: `- – ${name.zh}：${worked.zh}（不作为问题）`,
        en: `- – ${name.en}: ${worked.en} (not reported)`,
      };
    const mark = sum.state === 'holds' ? '✓' : '✗';
    const off = sum.right - sum.left;
    const delta = sum.state === 'holds' ? '' : `（Δ ${off > 0 ? '+' : '−'}${Math.abs(off)}）`;
    return {
      zh: `- ${mark} ${name.zh}：${worked.zh}${delta}`,
      en: `- ${mark} ${name.en}: ${worked.en}${delta}`,
    };
  });
  return lines.length === 0 ? null : joined(lines, '\n');
}

function aboutLabel(report: Report, offset: number): Hover | null {
  const at = labelAt(report, offset);
  if (at?.label.role === 'column') {
    const { table, at: by } = at.placed;
    const column = table.form.table.blocks
      .flatMap(({ columns }) => columns)
      .find(({ id }) => id === at.label.id);
    if (column)
      return {
        content: joined(
          [{ zh: `**${column.name.zh}**`, en: `**${column.name.en}**` }, column.meaning ?? null],
          '\n\n',
        ),
        span: shift(at.label.span, by),
      };
  }
  const here = rowAt(report, offset);
  if (here && touches(here.line.label, offset - here.placed.at)) {
    const row = here.line.row.fields[0]?.row;
    if (row && here.line.row.label !== '')
      return {
        content: joined(
          [{ zh: `**${row.name.zh}**`, en: `**${row.name.en}**` }, row.meaning, basisOf(row.basis)],
          '\n\n',
        ),
        span: shift(here.line.label, here.placed.at),
      };
  }
  if (at?.label.role === 'corner')
    return { content: sectionSpec(3).purpose, span: shift(at.label.span, at.placed.at) };
  if (at?.label.role === 'group' && at.placed.table.id === 'disputes')
    return aboutDisputes(at.label.id, shift(at.label.span, at.placed.at), at.placed);
  return null;
}

/** The three groups of `disputes` are its rows. */
function aboutDisputes(id: string, span: Span, { table }: PlacedTable): Hover | null {
  const row = table.form.table.blocks[0]?.rows.find(({ label }) => label === id);
  if (!row) return null;
  const content = joined(
    [{ zh: `**${row.name.zh}**`, en: `**${row.name.en}**` }, row.meaning, basisOf(row.basis)],
    '\n\n',
  );
  return { content, span };
}

function aboutHeading(report: Report, offset: number): Hover | null {
  for (const { section, at } of report.sections) {
    if (!section.heading || !touches(section.heading.span, offset - at)) continue;
    const { heading, purpose, name } = section.heading.spec;
    const title = { zh: `**${heading}**`, en: `**${heading.slice(0, 2)}${name.en}**` };
    return {
      content: joined([title, purpose], '\n\n'),
      span: shift(section.heading.span, at),
    };
  }
  return null;
}

/** A figure in prose: the cells it repeats, with what stands there. */
function aboutMention(report: Report, offset: number): Hover | null {
  const mention = mentionAt(report, offset);
  if (!mention) return null;
  const cells = mention.fields.flatMap((field): Phrase[] => {
    const cell = cellOf(report, field)?.cell;
    if (!cell) return [];
    const name = shortFieldName(cell.field);
    const value = valueName(cell);
    return [{ zh: `- ${name.zh}：${value.zh}`, en: `- ${name.en}: ${value.en}` }];
  });
  const head = { zh: '对应表格中的数字：', en: 'Repeats the table:' };
  return { content: joined([head, ...cells], '\n'), span: mention.span };
}

function aboutTitle(report: Report, findings: readonly Finding[], offset: number): Hover | null {
  if (!report.title || !touches(report.title.span, offset)) return null;
  const { held, all } = tally(report, findings);
  const { organ, year, edition } = report;
  const missing = tableIds.filter((id) => report.tables[id] === undefined).length;
  return {
    span: report.title.span,
    content: joined(
      [
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
      ],
      '\n\n',
    ),
  };
}
