/** Notices what other programs do to the files of the open archive. */

import type { WatchState } from '#domain/contract/events.ts';

export type ArchiveWatch = {
  state(): WatchState;
  onState(listener: (state: WatchState) => void): () => void;
  /**
   * Hears of files that were written, came or went, by their names in the archive, whoever did it; null where some may
   * have been missed.
   */
  onChanged(listener: (names: readonly string[] | null) => void): () => void;
  /** Hears where the archive itself may have gone, come back or been taken over. */
  onStanding(listener: () => void): () => void;
  close(): Promise<void>;
};
