import { SNAPSHOT_VERSION } from '#domain/archive/files.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import type { ArchiveState } from '../archive-state.ts';
import { bytesOfContent } from '../file/bytes-of-content.ts';
import { rollback, writeAtomically } from '../file/write/write-atomically.ts';
import { nameOfSnapshot, snapshotFolderOf } from '../folder/layout.ts';
import { makeFolderIn } from '../folder/make-folder-in.ts';
import { requireFolder } from '../folder/move-folder.ts';
import { pathOf } from '../storage-context.ts';
import type { DiskOperation } from './disk-operation.ts';

/** Writes a snapshot into the folder of its memo. An existing file is never replaced. */
export const addSnapshot = ({ context }: ArchiveState, snapshot: Snapshot): DiskOperation => {
  const { memoId, id } = snapshot;
  const name = nameOfSnapshot(memoId, id);
  const path = pathOf(context, name);
  return {
    name,
    run: async () => {
      requireFolder(context, { kind: 'memo', id: memoId });
      const text = bytesOfContent('snapshot', { version: SNAPSHOT_VERSION, snapshot });
      const bytes = await context.codec.encode(text);
      makeFolderIn(context, snapshotFolderOf(memoId));
      await writeAtomically(path, bytes, context.temporaryPath(path), {
        expected: 'none',
        mode: context.modes().file,
      });
    },
    rollback: () => rollback(path, false, context.temporaryPath(path)),
    publish: () => undefined,
  };
};
