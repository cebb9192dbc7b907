/**
 * The second reader of text layers: PDFium, the reader of Chromium, which takes letters from the tables inside fonts where
 * the first finds none. It is loaded when it is first asked.
 */
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import wasmUrl from '@hyzyla/pdfium/dist/pdfium.wasm?url';
import type { MachinePage } from '#domain/article/machine/machine-page.ts';
import { OcrError } from '../ocr-error.ts';
import { lettersOfPage } from './letters-of-page.ts';
import { isRawPdfium, type RawPdfium } from './raw-pdfium.ts';
import { wordsOfLetters } from './words-of-letters.ts';

/** What the schema of a page lets through. */
const MAX_WORDS = 20_000;

type Reader = { readonly library: PDFiumLibrary; readonly raw: RawPdfium };

const load = async (): Promise<Reader> => {
  const library = await PDFiumLibrary.init({ wasmUrl });
  const raw = library['module'];
  if (!isRawPdfium(raw)) throw new OcrError('not-read');
  return { library, raw };
};

let loaded: Promise<Reader> | null = null;

const readPage = (raw: RawPdfium, document: PDFiumDocument, index: number): MachinePage => {
  const page = document.getPage(index - 1)['pageIdx'];
  return { index, words: wordsOfLetters(lettersOfPage(raw, page)).slice(0, MAX_WORDS) };
};

/** The letters of `pages` (from 1) of a PDF. A page that PDFium can't read is left out. */
export const readLetters = async (
  bytes: Uint8Array,
  password: string | null,
  pages: readonly number[],
): Promise<readonly MachinePage[]> => {
  loaded ??= load();
  const { library, raw } = await loaded;
  const document = await library.loadDocument(bytes, password ?? undefined);
  try {
    return pages.flatMap((index) => {
      try {
        return [readPage(raw, document, index)];
      } catch {
        return [];
      }
    });
  } finally {
    document.destroy();
  }
};
