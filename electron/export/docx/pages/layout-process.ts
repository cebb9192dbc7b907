/** The entry of the process that lays out one Word document: a utilityProcess of the app, or a child of plain Node. */
import type { PageNumbers } from '#electron/ports/memo-writer.ts';
import { readPageNumbers } from './page-numbers.ts';

/** Electron's port to the parent; declared here because nothing in this folder imports Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: Uint8Array }) => void): void;
  postMessage(answer: PageNumbers): void;
};

const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };

/** A document that can’t be laid out gets its numbers from Word. */
const lay = (docx: Uint8Array): Promise<PageNumbers> => readPageNumbers(docx).catch(() => ({}));

if (parentPort === undefined) {
  process.on('message', (docx: Uint8Array) => void lay(docx).then((numbers) => process.send?.(numbers)));
} else {
  parentPort.on('message', ({ data }) => void lay(data).then((numbers) => parentPort.postMessage(numbers)));
}
