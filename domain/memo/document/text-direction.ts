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
const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The base direction of `text`: that of its language, else that of its first letter (Unicode UAX 9, rule P2). */
export const textDirection = (text: string, language: string | null): Direction => {
  if (language !== null) {
    const primary = language.toLowerCase().split('-')[0] ?? '';
    return rightToLeft.has(primary) || rightToLeftScript.test(language) ? 'rtl' : 'ltr';
  }
  const letter = firstStrong.exec(text)?.[0] ?? '';
  return rightToLeftLetter.test(letter) ? 'rtl' : 'ltr';
};
