import { type CopyMerger, createCopyMerger } from '#electron/handlers/copies/copy-merger.ts';
import { keepTakenBack } from '#electron/handlers/copies/keep-taken-back.ts';
import type { Emit } from '#electron/handlers/handler-deps.ts';
import { log } from '#electron/platform/log.ts';
import { spawnWatchProcess } from '#electron/platform/spawn-watch-process.ts';
import { thisMachine } from '#electron/platform/this-machine.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { ArchiveWatch } from '#electron/ports/archive-watch.ts';
import { createArchiveWatch } from '#electron/watch/create-archive-watch.ts';

type Followed = {
  readonly archive: Archive;
  readonly emit: Emit;
  /** Resolves when there is time for it; absent where nothing stays open for long, and nothing is watched. */
  readonly windowDrawn?: Promise<void>;
};

export type OtherPrograms = { readonly watch: ArchiveWatch | null; readonly copies: CopyMerger };

/**
 * What other programs do to the archive is looked at by the archive itself; then the copies are merged that a sync has
 * laid beside files, and what such a program has taken back of our own is kept for a choice.
 */
export const followOtherPrograms = ({ archive, emit, windowDrawn }: Followed): OtherPrograms => {
  const tell: Parameters<typeof createCopyMerger>[0]['tell'] = (merged) => emit('copies-merged', merged);
  const copies = createCopyMerger({ archive, machine: thisMachine, tell });
  archive.onTakenBack((changes) => {
    keepTakenBack({ archive, machine: thisMachine }, changes).then(
      (kept) => {
        if (!kept.ok) log.error(`what another program took back was not kept: ${kept.error.code}`);
        else if (kept.value > 0) emit('taken-back', { count: kept.value });
      },
      (failure: unknown) => log.error(failure),
    );
  });
  if (windowDrawn === undefined) return { watch: null, copies };
  const watch = createArchiveWatch({
    spawn: (asksSystem) => spawnWatchProcess(archive.folder, asksSystem),
    report: (failure) => log.warn(failure),
    hasTime: windowDrawn,
  });
  watch.onState(({ mode }) => log.info(`other programs are followed: ${mode}`));
  const meet = async (names: readonly string[] | null): Promise<void> => {
    await archive.lookOutside(names);
    await copies.meet(names ?? []);
  };
  watch.onChanged((names) => {
    meet(names).catch((failure: unknown) => log.error(failure));
  });
  // What had come and gone meanwhile is looked at when it is back.
  watch.onStanding(() => {
    if (archive.refusal() === null) meet(null).catch((failure: unknown) => log.error(failure));
  });
  return { watch, copies };
};
