/** Which letters and languages run from right to left, for the reader, the importers and the exports. */

/** The scripts (Unicode UAX 24) that do, each with its code (ISO 15924). */
const scripts = {
  adlm: 'Adlam',
  arab: 'Arabic',
  aran: 'Arabic',
  hebr: 'Hebrew',
  nkoo: 'Nko',
  rohg: 'Hanifi_Rohingya',
  syrc: 'Syriac',
  thaa: 'Thaana',
} as const;

/** Languages that are written so, by primary subtag (BCP 47). */
const languages = new Set([
  ...['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw'],
  ...['ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'],
]);

/** The letters of these scripts, for a class of a regular expression with the flag `u`. */
export const rightToLeftLetters = [...new Set(Object.values(scripts))]
  .map((script) => `\\p{Script=${script}}`)
  .join('');

const letter = new RegExp(`[${rightToLeftLetters}]`, 'u');
const script = new RegExp(`-(?:${Object.keys(scripts).join('|')})(?:-|$)`, 'i');

/** Whether `text` holds a letter that is written from right to left. */
export const hasRightToLeftLetter = (text: string): boolean => letter.test(text);

/** Whether a language (BCP 47) is written from right to left: by its subtag of script, or as it usually is. */
export const isRightToLeftLanguage = (language: string): boolean =>
  languages.has(language.toLowerCase().split('-')[0] ?? '') || script.test(language);
