import type { Archive } from '../ports/archive.ts';
import type { Catalogue } from '../ports/catalogue.ts';
import type { Machine } from '../ports/machine.ts';
import { createCatalogue } from './create-catalogue.ts';
import { IndexClient, type IndexClientDeps } from './process/index-client.ts';
import { answerReading } from './read/archive-files.ts';

export type ArchiveIndex = {
  readonly catalogue: Catalogue;
  /** Ends the process. */
  close(): Promise<void>;
};

type Deps = Omit<IndexClientDeps, 'read' | 'identity'> & {
  readonly machine: Pick<Machine, 'nowMs'>;
  /** See createCatalogue; absent if no name is set. */
  readonly analyst?: () => string;
  /** Resolves when no other work is urgent; absent if none is. */
  readonly hasTime?: Promise<void> | undefined;
};

/**
 * The index of an archive, in its own process, which is started at the first request. This is the only place that
 * notifies it of changes: of every act, and of every change by another program, by `onChanged`.
 */
export const openArchiveIndex = (
  archive: Archive,
  { machine, analyst = () => '', hasTime = Promise.resolve(), ...deps }: Deps,
): ArchiveIndex => {
  const client = new IndexClient({
    ...deps,
    identity: archive.identity,
    read: (reading) => answerReading(archive, reading),
  });
  const stopFollowing = archive.onChanged(({ topics, articleIds, memoIds, boardIds, eventShards }) =>
    client.tell({ kind: 'change', changed: { topics, articleIds, memoIds, boardIds, eventShards } }),
  );
  void hasTime.then(() => client.begin());
  const close = async (): Promise<void> => {
    stopFollowing();
    await client.close();
  };
  return {
    catalogue: createCatalogue(client, { nowMs: () => machine.nowMs(), analyst }),
    close,
  };
};
