/**
 * Whether a place in a text is inside something that must not be cut: a grapheme, a number with its sign,
 * currency, unit and order of magnitude, or a word. Scripts that put no spaces between words are not judged: only
 * a dictionary knows their words, and Korean quotes a word without its particle.
 */
import { isGraphemeBoundary } from '../../text/grapheme-boundaries.ts';
import type { TextRange } from '../../text/selector.ts';
import type { QuoteFault } from './quote-fault.ts';

type CutFault = Extract<QuoteFault, { readonly shown: string }>;

/** Enough text around a place to hold any word or number. */
const REACH = 80;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

const letters = '[\\p{L}\\p{N}\\p{M}\\u00AD\\u200C\\u200D]+';
/** A form elided before a vowel, in French and Italian, is a separate word: l’Iran. */
const elided = '(?<![\\p{L}\\p{M}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dall|dell|nell|sull)';
/** A full stop between two initials: U.S. */
const initials = '(?<=(?<![\\p{L}\\p{M}])\\p{L})\\.(?=\\p{L}(?![\\p{L}\\p{M}]))';

/** Letters and digits, joined by apostrophes, hyphens, and the full stops of initials. */
const word = new RegExp(
  `${letters}(?:(?:(?<!${elided})['’]|[\\u2010\\u2011-]|${initials})${letters})*`,
  'giu',
);

/**
 * Words that belong to the number before them, as patterns: “2” cut from “2 million” is another number. English,
 * German, French, Spanish and Polish together, since a number reads the same in a text of any of them.
 */
const ordersOfMagnitude: readonly string[] = [
  'hundred',
  'thousand',
  'million',
  'billion',
  'trillion',
  'bn',
  'tn',
  'per ?cent',
  'percentage points?',
  'Tausend',
  'Million(?:en)?',
  'Milliarden?',
  'Billionen?',
  'Mio\\.?',
  'Mrd\\.?',
  'Prozent(?:punkte)?',
  'mille',
  'millions?',
  'milliards?',
  'pour cent',
  'mil',
  'mill[oó]n(?:es)?',
  'por ciento',
  'tysiąc(?:e|a)?',
  'tysięcy',
  'mili(?:on(?:y|ów|a)?|ard(?:y|ów|a)?)',
  'tys\\.',
  'mln',
  'mld',
  'proc(?:ent(?:a)?)?\\.?',
];

const magnitude = [...ordersOfMagnitude].toSorted((a, b) => b.length - a.length).join('|');
/** A sign counts where nothing is written against it from the left: the hyphen of F-16 does not. */
const number = new RegExp(
  [
    '(?:(?<![\\p{L}\\p{N}])[-\\u2212+±~≈<>≤≥])?',
    '(?:(?:US|A|C|NZ|HK)?\\p{Sc}\\s?)?',
    '(?:(?<!\\p{Nd})\\p{Nd}{1,3}(?:[ \\u00A0\\u202F\\u2009]\\p{Nd}{3}(?!\\p{Nd}))+|\\p{Nd}+)',
    "(?:[.,:/\\u2019'\\u2010-\\u2013-]\\p{Nd}+)*",
    `(?:[\\s\\u00A0\\u202F-]?(?:[%‰°]|\\p{Sc}|(?:${magnitude})(?!\\p{L})))*`,
  ].join(''),
  'giu',
);

const tokenAround = (pattern: RegExp, text: string, at: number): TextRange | null => {
  const from = Math.max(0, at - REACH);
  for (const { 0: token, index } of text.slice(from, at + REACH).matchAll(pattern)) {
    const start = from + index;
    if (start < at && at < start + token.length) return { start, end: start + token.length };
    if (start >= at) return null;
  }
  return null;
};

/** Longer numbers than this are none that a person reads. */
const NUMBER_REACH = 32;
const digit = /\p{Nd}/u;
const space = /\s/u;

const numberAround = (text: string, at: number): TextRange | null =>
  digit.test(text.slice(Math.max(0, at - NUMBER_REACH), at + NUMBER_REACH))
    ? tokenAround(number, text, at)
    : null;

const wordAround = (text: string, at: number): TextRange | null => {
  const sides = text.slice(at - 1, at + 1);
  return space.test(sides) || unspaced.test(sides) ? null : tokenAround(word, text, at);
};

type Found = { readonly kind: CutFault['kind']; readonly whole: TextRange };

const cutAt = (text: string, at: number): Found | null => {
  if (at <= 0 || at >= text.length) return null;
  if (!isGraphemeBoundary(text, at)) {
    return { kind: 'cut-inside-character', whole: { start: at - 1, end: at + 1 } };
  }
  const ofNumber = numberAround(text, at);
  if (ofNumber !== null) return { kind: 'cut-inside-number', whole: ofNumber };
  const ofWord = wordAround(text, at);
  return ofWord === null ? null : { kind: 'cut-inside-word', whole: ofWord };
};

/** The faults of cutting a quotation of `range` at its beginning and at its end. */
export const cutsOf = (text: string, range: TextRange): readonly CutFault[] =>
  [range.start, range.end].flatMap((at) => {
    const found = cutAt(text, at);
    if (found === null) return [];
    const { start, end } = found.whole;
    const shown = text.slice(Math.max(start, range.start), Math.min(end, range.end));
    return [{ kind: found.kind, shown, whole: text.slice(start, end) }];
  });
