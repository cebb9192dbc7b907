/**
 * The entry of the index process: a utilityProcess of the app, or a child of plain Node in a test. Its last arguments
 * are the identity of the build, the folder of the archive, its id, and the file of the index; the first message has
 * the key for the files of the archive.
 */
import { PACKED_FROM, packRows } from '#domain/contract/packed-answer.ts';
import { giveBackMemory } from '#electron/time/give-back-memory.ts';
import type { IndexAnswer, IndexNews, IndexRequest } from './index-messages.ts';
import { serveIndex } from './serve-index.ts';

/** Electron's port to the parent; the type is declared here because nothing in this folder depends on Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: IndexRequest }) => void): void;
  postMessage(answer: IndexAnswer | IndexNews): void;
};

const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };
const [build = '', root = '', archiveId = '', path = ''] = process.argv.slice(-4);
/** The delay after the start before leftovers are removed. */
const QUIET_MS = 1000;

const send = (said: IndexAnswer | IndexNews): void => {
  if (parentPort === undefined) process.send?.(said);
  else parentPort.postMessage(said);
};

/** A long list is sent in parts. */
const tell = (said: IndexAnswer | IndexNews): void => {
  const value = said.kind === 'answer' ? said.value : null;
  if (said.kind === 'answer' && Array.isArray(value) && value.length >= PACKED_FROM) {
    for (const rows of packRows(value)) send({ kind: 'part', id: said.id, rows });
    send({ kind: 'answer', id: said.id, value: null });
  } else {
    send(said);
  }
};

const index = serveIndex({ root, archiveId, path, build }, tell);
void index.ready.then(() => setTimeout(giveBackMemory, QUIET_MS));

const close = async (): Promise<void> => {
  await index.renewOpenings();
  index.close();
  process.exit();
};

const receive = (request: IndexRequest): void => {
  if (request.kind === 'close') void close();
  else index.receive(request);
};

if (parentPort === undefined) {
  process.on('message', receive);
  process.on('disconnect', () => process.exit());
} else {
  parentPort.on('message', ({ data }) => receive(data));
}
