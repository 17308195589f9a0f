// Completion: headings, rows and columns of the form, at the start of a line or a cell.
import { inBoth, type Phrase } from '../base/phrase.ts';
import { form } from '../form/form.ts';
import { sections } from '../form/sections.ts';
import type { Form, FormRow, SectionSpec } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import { layoutOf } from '../report/insert-section.ts';
import type { PlacedSection, Report } from '../report/report.ts';
import { writeTable } from '../table/write/layouts.ts';
import { BARS, SPACES } from '../text/chars.ts';
import { fold } from '../text/fold.ts';
import { lineBreakOf } from '../text/lines.ts';
import type { Edit, Span } from '../text/span.ts';
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

/** What may be written at `offset`: `五、存在的主要问题及改进情况` behind `五`, `2.重复申请` behind `cf`. */
export function completionsAt(report: Report, offset: number): readonly Completion[] {
  const line = textLineAt(report, offset);
  const before = textIn(report, { from: line.from, to: offset });
  const behind = textIn(report, { from: offset, to: line.to });
  // The rest of a sentence or of a longer cell is not the place for a label.
  const typed = TYPED.exec(before)?.[1];
  if (typed === undefined || /[。；，]/.test(typed)) return [];
  const rest = REST_OF_CELL.exec(behind)?.[0].trim() ?? '';
  if (rest !== '' && typed !== '') return [];
  const from = offset - typed.length;
  const isLine = behind.trim() === '' && before.slice(0, before.length - typed.length).trim() === '';
  const make = itemMaker({ from, to: offset });
  return [
    ...(isLine ? headings(report).map(make) : []),
    ...tableItems(report, sectionAt(report, offset)).map(make),
  ];
}

const TYPED = new RegExp(`(?:^|[${BARS}\\t])[${SPACES}]*([^${BARS}\\s]{0,40})$`);
const REST_OF_CELL = new RegExp(`^[^${BARS}\\t]*`);

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
  (span: Span) =>
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
    const eol = lineBreakOf(report.sections[0]?.section.text ?? '');
    const table = writeTable(
      form(section.table, report.edition),
      () => '0',
      layoutOf(report),
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

/** Rows, groups and columns of the table of the section, as the report has it or as it should. */
function tableItems(report: Report, placed: PlacedSection | null): readonly Proposal[] {
  const own = tablesOf(report).find(({ section }) => section === placed)?.table;
  const id = placed?.section.heading?.spec.table;
  const shape: Form | undefined = own?.form ?? (id && form(id, report.edition));
  if (!shape) return [];
  const there = new Set(own?.rows.map(({ row }) => row.id));
  const rows = shape.rows
    .filter(({ label }) => label !== '')
    .map((row): Proposal => rowOf(row, !there.has(row.id)));
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
  documentation: fields[0]?.row.meaning ?? inBoth(label),
  missing,
});

const plain = (kind: Completion['kind'], label: string, detail: Phrase): Proposal => ({
  kind,
  label,
  detail,
  documentation: inBoth(label),
  missing: false,
});
