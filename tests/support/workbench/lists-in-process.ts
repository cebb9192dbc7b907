import { createCatalogue } from '#electron/index/create-catalogue.ts';
import { ArchiveIndexer } from '#electron/index/process/archive-indexer.ts';
import { IndexClient } from '#electron/index/process/index-client.ts';
import type { IndexAnswer, IndexNews, IndexProcess } from '#electron/index/process/index-messages.ts';
import { answerRequest } from '#electron/index/process/serve-index.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { Machine } from '#electron/ports/machine.ts';

/** A catalogue that a test creates and closes. */
export type OpenCatalogue = { readonly catalogue: Catalogue; close(): Promise<void> };
export type MakeCatalogue = (archive: Archive, machine: Machine, analyst?: () => string) => OpenCatalogue;

/** The app's index, in the test process: for tests of other parts. */
export const listsInProcess: MakeCatalogue = (archive, machine, analyst = () => '') => {
  let indexer: ArchiveIndexer | null = null;
  const client = new IndexClient({
    identity: null,
    spawn: () => {
      const spawned = indexHere(archive);
      ({ indexer } = spawned);
      return spawned.process;
    },
    read: async () => null,
    report: (failure) => {
      throw new Error(failure);
    },
  });
  const stopFollowing = archive.onChanged((changed) => client.tell({ kind: 'change', changed }));
  client.begin();
  const catalogue = createCatalogue(client, { nowMs: () => machine.nowMs(), analyst });
  return {
    catalogue,
    async close() {
      stopFollowing();
      await indexer?.update();
      // Reported changes are read before the files are removed.
      await catalogue['tag:list']({});
      await client.close();
    },
  };
};

/** An index in the test process, and in memory, behind the interface of a process. */
const indexHere = (
  archive: Archive,
): { readonly indexer: ArchiveIndexer; readonly process: IndexProcess } => {
  const answers: ((answer: IndexAnswer | IndexNews) => void)[] = [];
  const exits: (() => void)[] = [];
  const tell = (said: IndexAnswer | IndexNews): void => {
    for (const listener of answers) listener(said);
  };
  const indexer = new ArchiveIndexer(
    { root: archive.folder, archiveId: archive.info.id, path: ':memory:', reader: archive, build: '' },
    {
      onState: (state) => tell({ kind: 'state', state }),
      onProgress: (progress) => tell({ kind: 'progress', progress }),
      report: (failure) => {
        throw failure;
      },
    },
  );
  void indexer.ready.then(() => tell({ kind: 'ready' }));
  const end = (): void => {
    indexer.close();
    for (const listener of exits) listener();
  };
  return {
    indexer,
    process: {
      send(request) {
        if ('id' in request) void answerRequest(indexer, request).then(tell);
        else if (request.kind === 'change') indexer.change(request.changed);
        else if (request.kind === 'begin') void indexer.update();
        else if (request.kind === 'stop') indexer.stop();
        else if (request.kind === 'close') end();
      },
      onAnswer: (listener) => void answers.push(listener),
      onExit: (listener) => void exits.push(listener),
      kill: end,
    },
  };
};
