// Identity numbers and mobile numbers of persons in a text that is published.
import type { Section } from '../report/report.ts';
import type { Rule } from './rule.ts';
import { issuesInText, type TextIssue } from './text-issues.ts';

export const personalData: Rule = {
  id: 'personal-data',
  severity: 'warning',
  title: { zh: '含有个人信息', en: 'Personal data of a person' },
  manual: {
    what: {
      zh: '正文里有居民身份证号码（日期和校验码都成立的 18 位数字），或者联系方式以外的手机号码。',
      en: 'An identity number (18 digits with a valid date and check digit), or a mobile number outside contact lines, stands in the text.',
    },
    why: {
      zh: '年度报告要公开发布，公开个人隐私违反条例第十五条和个人信息保护法。',
      en: 'The report is published; personal data may not be (article 15 of the Regulation, Personal Information Protection Law).',
    },
    how: { zh: '删去，或者隐去部分数字。', en: 'Delete it or mask part of it.' },
    wrong: '一、总体情况\n（一）主动公开情况。答复群众申请，证件号码110101199003074514，材料已归档。',
    right: '一、总体情况\n（一）主动公开情况。答复群众申请，证件号码已隐去，材料已归档。',
  },
  check: (report) => report.sections.flatMap(find),
};

const find = issuesInText(/\d{11}|[０-９]{11}/, (plain, section) => [
  ...identityNumbers(plain),
  ...mobileNumbers(plain, section),
]);

const CODE = /信用代码|机构代码|索引号?|编号|文号|备案/;

function identityNumbers(plain: string): readonly TextIssue[] {
  return [...plain.matchAll(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g)].flatMap(
    ({ 0: number, index }) => {
      if (!isIdentityNumber(number) || CODE.test(plain.slice(Math.max(0, index - 12), index))) return [];
      return [
        {
          span: { from: index, to: index + number.length },
          message: {
            zh: '这是一个居民身份证号码，不得公开。',
            en: 'This is the identity number of a person; it may not be published.',
          },
        },
      ];
    },
  );
}

/** GB 11643: the date of birth exists, and the check digit fits. */
export function isIdentityNumber(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(
    Number,
  ) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2099 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(number[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'[sum % 11] === number.charAt(17).toUpperCase();
}

/** A line that tells how an office can be reached. */
const CONTACT = /电话|手机|联系|咨询|热线|传真|邮箱|邮编|地址|值班|监督/;
const MOBILE = /(?<![0-9A-Za-z-])1[3-9]\d{9}(?![0-9A-Za-z])/g;

function mobileNumbers(plain: string, { tables }: Section): readonly TextIssue[] {
  return [...plain.matchAll(MOBILE)].flatMap(({ 0: number, index }) => {
    // A figure of a table may have eleven digits.
    if (tables.some(({ span }) => span.from <= index && index < span.to)) return [];
    const lineStart = Math.max(plain.lastIndexOf('\n', index), plain.lastIndexOf('。', index)) + 1;
    if (CONTACT.test(plain.slice(Math.max(lineStart, index - 60), index))) return [];
    return [
      {
        span: { from: index, to: index + number.length },
        message: {
          zh: '这是一个手机号码，如属个人请删去。',
          en: 'This is a mobile number; delete it if it is a person’s.',
        },
      },
    ];
  });
}
