import { normaliseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { SNAPSHOT_VERSION } from '#domain/archive/files.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import type { ArchiveState } from '../archive-state.ts';
import { requireReadableSize } from '../file/read/size-limits.ts';
import { rollback, writeAtomically } from '../file/write/write-atomically.ts';
import { nameOfSnapshot, snapshotFolderOf } from '../folder/layout.ts';
import { makeFolderIn } from '../folder/make-folder-in.ts';
import { requireMemoFolder } from '../folder/move-folder.ts';
import { pathOf } from '../storage-context.ts';
import type { DiskOperation } from './disk-operation.ts';

/** Writes a snapshot into the folder of its memo. Nothing that stands there is ever replaced. */
export const addSnapshot = ({ context }: ArchiveState, snapshot: Snapshot): DiskOperation => {
  const { memoId, id } = snapshot;
  const name = nameOfSnapshot(memoId, id);
  const path = pathOf(context, name);
  return {
    name,
    run: async () => {
      requireMemoFolder(context, memoId);
      const content = normaliseContent('snapshot', { version: SNAPSHOT_VERSION, snapshot });
      const text = Buffer.from(serialiseContent(content), 'utf8');
      requireReadableSize('snapshot', text);
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
