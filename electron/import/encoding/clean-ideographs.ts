/**
 * Whether a decoded text in a Chinese, Japanese or Korean encoding is clean: those encodings keep the usual characters
 * apart from the rare ones, and each language writes with its own.
 */
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import type { CleanReading } from './clean-reading.ts';

type EastAsian = {
  /** The first bytes of the usual ideographs. */
  readonly usual: readonly [from: number, to: number];
  readonly language: 'zh' | 'ja' | 'ko';
};

const encodings: Partial<Readonly<Record<TextEncoding, EastAsian>>> = {
  gb18030: { usual: [0xb0, 0xd7], language: 'zh' },
  big5: { usual: [0xa4, 0xc6], language: 'zh' },
  shift_jis: { usual: [0x88, 0x97], language: 'ja' },
  'euc-jp': { usual: [0xb0, 0xcf], language: 'ja' },
  'euc-kr': { usual: [0xb0, 0xc8], language: 'ko' },
};

/** Without punctuation, which all of them share. */
const neverIn = {
  zh: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
  ja: /\p{Script=Hangul}/u,
  ko: /[\p{Script=Hiragana}\p{Script=Katakana}\u3131-\u318E]/u,
} as const;
const HANGUL = /\p{Script=Hangul}/gu;

const NEVER =
  /[\p{Co}\p{Cn}\uFF61-\uFF9F]|(?![\u3000-\u303F\uFF00-\uFFEF\u00B7\u30FB\u30FC“”‘’…—])[^\p{ASCII}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const IDEOGRAPH = /\p{Script=Han}/gu;
/** The least share of usual characters. */
const MIN_USUAL = 0.8;
/** The largest share of ideographs in a Korean text. */
const MAX_HANJA = 0.2;
/** A Japanese text of more ideographs has kana. */
const MAX_WITHOUT_KANA = 4;
/** Ideographs are written without spaces. */
const SPACED = /\p{Script=Han} \p{Script=Han}/u;

/** As frequent as words. */
const frequent = {
  zh: /[的了在是不我有他这這为為们們个個和一也就说說没沒会會与與于]/gu,
  ja: KANA,
  ko: /[이가은는을를의에다고하지한로도인사기]/gu,
} as const;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The first bytes of the double-byte characters of `bytes`. */
const firstBytes = (bytes: Uint8Array): readonly number[] => {
  const found: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x80) continue;
    found.push(byte);
    at += 1;
  }
  return found;
};

/** Kana and punctuation are before the ideographs, in all of these encodings but for those of Hangul. */
const usualShare = (bytes: Uint8Array, { usual: [from, to], language }: EastAsian): number => {
  const first = firstBytes(bytes).filter((byte) =>
    language === 'ko' || language === 'zh' ? byte >= 0xa4 : byte >= 0x88,
  );
  const usual = first.filter(
    (byte) => (byte >= from && byte <= to) || (language === 'ja' && byte < 0xb0 && from === 0xb0),
  );
  return first.length === 0 ? 0 : usual.length / first.length;
};

const isOwnWriting = (text: string, language: EastAsian['language']): boolean => {
  const ideographs = countOf(text, IDEOGRAPH);
  if (language === 'ko') return ideographs <= countOf(text, HANGUL) * MAX_HANJA;
  if (language === 'ja') return countOf(text, KANA) > 0 || ideographs <= MAX_WITHOUT_KANA;
  return !SPACED.test(text);
};

/** How clean `text` is, which `bytes` are in `encoding`; null if it is not, or no East Asian encoding. */
export const readIdeographs = (
  bytes: Uint8Array,
  encoding: TextEncoding,
  text: string,
): CleanReading | null => {
  const east = encodings[encoding];
  if (east === undefined || NEVER.test(text) || neverIn[east.language].test(text)) return null;
  if (!isOwnWriting(text, east.language) || usualShare(bytes, east) < MIN_USUAL) return null;
  return { known: countOf(text, frequent[east.language]), isOwn: true };
};
