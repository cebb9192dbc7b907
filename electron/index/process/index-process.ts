/**
 * The entry of the process with the index: a utilityProcess of the app, or a child of plain Node in a test. Its last
 * arguments are the folder of the archive, its id, and the file of the index;
 * the first message says how the files of the archive are read.
 */
import { PACKED_FROM, packRows } from '#domain/contract/packed-answer.ts';
import { createAgeCodec } from '#electron/storage/encryption/age/age-codec.ts';
import { type FileCodec, plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { giveBackMemory } from '#electron/time/give-back-memory.ts';
import { createArchiveFiles } from '../read/archive-files.ts';
import { answerRequest } from './answer-request.ts';
import { ArchiveIndexer } from './archive-indexer.ts';
import { askReadings } from './ask-readings.ts';
import type { IndexAnswer, IndexNews, IndexRequest } from './index-messages.ts';

/** Electron's port to the parent; the type stands here because nothing in this folder knows Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: IndexRequest }) => void): void;
  postMessage(answer: IndexAnswer | IndexNews): void;
};

const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };
const [root = '', archiveId = '', path = ''] = process.argv.slice(-3);
/** After the start, before what it has left is cleared away. */
const QUIET_MS = 1000;

const tell = (said: IndexAnswer | IndexNews): void => {
  if (parentPort === undefined) process.send?.(said);
  else parentPort.postMessage(said);
};
const report = (cause: unknown): void =>
  tell({ is: 'trouble', why: String(cause instanceof Error ? cause.stack : cause) });

const readings = askReadings((reading, asked) => tell({ is: 'reading', reading, asked }));
let open = (_identity: string | null): void => undefined;
const codec = new Promise<FileCodec>((resolve) => {
  open = (identity) =>
    resolve(identity === null ? plainCodec : createAgeCodec(identity, { takesClear: false }));
});
const reader = createArchiveFiles(root, readings.ask, codec);
const indexer = new ArchiveIndexer(
  { root, archiveId, path, reader },
  {
    onState: (state) => tell({ is: 'state', state }),
    onProgress: (progress) => tell({ is: 'progress', progress }),
    report,
  },
);
void indexer.ready.then(() => {
  tell({ is: 'ready' });
  setTimeout(giveBackMemory, QUIET_MS);
});

/** A long list goes in parts. */
const tellAnswer = (answer: IndexAnswer): void => {
  const value = answer.is === 'answer' ? answer.value : null;
  const long = Array.isArray(value) && value.length >= PACKED_FROM ? value : [];
  for (const rows of packRows(long)) tell({ is: 'part', id: answer.id, rows });
  tell(long.length === 0 ? answer : { is: 'answer', id: answer.id, value: null });
};

const close = async (): Promise<void> => {
  await indexer.renewOpenings().catch(report);
  indexer.close();
  process.exit();
};

const receive = (request: IndexRequest): void => {
  if ('id' in request) void answerRequest(indexer, request).then(tellAnswer);
  else if (request.ask === 'open') open(request.identity);
  else if (request.ask === 'change') indexer.change(request.changed);
  else if (request.ask === 'take') readings.take(request.reading, request.found);
  else if (request.ask === 'begin') void indexer.update();
  else if (request.ask === 'stop') indexer.stop();
  else void close();
};

if (parentPort === undefined) {
  process.on('message', receive);
  process.on('disconnect', () => process.exit());
} else {
  parentPort.on('message', ({ data }) => receive(data));
}
