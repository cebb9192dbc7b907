/**
 * A Chinese character has one code point in all languages that use it, but different forms: the language of the words
 * determines the font.
 */
const SIMPLIFIED = 'Noto Serif SC';
const TRADITIONAL = 'Noto Serif TC';
const JAPANESE = 'Noto Serif JP';
const KOREAN = 'Noto Serif KR';

/** Every font, in the order of preference for words without a language. */
export const hanFamilies: readonly string[] = [SIMPLIFIED, JAPANESE, TRADITIONAL, KOREAN];

const byLanguage: Readonly<Record<string, string>> = {
  zh: SIMPLIFIED,
  ja: JAPANESE,
  ko: KOREAN,
  yue: TRADITIONAL,
  nan: TRADITIONAL,
};

const traditional = /^zh-(?:.*-)?(?:hant|tw|hk|mo)(?:-|$)/i;

/** The font family for the Chinese characters of a language (BCP 47); null if it does not use them. */
export const hanFamilyOf = (language: string | null): string | null => {
  if (language === null) return null;
  if (traditional.test(language)) return TRADITIONAL;
  return byLanguage[language.toLowerCase().split('-')[0] ?? ''] ?? null;
};
