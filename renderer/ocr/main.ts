/** The sandboxed page for OCR: it gets PDFs and page numbers, and answers words. */

import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { MachinePage } from '#domain/article/machine/machine-page.ts';
import { isShippedOcrLanguage, type OcrLanguage } from '#domain/article/machine/ocr-languages.ts';
import type { OcrAnswer, OcrRequest } from '#domain/contract/ocr-bridge.ts';
import { openOriginal } from '#renderer/pdf/draw-pdf.ts';
import { serve } from '../importer/window-bridge.ts';
import { grayPicture, pgmOf } from './gray-picture.ts';
import { OcrError, readLetters } from './read-letters.ts';
import { readUpright } from './read-upright.ts';
import { type OcrBlock, wordsOfBlocks } from './words-of-blocks.ts';

/**
 * Tesseract was trained on text at 300 dpi. A page may claim to be as small as a stamp, whatever is printed on it: it
 * is then drawn as large as half a sheet.
 */
const WANTED = { dpi: 300, leastLength: 2300 } as const;

/** A PDF whose pages are read, from their pictures or from their text layer. */
type Scan = {
  words(index: number, language: OcrLanguage): Promise<MachinePage>;
  letters(pages: readonly number[]): Promise<readonly MachinePage[]>;
  close(): Promise<void>;
};

/**
 * Tesseract, set up to fetch nothing: its worker, core and language data are files of this page's own origin, and
 * nothing is cached. Of its cores, the one with plain SIMD: with relaxed SIMD the same page may read differently on
 * another machine.
 */

const FILES = new URL('ocr/', document.baseURI).href;

const open = async (language: OcrLanguage): Promise<Worker> => {
  try {
    const worker = await createWorker(language, OEM.LSTM_ONLY, {
      workerPath: `${FILES}worker.min.js`,
      corePath: `${FILES}tesseract-core-simd-lstm.js`,
      // Languages that the analyst has added are elsewhere on the machine, and served beside the shipped ones.
      langPath: isShippedOcrLanguage(language) ? FILES : `${FILES}added`,
      workerBlobURL: false,
      cacheMethod: 'none',
    });
    // By default it takes the whole page for one block, and reads across its columns.
    await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
    return worker;
  } catch {
    throw new OcrError('language-unusable');
  }
};

type Engine = {
  /** The words of a picture, in reading order. */
  recognise(picture: Uint8Array, language: OcrLanguage): Promise<readonly OcrBlock[]>;
};

/** An engine that loads a language when it is first needed. */
const createEngine = (): Engine => {
  let loaded: { readonly language: OcrLanguage; readonly worker: Worker } | null = null;
  return {
    async recognise(picture, language) {
      if (loaded?.language !== language) {
        await loaded?.worker.terminate();
        loaded = null;
        loaded = { language, worker: await open(language) };
      }
      // Its types have no bytes in a browser; its loader accepts them.
      const image = picture as unknown as Blob;
      const { data } = await loaded.worker.recognize(image, {}, { blocks: true, text: false });
      return data.blocks ?? [];
    },
  };
};

/** One for all PDFs of this page: it holds the data of one language. */
const engine = createEngine();

/** Opens the bytes of a PDF. Throws an OcrError if it is locked or can't be parsed. */
const openScan = async (bytes: Uint8Array, password: string | null): Promise<Scan> => {
  // Drawing transfers its array, and the other reader needs a copy.
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

let scan: Scan | null = null;

const answer = async (request: OcrRequest): Promise<OcrAnswer> => {
  if (request.kind === 'open') {
    await scan?.close();
    scan = await openScan(new Uint8Array(request.bytes), request.password);
    return { ok: true, value: [] };
  }
  if (scan === null) throw new OcrError('not-read');
  const value =
    request.kind === 'words'
      ? [await scan.words(request.index, request.language)]
      : await scan.letters(request.pages);
  return { ok: true, value: [...value] };
};

/** Never rejects: an exception of a library only means that nothing was read. */
const answerAnything = async (request: OcrRequest): Promise<OcrAnswer> => {
  try {
    return await answer(request);
  } catch (error) {
    return { ok: false, error: error instanceof OcrError ? error.refusal : 'not-read' };
  }
};

serve<OcrRequest>(async (request) => JSON.stringify(await answerAnything(request)));
