/**
 * Detects the language of a text without metadata, only if another is very unlikely: by a script that only one language
 * uses, else by its words. A wrong language hyphenates quotations wrongly, a missing one does not: so a library's guess
 * only counts if it is near the scores of real texts in that language, far enough from the second, and the same for
 * each third of the text. The thresholds come from the Declaration of Human Rights in 55 languages.
 */
import { languageOfScript } from '#domain/article/draft/language-of-script.ts';

/** The length examined; a text does not change its language after it. */
const SAMPLE_LENGTH = 20_000;
const MIN_WORDS = 30;
/** A text in a language unknown to the library resembles another one, but not closely. */
const MIN_LIKENESS = 0.68;
/** For languages with such neighbours: Afrikaans, Luxembourgish, Galician. */
const MIN_LIKENESS_OF: Readonly<Record<string, number>> = { nl: 0.77, de: 0.765, es: 0.77, pt: 0.77 };
/** How close the second language may be, as a ratio: closer ones are neighbours that the library confuses. */
const MAX_NEXT = 0.97;

/** Languages that the library also reports for unknown neighbours: Indonesian, Bosnian, Marathi. */
const UNSURE: ReadonlySet<string> = new Set(['ms', 'hr', 'hi', 'mr']);

type Letters = { readonly has: RegExp; readonly lacks: RegExp };
/**
 * Languages in Cyrillic are similar, including Macedonian, which the library does not know; their letters distinguish
 * them.
 */
const cyrillic: Readonly<Record<string, Letters>> = {
  ru: { has: /ы/iu, lacks: /[іїєґўђјљњћџѓќѕ]/iu },
  uk: { has: /[їєґ]/iu, lacks: /[ыэёъўђјљњћџѓќѕ]/iu },
  be: { has: /ў/iu, lacks: /[иъїєґђјљњћџѓќѕ]/iu },
  bg: { has: /ъ/iu, lacks: /[ыэёіїєґўђјљњћџѓќѕ]/iu },
  sr: { has: /[ђћ]/iu, lacks: /[ыэёъіїєґўѓќѕ]/iu },
};

type Guess = { readonly language: string; readonly getScores: () => Record<string, number> };

const isSure = ({ language, getScores }: Guess, text: string): boolean => {
  const [first = 0, next = 0] = Object.values(getScores()).sort((a, b) => b - a);
  if (language === '' || UNSURE.has(language)) return false;
  const letters = cyrillic[language];
  if (letters !== undefined) return letters.has.test(text) && !letters.lacks.test(text);
  return first >= (MIN_LIKENESS_OF[language] ?? MIN_LIKENESS) && next <= first * MAX_NEXT;
};

const thirds = (words: readonly string[]): readonly string[] => {
  const length = Math.ceil(words.length / 3);
  return [0, 1, 2].map((third) => words.slice(third * length, (third + 1) * length).join(' '));
};

/** Capitalised words are often names, and names belong to no language. */
const ORDINARY_WORD = /(?<![\p{L}\p{M}’'-])(?!\p{Lu})[\p{L}\p{M}’'-]+/gu;

const languageOfWords = async (text: string): Promise<string | null> => {
  const words = text.match(ORDINARY_WORD) ?? [];
  if (words.length < MIN_WORDS) return null;
  // Loaded for the first text without a declared language.
  const { eld } = await import('eld/extrasmall');
  const all = words.join(' ');
  const guess = eld.detect(all);
  const isAlike =
    isSure(guess, all) && thirds(words).every((third) => eld.detect(third).language === guess.language);
  return isAlike ? guess.language : null;
};

/** The language of `text` as a BCP 47 tag, null if it is short, mixed, or ambiguous. */
export const detectLanguage = async (text: string): Promise<string | null> => {
  const sample = text.slice(0, SAMPLE_LENGTH);
  return languageOfScript(sample) ?? (await languageOfWords(sample));
};
