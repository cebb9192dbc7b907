import type { RecordFolder } from '#domain/archive/changes.ts';
import type { Sha256 } from '#domain/ids.ts';
import { type ArchiveState, forgetFolder } from '../archive-state.ts';
import { folderOf } from '../folder/layout.ts';
import { moveToTrash, readDeletedAtMs, restoreFromTrash } from '../folder/move-folder.ts';
import { type NewFiles, removeNewFolder, writeNewFolder } from '../folder/new-folder.ts';

/** Something that is done to the disk as a whole or not at all. */
export type DiskOperation = {
  /** The file or folder that an error names. */
  readonly name: string;
  /** Whether it may be run beside others of its kind, since it touches nothing that they touch. */
  readonly mayOverlap?: true;
  /**
   * Computes the bytes of the one file that `run` writes, and returns their SHA-256. Absent for a folder that is
   * created or removed.
   */
  prepare?(): Promise<Sha256>;
  /** When it throws, nothing was done. */
  run(): Promise<void>;
  /** Undoes a `run` that succeeded. */
  rollback(): Promise<void>;
  /** Lets readers see what `run` did. */
  publish(): void;
};

/** Writes the folder of a new article or memo. */
export const addFolder = (
  state: ArchiveState,
  folder: RecordFolder,
  makeFiles: () => NewFiles,
): DiskOperation =>
  arriveAs(state, folder, {
    name: folderOf(folder, 'archive'),
    mayOverlap: true,
    run: async () => writeNewFolder(state.context, folder, makeFiles()),
    rollback: () => removeNewFolder(state.context, folder),
  });

/** Brings a folder back from the trash. */
export const restoreFolder = (state: ArchiveState, folder: RecordFolder): DiskOperation => {
  const { context } = state;
  let deletedAtMs = 0;
  return arriveAs(state, folder, {
    name: folderOf(folder, 'trash'),
    run: async () => {
      deletedAtMs = (await readDeletedAtMs(context, folder)) ?? context.machine.nowMs();
      await restoreFromTrash(context, folder);
    },
    rollback: () => moveToTrash(context, folder, deletedAtMs),
  });
};

/** Moves a folder to the trash. */
export const discardFolder = (state: ArchiveState, folder: RecordFolder): DiskOperation => ({
  name: folderOf(folder, 'archive'),
  run: () => moveToTrash(state.context, folder, state.context.machine.nowMs()),
  rollback: () => restoreFromTrash(state.context, folder),
  publish: () => forgetFolder(state, folder),
});

/** Hides a folder from readers until the whole act that it belongs to is on the disk. */
const arriveAs = (
  state: ArchiveState,
  folder: RecordFolder,
  { run, rollback, ...rest }: Omit<DiskOperation, 'publish'>,
): DiskOperation => {
  const appear = (): void => {
    state.arriving.delete(folder.id);
    forgetFolder(state, folder);
  };
  return {
    ...rest,
    run: async () => {
      state.arriving.add(folder.id);
      await run().catch((cause: unknown) => {
        appear();
        throw cause;
      });
    },
    rollback: async () => {
      await rollback();
      appear();
    },
    publish: appear,
  };
};
