/**
 * Tesseract, set up to fetch nothing: its worker, its core and the data of languages are files of this page's own origin,
 * and nothing is cached. Of its cores the one with plain SIMD: that with relaxed SIMD may read the same page otherwise on
 * another machine.
 */
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { isShippedOcrLanguage, type OcrLanguage } from '#domain/article/machine/ocr-languages.ts';
import { OcrError } from './ocr-error.ts';
import type { OcrBlock } from './words-of-blocks.ts';

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

export type Engine = {
  /** The words of a picture, in the order in which they are read. */
  recognise(picture: Uint8Array, language: OcrLanguage): Promise<readonly OcrBlock[]>;
};

/** An engine that loads a language when it is first asked for. */
export const createEngine = (): Engine => {
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
