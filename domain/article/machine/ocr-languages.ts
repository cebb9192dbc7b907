/** The languages that OCR reads: two that ship with the app, others by a file of Tesseract that the analyst adds. */
import { z } from 'zod';

/** The name of a language as in Tesseract's file names: `eng`, `chi_sim`, `deu_latf`. */
export const ocrLanguageSchema = z.string().regex(/^[a-z]{3}(?:_[a-z]{2,10})?$/);
export type OcrLanguage = z.infer<typeof ocrLanguageSchema>;

export const shippedOcrLanguages = ['eng', 'deu'] as const satisfies readonly OcrLanguage[];

export const isShippedOcrLanguage = (language: OcrLanguage): boolean =>
  shippedOcrLanguages.some((shipped) => shipped === language);

/** A language whose file is on this machine; `bytes` is the file's size, gzipped. */
export type AddedOcrLanguage = { readonly language: OcrLanguage; readonly bytes: number };

/** ISO 639-2/T of the languages of ISO 639-1 for which Tesseract has data under such a name. */
const byLanguage: Readonly<Record<string, OcrLanguage>> = {
  af: 'afr',
  ar: 'ara',
  az: 'aze',
  be: 'bel',
  bg: 'bul',
  bn: 'ben',
  bs: 'bos',
  ca: 'cat',
  cs: 'ces',
  cy: 'cym',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  eo: 'epo',
  es: 'spa',
  et: 'est',
  eu: 'eus',
  fa: 'fas',
  fi: 'fin',
  fr: 'fra',
  ga: 'gle',
  gl: 'glg',
  he: 'heb',
  hi: 'hin',
  hr: 'hrv',
  hu: 'hun',
  hy: 'hye',
  id: 'ind',
  is: 'isl',
  it: 'ita',
  ja: 'jpn',
  ka: 'kat',
  kk: 'kaz',
  ko: 'kor',
  la: 'lat',
  lt: 'lit',
  lv: 'lav',
  mk: 'mkd',
  ms: 'msa',
  nb: 'nor',
  nl: 'nld',
  nn: 'nor',
  no: 'nor',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sk: 'slk',
  sl: 'slv',
  sq: 'sqi',
  sr: 'srp',
  sv: 'swe',
  sw: 'swa',
  ta: 'tam',
  th: 'tha',
  tr: 'tur',
  uk: 'ukr',
  ur: 'urd',
  uz: 'uzb',
  vi: 'vie',
  yi: 'yid',
  zh: 'chi_sim',
};

/** The language of OCR for a text in the language `tag` (BCP 47); null where none is known for it. */
export const ocrLanguageOf = (tag: string | null): OcrLanguage | null => {
  const [language = '', ...rest] = (tag ?? '').toLowerCase().split('-');
  if (language === 'zh' && rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part))) return 'chi_tra';
  return byLanguage[language] ?? null;
};

const tags = new Map(Object.entries(byLanguage).map(([tag, name]) => [name, tag]));

/** A language as it is named in English, and by its file where that names a script or form: "German (deu_latf)". */
export const printOcrLanguage = (language: OcrLanguage): string => {
  const [base = language] = language.split('_');
  const tag = tags.get(language) ?? tags.get(base) ?? base;
  const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(tag) ?? language;
  return tags.has(language) ? name : `${name} (${language})`;
};

/** The language that is offered first: that of the text where its data are installed, otherwise English. */
export const offeredOcrLanguage = (tag: string | null, available: readonly OcrLanguage[]): OcrLanguage => {
  const wanted = ocrLanguageOf(tag);
  return wanted !== null && available.includes(wanted) ? wanted : 'eng';
};

/**
 * The language that a file of Tesseract holds, by its name `fra.traineddata` or `fra.traineddata.gz`; null for another.
 */
export const ocrLanguageOfFile = (fileName: string): OcrLanguage | null => {
  const [, name] = /^(.+)\.traineddata(?:\.gz)?$/i.exec(fileName) ?? [];
  return ocrLanguageSchema.safeParse(name?.toLowerCase()).data ?? null;
};

/**
 * The head of a file of Tesseract's language data, in little-endian numbers: how many parts there may be, then where
 * each begins, −1 for one that it lacks (tesseract-ocr/tesseract `src/ccutil/tessdatamanager.cpp`).
 */

/** The place in the table of the network that reads lines, `TESSDATA_LSTM`; the engine here reads with no other. */
const LSTM = 17;
/** Tesseract names 24 parts (`TESSDATA_NUM_ENTRIES`); files of its newer versions may have some more. */
const MOST_PARTS = 64;
const ABSENT = -1n;

/**
 * Why bytes are no language data that can be used: something else or cut short, or made for the engine of Tesseract 3.
 */
export type LanguageDataFault = 'not-language-data' | 'no-network';

/** Whether a part begins within the file and behind the table. */
const isWithin = (offset: bigint, head: number, length: number): boolean =>
  offset === ABSENT || (offset >= BigInt(head) && offset < BigInt(length));

/** What is wrong with the bytes of a `.traineddata`, as far as its table shows; null where nothing is. */
export const languageDataFault = (bytes: Uint8Array): LanguageDataFault | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < 4 ? 0 : view.getInt32(0, true);
  const head = 4 + 8 * count;
  if (count < 1 || count > MOST_PARTS || bytes.length < head) return 'not-language-data';
  const offsets = Array.from({ length: count }, (_, part) => view.getBigInt64(4 + 8 * part, true));
  if (!offsets.every((offset) => isWithin(offset, head, bytes.length))) return 'not-language-data';
  return (offsets[LSTM] ?? ABSENT) === ABSENT ? 'no-network' : null;
};
