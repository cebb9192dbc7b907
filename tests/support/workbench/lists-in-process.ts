import { createLists } from '#electron/catalogue/create-lists.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { localToday } from '#electron/time/local-today.ts';

/** A catalogue that a test makes, and ends. */
export type OpenCatalogue = { readonly catalogue: Catalogue; close(): Promise<void> };
export type MakeCatalogue = (archive: Archive, machine: Machine) => OpenCatalogue;

/** The lists that the app keeps in a process of their own, in that of the test: for tests of something else. */
export const listsInProcess: MakeCatalogue = (archive, { nowMs }) => {
  const report = (failure: unknown): void => {
    throw failure;
  };
  const { lists, ready, change } = createLists(
    archive,
    { report, onProgress: () => undefined },
    Promise.resolve(),
  );
  const stopFollowing = archive.onChanged(change);
  let isReady = false;
  const whole = ready.then(() => {
    isReady = true;
  });
  return {
    catalogue: {
      ...lists,
      counts: () => lists.counts(localToday(nowMs())),
      ready: whole,
      isReady: () => isReady,
      readProgress: () => null,
      onReadProgress: () => () => undefined,
    },
    async close() {
      stopFollowing();
      await whole;
      // What has been told of is read before the files go.
      await lists.tags();
    },
  };
};
