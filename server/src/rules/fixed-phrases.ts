// Phrases that have one right wording: the closed list behind the rule `fixed-phrase`. Nothing here is
// guessed; a phrase that may be worded otherwise does not belong in it.

/**
 * A wording that is wrong wherever it stands. Groups of `pattern` named `keep` and `wrong` part what stays
 * from what is replaced.
 */
export interface WrongWording {
  /** Linear, with flag g; read on narrowed text. The first group is what is wrong. */
  readonly pattern: RegExp;
  /** What the first group should read. */
  readonly right: string;
  readonly severity: 'error' | 'warning';
  /** No issue where this stands in the same sentence. */
  readonly unless?: RegExp;
  /** No issue where the first group is one of these. */
  readonly allowed?: readonly string[];
  /** Why, in both languages. */
  readonly zh: string;
  readonly en: string;
}

const FORMER = /旧|原|修订前|修改前|废止/;

export const wrongWordings: readonly WrongWording[] = [
  {
    pattern: /公开为常态[,、,]?(?:以|坚持)?(公开为例外)/g,
    right: '不公开为例外',
    severity: 'error',
    zh: '口号应为“公开为常态、不公开为例外”，漏了“不”字，意思相反',
    en: 'The slogan reads 公开为常态、不公开为例外; without 不 it says the opposite',
  },
  {
    pattern: /国办公开办函\s*[〔[(【]\s*2021\s*[〕\])】]\s*(\d{1,3})(?=\s*号)/g,
    right: '30',
    allowed: ['30'],
    severity: 'warning',
    zh: '年度报告格式的文号为国办公开办函〔2021〕30号',
    en: 'The format of annual reports is 国办公开办函〔2021〕30号',
  },
  {
    pattern: /国办公开办函\s*[〔[(【]\s*2019\s*[〕\])】]\s*(\d{1,3})(?=\s*号)/g,
    right: '60',
    allowed: ['60', '61'],
    severity: 'warning',
    zh: '年度报告格式的文号为国办公开办函〔2019〕60号',
    en: 'The former format of annual reports is 国办公开办函〔2019〕60号',
  },
  {
    pattern: /国办函\s*[〔[(【]\s*(\d{4})(?=\s*[〕\])】]\s*109\s*号)/g,
    right: '2020',
    allowed: ['2020'],
    severity: 'warning',
    zh: '信息处理费管理办法的文号为国办函〔2020〕109号',
    en: 'The measures on information-processing fees are 国办函〔2020〕109号',
  },
  {
    pattern: /政府信息公开条例》?[((][^)）。]{0,20}国务院(?:令)?第?\s*(\d{3})(?=\s*号)/g,
    right: '711',
    allowed: ['711'],
    unless: FORMER,
    severity: 'warning',
    zh: '现行政府信息公开条例为国务院令第711号（2019年5月15日起施行）',
    en: 'The Regulation in force is State Council order No. 711 (since 15 May 2019)',
  },
  {
    pattern: /国务院(?:令)?第?\s*(492)(?=\s*号)/g,
    right: '711',
    unless: FORMER,
    severity: 'warning',
    zh: '国务院令第492号已由第711号修订，现行条例为国务院令第711号',
    en: 'State Council order No. 492 was revised by No. 711, which is in force',
  },
];

/** The leader's phrase, and how many characters it may lack or have wrong to be taken for it. */
export const THOUGHT = '习近平新时代中国特色社会主义思想';
export const THOUGHT_APART = 3;

/** The Regulation's full name in 《》, and how many characters it may be off to be taken for it. */
export const REGULATION = '中华人民共和国政府信息公开条例';
export const REGULATION_APART = 2;

/** The five sub-headings of section 1 that the format of 2021 names. */
export const SUB_HEADINGS: readonly string[] = [
  '主动公开',
  '依申请公开',
  '政府信息管理',
  '平台建设',
  '监督保障',
];
/** Wordings one character off that organs use on purpose. */
export const OTHER_SUB_HEADINGS: readonly string[] = ['政务信息管理', '监督保证', '网站平台建设'];
