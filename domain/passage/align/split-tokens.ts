import { foldedTypography } from '../typography/folded-typography.ts';

/** A word, a number's run of digits, or any other character that is seen. UTF-16. */
export type Token = { readonly start: number; readonly end: number; readonly key: string };

const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const token = new RegExp(`(?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200d\\u2060])+|\\S`, 'gu');

/** The tokens of `text` from `start` to `end`, in order; their keys are in folded typography. */
export const splitTokens = (text: string, start: number, end: number): readonly Token[] => {
  const tokens: Token[] = [];
  for (const { 0: found, index } of text.slice(start, end).matchAll(token)) {
    tokens.push({ start: start + index, end: start + index + found.length, key: foldedTypography(found) });
  }
  return tokens;
};
