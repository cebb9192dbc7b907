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
    is: 'is of a language that Precis comes with',
    advice: 'English and German are read without a file.',
  },
  'not-language-data': { is: 'is no language data of Tesseract, or is damaged', advice: getAnother },
  'no-network': { is: 'is made for Tesseract 3 alone', advice: getAnother },
  'too-large': {
    is: 'is larger than the data of any language',
    advice: 'Take the file of the language from Tesseract’s tessdata_fast.',
  },
};

export const ocrWords: Entries<'ocr-language-refused'> = {
  'ocr-language-refused': ({ file, why }) => ({
    happened: `“${file}” ${reasons[why].is}.`,
    kept: 'Nothing of it was added; the languages are as they were.',
    advice: reasons[why].advice,
  }),
};
