/**
 * The date of an event in the language of a memo. In English it is printed as in the window; the other languages
 * state the same in their own words, and need not be parsed again.
 */
import {
  datesIn,
  type Edtf,
  type EdtfDate,
  type EdtfPart,
  edtfOf,
  type OpenEdge,
} from '../../../dates/when/edtf.ts';
import { thirdOf } from '../../../dates/when/print-when.ts';
import { type EventWords, englishEventWords } from '../../../event/print-event-date.ts';
import { type PrintedLanguage, type PrintedWords, printedLanguageOf, wordsFor } from '../printed-words.ts';
import {
  arabicWhen,
  chineseWhen,
  hebrewWhen,
  polishWhen,
  russianWhen,
  ukrainianWhen,
} from './further-words.ts';
import {
  dutchWhen,
  frenchWhen,
  germanWhen,
  italianWhen,
  portugueseWhen,
  spanishWhen,
} from './western-words.ts';
import type { SaidDate, WhenWords } from './when-words.ts';

const tables: Readonly<Record<Exclude<PrintedLanguage, 'en'>, WhenWords>> = {
  ar: arabicWhen,
  de: germanWhen,
  es: spanishWhen,
  fr: frenchWhen,
  he: hebrewWhen,
  it: italianWhen,
  nl: dutchWhen,
  pl: polishWhen,
  pt: portugueseWhen,
  ru: russianWhen,
  uk: ukrainianWhen,
  zh: chineseWhen,
};

/** The words for dates, and those for everything else. */
type Language = { readonly when: WhenWords; readonly words: PrintedWords };

const yearOf = ({ when }: Language, year: number): string =>
  year > 0 ? when.year(String(year)) : when.beforeChrist(1 - year);

const unbent = (text: string, isDay = false): SaidDate => ({ alone: text, bent: text, isDay });

const monthOf = (language: Language, year: number, month: number): SaidDate => {
  const { when, words } = language;
  const bent = words.date.months[month - 1] ?? '';
  const said = yearOf(language, year);
  return {
    alone: when.month(when.months?.[month - 1] ?? bent, said),
    bent: when.month(bent, said),
    isDay: false,
  };
};

const seasonOf = (language: Language, year: number, season: number): SaidDate => {
  const { when } = language;
  const at = season - 21;
  const said = yearOf(language, year);
  const alone = when.season(when.seasons[at] ?? '', said);
  const bent = when.bentSeasons?.[at];
  return { alone, bent: bent === undefined ? alone : when.season(bent, said), isDay: false };
};

const dayOf = (language: Language, { year, month, day }: EdtfDate): SaidDate => {
  const { words } = language;
  if (month === null || day === null) return unbent('');
  if (year > 0) return unbent(words.date.day(day, words.date.months[month - 1] ?? '', year), true);
  // A year before Christ is not a plain number that can follow a month.
  const { bent } = monthOf(language, year, month);
  return unbent(`${day} ${bent}`, true);
};

/** Without what is said of its certainty. */
const bareDate = (language: Language, date: EdtfDate): SaidDate => {
  const { when } = language;
  const { kind, year, month, day, season, openDigits } = date;
  if (openDigits === 1) return unbent(when.decade(year));
  if (openDigits === 2) return unbent(when.yearFrom(year, year + 99));
  if (season !== null) return seasonOf(language, year, season);
  if (kind === 'year') return unbent(yearOf(language, year));
  if (month === null) {
    const within = unbent(yearOf(language, year));
    return unbent(kind === 'day' ? when.dayIn(within) : when.monthIn(within));
  }
  if (kind === 'month') return monthOf(language, year, month);
  return day === null ? unbent(when.dayIn(monthOf(language, year, month))) : dayOf(language, date);
};

const said = (language: Language, date: EdtfDate): SaidDate => {
  const bare = bareDate(language, date);
  const { about, perhaps } = language.when;
  switch (date.qualifier) {
    case 'none':
      return bare;
    case 'approximate':
      return unbent(about(bare));
    case 'uncertain':
      return unbent(perhaps(bare));
    case 'both':
      return unbent(perhaps(unbent(about(bare))));
  }
};

const isDate = (edge: EdtfDate | OpenEdge): edge is EdtfDate => typeof edge === 'object';
const isPlainDay = ({ kind, qualifier, month, day, year }: EdtfDate): boolean =>
  kind === 'day' && qualifier === 'none' && month !== null && day !== null && year > 0;

const fromTo = (language: Language, from: EdtfDate, to: EdtfDate): string => {
  const { date } = language.words;
  const [first, last] = [said(language, from).alone, said(language, to).alone];
  if (!isPlainDay(from) || !isPlainDay(to) || from.year !== to.year) return date.between(first, last);
  const month = date.months[(from.month ?? 1) - 1] ?? '';
  return from.month === to.month
    ? date.withinMonth(from.day ?? 1, to.day ?? 1, month, from.year)
    : date.withinYear(from.day ?? 1, month, last);
};

const betweenDates = (language: Language, from: EdtfDate, to: EdtfDate): string => {
  const third = thirdOf(from, to);
  if (third === null) return fromTo(language, from, to);
  const { month } = third;
  const { year } = from;
  const period = month === null ? unbent(yearOf(language, year)) : monthOf(language, year, month);
  return language.when[third.third](period, month !== null);
};

const spanIn = (language: Language, { from, to }: Extract<Edtf, { kind: 'span' }>): string => {
  const { when } = language;
  if (isDate(from) && isDate(to)) return betweenDates(language, from, to);
  if (isDate(from)) return when[to === 'open' ? 'since' : 'toUnknown'](said(language, from));
  return isDate(to) ? when[from === 'open' ? 'until' : 'fromUnknown'](said(language, to)) : when.undated;
};

const partIn = (language: Language, { from, to }: EdtfPart): string => {
  const { when } = language;
  if (from === null && to === null) return when.undated;
  if (from === null) return when.by(said(language, to as EdtfDate));
  if (to === null) return when.notBefore(said(language, from));
  return from === to ? said(language, from).alone : when.between(said(language, from), said(language, to));
};

const whenIn = (language: Language, text: string): string => {
  const edtf = edtfOf(text);
  switch (edtf.kind) {
    case 'date':
      return said(language, edtf.date).alone;
    case 'span':
      return spanIn(language, edtf);
    case 'one-of':
      return datesIn(edtf).length === 0
        ? language.when.undated
        : edtf.parts.map((part) => partIn(language, part)).join(language.when.or);
  }
};

/** The words of a chronology in a memo of `language` (BCP 47), in English where there is no table for it. */
export const chronologyWords = (language: string): WhenWords['chronology'] => {
  const known = printedLanguageOf(language);
  return known === 'en'
    ? { heading: 'Chronology', when: 'When', what: 'What happened', concerned: 'Concerned' }
    : tables[known].chronology;
};

/** The words for the date of an event in a memo of `language` (BCP 47). */
export const eventWordsFor = (language: string): EventWords => {
  const known = printedLanguageOf(language);
  if (known === 'en') return englishEventWords;
  const when = tables[known];
  const words = wordsFor(language);
  return {
    when: (date) => whenIn({ when, words }, date),
    inferred: when.inferred,
    alsoGiven: (dates) => when.alsoGiven(dates.join(when.or)),
    semicolon: words.sign.semicolon,
    bracketed: words.sign.bracketed,
  };
};
