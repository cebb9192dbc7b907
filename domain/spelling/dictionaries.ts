/** The languages that spelling can be checked in, which of them a text is in, and own words. */

/** The languages that Chromium's checker knows (components/spellcheck/common/spellcheck_common.cc), BCP 47. */
export const spellingLanguageNames = {
  'af-ZA': 'Afrikaans',
  sq: 'Albanian',
  hy: 'Armenian',
  'bg-BG': 'Bulgarian',
  'ca-ES': 'Catalan',
  'hr-HR': 'Croatian',
  'cs-CZ': 'Czech',
  'da-DK': 'Danish',
  'nl-NL': 'Dutch',
  'en-US': 'English (American)',
  'en-AU': 'English (Australian)',
  'en-GB': 'English (British)',
  'en-CA': 'English (Canadian)',
  'et-EE': 'Estonian',
  'fo-FO': 'Faroese',
  'fr-FR': 'French',
  'de-DE': 'German',
  'el-GR': 'Greek',
  'he-IL': 'Hebrew',
  'hi-IN': 'Hindi',
  'hu-HU': 'Hungarian',
  'id-ID': 'Indonesian',
  'it-IT': 'Italian',
  ko: 'Korean',
  'lv-LV': 'Latvian',
  'lt-LT': 'Lithuanian',
  'nb-NO': 'Norwegian (Bokmål)',
  'fa-IR': 'Persian',
  'pl-PL': 'Polish',
  'pt-BR': 'Portuguese (Brazil)',
  'pt-PT': 'Portuguese (Portugal)',
  'ro-RO': 'Romanian',
  'ru-RU': 'Russian',
  sr: 'Serbian (Cyrillic)',
  sh: 'Serbian (Latin)',
  'sk-SK': 'Slovak',
  'sl-SI': 'Slovenian',
  'es-ES': 'Spanish',
  'sv-SE': 'Swedish',
  'tg-TG': 'Tajik',
  'ta-IN': 'Tamil',
  'tr-TR': 'Turkish',
  'uk-UA': 'Ukrainian',
  'vi-VN': 'Vietnamese',
  'cy-GB': 'Welsh',
} as const;
export type SpellingLanguage = keyof typeof spellingLanguageNames;

/** In the order of their names. */
export const spellingLanguages = Object.keys(spellingLanguageNames) as readonly SpellingLanguage[];

/** Those with a dictionary in `resources/dictionaries`. */
export const shippedLanguages = [
  'en-GB',
  'en-US',
  'fr-FR',
  'es-ES',
  'pl-PL',
  'ru-RU',
] as const satisfies readonly SpellingLanguage[];
export type ShippedLanguage = (typeof shippedLanguages)[number];

export const isShipped = (language: SpellingLanguage): language is ShippedLanguage =>
  (shippedLanguages as readonly SpellingLanguage[]).includes(language);

/** Codes of a language that are written otherwise in the table. */
const otherCodes: Readonly<Record<string, string>> = { no: 'nb', iw: 'he', in: 'id' };

const primaryOf = (language: string): string => {
  const code = language.toLowerCase().split(/[-_]/u)[0] ?? '';
  return otherCodes[code] ?? code;
};

const isSame = (a: string, b: string): boolean =>
  a.toLowerCase().replace('_', '-') === b.toLowerCase().replace('_', '-');

/**
 * The one of `languages` for a text in `language`; null where there is none. A language that several regions spell in
 * their own ways is spelt as its region says, and where it says none, or another, as in `own` where that is the same
 * language.
 */
const dictionaryFor = (
  language: string,
  own: SpellingLanguage | null,
  languages: readonly SpellingLanguage[],
): SpellingLanguage | null => {
  const exact = languages.find((each) => isSame(each, language));
  if (exact !== undefined) return exact;
  const alike = languages.filter((each) => primaryOf(each) === primaryOf(language));
  return own !== null && alike.includes(own) ? own : (alike[0] ?? null);
};

/**
 * The dictionaries, of those in `available`, for a text in any of `languages`, each once; a word that one of them has
 * is right. A language without a dictionary is passed over: where none is left, nothing is checked.
 */
export const dictionariesFor = (
  languages: readonly string[],
  own: SpellingLanguage,
  available: readonly SpellingLanguage[] = shippedLanguages,
): readonly SpellingLanguage[] => [
  ...new Set(languages.flatMap((language) => dictionaryFor(language, own, available) ?? [])),
];

/**
 * The language that the name of a dictionary's file says: "de_DE_frami", "pt-BR", "uk-UA-5-0"; null where it says none.
 */
export const languageOfName = (name: string): SpellingLanguage | null => {
  const [, code, region] = /^([a-z]{2,3})(?:[-_]([A-Z]{2}))?(?:[-_.]|$)/u.exec(name) ?? [];
  if (code === undefined) return null;
  return dictionaryFor(region === undefined ? code : `${code}-${region}`, null, spellingLanguages);
};

/** The longest word that is kept as one's own. */
export const MAX_OWN_WORD = 100;
/** Chromium reads no more words than these. */
export const MAX_OWN_WORDS = 10_000;

/** One's own words with `word` among them: each once, in the order of the alphabet. */
export const withOwnWord = (words: readonly string[], word: string): readonly string[] => {
  const trimmed = word.trim();
  if (trimmed === '' || trimmed.length > MAX_OWN_WORD || words.includes(trimmed)) return words;
  return [...words, trimmed].sort((a, b) => a.localeCompare(b)).slice(0, MAX_OWN_WORDS);
};
