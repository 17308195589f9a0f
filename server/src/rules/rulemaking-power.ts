// 规章 reported by an organ that cannot make them (立法法 articles 91 and 93, as of 2023).
import { quotedFieldName } from '../form/field-names.ts';
import { countyLevelCities } from './county-level-cities.ts';
import { onCell, relatedCell } from './describe.ts';
import type { Rule } from './rule.ts';

export const rulemakingPower: Rule = {
  id: 'rulemaking-power',
  severity: 'info',
  title: { zh: '无规章制定权的机关填报了规章', en: 'Regulations of an organ that cannot make them' },
  manual: {
    what: {
      zh: '乡镇、街道、县（区）、县级市及以下机关或者地方政府部门，在“规章”一行填了大于 0 的数。',
      en: 'A town, street office, county, county-level city or district organ, or a department of a local government reports regulations (规章).',
    },
    why: {
      zh: '按照立法法，规章只能由国务院部门和省、设区的市、自治州的人民政府制定。内部规章制度不是规章，常被误填在这里。',
      en: 'Only State Council departments and governments of provinces, cities with districts and autonomous prefectures make regulations; internal house rules are often entered here by mistake.',
    },
    how: {
      zh: '核实后改为 0；如果是行政规范性文件，填到下一行。',
      en: 'Make it 0, or move it to the row of normative documents.',
    },
    wrong: '规章 | 0 | 0 | 2 | ||',
    right: '规章 | 0 | 0 | 0 | ||',
  },
  check: (report) => {
    const placed = report.tables.disclosure;
    if (placed === undefined || report.organ === null) return [];
    const { table } = placed;
    const row = table.form.rows.find(({ id }) => id === 'regulations');
    const cells = row?.fields.flatMap(({ id }) => table.cell(id) ?? []) ?? [];
    const [first, ...more] = cells.filter(({ count }) => (count ?? 0) > 0);
    if (first === undefined || !cannotMakeRules(report.organ)) return [];
    const name = quotedFieldName(first.field);
    return [
      {
        ...onCell(placed, first),
        message: {
          zh: `${name.zh}填 ${first.raw}，但${report.organ}没有规章制定权，请核实是否为规范性文件或内部制度。`,
          en: `${name.en} says ${first.raw}, but ${report.organ} has no power to make regulations.`,
        },
        related: more.map((cell) => relatedCell(placed, cell)),
      },
    ];
  },
};

/**
 * Whether the name shows an organ without the power of 立法法 articles 91 and 93 (2023). A 市 does where it is
 * known as a county-level city or stands below a prefecture; any other may have districts.
 */
export function cannotMakeRules(organ: string): boolean {
  const name = organ
    .replace(/自治区/g, '省')
    .replace(/自治州/g, '州')
    .replace(/自治[县旗]/g, '县');
  if (/(?:镇|乡|街道|街道办事处)(?:人民政府)?$/.test(name)) return true;
  if (isCountyLevelCity(name)) return true;
  if (/[县区旗](?:人民政府)?(?:办公室)?$/.test(name) || /区(?:管委会|管理委员会)$/.test(name)) return true;
  if (/政府(?:办公厅|办公室)$/.test(name)) return false;
  if (/^(?:国家|国务院|中国|中华)/.test(name))
    return name.endsWith('局') && /[省市县区州旗]/.test(name.split('总局')[1] ?? '');
  return /[省市县区州旗盟镇乡]/.test(name) && /(?:局|委|委员会|厅|处|队|中心|所|站|办公室|办)$/.test(name);
}

/** `黄石市大冶市人民政府` by its place below another city, `大冶市人民政府` by its name. */
function isCountyLevelCity(name: string): boolean {
  const match = /^(?:[^省市州]{2,8}省)?([^省市]{1,7}[市州])?([^省市]{1,4})市(?:人民)?政府$/.exec(name);
  return match !== null && (match[1] !== undefined || countyLevelCities.has(match[2] ?? ''));
}
