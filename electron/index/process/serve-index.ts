import type { AskedReading, AskReading } from '#electron/index/read/archive-files.ts';
import { IndexRefusal } from '#electron/ports/catalogue.ts';
import { createAgeCodec } from '#electron/storage/encryption/age/age-codec.ts';
import { type FileCodec, plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { createArchiveFiles } from '../read/archive-files.ts';
import { ArchiveIndexer, type IndexedArchive } from './archive-indexer.ts';
import type { IndexAnswer, IndexNews, IndexRequest } from './index-messages.ts';

/** The folder of an archive, and its index file. */
export type IndexPlace = Omit<IndexedArchive, 'reader'>;

/** All requests but the last, which ends the process of the index. */
type TakenRequest = Exclude<IndexRequest, { readonly kind: 'close' }>;

export type ServedIndex = {
  receive(request: TakenRequest): void;
  /** Resolves once the whole archive was read. */
  readonly ready: Promise<void>;
  /** Makes the data for the first view of the next start, if it is missing. */
  renewOpenings(): Promise<void>;
  close(): void;
};

/** Serves the index of an archive, in any process: it takes requests, and calls `tell` with answers and news. */
export const serveIndex = (place: IndexPlace, tell: (said: IndexAnswer | IndexNews) => void): ServedIndex => {
  const report = (cause: unknown): void =>
    tell({ kind: 'trouble', why: String(cause instanceof Error ? cause.stack : cause) });
  const readings = askReadings((reading, asked) => tell({ kind: 'reading', reading, asked }));
  let open = (_identity: string | null): void => undefined;
  const codec = new Promise<FileCodec>((resolve) => {
    open = (identity) =>
      resolve(identity === null ? plainCodec : createAgeCodec(identity, { takesClear: false }));
  });
  const indexer = new ArchiveIndexer(
    { ...place, reader: createArchiveFiles(place.root, readings.ask, codec) },
    {
      onState: (state) => tell({ kind: 'state', state }),
      onProgress: (progress) => tell({ kind: 'progress', progress }),
      report,
    },
  );
  void indexer.ready.then(() => tell({ kind: 'ready' }));
  const hear = (request: Exclude<TakenRequest, { readonly id: number }>): void => {
    if (request.kind === 'open') open(request.identity);
    else if (request.kind === 'change') indexer.change(request.changed);
    else if (request.kind === 'take') readings.take(request.reading, request.found);
    else if (request.kind === 'begin') void indexer.update();
    else indexer.stop();
  };
  return {
    receive(request) {
      if ('id' in request) void answerRequest(indexer, request).then(tell);
      else hear(request);
    },
    ready: indexer.ready,
    renewOpenings: () => indexer.renewOpenings().catch(report),
    close: () => indexer.close(),
  };
};

type Readings = {
  readonly ask: AskReading;
  /** What was read. */
  take(reading: number, found: unknown): void;
};

/** Readings requested from another process, each with a number by which it is answered. */
const askReadings = (send: (reading: number, asked: AskedReading) => void): Readings => {
  const waiting = new Map<number, (found: unknown) => void>();
  let last = 0;
  return {
    ask: (asked) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        send(last, asked);
      }),
    take(reading, found) {
      waiting.get(reading)?.(found);
      waiting.delete(reading);
    },
  };
};

type AskedRequest = Extract<IndexRequest, { readonly id: number }>;

/** The answer of an index to a request, with its id; a failure is returned, never thrown. */
export const answerRequest = async (indexer: ArchiveIndexer, request: AskedRequest): Promise<IndexAnswer> => {
  const { id, kind } = request;
  try {
    if (kind !== 'question') return { kind: 'done', id, state: await indexer[kind]() };
    return { kind: 'answer', id, value: await indexer.ask(request.question, request) };
  } catch (cause) {
    if (cause instanceof IndexRefusal) return { kind: 'refused', id, code: cause.code };
    return { kind: 'failed', id, why: String(cause instanceof Error ? cause.stack : cause) };
  }
};
