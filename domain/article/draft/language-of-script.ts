/** The language of a text by its script or its signs, where one language alone is written so. */

const scripts: readonly { readonly language: string; readonly letters: RegExp }[] = [
  { language: 'ko', letters: /\p{Script=Hangul}/gu },
  { language: 'el', letters: /\p{Script=Greek}/gu },
  { language: 'th', letters: /\p{Script=Thai}/gu },
  { language: 'ka', letters: /\p{Script=Georgian}/gu },
  { language: 'hy', letters: /\p{Script=Armenian}/gu },
];

/** Vietnamese is written in Latin letters, a fifth of which have diacritics that no other language uses. */
const VIETNAMESE = /[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;
const MIN_VIETNAMESE_SHARE = 0.08;

const MIN_LETTERS = 100;
/** Of all letters, those of the script. */
const MIN_SCRIPT_SHARE = 0.8;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language of `text` as a BCP 47 tag; null where it is short, mixed, or in a script that languages share. */
export const languageOfScript = (text: string): string | null => {
  const letters = count(text, /\p{L}/gu);
  if (letters < MIN_LETTERS) return null;
  const isMost = (share: number): boolean => share >= letters * MIN_SCRIPT_SHARE;
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(text, /\p{Script=Han}/gu);
  // Japanese can't be written without kana, and Chinese has none.
  if (isMost(kana + han)) {
    if (kana > letters * 0.1) return 'ja';
    return kana === 0 ? 'zh' : null;
  }
  if (count(text.normalize('NFC'), VIETNAMESE) > letters * MIN_VIETNAMESE_SHARE) return 'vi';
  return scripts.find(({ letters: pattern }) => isMost(count(text, pattern)))?.language ?? null;
};
