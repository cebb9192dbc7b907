import { createSearchIndex } from '#electron/index/create-search-index.ts';
import { answerRequest } from '#electron/index/process/answer-request.ts';
import { ArchiveIndexer } from '#electron/index/process/archive-indexer.ts';
import { IndexClient } from '#electron/index/process/index-client.ts';
import type { IndexAnswer, IndexProcess } from '#electron/index/process/index-messages.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { SearchIndex } from '#electron/ports/search-index.ts';

/** The search index in the process of the test; it is brought up to the files before each answer. */
const spawnHere = (archive: Archive, path: string): IndexProcess => {
  const indexer = new ArchiveIndexer(
    { root: archive.folder, archiveId: archive.info.id, path, reader: archive },
    {
      onState: () => undefined,
      onProgress: () => undefined,
      report: (failure) => {
        throw failure;
      },
    },
  );
  const listeners: ((answer: IndexAnswer) => void)[] = [];
  const onExit: (() => void)[] = [];
  const end = (): void => {
    indexer.close();
    for (const listener of onExit) listener();
  };
  return {
    send(request) {
      if (!('id' in request)) {
        if (request.ask === 'close') end();
        return;
      }
      void indexer
        .update()
        .then(() => {
          if (request.ask === 'list') throw new Error('the lists are not part of this');
          return answerRequest(indexer, request);
        })
        .then((answer) => {
          for (const listener of listeners) listener(answer);
        });
    },
    onAnswer: (listener) => void listeners.push(listener),
    onExit: (listener) => void onExit.push(listener),
    kill: end,
  };
};

/** The search index of an archive, for tests of the use cases; it is made when it is first asked. */
export const indexInProcess = (
  archive: Archive,
  path: string,
): { readonly searchIndex: SearchIndex; close(): Promise<void> } => {
  const client = new IndexClient({
    identity: null,
    spawn: () => spawnHere(archive, path),
    read: async () => null,
    report: (failure) => {
      throw new Error(failure);
    },
  });
  return { searchIndex: createSearchIndex(client), close: () => client.close() };
};
