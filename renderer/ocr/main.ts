/** The sandboxed page that reads pictures of text: it hears PDFs and numbers of pages, and answers words. */
import type { OcrAnswer, OcrRequest } from '#domain/contract/ocr-bridge.ts';
import { serve } from '../importer/window-bridge.ts';
import { OcrError } from './ocr-error.ts';
import { openScan, type Scan } from './scan.ts';

let scan: Scan | null = null;

const answer = async (request: OcrRequest): Promise<OcrAnswer> => {
  if (request.asks === 'open') {
    await scan?.close();
    scan = await openScan(new Uint8Array(request.bytes), request.password);
    return { ok: true, value: [] };
  }
  if (scan === null) throw new OcrError('not-read');
  const value =
    request.asks === 'words'
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
