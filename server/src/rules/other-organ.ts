// A preamble or a sub-heading that speaks of another organ or area than the title: text taken over from
// someone else's report.
import type { PlacedSection, Report } from '../report/report.ts';
import { narrow } from '../text/fold.ts';
import { matchesAtLines } from '../text/lines.ts';
import { shift } from '../text/span.ts';
import type { Issue, Rule } from './rule.ts';
import { plainProse } from './text-issues.ts';

export const otherOrgan: Rule = {
  id: 'other-organ',
  severity: 'warning',
  title: { zh: '写的是别的机关', en: 'Another organ is named' },
  manual: {
    what: {
      zh: '引言或者文件名写的是另一个机关的年度报告，或者乡镇、街道、部门的小标题写着“全省”“全市”“全县”的工作。',
      en: 'The preamble or the file name tells the report of another organ, or a sub-heading of a town, street office or bureau speaks of the whole province, city or county.',
    },
    why: {
      zh: '多由套用别处的文稿造成，其他内容也可能不是本机关的。',
      en: 'The text was taken over from another report; more of it may be.',
    },
    how: {
      zh: '改为本机关的名称，并核对前后内容。',
      en: 'Name the organ itself, and check what stands around.',
    },
    wrong:
      '一、总体情况\n现公布白水县档案局2024年政府信息公开工作年度报告。\n（一）主动公开情况。及时发布办事指南。',
    right:
      '一、总体情况\n现公布清溪县教育局2024年政府信息公开工作年度报告。\n（一）主动公开情况。及时发布办事指南。',
  },
  check: (report) => {
    const { organ } = report;
    if (organ === null) return [];
    return report.sections
      .slice(0, 2)
      .flatMap((placed) => [
        ...namedOrgans(placed, report, narrow(organ)),
        ...foreignAreas(placed, narrow(organ)),
      ]);
  },
  checkName: ({ organ, title }, document) => {
    if (organ === null || title === null) return [];
    const named = FILE.exec(narrow(document.slice(document.lastIndexOf('/') + 1)))?.[1] ?? '';
    const own = narrow(organ);
    if (SELF.test(named) || !ORGAN.test(named) || isSameOrgan(named, own)) return [];
    return [
      {
        span: title.span,
        message: {
          zh: `文件名写的是“${named}”，标题的机关是“${own}”。`,
          en: `The file name says ${named}; the title names ${own}.`,
        },
      },
    ];
  },
};

/** `001_甲乙县司法局2025年政府信息公开年报.docx`. */
const FILE = /([\u4e00-\u9fff]{4,30}?)(?=(?:关于)?20\d\d年?(?:度)?(?:政府|政务)?信息公开)/;

/** `现公布平岭县档案局2024年政府信息公开工作年度报告`. */
const PUBLISHED =
  /(?:公布|发布|编制|公开|现将)《?([\u4e00-\u9fff]{4,30}?)(?=(?:关于)?20\d\d年?(?:度)?(?:政府|政务)?信息公开(?:工作)?(?:年度报告|年报))/g;
/** How the name of an organ ends. */
const ORGAN = /(?:局|委员会|管委会|政府|办公室|办事处|厅|院|队|中心|处|所|站|公司|大学|学院)$/;
const SELF = /^(?:本|我|各|该|全|有关|相关|上述)/;

function namedOrgans({ section, at }: PlacedSection, { title }: Report, organ: string): readonly Issue[] {
  if (!/公布|公佈|发布|發佈|發布|编制|編製|編制|公开|公開|现将|現將/.test(section.text)) return [];
  const body = plainProse(section).slice(0, 1200);
  return [...body.matchAll(PUBLISHED)].flatMap((match) => {
    const name = match[1] ?? '';
    if (SELF.test(name) || !ORGAN.test(name) || isSameOrgan(name, organ)) return [];
    const from = match.index + match[0].lastIndexOf(name);
    const span = shift({ from, to: from + name.length }, at);
    if (title !== null && span.from < title.span.to && span.to > title.span.from) return [];
    return [
      {
        span,
        message: {
          zh: `这里写的是“${name}”，标题的机关是“${organ}”。`,
          en: `${name} is named here; the title names ${organ}.`,
        },
      },
    ];
  });
}

/** Short and long names of one organ: one holds the other, or an office reports for its government. */
function isSameOrgan(a: string, b: string): boolean {
  const [x, y] = [coreOf(a), coreOf(b)];
  return x.includes(y) || y.includes(x) || isSubsequence(x, y) || isSubsequence(y, x);
}

const coreOf = (name: string): string =>
  name.replace(/人民政府|政府|办公室|办公厅|委员会|办事处|管理|和|及/g, '');

/** Whether all of `short` stands in `long` in this order: `县发改局` in `清溪县发展和改革局`. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length;
}

/** `（一）组织推动全省信息公开工作` of a town. */
const SUB_HEADING = /[ \t]{0,8}[(][一二三四五六七八][)][^\r\n。,;:]{0,16}(全[省市县区])/y;

function foreignAreas({ section, at }: PlacedSection, organ: string): readonly Issue[] {
  if (section.heading?.spec.number !== 1 || !/全[省市县縣区區]/.test(section.text)) return [];
  if (!/(?:镇|乡|街道|办事处|局|委员会|中心|队)(?:人民政府)?$/.test(organ)) return [];
  return matchesAtLines(plainProse(section), SUB_HEADING).flatMap((match) => {
    const area = match[1] ?? '';
    if (isOwnArea(area.charAt(1), organ)) return [];
    const from = match.index + match[0].length - area.length;
    return [
      {
        span: shift({ from, to: from + area.length }, at),
        message: {
          zh: `小标题写的是“${area}”的工作，与${organ}不符。`,
          en: `The sub-heading speaks of ${area} (the whole area), which does not fit ${organ}.`,
        },
      },
    ];
  });
}

/**
 * Whether an area may be the one that a bureau works for; a town or street office is never one of a whole
 * county.
 */
function isOwnArea(level: string, organ: string): boolean {
  if (/(?:镇|乡|街道|办事处)(?:人民政府)?$/.test(organ)) return false;
  const levels = organ.match(/[省市县区州盟旗]/g) ?? [];
  return levels.length === 0 || levels.at(-1) === level;
}
