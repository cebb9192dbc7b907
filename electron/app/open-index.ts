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
  /** Resolves when the window is drawn, and long work no longer holds it up; absent where there is no window. */
  readonly windowDrawn?: Promise<void>;
  /** Whether the index runs in this process, which then is held up by it, and not in one of its own. */
  readonly isHere?: boolean;
};

/** The index of an open archive, without the use cases: all that a command needs which only lists or searches. */
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

/** None of an encrypted archive: what was indexed before it was encrypted goes. */
const keptIndex = ({ identity, info }: Archive, indexFolder: string): string | null => {
  if (identity === null) return indexFolder;
  removeIndexes(indexFolder, info.id);
  return null;
};
