// Figures of one row of `disclosure` that can hardly both be true: more made or repealed than in force.
import { quotedFieldName } from '../form/field-names.ts';
import type { FieldId } from '../form/spec.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { Cell } from '../table/table.ts';
import { onCell, relatedCell } from './describe.ts';
import type { Issue, Rule } from './rule.ts';

export const implausibleFigure: Rule = {
  id: 'implausible-figure',
  severity: 'info',
  title: { zh: '数字之间不合情理', en: 'Figures that can hardly both be true' },
  manual: {
    what: {
      zh: '规章或行政规范性文件本年制发件数多于现行有效件数；本年废止过文件而现行有效为 0；旧版表格中本年新公开数量多于对外公开总数量。',
      en: 'More documents made this year than are in force; documents repealed and none in force; in the 2019 form, more published this year than in all.',
    },
    why: {
      zh: '“现行有效件数”是历年累计到本年末的数，包括本年制发的，常被误填为别的口径。',
      en: 'The number in force counts all years up to 31 December, those made this year included.',
    },
    how: {
      zh: '核对规范性文件台账，按年末实际有效的件数填写；确实当年制发又当年废止的，可忽略本提示。',
      en: 'Check the register of documents. If some were made and repealed in the same year, the figures may stand.',
    },
    wrong: '行政规范性文件 | 30 | 1 | 20 | ||',
    right: '行政规范性文件 | 3 | 1 | 20 | ||',
  },
  check: (report) => ['regulations', 'normative'].flatMap((row) => issuesOf(report, row)),
};

function issuesOf(report: Report, row: string): readonly Issue[] {
  const placed = report.tables.disclosure;
  if (placed === undefined) return [];
  const cell = (column: string): Cell | null => counted(placed, `disclosure.${row}.${column}`);
  const [made, repealed, inForce] = [cell('made'), cell('repealed'), cell('in-force')];
  if (made !== null && inForce !== null && above(made, inForce)) return [issue(placed, made, inForce)];
  if (repealed !== null && inForce !== null && above(repealed, inForce) && inForce.count === 0) {
    return [issue(placed, repealed, inForce)];
  }
  const [published, all] = [cell('published'), cell('total-published')];
  return published !== null && all !== null && above(published, all) ? [issue(placed, published, all)] : [];
}

const above = (a: Cell, b: Cell): boolean => (a.count ?? 0) > (b.count ?? 0);

function counted(placed: PlacedTable, field: FieldId): Cell | null {
  const cell = placed.table.cell(field);
  return cell !== undefined && cell.count !== null ? cell : null;
}

function issue(placed: PlacedTable, more: Cell, less: Cell): Issue {
  const [a, b] = [quotedFieldName(more.field), quotedFieldName(less.field)];
  return {
    ...onCell(placed, less),
    message: {
      zh: `${b.zh}填 ${less.raw}，少于${a.zh}的 ${more.raw}，请核实。`,
      en: `${b.en} says ${less.raw}, less than ${a.en} with ${more.raw}.`,
    },
    related: [relatedCell(placed, more)],
  };
}
