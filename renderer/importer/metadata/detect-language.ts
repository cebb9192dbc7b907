/**
 * The language of a text that does not say it, only where it can hardly be another: by a script that one language alone
 * is written in, else by its words. A wrong language hyphenates a quotation wrongly, a missing one does not: so a
 * library's guess counts only where it is near to what texts of that language reach, far enough from the next one, and
 * the same for each third of the text. The thresholds come from the Declaration of Human Rights in 55 languages.
 */
import { languageOfScript } from '#domain/article/draft/language-of-script.ts';

/** What is looked at; a text does not change its language behind it. */
const SAMPLE_LENGTH = 20_000;
const MIN_WORDS = 30;
/** A text in a language that the library does not know is most like another, and not very like it. */
const MIN_LIKENESS = 0.68;
/** Of those that have such a neighbour: Afrikaans, Luxembourgish, Galician. */
const MIN_LIKENESS_OF: Readonly<Record<string, number>> = { nl: 0.77, de: 0.765, es: 0.77, pt: 0.77 };
/** How near the next language may come, as a share: nearer are texts of neighbours that the library mixes up. */
const MAX_NEXT = 0.97;

/** What the library says as well of neighbours that it does not know: Indonesian, Bosnian, Marathi. */
const UNSURE: ReadonlySet<string> = new Set(['ms', 'hr', 'hi', 'mr']);

type Letters = { readonly has: RegExp; readonly lacks: RegExp };
/** Languages in Cyrillic are much alike, also Macedonian, which the library does not know; their letters part them. */
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

/** Words that begin with a large letter are names as likely as not, and names are in no language. */
const ORDINARY_WORD = /(?<![\p{L}\p{M}’'-])(?!\p{Lu})[\p{L}\p{M}’'-]+/gu;

const languageOfWords = async (text: string): Promise<string | null> => {
  const words = text.match(ORDINARY_WORD) ?? [];
  if (words.length < MIN_WORDS) return null;
  // Loaded for the first text that does not say what it is written in.
  const { eld } = await import('eld/extrasmall');
  const all = words.join(' ');
  const guess = eld.detect(all);
  const isAlike =
    isSure(guess, all) && thirds(words).every((third) => eld.detect(third).language === guess.language);
  return isAlike ? guess.language : null;
};

/** The language of `text` as a BCP 47 tag, null where it is short, mixed, or may be taken for another. */
export const detectLanguage = async (text: string): Promise<string | null> => {
  const sample = text.slice(0, SAMPLE_LENGTH);
  return languageOfScript(sample) ?? (await languageOfWords(sample));
};
