/**
 * The entry of the process that runs Typst: a utilityProcess of the app, or a child of plain Node in a test. Its
 * last argument is the resources folder. It answers one request after the other and holds nothing of any memo. The
 * pages of a Word document are laid out here too, since that takes as long.
 */

import type { PageNumbers } from '#electron/ports/memo-writer.ts';
import { makeMemoPdf } from '../pdf/make-memo-pdf.ts';
import { createCitationStyler } from './citations/style-citations.ts';
import { createTypstCompiler, readTypstResources } from './compile-typst.ts';
import type { TypstAnswer, TypstRequest } from './typst-messages.ts';

/** Electron's port to the parent; the type is declared here because nothing in this folder depends on Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: TypstRequest }) => void): void;
  postMessage(answer: TypstAnswer): void;
};

const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };
const resourcesFolder = process.argv.at(-1) ?? '';
const compile = createTypstCompiler(readTypstResources(resourcesFolder));

const styleCitations = createCitationStyler();

/** A document that can’t be laid out gets its numbers from Word. */
const pageNumbersOf = async (docx: Uint8Array): Promise<PageNumbers> => {
  const { readPageNumbers } = await import('../docx/page-numbers.ts');
  return readPageNumbers(docx).catch(() => ({}));
};

const answer = (request: TypstRequest, send: (answer: TypstAnswer) => void): void => {
  const { id } = request;
  if ('docx' in request) void pageNumbersOf(request.docx).then((pageNumbers) => send({ id, pageNumbers }));
  else if ('citations' in request) send({ id, styled: styleCitations(request.citations) });
  else send({ id, result: makeMemoPdf(compile, request.document, request.options) });
};

if (parentPort === undefined) {
  process.on('message', (request: TypstRequest) => answer(request, (made) => process.send?.(made)));
  process.on('disconnect', () => process.exit());
} else {
  parentPort.on('message', ({ data }) => answer(data, (made) => parentPort.postMessage(made)));
}
