/**
 * Superscript and subscript as plain text. The canonical text preserves the meaning: a quotation of "10 to the
 * 6th" is `10⁶` in every copy of it, never `106`. Unicode's own characters are used where they exist for all of
 * it; otherwise `^` or `_` precedes it, with brackets where it is longer than one character.
 */

const SUPERSCRIPT = new Map(
  [...'0123456789+-−=()ni'].map((plain, at) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'][at] ?? plain]),
);
const SUBSCRIPT = new Map(
  [...'0123456789+-−=()'].map((plain, at) => [plain, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][at] ?? plain]),
);

/** Signs that stand high by themselves. */
const HIGH_SIGNS = /^(?:[®©™℠†‡§*ªº°′″]+)$/u;

/** Endings of ordinal numbers: set high by custom, and read as they are. A letter alone may be an exponent. */
const ORDINALS = /^(?:st|nd|rd|th|er|ers|re|res|ère|es|ème|eme|nd|nde|os|as)$/iu;
const ORDINAL_LETTERS: Readonly<Record<string, string>> = { a: 'ª', e: 'ᵉ', o: 'º' };
const ORDINAL_NUMBER = /(?:\d|(?<!\p{L})[IVXLC]+)$/u;
const TRADE_SIGNS: Readonly<Record<string, string>> = { tm: '™', sm: '℠', r: '®' };

export type RaisedText = {
  readonly text: string;
  /** Whether its characters are raised or lowered by themselves, so that no mark is needed. */
  readonly isInItself: boolean;
};

const translate = (text: string, characters: ReadonlyMap<string, string>): string | null => {
  const translated = [...text].map((character) => characters.get(character));
  return translated.includes(undefined) ? null : translated.join('');
};

const written = (sign: '^' | '_', text: string): RaisedText => ({
  text: [...text].length === 1 ? `${sign}${text}` : `${sign}(${text})`,
  isInItself: false,
});

/** `text`, which a page sets high after `before`, as plain text. */
const superscript = (text: string, before: string): RaisedText => {
  if (HIGH_SIGNS.test(text)) return { text, isInItself: true };
  const inItself = translate(text, SUPERSCRIPT);
  if (inItself !== null) return { text: inItself, isInItself: true };
  const isOrdinal = ORDINAL_NUMBER.test(before);
  if (isOrdinal && ORDINALS.test(text)) return { text, isInItself: false };
  const signs = isOrdinal ? ORDINAL_LETTERS : TRADE_SIGNS;
  const sign = isOrdinal || /\p{L}$/u.test(before) ? signs[text.toLowerCase()] : undefined;
  return sign === undefined ? written('^', text) : { text: sign, isInItself: true };
};

/** `text`, which a page sets high or low after `before`, as plain text. White space alone is neither. */
export const raiseText = (text: string, mark: 'superscript' | 'subscript', before: string): RaisedText => {
  if (text.trim() === '') return { text, isInItself: true };
  if (mark === 'superscript') return superscript(text, before);
  const inItself = translate(text, SUBSCRIPT);
  return inItself === null ? written('_', text) : { text: inItself, isInItself: true };
};
