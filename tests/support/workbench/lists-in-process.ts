import { ArchiveIndexer } from '#electron/index/process/archive-indexer.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { localToday } from '#electron/time/local-today.ts';

/** A catalogue that a test makes, and ends. */
export type OpenCatalogue = { readonly catalogue: Catalogue; close(): Promise<void> };
export type MakeCatalogue = (archive: Archive, machine: Machine) => OpenCatalogue;

/** The index that the app has in a process of its own, in that of the test and in memory: for tests of something else. */
export const listsInProcess: MakeCatalogue = (archive, { nowMs }) => {
  const indexer = new ArchiveIndexer(
    { root: archive.folder, archiveId: archive.info.id, path: ':memory:', reader: archive },
    {
      onState: () => undefined,
      onProgress: () => undefined,
      report: (failure) => {
        throw failure;
      },
    },
  );
  const stopFollowing = archive.onChanged((changed) => indexer.change(changed));
  const whole = indexer.update();
  let isReady = false;
  void indexer.ready.then(() => {
    isReady = true;
  });
  return {
    catalogue: {
      ...indexer.lists,
      counts: () => indexer.lists.counts(localToday(nowMs())),
      ready: indexer.ready,
      isReady: () => isReady,
      readProgress: () => null,
      onReadProgress: () => () => undefined,
    },
    async close() {
      stopFollowing();
      await whole;
      // What has been told of is read before the files go.
      await indexer.lists.tags();
      indexer.close();
    },
  };
};
