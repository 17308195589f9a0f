import type { Phrase } from '../base/phrase.ts';
import { form } from '../form/form.ts';
import { sections } from '../form/sections.ts';
import type { Form, FormRow, SectionSpec } from '../form/types.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedSection, Report } from '../report/types.ts';
import { layoutFor } from '../report/write/table-layout.ts';
import { writeTable } from '../table/write/layouts.ts';
import { fold } from '../text/fold.ts';
import type { Edit } from '../text/span.ts';
import { sectionAt, textIn, textLineAt } from './lookup.ts';
import { pinyinInitials } from './pinyin.ts';

export interface Completion {
  readonly kind: 'heading' | 'row' | 'column';
  readonly label: string;
  readonly detail: Phrase;
  readonly documentation: Phrase;
  /** What is typed is compared with the label and, behind a blank, its pinyin initials. */
  readonly filter: string;
  /** Items come in the order of the form, missing ones before those the report already has. */
  readonly sort: string;
  /** In the report. */
  readonly edit: Edit;
}

/** Headings, rows and columns of the form that may be written at `offset`: at the start of a line or a cell, or behind the first characters of one. */
export function completionsAt(report: Report, offset: number): readonly Completion[] {
  const line = textLineAt(report, offset);
  const before = textIn(report, { from: line.from, to: offset });
  const behind = textIn(report, { from: offset, to: line.to });
  // The rest of a sentence or a longer cell is not the place for a label.
  const typed = /(?:^|[|｜\t])[ \u3000]*([^|｜\t\s]{0,40})$/.exec(before)?.[1];
  if (typed === undefined || /[。；，]/.test(typed)) return [];
  const from = offset - typed.length;
  const atStart = before.slice(0, before.length - typed.length).trim() === '';
  const rest = /^[^|｜\t]*/.exec(behind)?.[0].trim() ?? '';
  if (rest !== '' && typed !== '') return [];
  const part = sectionAt(report, offset);
  const make = itemMaker({ from, to: offset });
  return [
    ...(atStart && behind.trim() === '' ? headings(report).map(make) : []),
    ...tableItems(report, part).map(make),
  ];
}

interface Proposal {
  readonly kind: Completion['kind'];
  readonly label: string;
  readonly detail: Phrase;
  readonly documentation: Phrase;
  readonly missing: boolean;
  /** What is written, when it is not the label. */
  readonly insert?: string;
}

const itemMaker =
  (span: { readonly from: number; readonly to: number }) =>
  ({ kind, label, detail, documentation, missing, insert = label }: Proposal, index: number): Completion => {
    const bare = label.replace(/^(?:[（(].[)）]|[一二三四]、|\d\.)/, '');
    return {
      kind,
      label,
      detail,
      documentation,
      filter: `${label} ${bare === label ? '' : `${bare} `}${pinyinInitials(fold(label))} ${pinyinInitials(fold(bare))}`,
      sort: `${missing ? 0 : 1}${String(index).padStart(3, '0')}`,
      edit: { ...span, insert },
    };
  };

function headings(report: Report): readonly Proposal[] {
  const there = new Set(report.sections.map(({ section }) => section.heading?.spec.number));
  return sections.flatMap((section: SectionSpec): Proposal[] => {
    const missing = !there.has(section.number);
    const heading: Proposal = {
      kind: 'heading',
      label: section.heading,
      detail: missing
        ? { zh: '缺少的部分', en: 'missing section' }
        : { zh: '部分标题', en: 'section heading' },
      documentation: section.name,
      missing,
    };
    if (!missing || !section.table || report.tables[section.table]) return [heading];
    const eol = /\r?\n/.exec(report.sections[0]?.section.text ?? '')?.[0] ?? '\n';
    const table = writeTable(
      form(section.table, report.edition),
      () => '0',
      layoutFor(report),
      section.heading,
    );
    const whole: Proposal = {
      ...heading,
      detail: { zh: '标题和空表', en: 'heading and empty table' },
      insert: `${section.heading}${eol}${table.trimEnd()}`,
    };
    return [heading, whole];
  });
}

/** Rows and columns of the table whose section the place is in. */
function tableItems(report: Report, part: PlacedSection | null): readonly Proposal[] {
  const section = part?.section.heading?.spec;
  const own = tablesOf(report).find((placed) => placed.section === part);
  const shape: Form | undefined =
    own?.table.form ?? (section?.table ? form(section.table, report.edition) : undefined);
  if (!shape) return [];
  const there = new Set(own?.table.rows.map(({ row }) => row.id));
  const rows = shape.rows
    .filter(({ label }) => label !== '')
    .map((line): Proposal => rowOf(line, !there.has(line.id)));
  const groups = [...new Set(shape.rows.flatMap(({ groups: labels }) => labels))].map(
    (label): Proposal => plain('row', label, { zh: '分组', en: 'group' }),
  );
  const columns = shape.table.blocks.flatMap((block) => block.columns);
  const heads = [...new Map(columns.map((column) => [column.label, column])).values()].map(
    (column): Proposal => ({
      ...plain('column', column.label, { zh: '列', en: 'column' }),
      documentation: column.meaning ?? column.name,
    }),
  );
  return [...rows, ...groups, ...heads];
}

const rowOf = ({ label, fields }: FormRow, missing: boolean): Proposal => ({
  kind: 'row',
  label,
  detail: missing ? { zh: '缺少的行', en: 'missing row' } : { zh: '行', en: 'row' },
  documentation: fields[0]?.row.meaning ?? { zh: label, en: label },
  missing,
});

const plain = (kind: Completion['kind'], label: string, detail: Phrase): Proposal => ({
  kind,
  label,
  detail,
  documentation: { zh: label, en: label },
  missing: false,
});
