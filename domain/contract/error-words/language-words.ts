/** The words for files of languages: spelling dictionaries, and data for OCR. */

import type { DictionaryFailure } from '../errors/common-errors.ts';
import type { OcrLanguageFailure } from '../ocr.ts';
import type { Entries, Entry } from './entry.ts';

type Reasons<Why extends string> = Readonly<Record<Why, { readonly is: string; readonly advice: string }>>;

/** The words for a file that was chosen and is not taken. */
const refusedFile =
  <Why extends string>(reasons: Reasons<Why>, kept: string) =>
  ({ file, why }: { readonly file: string; readonly why: Why }): Entry => ({
    happened: `“${file}” ${reasons[why].is}.`,
    kept,
    advice: reasons[why].advice,
  });

const dictionaryReasons: Reasons<DictionaryFailure> = {
  'no-pair': {
    is: 'is only half of a dictionary',
    advice: 'Choose the .dic and the .aff file together, or put them in one folder under the same name.',
  },
  'not-a-dictionary': {
    is: 'is not a spelling dictionary',
    advice: 'Choose a .bdic file, a .dic with its .aff, or an .oxt, .xpi or .zip that holds them.',
  },
  damaged: { is: 'is damaged', advice: 'Download the dictionary again, and add that.' },
  encoding: {
    is: 'is in an encoding that can’t be read',
    advice: 'Use a UTF-8 version of the dictionary.',
  },
  'complex-prefixes': {
    is: 'uses COMPLEXPREFIXES, which is not supported',
    advice: 'Choose another dictionary for the language.',
  },
  'too-large': {
    is: 'is too large for a dictionary',
    advice: 'Choose a smaller dictionary for the language.',
  },
  'took-too-long': {
    is: 'takes too long to read',
    advice: 'Choose a smaller dictionary for the language.',
  },
};

export const spellingWords: Entries<'dictionary-refused'> = {
  'dictionary-refused': refusedFile(dictionaryReasons, 'Nothing was added. The dictionaries are unchanged.'),
};

const getAnother = 'Download the language file again from Tesseract’s tessdata_fast, and add that.';

const ocrReasons: Reasons<OcrLanguageFailure> = {
  'no-language-name': {
    is: 'does not name its language',
    advice: 'Name it as Tesseract does, such as fra.traineddata or fra.traineddata.gz, and add it again.',
  },
  'comes-with-app': {
    is: 'is for a language that Precis already includes',
    advice: 'English and German need no file.',
  },
  'not-language-data': { is: 'is not Tesseract language data, or is damaged', advice: getAnother },
  'no-network': { is: 'is for Tesseract 3 only', advice: getAnother },
  'too-large': {
    is: 'is too large for language data',
    advice: 'Use the language file from Tesseract’s tessdata_fast.',
  },
};

export const ocrWords: Entries<'ocr-language-refused'> = {
  'ocr-language-refused': refusedFile(ocrReasons, 'Nothing was added. The languages are unchanged.'),
};
