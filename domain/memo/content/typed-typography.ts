/**
 * Replaces a straight quotation mark, two hyphens, three dots, or a space before certain signs as they are typed,
 * by the language of the text. Nothing is changed in an address, and nothing except what was just typed, with the
 * space or the signs right before it.
 */

/** What takes the place of the last `drop` letters (UTF-16), the sign that was typed among them. */
export type Typeset = { readonly drop: number; readonly text: string };

type Marks = { readonly double: readonly [string, string]; readonly single: readonly [string, string] };

const NARROW = '\u202F';
const FIXED = '\u00A0';

const english: Marks = { double: ['“', '”'], single: ['‘', '’'] };
const low: Marks = { double: ['„', '“'], single: ['‚', '‘'] };
const guillemets: Marks = { double: ['«', '»'], single: ['“', '”'] };

/** By the language alone; those that are not here have the marks of English. */
const byLanguage: Readonly<Record<string, Marks>> = {
  de: low,
  cs: low,
  sk: low,
  sl: low,
  bg: low,
  is: low,
  lt: low,
  pl: { double: ['„', '”'], single: ['‚', '’'] },
  ro: { double: ['„', '”'], single: ['«', '»'] },
  hu: { double: ['„', '”'], single: ['»', '«'] },
  ru: { double: ['«', '»'], single: ['„', '“'] },
  uk: { double: ['«', '»'], single: ['„', '“'] },
  be: { double: ['«', '»'], single: ['„', '“'] },
  fr: { double: [`«${NARROW}`, `${NARROW}»`], single: ['“', '”'] },
  es: guillemets,
  it: guillemets,
  pt: english,
  el: guillemets,
  sv: { double: ['”', '”'], single: ['’', '’'] },
  fi: { double: ['”', '”'], single: ['’', '’'] },
  da: { double: ['»', '«'], single: ['›', '‹'] },
  nb: { double: ['«', '»'], single: ['‘', '’'] },
  no: { double: ['«', '»'], single: ['‘', '’'] },
};

const swiss: Marks = { double: ['«', '»'], single: ['‹', '›'] };
const marksOf = (language: string): Marks => {
  const [main = '', region] = language.split('-');
  if (region === 'CH' && ['de', 'fr', 'it'].includes(main)) return swiss;
  return byLanguage[main.toLowerCase()] ?? english;
};

/** Where a word begins: at the start, and behind a space, a bracket, a dash or a mark that opens. */
const opensWord = /(?:^|[\s([{\u2012-\u2015/\uFFFC„«»‚‘“”"'-])$/u;
const opensStrictly = /(?:^|[\s([{\u2012-\u2015/-])$/u;
const inAddress = /(?:\w+:\/\/|www\.)\S*$/iu;
const letterBefore = /[\p{L}\p{N}]$/u;

/** How often `mark` stands in `text`. */
const countOf = (text: string, mark: string): number => text.split(mark).length - 1;

const quote = (before: string, [opening, closing]: readonly [string, string]): string => {
  const [open, close] = [opening.trim(), closing.trim()];
  const isOpen =
    open === close ? countOf(before, open) % 2 === 1 : countOf(before, open) > countOf(before, close);
  if (opensStrictly.test(before)) return opening;
  return opensWord.test(before) && !isOpen ? opening : closing;
};

/** Behind a letter it is an apostrophe, unless it closes what a single mark opened. */
const single = (before: string, marks: Marks['single']): string => {
  if (!letterBefore.test(before)) return quote(before, marks);
  const [opening, closing] = marks;
  const isOpen = opening !== closing && countOf(before, opening) > countOf(before, closing);
  return isOpen ? closing : '’';
};

const SPACED_FRENCH = /[;!?:]/u;

/** Replaces a space before certain signs with a no-break one. */
const space = (before: string, typed: string, language: string): Typeset | null => {
  if (!before.endsWith(' ')) return null;
  const isFrench = language === 'fr' || (language.startsWith('fr-') && !/-C[AH]$/u.test(language));
  if (isFrench && SPACED_FRENCH.test(typed) && /\S $/u.test(before))
    return { drop: 2, text: `${typed === ':' ? FIXED : NARROW}${typed}` };
  return /\p{N} $/u.test(before) && /[%‰€$£°]/u.test(typed) ? { drop: 2, text: `${FIXED}${typed}` } : null;
};

const dashesAndDots = (before: string, typed: string): Typeset | null => {
  if (typed === '-' && /[^-–—]-$/u.test(before) && !/[<!]-$/u.test(before)) return { drop: 2, text: '–' };
  if (typed === '-' && before.endsWith('–')) return { drop: 2, text: '—' };
  return typed === '.' && /(?:^|[^.])\.\.$/u.test(before) ? { drop: 3, text: '…' } : null;
};

/**
 * The replacement for `typed` (one letter) after `before`, the preceding text of its block; null where nothing is
 * replaced.
 * @param language BCP 47
 */
export const typeset = (before: string, typed: string, language: string): Typeset | null => {
  if (inAddress.test(before)) return null;
  const marks = marksOf(language);
  if (typed === '"') return { drop: 1, text: quote(before, marks.double) };
  if (typed === "'") return { drop: 1, text: single(before, marks.single) };
  return dashesAndDots(before, typed) ?? space(before, typed, language);
};
