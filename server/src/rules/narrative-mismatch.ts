import type { FieldId } from '../form/types.ts';
import { type Mention, mentionsOf } from '../report/prose/mentions.ts';
import { objectName } from '../report/prose/objects.ts';
import type { Cell, PlacedTable, Report } from '../report/types.ts';
import type { Phrase } from '../text/phrase.ts';
import { shift } from '../text/span.ts';
import type { Fix, Issue, Rule } from './rule.ts';
import { cellName, figureFix, relatedCell } from './words.ts';

export const narrativeMismatch: Rule = {
  id: 'narrative-mismatch',
  severity: 'warning',
  title: { zh: '正文数字与表格不符', en: 'A sentence contradicts the table' },
  manual: {
    what: {
      zh: '正文里写明的申请、结转、办结、复议诉讼、规范性文件、许可处罚强制、收费等数字，与表格中对应的格不同；或者正文写“未收到”“无”，表格里却有数。同一事项在正文中出现多个数字时，只要有一个与表格相符就不报；“余”“约”“近”“超”等约数、其他单位的数、往年的数都不比较。',
      en: 'A figure in a sentence (applications, carry-over, disputes, normative documents, decisions, fees) differs from the cell it repeats, or the sentence says there was none and the cell says otherwise. When the text gives several figures for one thing, one that agrees is enough; approximate figures, other organs’ figures and other years’ figures are not compared.',
    },
    why: {
      zh: '正文和表格说的是同一件事，两处不一致时读者无法判断哪个是真的，也最容易被核查指出。',
      en: 'Both state the same fact; where they differ nobody can tell which is true.',
    },
    how: {
      zh: '对照台账核实，正文错就改正文，表格错就改表格。两种改法都列在快速修复里，不替您判断。',
      en: 'Check the register and correct whichever is wrong. Both corrections are offered; neither is preferred.',
    },
    wrong:
      '一、总体情况\n（一）主动公开情况。本机关围绕群众关心的事项做好主动公开。\n（二）依申请公开情况。2024年共收到政府信息公开申请12件，办结8件，结转下年度继续办理1件。',
    right:
      '一、总体情况\n（一）主动公开情况。本机关围绕群众关心的事项做好主动公开。\n（二）依申请公开情况。2024年共收到政府信息公开申请9件，办结8件，结转下年度继续办理1件；协助镇街答复申请12件。',
  },
  check,
};

/** A mention with the place of its part in the report. */
interface Placed {
  readonly mention: Mention;
  readonly at: number;
}

function check(report: Report): readonly Issue[] {
  const groups = new Map<string, Placed[]>();
  for (const { part, at } of report.parts) {
    for (const mention of mentionsOf(part, report)) {
      if (!isComparable(mention, report.year)) continue;
      const key = `${mention.object} ${mention.fields[0]?.join('+')}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ mention, at }]);
      else group.push({ mention, at });
    }
  }
  return [...groups.values()].flatMap((group) => issueOf(report, group));
}

const isComparable = (mention: Mention, year: number | null): boolean =>
  mention.scope === 'own' &&
  mention.certainty === 'exact' &&
  mention.fields.length > 0 &&
  (mention.year === null || year === null || mention.year === year);

/** One thing, all that the text says of it: nothing when any figure, or all together, agree with the cells. */
function issueOf(report: Report, all: readonly Placed[]): readonly Issue[] {
  const whole = all.filter(({ mention }) => mention.part !== 'channel');
  const channels = whole.length === 0;
  if (channels && all.length < 2) return [];
  const group = channels ? all : whole;
  const figures = group.filter(({ mention }) => mention.wording === 'figure');
  const together = figures.reduce((sum, { mention }) => sum + (mention.value ?? 0), 0);
  const sums: number[] = [];
  for (const { mention } of group) {
    for (const fields of mention.fields) {
      const sum = sumOf(report, fields);
      // A cell that cannot be read leaves the sentence unchecked; one of the other edition is no alternative.
      if (sum === 'unread') return [];
      if (sum === null) continue;
      sums.push(sum);
      if (
        (!channels && agrees(report, mention, mention.value, sum)) ||
        (figures.length > 1 && same(together, sum))
      )
        return [];
    }
  }
  const shown = figures[0] ?? group[0];
  if (shown === undefined || sums.length === 0) return [];
  return [issue(report, shown, group, channels ? together : (shown.mention.value as number), channels)];
}

/** Finished applications may be told without those that came over from last year. */
function agrees(report: Report, mention: Mention, value: number | null, sum: number): boolean {
  if (value === null || same(value, sum)) return true;
  if (mention.object !== 'finished') return false;
  const carried = sumOf(report, ['applications.2.total']);
  return typeof carried === 'number' && carried > 0 && same(value + carried, sum);
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

function issue(
  report: Report,
  { mention, at }: Placed,
  group: readonly Placed[],
  value: number,
  channels: boolean,
): Issue {
  const fields = mention.fields.find((each) => typeof sumOf(report, each) === 'number') ?? [];
  const cells = fields.flatMap((field) => cellAt(report, field) ?? []);
  const stated = sumOf(report, fields) as number;
  const [first] = cells;
  const wording = said(mention, value, channels);
  const where = cellsSay(
    cells.map(({ cell }) => cellName(cell.field)),
    stated,
  );
  return {
    span: shift(mention.span, at),
    ...(first === undefined ? {} : { field: first.cell.field.id }),
    message: { zh: `${wording.zh}，${where.zh}。`, en: `${wording.en}, but ${where.en}.` },
    related: cells
      .filter(({ cell }) => cells.length === 1 || cell.count !== 0)
      .map(({ placed, cell }) => relatedCell(placed, cell)),
    fixes: () => fixesOf(group, mention, cells, stated, value, channels),
  };
}

function said(mention: Mention, value: number, channels: boolean): Phrase {
  const name = objectName(mention.object);
  if (mention.wording === 'all') {
    return mention.object === 'carried-out'
      ? { zh: '正文写全部办结', en: 'The text says that all applications are finished' }
      : { zh: '正文写结果均为同一种', en: 'The text says that all had the same result' };
  }
  if (mention.wording === 'none')
    return { zh: `正文写没有${name.zh}`, en: `The text says there were no ${name.en}` };
  if (channels)
    return {
      zh: `正文各渠道的${name.zh}合计 ${value}`,
      en: `The channels in the text add up to ${value} ${name.en}`,
    };
  const unit = mention.unit === '元' ? '万元' : mention.unit;
  return {
    zh: `正文写${name.zh} ${value}${unit === '' ? '' : ` ${unit}`}`,
    en: `The text says ${value} for ${name.en}`,
  };
}

function cellsSay(names: readonly Phrase[], stated: number): Phrase {
  if (names.length === 1)
    return { zh: `表格${names[0]?.zh}填 ${stated}`, en: `the cell ${names[0]?.en} says ${stated}` };
  return {
    zh: `表格${names[0]?.zh}等 ${names.length} 格合计 ${stated}`,
    en: `the ${names.length} cells from ${names[0]?.en} on add up to ${stated}`,
  };
}

function fixesOf(
  group: readonly Placed[],
  mention: Mention,
  cells: readonly PlacedCell[],
  stated: number,
  value: number,
  channels: boolean,
): readonly Fix[] {
  const fixes: Fix[] = [];
  const alike = group.filter(
    ({ mention: each }) => each.wording === 'figure' && each.value === value && each.unit === mention.unit,
  );
  if (!channels && alike.length > 0) {
    const insert = mention.unit === '元' ? String(Number((stated * 10000).toPrecision(15))) : String(stated);
    fixes.push({
      title: { zh: `正文改为 ${insert}`, en: `Change the text to ${insert}` },
      edits: alike.map(({ mention: each, at }) => ({ ...shift(each.span, at), insert })),
      safe: false,
    });
  }
  const [only, ...more] = cells;
  if (only !== undefined && more.length === 0 && only.cell.raw !== '') {
    const name = cellName(only.cell.field);
    fixes.push(
      figureFix(only.placed, only.cell, value, {
        zh: `表格${name.zh}改为 ${value}`,
        en: `Change the cell ${name.en} to ${value}`,
      }),
    );
  }
  return fixes;
}

interface PlacedCell {
  readonly placed: PlacedTable;
  readonly cell: Cell;
}

const tableOf = (report: Report, field: FieldId): PlacedTable | undefined =>
  Object.values(report.tables).find((placed) => field.startsWith(`${placed.table.id}.`));

function cellAt(report: Report, field: FieldId): PlacedCell | null {
  const placed = tableOf(report, field);
  const cell = placed?.table.cells.get(field);
  return placed === undefined || cell === undefined ? null : { placed, cell };
}

/** The cells added up; null where the edition has no such cell, `unread` where one is not there or holds no figure. */
function sumOf(report: Report, fields: readonly FieldId[]): number | null | 'unread' {
  let sum = 0;
  for (const field of fields) {
    const placed = tableOf(report, field);
    if (placed === undefined) return 'unread';
    if (!placed.table.form.fields.has(field)) return null;
    const cell = placed.table.cells.get(field);
    if (cell === undefined || (cell.state !== 'number' && cell.state !== 'none')) return 'unread';
    sum += cell.money !== null ? Number(cell.money) : (cell.count ?? 0);
  }
  return sum;
}
