/**
 * The entry of the process that runs Typst: a utilityProcess of the app, or a child of plain Node in a test. Its
 * last argument is the resources folder. It answers one request after the other and holds nothing of any memo.
 */

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

const answer = (request: TypstRequest): TypstAnswer =>
  'citations' in request
    ? { id: request.id, styled: styleCitations(request.citations) }
    : { id: request.id, result: makeMemoPdf(compile, request.document, request.options) };

if (parentPort === undefined) {
  process.on('message', (request: TypstRequest) => process.send?.(answer(request)));
  process.on('disconnect', () => process.exit());
} else {
  parentPort.on('message', ({ data }) => parentPort.postMessage(answer(data)));
}
