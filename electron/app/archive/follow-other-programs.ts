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
  /** Resolves when the lists are read in: what is gone is looked for after that. */
  readonly listsReady: Promise<void>;
  /** Resolves when there is time for it; absent where nothing stays open for long, and nothing is watched. */
  readonly windowDrawn?: Promise<void>;
};

export type OtherPrograms = {
  readonly watch: ArchiveWatch | null;
  /** What the use cases ask of it. */
  readonly found: Pick<HandlerDeps, 'leftCopies' | 'mergeCopy' | 'losses'>;
};

/** A sync brings what belongs together bit by bit, and the manifest may come last. */
const SETTLED_AFTER_MS = 5000;

/** Whether a name is of what the manifest speaks of: notes and memos change all the time. */
const concernsManifest =
  (archiveFolder: string) =>
  (name: string): boolean =>
    name === 'manifest.json' ||
    placeOfName(name)?.kind === 'sealed' ||
    !existsSync(join(archiveFolder, name));

/**
 * What other programs do to the archive is looked at by the archive itself; then the copies are merged that a sync has
 * laid beside files, and what such a program has taken back of our own is kept for a choice.
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
  // What had come and gone meanwhile is looked at when it is back.
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

/** Runs a task once nobody has asked for it for a while. */
const createSettled = (task: () => Promise<void>): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void task().catch((failure: unknown) => log.error(failure)), SETTLED_AFTER_MS);
    timer.unref();
  };
};
