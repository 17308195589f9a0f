import { dense, placed, type Sentence, sentencesOf } from '../report/prose/sentences.ts';
import type { PlacedPart, Report } from '../report/types.ts';
import { shift } from '../text/span.ts';
import type { Issue, Rule } from './rule.ts';

export const periodMismatch: Rule = {
  id: 'period-mismatch',
  severity: 'warning',
  title: { zh: '统计期限或年份与报告年度不符', en: 'Period or years do not fit the report year' },
  manual: {
    what: {
      zh: '写明的统计期限不是报告年度的1月1日至12月31日；总体情况通篇写的是别的年份；下一步打算写成了已经过去的年份；发布日期早于年度结束。',
      en: 'The stated counting period is not 1 January to 31 December of the report year; the overview speaks of another year throughout; plans are made for a year gone by; the page is dated before the year was over.',
    },
    why: {
      zh: '年度报告按自然年统计。年份对不上，多半是沿用上年文本忘了改，也可能是数据没有统计完整。',
      en: 'The report covers a calendar year; another year usually remains from last year’s text.',
    },
    how: {
      zh: '核对标题、统计期限和正文的年份；确需说明往年情况的，在句中写清楚。',
      en: 'Make title, period and text agree.',
    },
    wrong:
      '一、总体情况\n（一）主动公开情况。本报告数据的统计期限为2024年1月1日至2024年12月20日，本机关通过门户网站及时发布办事指南。',
    right:
      '一、总体情况\n（一）主动公开情况。本报告数据的统计期限为2024年1月1日至2024年12月31日，本机关通过门户网站及时发布办事指南。',
  },
  check: (report) => {
    const { year } = report;
    if (year === null) return [];
    return report.parts.flatMap((placed) => issuesOf(placed, report, year));
  },
};

function issuesOf({ part, at }: PlacedPart, report: Report, year: number): readonly Issue[] {
  const section = part.heading?.section.number ?? 0;
  if (section !== 0 && section !== 1 && section !== 5) return [];
  if (!/20\d\d|２０/.test(part.text)) return [];
  const all = sentencesOf(part).filter(({ plain }) => plain.length < 2000 && /20\d\d/.test(plain));
  if (section === 5) return all.flatMap((sentence) => stalePlan(sentence, at, year));
  const periods = all.flatMap((sentence) => periodIssue(sentence, at, year));
  const dates = section === 0 ? all.flatMap((sentence) => earlyDate(sentence, at, year)) : [];
  const other = section === 1 && report.title !== null ? anotherYear(all, at, year) : [];
  return [...periods, ...dates, ...other];
}

const PERIOD =
  /(20\d\d)年(\d{1,2})月(\d{1,2})日(?:起|开始)?(?:[至到—–~-]{1,3})(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/;

/** `统计期限为2024年1月1日至2024年12月30日`. Dates whose 年月日 a page has lost are no period here. */
function periodIssue(sentence: Sentence, at: number, year: number): readonly Issue[] {
  if (!/统计|期限|所列数据|报告期/.test(sentence.plain)) return [];
  const squeezed = dense(sentence);
  const match = PERIOD.exec(squeezed.text);
  if (match === null) return [];
  const [first, month, day, last, endMonth, endDay] = match
    .slice(1)
    .map((part) => (part === undefined ? null : Number(part)));
  const whole = month === 1 && day === 1 && endMonth === 12 && endDay === 31;
  if (whole && first === year && (last ?? first) === year) return [];
  const span = placed(squeezed, match.index, match.index + match[0].length);
  const right = `${year}年1月1日至${year}年12月31日`;
  return [
    {
      span: shift(span, at),
      message: {
        zh: `统计期限写作${match[0]}，报告年度为${year}年，应为${right}。`,
        en: `The counting period reads ${match[0]}; for the report year ${year} it is 1 January to 31 December ${year}.`,
      },
      fixes: () => [
        {
          title: { zh: `改为${right}`, en: `Change to ${right}` },
          edits: [{ ...shift(span, at), insert: right }],
          safe: false,
        },
      ],
    },
  ];
}

/** `发布时间：2024-12-20` over the report for 2024. */
function earlyDate(sentence: Sentence, at: number, year: number): readonly Issue[] {
  const squeezed = dense(sentence);
  const match = /(?<!统计|起止|起始|截止|数据)(?:时间|日期):?(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})/.exec(
    squeezed.text,
  );
  if (match === null || Number(match[1]) !== year) return [];
  if (/^日?(?:起|至|到|止|[—–~])/.test(squeezed.text.slice(match.index + match[0].length))) return [];
  return [
    {
      span: shift(placed(squeezed, match.index, match.index + match[0].length), at),
      message: {
        zh: `发布日期在${year}年内，全年数据尚不可能统计完整。`,
        en: `The page is dated within ${year}, before the year's figures could be complete.`,
      },
    },
  ];
}

/** Section 1 that begins its sentences with another year, twice or more, and never names its own. */
function anotherYear(all: readonly Sentence[], at: number, year: number): readonly Issue[] {
  let first: { readonly sentence: Sentence; readonly year: number } | null = null;
  let times = 0;
  for (const sentence of all) {
    const text = sentence.plain;
    if (text.includes(String(year))) return [];
    const found = /^(?:\([一二三四五]\)[^\d,;:。]{0,20}[:,]?)?(20\d\d)年度?[,我本全共]/.exec(text);
    if (found === null || Math.abs(Number(found[1]) - year) > 2) continue;
    times++;
    first ??= { sentence, year: Number(found[1]) };
  }
  if (first === null || times < 2) return [];
  const from = first.sentence.span.from + first.sentence.plain.indexOf(String(first.year));
  return [
    {
      span: shift({ from, to: from + 4 }, at),
      message: {
        zh: `报告年度为${year}年，总体情况写的却是${first.year}年。`,
        en: `The report is for ${year}, but its overview speaks of ${first.year}.`,
      },
    },
  ];
}

/** `2024年我局将继续…` in the report for 2024: 将 with such an adverb is the future, not 把. */
function stalePlan(sentence: Sentence, at: number, year: number): readonly Issue[] {
  const match =
    /^(?:\([一二三四五]\)|下一步[,:]|改进措施[,:])?(20\d\d)年度?,?(?:我[局委办镇乡县市区厅院队们]|本机关|本单位|我单位|我街道)?,?将(?:继续|进一步|着力|持续|不断|重点从|从以下)/.exec(
      sentence.plain,
    );
  if (match === null || Number(match[1]) > year) return [];
  const from = sentence.span.from + match[0].indexOf(match[1] as string);
  return [
    {
      span: shift({ from, to: from + 4 }, at),
      message: {
        zh: `下一步打算写的是${match[1]}年，报告年度${year}年已经结束。`,
        en: `The plan is for ${match[1]}, but the report year ${year} is over.`,
      },
    },
  ];
}
