/**
 * The pictures of articles and memos: files in their folders, named by the SHA-256 of their bytes. A file with a
 * different hash is not read.
 */
import type { RecordFolder } from '#domain/archive/changes.ts';
import type { ReadFailure } from '#domain/contract/errors/archive-errors.ts';
import { MAX_PICTURE_BYTES, type PictureName, pathOfPicture } from '#domain/picture/stored-picture.ts';
import type { FoundPicture } from '#electron/ports/archive.ts';
import { readDecoded } from '../file/read/read-decoded.ts';
import { hashBytes } from '../hash-text.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { folderOf, type Whereabouts } from './layout.ts';
import { folderLinkedOut } from './linked-out.ts';
import { listIds } from './list-records.ts';

export const nameOfPicture = (
  folder: RecordFolder,
  picture: PictureName,
  where: Whereabouts = 'archive',
): string => `${folderOf(folder, where)}/${pathOfPicture(picture)}`;

/**
 * The system may only deny access for now; a folder, a link that leads out or a file that is too large is not a picture
 * of ours.
 */
const mayBeSound = (reason: ReadFailure): boolean => reason === 'no-permission' || reason === 'other';

const readAt = async (
  context: StorageContext,
  name: string,
  { sha256 }: PictureName,
): Promise<FoundPicture> => {
  if (folderLinkedOut(context.root, name) !== null) return { kind: 'other' };
  const read = await readDecoded(pathOf(context, name), MAX_PICTURE_BYTES, context.codec);
  if (read.kind === 'nothing') return { kind: 'nothing' };
  if (read.kind === 'unreadable' && mayBeSound(read.reason)) return { kind: 'unreadable' };
  const isIt = read.kind === 'bytes' && hashBytes(read.bytes) === sha256;
  return isIt ? { kind: 'picture', bytes: read.bytes } : { kind: 'other' };
};

/** A picture in the folder of an article or a memo that is not in the trash. */
export const readPicture = (
  context: StorageContext,
  folder: RecordFolder,
  picture: PictureName,
): Promise<FoundPicture> => readAt(context, nameOfPicture(folder, picture), picture);

/** A picture in the folder of any memo that has it, including those in the trash; null if none has it. */
export const findPicture = async (
  context: StorageContext,
  picture: PictureName,
): Promise<Uint8Array | null> => {
  for (const where of ['archive', 'trash'] as const) {
    for (const id of await listIds(context, 'memo', where)) {
      const name = nameOfPicture({ kind: 'memo', id }, picture, where);
      const read = await readAt(context, name, picture);
      if (read.kind === 'picture') return read.bytes;
    }
  }
  return null;
};
