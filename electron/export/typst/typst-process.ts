/**
 * The entry of the process that runs Typst: a utilityProcess of the app, or a child of plain Node in a test. Its
 * last argument is the resources folder. It answers one request after the other and holds nothing of any memo.
 */

import { makeMemoPdf } from '../pdf/make-memo-pdf.ts';
import { createTypstCompiler, readTypstResources } from './compile-typst.ts';
import type { TypstAnswer, TypstRequest } from './typst-messages.ts';

/** Electron's port to the parent; the type stands here because nothing in this folder knows Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: TypstRequest }) => void): void;
  postMessage(answer: TypstAnswer): void;
};

const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };
const resourcesFolder = process.argv.at(-1) ?? '';
const compile = createTypstCompiler(readTypstResources(resourcesFolder));

const answer = ({ id, document, options }: TypstRequest): TypstAnswer => ({
  id,
  result: makeMemoPdf(compile, document, options),
});

if (parentPort === undefined) {
  process.on('message', (request: TypstRequest) => process.send?.(answer(request)));
  process.on('disconnect', () => process.exit());
} else {
  parentPort.on('message', ({ data }) => parentPort.postMessage(answer(data)));
}
