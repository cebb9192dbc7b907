/**
 * Returns the part of a word, number or character that is beyond an edge of a range: the `4` of `34` after `rose
 * to 3`, the `-` before `3`, the `ed` of `wanted`, the accent of a decomposed `é`, the ` per cent` after `5`. Word
 * boundaries follow Unicode UAX 29 as far as joiners go; scripts without spaces between words are cut between
 * characters, and their numerals are numbers.
 */

import { snapToGraphemes } from '../text/grapheme-boundaries.ts';
import { foldedTypography } from './folded-typography.ts';
import { endsInQuantity, unitAfter, unitBefore } from './quantity-words.ts';

/** As much of the text is looked at on either side of an edge, in UTF-16 units. */
export const EDGE_REACH = 32;

const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const letter = `(?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}\\p{Pc}\\u00ad\\u200b-\\u200d\\u2060])`;
const numeral = '[〇零一二三四五六七八九十百千万萬億亿兆\\p{Nd}]';
const joiner = "[-'’‘ʼ·.‐‑@]";
const separator = "[-.,:/'’٫٬‐–−\\u00a0\\u2009\\u202f ]";

/**
 * Whether the text on both sides of the edge, `before` and `after`, is one token, and how much of `after` belongs
 * to it.
 */
const gluedAfter: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [new RegExp(`${letter}$`, 'u'), new RegExp(`^${letter}+`, 'u')],
  [new RegExp(`${numeral}$`, 'u'), new RegExp(`^${numeral}+`, 'u')],
  // A number before a character of a script without spaces is a quantity of it: 3人 and 3万 are not the same.
  [/\p{Nd}$/u, new RegExp(`^${unspaced}`, 'u')],
  [new RegExp(`${letter}$`, 'u'), new RegExp(`^${joiner}(?=${letter})`, 'u')],
  [new RegExp(`${letter}${joiner}$`, 'u'), new RegExp(`^${letter}+`, 'u')],
  [/\p{Nd}$/u, /^(?:[-.,:/'’٫٬‐–−](?=\p{Nd})|[\u00a0\u2009\u202f ]\p{Nd}{3}(?!\p{Nd}))/u],
  [new RegExp(`\\p{Nd}${separator}$`, 'u'), /^\p{Nd}+/u],
];
const gluedBefore: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [new RegExp(`${letter}+$`, 'u'), new RegExp(`^${letter}`, 'u')],
  [new RegExp(`${numeral}+$`, 'u'), new RegExp(`^${numeral}`, 'u')],
  [new RegExp(`(?<=${letter})${joiner}$`, 'u'), new RegExp(`^${letter}`, 'u')],
  [new RegExp(`${letter}+$`, 'u'), new RegExp(`^${joiner}${letter}`, 'u')],
  [/(?:(?<=\p{Nd})[-.,:/'’٫٬‐–−]|(?<!\p{Nd})\p{Nd}{1,3}[\u00a0\u2009\u202f ])$/u, /^\p{Nd}/u],
  [/\p{Nd}+$/u, new RegExp(`^${separator}\\p{Nd}`, 'u')],
  // A sign by itself before a number; after a letter or digit it is a hyphen, which is matched above.
  [new RegExp(`(?<!${letter})[-+±~<>≤≥−–.,]$`, 'u'), /^\p{Nd}/u],
  [new RegExp(`(?<!${letter})[-+±~<>≤≥−–]$`, 'u'), /^[.,$€£¥]\p{Nd}/u],
];

/** The end of the token that contains the text before `at`; `at` itself where it ends there. Units do not count. */
export const tokenEnd = (text: string, at: number): number => {
  if (at === 0) return at;
  const limit = Math.min(text.length, at + EDGE_REACH);
  let { end } = snapToGraphemes(text, { start: at, end: at });
  for (let grown = true; grown && end < limit; ) {
    const before = text.slice(Math.max(0, end - 4), end);
    const after = text.slice(end, limit);
    const more = gluedAfter.find(([left, right]) => left.test(before) && right.test(after));
    const taken = more?.[1].exec(after)?.[0].length ?? 0;
    grown = taken > 0;
    end += taken;
  }
  return end;
};

/** The start of the token that contains the text at `at`; `at` itself where it begins there. Units do not count. */
export const tokenStart = (text: string, at: number): number => {
  if (at >= text.length) return at;
  const limit = Math.max(0, at - EDGE_REACH);
  let { start } = snapToGraphemes(text, { start: at, end: at });
  for (let grown = true; grown && start > limit; ) {
    const before = text.slice(limit, start);
    const after = text.slice(start, start + 4);
    const more = gluedBefore.find(([left, right]) => left.test(before) && right.test(after));
    const taken = more?.[0].exec(before)?.[0].length ?? 0;
    grown = taken > 0;
    start -= taken;
  }
  return start;
};

/** The text after `end` that belongs to the token or number at the end of a range; typography folded. */
export const restAfter = (text: string, end: number): string => {
  const tokenEndsAt = tokenEnd(text, end);
  let rest = foldedTypography(text.slice(end, tokenEndsAt));
  let read = foldedTypography(text.slice(Math.max(0, tokenEndsAt - EDGE_REACH), tokenEndsAt));
  let ahead = foldedTypography(text.slice(tokenEndsAt, tokenEndsAt + EDGE_REACH));
  // A magnitude may be followed by a unit: 3 million dollars.
  for (let units = 0; units < 2 && endsInQuantity.test(read); units += 1) {
    const unit = unitAfter.exec(ahead)?.[0] ?? '';
    rest += unit;
    read += unit;
    ahead = ahead.slice(unit.length);
  }
  return rest;
};

/** The text before `start` that belongs to the token or number at the beginning of a range; typography folded. */
export const restBefore = (text: string, start: number): string => {
  const tokenStartsAt = tokenStart(text, start);
  const rest = foldedTypography(text.slice(tokenStartsAt, start));
  if (!/^[-+±−–]?[.,]?\p{N}/u.test(text.slice(tokenStartsAt, tokenStartsAt + 3))) return rest;
  const before = foldedTypography(text.slice(Math.max(0, tokenStartsAt - EDGE_REACH), tokenStartsAt));
  return (unitBefore.exec(before)?.[0] ?? '') + rest;
};
