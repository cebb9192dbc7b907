/** The languages that spelling is checked in, and which of them a text is in. */

/** BCP 47, each with a dictionary in `resources/dictionaries`. */
export const spellingLanguages = ['en-GB', 'en-US', 'fr-FR', 'es-ES', 'pl-PL', 'ru-RU'] as const;
export type SpellingLanguage = (typeof spellingLanguages)[number];

export const spellingLanguageNames: Readonly<Record<SpellingLanguage, string>> = {
  'en-GB': 'English (British)',
  'en-US': 'English (American)',
  'fr-FR': 'French',
  'es-ES': 'Spanish',
  'pl-PL': 'Polish',
  'ru-RU': 'Russian',
};

const primaryOf = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/**
 * The dictionary for a text in `language`; null where there is none. English is spelt as its region says, and where it
 * says none, or another, as in `own` where that is English.
 */
const dictionaryFor = (language: string, own: SpellingLanguage): SpellingLanguage | null => {
  const primary = primaryOf(language);
  const exact = spellingLanguages.find((each) => each.toLowerCase() === language.toLowerCase());
  if (exact !== undefined) return exact;
  if (primary === primaryOf(own)) return own;
  return spellingLanguages.find((each) => primaryOf(each) === primary) ?? null;
};

/**
 * The dictionaries for a text in any of `languages`, each once; a word that one of them has is right. A language without
 * a dictionary is passed over: where none is left, nothing is checked.
 */
export const dictionariesFor = (
  languages: readonly string[],
  own: SpellingLanguage,
): readonly SpellingLanguage[] => [
  ...new Set(languages.flatMap((language) => dictionaryFor(language, own) ?? [])),
];

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
