import { hasRightToLeftLetter, isRightToLeftLanguage } from '../../text/right-to-left.ts';
import type { Direction } from '../memo-document.ts';

const firstStrong = /[\p{L}]/u;
const letters = /\p{L}/gu;

/** Whether most letters of a text are of a script that is written from right to left. */
const isMostlyRightToLeft = (text: string): boolean => {
  const found = text.match(letters) ?? [];
  return found.filter(hasRightToLeftLetter).length > found.length / 2;
};

/**
 * The base direction of `text`: that of its language, otherwise that of its first letter (Unicode UAX 9, rule P2).
 * A text mostly in right-to-left letters is right-to-left whatever its stated language, since many pages state a
 * wrong one.
 */
export const textDirection = (text: string, language: string | null): Direction => {
  if (language !== null) {
    const isRightToLeft = isRightToLeftLanguage(language) || isMostlyRightToLeft(text);
    return isRightToLeft ? 'rtl' : 'ltr';
  }
  return hasRightToLeftLetter(firstStrong.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
};
