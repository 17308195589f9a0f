// A figure in a sentence that contradicts the cells it repeats. Which sentences are comparable is decided in
// `audit/text-against-tables.ts`.
import { type Disagreement, disagreements } from '../audit/text-against-tables.ts';
import { inBoth, type Phrase } from '../base/phrase.ts';
import { quotedFieldName } from '../form/field-names.ts';
import { objectName } from '../prose/index.ts';
import type { Report } from '../report/report.ts';
import { shift } from '../text/span.ts';
import { relatedCell } from './describe.ts';
import { breaksSums, figureFix, proposal } from './fixes.ts';
import type { Fix, Issue, Rule } from './rule.ts';

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
  check: (report) => disagreements(report).map((found) => issueOf(report, found)),
};

function issueOf(report: Report, found: Disagreement): Issue {
  const { shown, cells, stated } = found;
  const [first] = cells;
  const claim = claimOf(found);
  const names = cells.map(({ cell }) => quotedFieldName(cell.field));
  const where = cellsSay(names, stated);
  return {
    span: shift(shown.mention.span, shown.at),
    ...(first === undefined ? {} : { field: first.cell.field.id }),
    message: { zh: `${claim.zh}，${where.zh}。`, en: `${claim.en}, but ${where.en}.` },
    related: cells
      .filter(({ cell }) => cells.length === 1 || cell.count !== 0)
      .map(({ placed, cell }) => relatedCell(placed, cell)),
    fixes: () => [...inText(report, found), ...inTable(found)],
  };
}

/** What the text says, up to the comma. */
function claimOf({ shown: { mention }, value, channels }: Disagreement): Phrase {
  const name = objectName(mention.object);
  if (mention.wording === 'all') {
    return mention.object === 'carried-out'
      ? { zh: '正文写全部办结', en: 'The text says that all applications are finished' }
      : mention.object === 'legal-person'
        ? { zh: '正文写申请人均为自然人', en: 'The text says that all applicants are natural persons' }
        : { zh: '正文写结果均为同一种', en: 'The text says that all had the same result' };
  }
  if (mention.wording === 'none')
    return { zh: `正文写没有${name.zh}`, en: `The text says there were no ${name.en}` };
  if (channels) {
    return {
      zh: `正文各渠道的${name.zh}合计 ${value}`,
      en: `The channels in the text add up to ${value} ${name.en}`,
    };
  }
  const unit = mention.unit === '元' ? '万元' : mention.unit;
  return {
    zh: `正文写${name.zh} ${value}${unit === '' ? '' : ` ${unit}`}`,
    en: `The text says ${value} for ${name.en}`,
  };
}

function cellsSay(names: readonly Phrase[], stated: number): Phrase {
  const [first] = names;
  if (names.length === 1)
    return { zh: `表格${first?.zh}填 ${stated}`, en: `the cell ${first?.en} says ${stated}` };
  return {
    zh: `表格${first?.zh}等 ${names.length} 格合计 ${stated}`,
    en: `the ${names.length} cells from ${first?.en} on add up to ${stated}`,
  };
}

/** The cell's figure into every sentence that has this one; no number mends a sentence that says 未收到. */
function inText(
  report: Report,
  { shown: { mention, at }, group, value, stated, channels }: Disagreement,
): readonly Fix[] {
  const alike = group.filter(
    ({ mention: each }) => each.wording === 'figure' && each.value === value && each.unit === mention.unit,
  );
  if (channels || alike.length === 0) return [];
  const insert = mention.unit === '元' ? String(Number((stated * 10000).toPrecision(15))) : String(stated);
  const edits = alike.map(({ mention: each, at }) => ({ ...shift(each.span, at), insert }));
  const text = report.sections.find((each) => each.at === at)?.section.text ?? '';
  const quoted = wordsAround(text, mention);
  const more =
    alike.length > 1 ? { zh: `等 ${alike.length} 处`, en: ` (${alike.length} places)` } : inBoth('');
  const title = {
    zh: `正文“${quoted}”${more.zh}改为 ${insert}`,
    en: `Change “${quoted}”${more.en} in the text to ${insert}`,
  };
  return [proposal(title, edits, false)];
}

/** `办结325件`: a figure with the words of its clause just before it, and its unit. */
function wordsAround(text: string, { span, unit }: Disagreement['shown']['mention']): string {
  const before = /[^\s\p{P}]{0,6}$/u.exec(text.slice(Math.max(0, span.from - 6), span.from))?.[0] ?? '';
  const after = text.startsWith(unit, span.to) ? unit : '';
  return before + text.slice(span.from, span.to) + after;
}

/** The sentence's figure into the cell, where it repeats a single one and no sum speaks for what it holds. */
function inTable({ cells, value }: Disagreement): readonly Fix[] {
  const [only, ...more] = cells;
  if (only === undefined || more.length > 0 || breaksSums(only.placed, only.cell, value)) return [];
  const name = quotedFieldName(only.cell.field);
  const title = { zh: `表格${name.zh}改为 ${value}`, en: `Change the cell ${name.en} to ${value}` };
  return [figureFix(only.placed, only.cell, value, title)];
}
