/**
 * The language of a text, only where it can hardly be another: by a script that one language alone is written in,
 * or by little words that hardly occur in its neighbours (Spanish by "los" and "y", not by "de" and "que", which
 * Portuguese and Galician share). Everything else is left to the analyst: a wrong language hyphenates a quotation
 * wrongly, a missing one does not.
 */

const scripts: readonly { readonly language: string; readonly letters: RegExp }[] = [
  { language: 'ko', letters: /\p{Script=Hangul}/gu },
  { language: 'el', letters: /\p{Script=Greek}/gu },
  { language: 'th', letters: /\p{Script=Thai}/gu },
  { language: 'ka', letters: /\p{Script=Georgian}/gu },
  { language: 'hy', letters: /\p{Script=Armenian}/gu },
];

const littleWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to that with was for is it as on said from by has have which'.split(' ')),
  de: new Set('der die und den das ist nicht mit von ein eine dem auf sich des zu auch im'.split(' ')),
  fr: new Set('le les des et est dans pour une qui du au sur pas plus par ce cette ont'.split(' ')),
  es: new Set('el y los las del una es lo al pero más su ha sus fue está como sobre'.split(' ')),
  it: new Set('il di che è e della del per una non gli nel si sono alla dei delle più'.split(' ')),
};

/** What is looked at; a text does not change its language behind it. */
const SAMPLE_LENGTH = 20_000;
const MIN_LETTERS = 100;
const MIN_WORDS = 40;
/** Of all letters, those of the script. */
const MIN_SCRIPT_SHARE = 0.8;
/** Of all words, the little ones of the language: about a quarter in running text. */
const MIN_WORD_SHARE = 0.15;
/** How much more often than those of the next language. */
const MIN_LEAD = 4;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const byScript = (text: string): string | null => {
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
  return scripts.find(({ letters: pattern }) => isMost(count(text, pattern)))?.language ?? null;
};

const byLittleWords = (text: string): string | null => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const isLatin = count(text, /\p{Script=Latin}/gu) >= count(text, /\p{L}/gu) * MIN_SCRIPT_SHARE;
  if (!isLatin || words.length < MIN_WORDS) return null;
  const [first, second] = Object.entries(littleWords)
    .map(([language, little]) => ({ language, hits: words.filter((word) => little.has(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  if (first === undefined || first.hits < words.length * MIN_WORD_SHARE) return null;
  return first.hits >= (second?.hits ?? 0) * MIN_LEAD ? first.language : null;
};

/** The language of `text` as a BCP 47 tag, null where it is short, mixed, or may be taken for another. */
export const detectLanguage = (text: string): string | null => {
  const sample = text.slice(0, SAMPLE_LENGTH);
  return byScript(sample) ?? byLittleWords(sample);
};
