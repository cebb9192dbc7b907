import type { Direction } from '../memo-document.ts';

/** Languages that are written from right to left, by primary subtag (BCP 47). */
const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);
const rightToLeftScript = /-(?:arab|aran|hebr|nkoo|syrc|thaa)(?:-|$)/i;
const firstStrong = /[\p{L}]/u;
const letters = /\p{L}/gu;
const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether most letters of a text are of a script that is written from right to left. */
const isMostlyRightToLeft = (text: string): boolean => {
  const found = text.match(letters) ?? [];
  return found.filter((letter) => rightToLeftLetter.test(letter)).length > found.length / 2;
};

/**
 * The base direction of `text`: that of its language, else that of its first letter (Unicode UAX 9, rule P2). A text
 * mostly in letters that are written from right to left is so whatever its language is said to be: many pages name one
 * that they are not in.
 */
export const textDirection = (text: string, language: string | null): Direction => {
  if (language !== null) {
    const primary = language.toLowerCase().split('-')[0] ?? '';
    const isRightToLeft =
      rightToLeft.has(primary) || rightToLeftScript.test(language) || isMostlyRightToLeft(text);
    return isRightToLeft ? 'rtl' : 'ltr';
  }
  const letter = firstStrong.exec(text)?.[0] ?? '';
  return rightToLeftLetter.test(letter) ? 'rtl' : 'ltr';
};
