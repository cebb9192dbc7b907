/**
 * The library that reads PDFs, set up to do nothing but read: no scripts (it runs none without a part that is not here),
 * no eval, no WebAssembly, no forms drawn, no picture decoded, and nothing fetched but the tables of characters that ship with the app.
 */
import {
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { characterTables } from '#renderer/pdf/character-tables.ts';
import { giveOut, OWN_FILES } from '#renderer/pdf/own-files.ts';
import { DocumentError, type DocumentFailure } from '../document-error.ts';
import workerUrl from './worker/pdf-worker.ts?worker&url';

/** One for all PDFs of a page: starting it takes longer than reading a short PDF. */
let worker: PDFWorker | null = null;

/** Fonts and programs are not needed to read text, and are not had. */
const OwnFiles = giveOut({ cMapUrl: characterTables });

/** What the library says of a password that is not the one. */
const INCORRECT_PASSWORD = 2;

const failureOf = (error: unknown): DocumentFailure => {
  if (!(error instanceof Error) || error.name !== 'PasswordException') return 'document-damaged';
  return 'code' in error && error.code === INCORRECT_PASSWORD ? 'password-wrong' : 'password-needed';
};

/** Opens the bytes of a PDF, which are given away. Throws a DocumentError where it is locked or can't be followed. */
export const openPdf = async (bytes: Uint8Array, password?: string): Promise<PDFDocumentProxy> => {
  if (worker === null) {
    const port = new Worker(workerUrl, { type: 'module' });
    // Its types know of no port; its documentation does.
    worker = new PDFWorker({ port } as unknown as ConstructorParameters<typeof PDFWorker>[0]);
  }
  const task = getDocument({
    data: bytes,
    ...(password === undefined ? {} : { password }),
    worker,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: OWN_FILES,
    BinaryDataFactory: OwnFiles,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    // Pictures are listed by their places: scripts/app/list-pdf-places.mjs.
    maxImageSize: 0,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    throw new DocumentError(failureOf(error));
  }
};
