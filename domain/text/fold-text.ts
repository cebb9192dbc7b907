/**
 * Folding: what two spellings must share to be found by each other. Case and diacritics go, in every script;
 * vowel signs that are letters in their own right (Devanagari, Thai, kana) stay. Texts and queries pass through
 * the same function, so nothing here has to be reversible.
 */

/** Letters that Unicode does not decompose into a base and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ς: 'σ',
  ґ: 'г',
};
const unfolded = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Marks of the scripts in which a mark is a diacritic; the voiced-sound marks of kana make another letter. */
const diacritics =
  /(?![\u3099\u309a])(?=[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}])\p{Mn}/gu;

/** Soft hyphen, zero-width and direction marks, tatweel: they are not seen, so they are not searched. */
const unseen = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

export const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
};

/** `text` without case and diacritics: "Łódź" and "lodz" fold to the same, as do "ΑΘΉΝΑ" and "αθηνα". */
export const foldText = (text: string): string => {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(unseen, '')
    .replace(diacritics, '')
    .replace(unfolded, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
};

/** A name as it is compared: folded, white space as one space. Names that fold alike are one name. */
export const foldName = (name: string): string => foldText(name).trim().replace(/\s+/gu, ' ');
