// What is said to people is said in two languages.
/** A text for people, in both languages; the display language picks one where it is shown. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Phrase;

/** The language for a locale such as `zh-cn`, `zh_CN.UTF-8` or `en-US`; without one, Chinese, as the reports are. */
export const languageOf = (locale: string | undefined): Language =>
  locale === undefined || /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
