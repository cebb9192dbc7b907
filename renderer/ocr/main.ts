/** The sandboxed page that reads pictures of text: it hears PDFs and numbers of pages, and answers words. */

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
 * Tesseract was trained on text of 300 dots an inch. A page may claim to be as small as a stamp, whatever is printed on
 * it: then it is drawn as large as the half of a sheet.
 */
const WANTED = { dpi: 300, leastLength: 2300 } as const;

/** A PDF whose pages are read, from their pictures or from their text layer. */
type Scan = {
  words(index: number, language: OcrLanguage): Promise<MachinePage>;
  letters(pages: readonly number[]): Promise<readonly MachinePage[]>;
  close(): Promise<void>;
};

/**
 * Tesseract, set up to fetch nothing: its worker, its core and the data of languages are files of this page's own
 * origin, and nothing is cached. Of its cores the one with plain SIMD: that with relaxed SIMD may read the same page
 * otherwise on another machine.
 */

const FILES = new URL('ocr/', document.baseURI).href;

const open = async (language: OcrLanguage): Promise<Worker> => {
  try {
    const worker = await createWorker(language, OEM.LSTM_ONLY, {
      workerPath: `${FILES}worker.min.js`,
      corePath: `${FILES}tesseract-core-simd-lstm.js`,
      // Those that the analyst has added lie elsewhere on the machine, and are served beside.
      langPath: isShippedOcrLanguage(language) ? FILES : `${FILES}added`,
      workerBlobURL: false,
      cacheMethod: 'none',
    });
    // By itself it takes the whole page for one block, and reads across its columns.
    await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
    return worker;
  } catch {
    throw new OcrError('language-unusable');
  }
};

type Engine = {
  /** The words of a picture, in the order in which they are read. */
  recognise(picture: Uint8Array, language: OcrLanguage): Promise<readonly OcrBlock[]>;
};

/** An engine that loads a language when it is first asked for. */
const createEngine = (): Engine => {
  let loaded: { readonly language: OcrLanguage; readonly worker: Worker } | null = null;
  return {
    async recognise(picture, language) {
      if (loaded?.language !== language) {
        await loaded?.worker.terminate();
        loaded = null;
        loaded = { language, worker: await open(language) };
      }
      // Its types know of no bytes in a browser; its loader takes them as they are.
      const image = picture as unknown as Blob;
      const { data } = await loaded.worker.recognize(image, {}, { blocks: true, text: false });
      return data.blocks ?? [];
    },
  };
};

/** One for all PDFs of this page: it holds the data of one language. */
const engine = createEngine();

/** Opens the bytes of a PDF. Throws an OcrError where it is locked or can't be followed. */
const openScan = async (bytes: Uint8Array, password: string | null): Promise<Scan> => {
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

/** Never rejects: what a library throws is no more than that nothing was read. */
const answerAnything = async (request: OcrRequest): Promise<OcrAnswer> => {
  try {
    return await answer(request);
  } catch (error) {
    return { ok: false, error: error instanceof OcrError ? error.refusal : 'not-read' };
  }
};

serve<OcrRequest>(async (request) => JSON.stringify(await answerAnything(request)));
