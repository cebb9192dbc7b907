import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createCopyMerger } from '#electron/handlers/copies/copy-merger.ts';
import { keepTakenBack } from '#electron/handlers/copies/keep-taken-back.ts';
import type { Emit, HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { createLossKeeper, type LossKeeper } from '#electron/handlers/review/loss-keeper.ts';
import { log } from '#electron/platform/log.ts';
import { spawnWatchProcess } from '#electron/platform/spawn-processes.ts';
import { thisMachine } from '#electron/platform/this-machine.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { ArchiveWatch } from '#electron/ports/archive-watch.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import { placeOfName } from '#electron/storage/folder/place-of-name.ts';
import { createArchiveWatch } from '#electron/watch/create-archive-watch.ts';

type Followed = {
  readonly archive: Archive;
  readonly emit: Emit;
  readonly local: LocalState;
  /** Resolves when the archive's lists have been read; missing files are looked for only after that. */
  readonly listsReady: Promise<void>;
  /** Resolves when there is time to watch; absent for short runs, in which nothing is watched. */
  readonly windowDrawn?: Promise<void>;
};

export type OtherPrograms = {
  readonly watch: ArchiveWatch | null;
  /** The use cases that handle what was found. */
  readonly found: Pick<HandlerDeps, 'leftCopies' | 'mergeCopy' | 'losses'>;
};

/** A sync delivers related files one by one, and the manifest may arrive last. */
const SETTLED_AFTER_MS = 5000;

/** Whether a file name is one that the manifest covers; notes and memos change all the time and are not. */
const concernsManifest =
  (archiveFolder: string) =>
  (name: string): boolean =>
    name === 'manifest.json' ||
    placeOfName(name)?.kind === 'sealed' ||
    !existsSync(join(archiveFolder, name));

/**
 * Follows the changes that other programs make to the archive. The archive itself reads the changed files; then copies
 * that a sync has placed beside files are merged, and content of ours that such a program has overwritten is kept for
 * the analyst to choose from.
 */
export const followOtherPrograms = (followed: Followed): OtherPrograms => {
  const { archive, emit, windowDrawn } = followed;
  const losses = keepLosses(followed);
  const tell: Parameters<typeof createCopyMerger>[0]['tell'] = (merged) => emit('copies-merged', merged);
  const copies = createCopyMerger({ archive, machine: thisMachine, tell });
  archive.onTakenBack((changes) => {
    keepTakenBack({ archive, machine: thisMachine }, changes).then(
      (kept) => {
        if (!kept.ok) log.error(`what another program reversed was not kept: ${kept.error.code}`);
        else if (kept.value > 0) emit('taken-back', { count: kept.value });
      },
      (failure: unknown) => log.error(failure),
    );
  });
  const found = { leftCopies: copies.left, mergeCopy: copies.merge, losses };
  if (windowDrawn === undefined) return { watch: null, found };
  const lookSettled = createSettled(() => losses.look());
  const concerns = concernsManifest(archive.folder);
  void followed.listsReady.then(() => losses.look()).catch((failure: unknown) => log.error(failure));
  const watch = createArchiveWatch({
    spawn: (asksSystem) => spawnWatchProcess(archive.folder, asksSystem),
    report: (failure) => log.warn(failure),
    hasTime: windowDrawn,
  });
  watch.onState(({ mode }) => log.info(`other programs are followed: ${mode}`));
  const meet = async (names: readonly string[] | null): Promise<void> => {
    await archive.lookOutside(names);
    await copies.meet(names ?? []);
    if (names?.some(concerns) === true) lookSettled();
  };
  watch.onChanged((names) => {
    meet(names).catch((failure: unknown) => log.error(failure));
  });
  // Changes made while the folder was away are read when it is back.
  watch.onStanding(() => {
    if (archive.refusal() === null) meet(null).catch((failure: unknown) => log.error(failure));
  });
  return { watch, found };
};

const keepLosses = ({ archive, emit, local, windowDrawn }: Followed): LossKeeper =>
  createLossKeeper({
    archive,
    local,
    machine: thisMachine,
    tell: () =>
      emit('archive-changed', {
        topics: ['conflicts'],
        articleIds: [],
        memoIds: [],
        gone: [],
        undo: archive.undoState(),
      }),
    looksWhenAsked: windowDrawn === undefined,
  });

/** Runs a task once no request for it has come for a while. */
const createSettled = (task: () => Promise<void>): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void task().catch((failure: unknown) => log.error(failure)), SETTLED_AFTER_MS);
    timer.unref();
  };
};
