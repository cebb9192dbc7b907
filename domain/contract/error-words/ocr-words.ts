/** The words for files of languages for OCR. */
import type { OcrLanguageFailure } from '../ocr.ts';
import type { Entries } from './entry.ts';

const getAnother = 'Download the language file again from Tesseract’s tessdata_fast, and add that.';

const reasons: Readonly<Record<OcrLanguageFailure, { readonly is: string; readonly advice: string }>> = {
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
  'ocr-language-refused': ({ file, why }) => ({
    happened: `“${file}” ${reasons[why].is}.`,
    kept: 'Nothing was added. The languages are unchanged.',
    advice: reasons[why].advice,
  }),
};
