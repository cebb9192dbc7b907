/**
 * Chinese characters are one code point in every language that writes them, and not one drawing: which face draws
 * them is settled by the language of the words.
 */
const SIMPLIFIED = 'Noto Serif SC';
const TRADITIONAL = 'Noto Serif TC';
const JAPANESE = 'Noto Serif JP';
const KOREAN = 'Noto Serif KR';

/** Every face, in the order in which they are tried where no language says which. */
export const hanFamilies: readonly string[] = [SIMPLIFIED, JAPANESE, TRADITIONAL, KOREAN];

const byLanguage: Readonly<Record<string, string>> = {
  zh: SIMPLIFIED,
  ja: JAPANESE,
  ko: KOREAN,
  yue: TRADITIONAL,
  nan: TRADITIONAL,
};

const traditional = /^zh-(?:.*-)?(?:hant|tw|hk|mo)(?:-|$)/i;

/** The family that draws the Chinese characters of a language (BCP 47); null where it writes with none. */
export const hanFamilyOf = (language: string | null): string | null => {
  if (language === null) return null;
  if (traditional.test(language)) return TRADITIONAL;
  return byLanguage[language.toLowerCase().split('-')[0] ?? ''] ?? null;
};
