// Texts for people: every message, title and label of the server is a `Phrase`.

/** A text in both languages; the display language picks one where it is shown. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Phrase;

/** The language for a locale such as `zh_CN.UTF-8` or `en-US`; without one, Chinese, as the reports are. */
export const languageOf = (locale: string | undefined): Language =>
  locale === undefined || /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';

/** Figures and official wordings are the same in both languages. */
export const inBoth = (text: string): Phrase => ({ zh: text, en: text });

/** Phrases as one, with a separator in both languages; nulls are left out. */
export function joinPhrases(parts: readonly (Phrase | null)[], separator: Phrase): Phrase {
  const said = parts.filter((part) => part !== null);
  return {
    zh: said.map(({ zh }) => zh).join(separator.zh),
    en: said.map(({ en }) => en).join(separator.en),
  };
}

/** A number of things in English. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
