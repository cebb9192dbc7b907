/** The dates in the words of a passage, offered for its event: found automatically, but set only by the analyst. */

import type { StatedDate } from '../../time.ts';
import { eventTimeOf } from '../date-span.ts';
import { type DayLanguage, dayWords } from '../day-words.ts';
import { printEventTimeAsIso } from '../event-date.ts';
import { findRelativeDates } from '../find-relative-dates.ts';
import { resolveDate } from '../resolve-date.ts';
import type { WhenContext } from './date-parts.ts';
import { type DateCertainty, type EdtfText, edtfSchema } from './edtf.ts';
import { publishedDay, readWhen } from './read-when.ts';

export type OfferedWhen = {
  /** As they stand in the text. */
  readonly words: string;
  readonly date: EdtfText;
  /** A date counted from the day of the article is inferred. */
  readonly certainty: DateCertainty;
};

/** What is known of the article that contains the words. */
export type WhenSource = {
  readonly publishedAt: StatedDate | null;
  readonly dateCertainty: 'stated' | 'inferred' | 'unknown';
  readonly language: string | null;
};

/** The longest that is looked for: "between 29 April and 3 May 2024". */
const MAX_WORDS = 7;
/** Of a passage of pages the beginning is looked through. */
const MAX_LENGTH = 3000;
const MOST = 6;

const isDayLanguage = (language: string): language is DayLanguage => Object.hasOwn(dayWords, language);

const languageOf = (language: string | null): DayLanguage | null => {
  const primary = language?.toLowerCase().split('-')[0] ?? '';
  return isDayLanguage(primary) ? primary : null;
};

/** Without the marks around it: a full stop behind a number may be of an ordinal, as in "4. März". */
const bare = (words: string): string =>
  words.replace(/^[^\p{L}\p{N}]+|(?!\.$)[^\p{L}\p{N}]+$/gu, '').replace(/(?<!\d)\.$/u, '');

/** A full stop ends the sentence where the phrase is a date without it: "on 4 March 2024." */
const readPhrase = (phrase: string, context: WhenContext, languages: readonly DayLanguage[]) =>
  readWhen(phrase, context, languages) ??
  (phrase.endsWith('.') ? readWhen(phrase.slice(0, -1), context, languages) : null);

/** A number alone is no date, but a year behind a word may be one: "in 2019". */
const mayBeDate = (phrase: string, isRelative: boolean): boolean =>
  isRelative ? !/\d/u.test(phrase) : /\d/u.test(phrase) && !/^\d{1,4}\.?$/u.test(phrase);

/** The date that a phrase is, in the language of its article or in English. */
const dateOf = (phrase: string, context: WhenContext, own: readonly DayLanguage[]): OfferedWhen | null => {
  const isRelative = !/\d/u.test(phrase);
  // English ones without a number are found by the tense of their sentence.
  const languages: readonly DayLanguage[] = isRelative ? own : [...own, 'en'];
  if (languages.length === 0 || !mayBeDate(phrase, isRelative)) return null;
  const date = readPhrase(phrase, context, languages);
  if (date === null) return null;
  // A year that neither the words nor the article say is a guess.
  const isGuess = context.published === null && !/\d{4}/u.test(phrase);
  return { words: phrase, date, certainty: isRelative || isGuess ? 'inferred' : 'stated' };
};

/** The dates written in the text, the longest first at each place. */
const writtenIn = (
  text: string,
  context: WhenContext,
  language: DayLanguage | null,
): readonly OfferedWhen[] => {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const own = language === null || language === 'en' ? [] : [language];
  const offers: OfferedWhen[] = [];
  let from = 0;
  while (from < words.length) {
    const counts = Array.from({ length: Math.min(MAX_WORDS, words.length - from) }, (_, at) => at + 1);
    const taken = counts.findLast((count) => {
      const offer = dateOf(bare(words.slice(from, from + count).join(' ')), context, own);
      if (offer !== null) offers.push(offer);
      return offer !== null;
    });
    from += taken ?? 1;
  }
  return offers;
};

const relativeIn = (text: string, source: WhenSource): readonly OfferedWhen[] =>
  findRelativeDates(text, source.language).flatMap((date) =>
    (resolveDate(date, source)?.candidates ?? []).flatMap((span): readonly OfferedWhen[] => {
      const iso = printEventTimeAsIso(eventTimeOf(span));
      const kept = edtfSchema.safeParse(date.isApproximate && !iso.includes('/') ? `${iso}~` : iso);
      const words = text.slice(date.start, date.end);
      return kept.success ? [{ words, date: kept.data, certainty: 'inferred' }] : [];
    }),
  );

/** The dates in a text, each once: those written out first, then those that count from the article. */
export const offerWhens = (
  whole: string,
  source: WhenSource,
  today: WhenContext['today'],
): readonly OfferedWhen[] => {
  const text = whole.slice(0, MAX_LENGTH);
  const context = { published: publishedDay(source.publishedAt), today };
  const offers = [...writtenIn(text, context, languageOf(source.language)), ...relativeIn(text, source)];
  return offers
    .filter(({ date }, at) => offers.findIndex((other) => other.date === date) === at)
    .slice(0, MOST);
};

/**
 * The dates around a passage that contains none: the dates of its paragraph, then the day of its article. The
 * passage does not state them, so they are inferred.
 */
export const offerNearby = (
  paragraph: string,
  source: WhenSource,
  today: WhenContext['today'],
): readonly OfferedWhen[] => {
  const found = offerWhens(paragraph, source, today).map(({ words, date }) => ({ words, date }));
  const day = edtfSchema.safeParse(source.publishedAt?.slice(0, 10));
  const published = day.success ? [{ words: day.data, date: day.data }] : [];
  return [...found, ...published.filter(({ date }) => found.every((other) => other.date !== date))].map(
    (offer) => ({ ...offer, certainty: 'inferred' }),
  );
};
