/**
 * The words that Precis adds to a printed memo, in its language. One table a language; all writers and the
 * templates of the PDF take their words from here, and a memo in a language without a table prints in English.
 */
import { hasOwnMarks, inQuotationMarks } from '../../text/quotation-marks.ts';
import { doctrineTerms, type OwnTerms, type Terms, termsWith } from '../../tradecraft/own-terms.ts';
import { arabic } from './words/arabic.ts';
import { chinese } from './words/chinese.ts';
import { dutch } from './words/dutch.ts';
import { type CountForms, english, type LanguageWords } from './words/english.ts';
import { french } from './words/french.ts';
import { german } from './words/german.ts';
import { hebrew } from './words/hebrew.ts';
import { italian } from './words/italian.ts';
import { polish } from './words/polish.ts';
import { portuguese } from './words/portuguese.ts';
import { russian } from './words/russian.ts';
import { spanish } from './words/spanish.ts';
import { ukrainian } from './words/ukrainian.ts';

/** The words of a language, and the doctrine's terms as they are worded beside them. */
export type PrintedWords = LanguageWords & { readonly terms: Terms };

/** Languages with a table, by primary subtag (BCP 47). */
export const printedLanguages = [
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'he',
  'it',
  'nl',
  'pl',
  'pt',
  'ru',
  'uk',
  'zh',
] as const;
export type PrintedLanguage = (typeof printedLanguages)[number];

const tables: Readonly<Record<PrintedLanguage, LanguageWords>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  he: hebrew,
  it: italian,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  ru: russian,
  uk: ukrainian,
  zh: chinese,
};

/** The words of the window, and of what is printed in no other language. */
export const englishWords: PrintedWords = { ...english, terms: doctrineTerms };

const primaryOf = (language: string): string => language.toLowerCase().split('-', 1)[0] ?? '';

/** The language in which a memo of `language` (BCP 47) is printed. */
export const printedLanguageOf = (language: string): PrintedLanguage =>
  printedLanguages.find((each) => each === primaryOf(language)) ?? 'en';

const inDoctrine = new Map(
  printedLanguages.map((each): [PrintedLanguage, PrintedWords] => [
    each,
    each === 'en' ? englishWords : { ...tables[each], terms: doctrineTerms },
  ]),
);

const wordsWith = (printedIn: PrintedLanguage, language: string, own: OwnTerms | undefined): PrintedWords => {
  if (own === undefined) return inDoctrine.get(printedIn) ?? englishWords;
  const words = tables[printedIn];
  const level = { ...words.judgement.level, ...own.confidence };
  return { ...words, judgement: { ...words.judgement, level }, terms: termsWith(own, language) };
};

/** The words of a document; in English where it records no language, as was the case for all earlier ones. */
export const wordsOf = ({
  printedIn = 'en',
  language = 'en',
  terms,
}: {
  readonly printedIn?: PrintedLanguage;
  readonly language?: string;
  readonly terms?: OwnTerms;
}): PrintedWords => wordsWith(printedIn, language, terms);

/** The words for what is printed in `language` now; `own` are a form's words for the doctrine's terms. */
export const wordsFor = (language: string, own?: OwnTerms): PrintedWords =>
  wordsWith(printedLanguageOf(language), language, own);

/** How the printed words of a document are tagged; null where they are in the language of all of it. */
export const printedTag = ({
  language,
  printedIn = 'en',
}: {
  readonly language: string;
  readonly printedIn?: PrintedLanguage;
}): string | null => (primaryOf(language) === printedIn ? null : tables[printedIn].tag);

/** "1 passage", "1,200 passages": a count with its noun. */
export const printCounted = (count: number, forms: CountForms, { tag }: PrintedWords): string => {
  const form = forms[new Intl.PluralRules(tag).select(count)] ?? forms.other;
  return form(new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).format(count));
};

/** `text` between the quotation marks of a language; marks that already surround all of it are used instead. */
export const inMarksOf = ({ sign: { opening, closing } }: PrintedWords, text: string): string =>
  opening === english.sign.opening && closing === english.sign.closing
    ? inQuotationMarks(text)
    : hasOwnMarks(text)
      ? text
      : `${opening}${text}${closing}`;

/** The words that lead a line, and what they lead: a colon of full width needs no space behind it. */
export const printLed = (lead: string, text: string): string =>
  lead === '' ? text : /[：。]$/u.test(lead) ? `${lead}${text}` : `${lead} ${text}`;
