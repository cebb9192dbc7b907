/** Notices changes by other programs to the files of the open archive. */

import type { WatchState } from '#domain/contract/events.ts';

export type ArchiveWatch = {
  state(): WatchState;
  onState(listener: (state: WatchState) => void): () => void;
  /**
   * Called with the names of files that were written, added or removed in the archive, by any program; with null if
   * some may have been missed.
   */
  onChanged(listener: (names: readonly string[] | null) => void): () => void;
  /** Called when the archive itself may have disappeared, returned or been taken over. */
  onStanding(listener: () => void): () => void;
  close(): Promise<void>;
};
