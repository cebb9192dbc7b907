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
  /** See createCatalogue; absent where no name is set. */
  readonly analyst?: () => string;
  /** Resolves when nothing else is in a hurry; absent where nothing is. */
  readonly hasTime?: Promise<void> | undefined;
};

/**
 * The index of an archive, in a process of its own, which is started when it is first asked. The one place where it is
 * told of what changes: every act, and every change of another program, by `onChanged`.
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
