/**
 * The second reader of text layers: PDFium, as in Chromium, which finds letters in the tables inside fonts where pdfjs
 * finds none. It is loaded on first use.
 */
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import wasmUrl from '@hyzyla/pdfium/dist/pdfium.wasm?url';
import type { MachinePage, MachineWord } from '#domain/article/machine/machine-page.ts';
import type { OcrRefusal } from '#domain/contract/ocr-bridge.ts';
import { isRawPdfium, type Letter, lettersOfPage, type RawPdfium } from './letters-of-page.ts';

/** The limit of the schema of a page. */
const MAX_WORDS = 20_000;

type Reader = { readonly library: PDFiumLibrary; readonly raw: RawPdfium };

/** Why this page could not do what it was asked. */
export class OcrError extends Error {
  readonly refusal: OcrRefusal;

  constructor(refusal: OcrRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

const load = async (): Promise<Reader> => {
  const library = await PDFiumLibrary.init({ wasmUrl });
  const raw = library['module'];
  if (!isRawPdfium(raw)) throw new OcrError('not-read');
  return { library, raw };
};

let loaded: Promise<Reader> | null = null;

/** Longer runs without a gap are split. */
const MAX_LENGTH = 200;

const wordOf = (letters: readonly Letter[]): readonly MachineWord[] => {
  const [first] = letters;
  if (first === undefined) return [];
  return [
    {
      text: letters.map(({ text }) => text).join(''),
      left: Math.min(...letters.map(({ left }) => left)),
      right: Math.max(...letters.map(({ right }) => right)),
      baseline: first.baseline,
      size: first.size,
      confidence: null,
    },
  ];
};

/** A word ends at a gap, or where the line or the size changes. */
export const wordsOfLetters = (letters: readonly Letter[]): readonly MachineWord[] => {
  const words: MachineWord[] = [];
  let open: Letter[] = [];
  const end = (): void => {
    words.push(...wordOf(open));
    open = [];
  };
  for (const letter of letters) {
    const [first] = open;
    const isElsewhere =
      first !== undefined && (first.baseline !== letter.baseline || first.size !== letter.size);
    if (letter.isGap || isElsewhere || open.length >= MAX_LENGTH) end();
    if (!letter.isGap) open.push(letter);
  }
  end();
  return words;
};

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
