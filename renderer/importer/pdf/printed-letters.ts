/** Converts letters as drawn by a file to what a reader sees. */

/** Accents that old fonts draw before their letter, with the combining characters that Unicode puts after it. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u00A8': '\u0308',
  '\u00B4': '\u0301',
  '\u02C6': '\u0302',
  '\u02DC': '\u0303',
  '\u02C7': '\u030C',
  '\u02D8': '\u0306',
  '\u02DA': '\u030A',
  '\u02DD': '\u030B',
};
const DRAWN_APART = /([\u00A8\u00B4\u02C6\u02DC\u02C7\u02D8\u02DA\u02DD])\s?(\p{L})/gu;
const DOTLESS: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

/** `text` with separately drawn accents combined with their letters, if Unicode has the combination. */
export const composeAccents = (text: string): string =>
  text.replace(DRAWN_APART, (both, accent: string, letter: string) => {
    const composed = `${DOTLESS[letter] ?? letter}${ACCENTS[accent] ?? ''}`.normalize('NFC');
    return [...composed].length === 1 ? composed : both;
  });

/** Control characters and surrogates: not in real text, but in fonts without a character map. */
const UNKNOWN = /[\p{Cc}\p{Cs}]/gu;

/** `text` with U+FFFD for anything that is not a character. */
export const readable = (text: string): string => text.replace(UNKNOWN, '\uFFFD');
