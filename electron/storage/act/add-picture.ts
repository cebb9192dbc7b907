import { MAX_PICTURE_BYTES } from '#domain/picture/stored-picture.ts';
import type { NewPicture } from '#electron/ports/archive.ts';
import type { ArchiveState } from '../archive-state.ts';
import { fingerprintOf } from '../file/fingerprint.ts';
import { setAside } from '../file/read/set-aside.ts';
import { systemError } from '../file/system-error.ts';
import { rollback, writeAtomically } from '../file/write/write-atomically.ts';
import { pictureFolderOf } from '../folder/layout.ts';
import { makeFolderIn } from '../folder/make-folder-in.ts';
import { requireFolder } from '../folder/move-folder.ts';
import { nameOfPicture, readPicture } from '../folder/pictures.ts';
import { hashBytes } from '../hash-text.ts';
import { pathOf } from '../storage-context.ts';
import type { DiskOperation } from './disk-operation.ts';

/**
 * Writes a picture into the folder of its article or memo. One that is there already stays; other bytes under its name
 * are kept beside it. Bytes that do not have the hash are a bug.
 */
export const addPicture = (
  { context }: ArchiveState,
  { holder, picture, bytes }: NewPicture,
): DiskOperation => {
  const name = nameOfPicture(holder, picture);
  const path = pathOf(context, name);
  let written: { readonly hadFile: boolean } | null = null;
  return {
    name,
    run: async () => {
      if (hashBytes(bytes) !== picture.sha256 || bytes.length > MAX_PICTURE_BYTES)
        throw new Error(`The picture ${picture.sha256} is not what it is called.`);
      requireFolder(context, holder);
      const stands = await readPicture(context, holder, picture);
      if (stands.kind === 'picture') return;
      if (stands.kind === 'unreadable') throw systemError('EIO', `${name} can't be read now.`);
      const encoded = await context.codec.encode(bytes);
      makeFolderIn(context, pictureFolderOf(holder));
      const expected = fingerprintOf(path);
      if (stands.kind === 'other') setAside(path, context.machine.nowMs(), true);
      written = await writeAtomically(path, encoded, context.temporaryPath(path), {
        expected,
        mode: context.modes().file,
      });
    },
    rollback: async () => {
      if (written !== null) await rollback(path, written.hadFile, context.temporaryPath(path));
    },
    publish: () => undefined,
  };
};
