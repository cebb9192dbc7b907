import { analystOf } from '../handlers/board/read-boards.ts';
import { type ArchiveIndex, openArchiveIndex } from '../index/open-archive-index.ts';
import { startIndexHere } from '../index/process/index-here.ts';
import { log } from '../platform/log.ts';
import { placeOfIndex, removeIndexes, spawnIndexProcess } from '../platform/spawn-processes.ts';
import { thisMachine } from '../platform/this-machine.ts';
import type { Archive } from '../ports/archive.ts';
import type { LocalState } from '../ports/local-state.ts';

type Surroundings = {
  readonly archive: Archive;
  readonly local: Pick<LocalState, 'settings'>;
  /** Where the index for search is kept. */
  readonly indexFolder: string;
  /** Resolves when the window is drawn, so that long work no longer delays it; absent where there is no window. */
  readonly windowDrawn?: Promise<void>;
  /** Whether the index runs in this process, which it then blocks while it works, instead of in its own process. */
  readonly isHere?: boolean;
};

/** Opens the index of an open archive without the use cases, for commands that only list or search. */
export const openIndex = ({
  archive,
  local,
  indexFolder,
  windowDrawn,
  isHere,
}: Surroundings): ArchiveIndex => {
  const start = isHere === true ? startIndexHere : spawnIndexProcess;
  return openArchiveIndex(archive, {
    spawn: () => start(placeOfIndex(keptIndex(archive, indexFolder), archive.folder, archive.info.id)),
    report: (failure) => log.warn(failure),
    machine: thisMachine,
    analyst: () => analystOf(local),
    hasTime: windowDrawn,
  });
};

/** The path of the index on disk; null for an encrypted archive, whose index from before the encryption is removed. */
const keptIndex = ({ identity, info }: Archive, indexFolder: string): string | null => {
  if (identity === null) return indexFolder;
  removeIndexes(indexFolder, info.id);
  return null;
};
