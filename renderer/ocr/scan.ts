import type { MachinePage } from '#domain/article/machine/machine-page.ts';
import type { OcrLanguage } from '#domain/article/machine/ocr-languages.ts';
import { openOriginal } from '#renderer/pdf/draw-pdf.ts';
import { createEngine } from './engine.ts';
import { grayPicture, pgmOf } from './gray-picture.ts';
import { readLetters } from './letters/read-letters.ts';
import { OcrError } from './ocr-error.ts';
import { readUpright } from './read-upright.ts';
import { wordsOfBlocks } from './words-of-blocks.ts';

/**
 * Tesseract was trained on text of 300 dots an inch. A page may claim to be as small as a stamp, whatever is printed on it:
 * then it is drawn as large as the half of a sheet.
 */
const WANTED = { dpi: 300, leastLength: 2300 } as const;

/** A PDF whose pages are read, from their pictures or from their text layer. */
export type Scan = {
  words(index: number, language: OcrLanguage): Promise<MachinePage>;
  letters(pages: readonly number[]): Promise<readonly MachinePage[]>;
  close(): Promise<void>;
};

/** One for all PDFs of this page: it holds the data of one language. */
const engine = createEngine();

/** Opens the bytes of a PDF. Throws an OcrError where it is locked or can't be followed. */
export const openScan = async (bytes: Uint8Array, password: string | null): Promise<Scan> => {
  // Drawing gives its array away, and the other reader wants one of its own.
  const kept = bytes.slice();
  const pdf = await openOriginal(bytes, password);
  if (typeof pdf === 'string') throw new OcrError(pdf === 'not-drawn' ? 'document-damaged' : pdf);
  return {
    async words(index, language) {
      const { data, perPoint } = await pdf.pixels(index, WANTED);
      const blocks = await readUpright(grayPicture(data), (picture) =>
        engine.recognise(pgmOf(picture), language),
      );
      return { index, words: wordsOfBlocks(blocks, perPoint) };
    },
    letters: (pages) => readLetters(kept, password, pages),
    close: () => pdf.close(),
  };
};
