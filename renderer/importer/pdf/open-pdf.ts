/**
 * The library that reads PDFs, set up to do nothing but read: no scripts (it runs none without a part that is not here),
 * no eval, no WebAssembly, no forms drawn, and nothing fetched but the tables of characters that ship with the app.
 */
import {
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DocumentError } from '../document-error.ts';
import workerUrl from './worker/pdf-worker.ts?worker&url';

/** One for all PDFs of a page: starting it takes longer than reading a short PDF. */
let worker: PDFWorker | null = null;

/** Tables of characters that a PDF names and does not hold, mostly of Chinese, Japanese and Korean. */
const characterTables = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

const urlOfTable = (name: string): string | undefined =>
  Object.entries(characterTables).find(([path]) => path.endsWith(`/${name}`))?.[1];

/** Gives the tables out by name; fonts and programs are not needed to read text, and are not had. */
class OwnFiles {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const url = kind === 'cMapUrl' ? urlOfTable(filename) : undefined;
    if (url === undefined) throw new Error(`${filename} is not had`);
    const answer = await fetch(url);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Opens the bytes of a PDF, which are given away. Throws a DocumentError where it is locked or can't be followed. */
export const openPdf = async (bytes: Uint8Array): Promise<PDFDocumentProxy> => {
  if (worker === null) {
    const port = new Worker(workerUrl, { type: 'module' });
    // Its types know of no port; its documentation does.
    worker = new PDFWorker({ port } as unknown as ConstructorParameters<typeof PDFWorker>[0]);
  }
  const task = getDocument({
    data: bytes,
    worker,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: 'own:/',
    BinaryDataFactory: OwnFiles,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    throw new DocumentError(nameOf(error) === 'PasswordException' ? 'password-needed' : 'document-damaged');
  }
};
