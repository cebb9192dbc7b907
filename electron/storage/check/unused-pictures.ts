/**
 * Pictures that nothing needs any more: figures that were taken out of a memo and that no snapshot shows, pixels of regions
 * whose edges were moved or that are gone. While an archive is open an undo may want one back, so they are put away where nobody has it open, and only when that is asked.
 */
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readArchivePath } from '#domain/archive/merge/trees/archive-path.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type PictureName, pictureOfPath } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type FileCodec, hasAgeHeader } from '../encryption/file-codec.ts';
import { readBytes } from '../file/read/read-bytes.ts';
import { sizeLimits } from '../file/read/size-limits.ts';
import { toWriteFailed } from '../file/system-error.ts';
import { makeFolderIn } from '../folder/make-folder-in.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { listPaths } from './list-files.ts';
import type { CheckedPlace } from './read-one.ts';
import type { RepairedFile } from './repair-archive.ts';

const MAX_BYTES = Math.max(...Object.values(sizeLimits));
const HASH = /[0-9a-f]{64}/gu;

/** The files of a folder that name its own pictures. */
const namersIn = { article: ['body.json', 'annotations.json'], memo: ['memo.json'] } as const;

/** The picture at `path`; null where none is, and of a folder that lacks a file of its own, as while a sync brings it. */
const pictureAt = (path: string, present: ReadonlySet<string>): PictureName | null => {
  const at = readArchivePath(path);
  const picture = at?.in === 'folder' ? pictureOfPath(at.name) : null;
  if (at?.in !== 'folder' || picture === null) return null;
  const folder = path.slice(0, -at.name.length);
  return namersIn[at.folder.holds].every((name) => present.has(`${folder}${name}`)) ? picture : null;
};

/** Also what was written before, set aside, or left by a sync may be wanted back. */
const mayNamePictures = (path: string): boolean => path.includes('.json');

/** What a file says, in an encrypted archive also one that lies there in the clear; null where it can't be read. */
const readText = async (path: string, codec: FileCodec): Promise<string | null> => {
  const read = await readBytes(path, MAX_BYTES);
  if (read.found === 'nothing') return '';
  if (read.found === 'unreadable') return null;
  const decoded = hasAgeHeader(read.bytes) ? await codec.decode(read.bytes) : read;
  return decoded.found === 'bytes' ? Buffer.from(decoded.bytes).toString('latin1') : null;
};

/** All hashes that stand in the files; null where one of them can't be read, which may name any. */
const hashesIn = async (
  { root, codec }: CheckedPlace,
  paths: readonly string[],
): Promise<ReadonlySet<string> | null> => {
  const hashes = new Set<string>();
  for (const path of paths) {
    const text = await readText(join(root, path), codec);
    if (text === null) return null;
    for (const [hash] of text.matchAll(HASH)) hashes.add(hash);
  }
  return hashes;
};

/**
 * The files of pictures, relative to the archive, whose hash stands in no other file of it; sorted. None of an article or a
 * memo of which a file is missing, which may name them.
 */
export const findUnusedPictures = async (place: CheckedPlace): Promise<readonly string[]> => {
  const paths = await listPaths(place.root);
  const present = new Set(paths);
  const pictures = paths.flatMap((path) => {
    const picture = pictureAt(path, present);
    return picture === null ? [] : [{ path, sha256: picture.sha256 }];
  });
  if (pictures.length === 0) return [];
  const named = await hashesIn(place, paths.filter(mayNamePictures));
  return named === null ? [] : pictures.filter(({ sha256 }) => !named.has(sha256)).map(({ path }) => path);
};

/** Moves them to `asideFolder`, relative to the archive, which nobody may have open. */
export const putAwayPictures = async (
  context: StorageContext,
  files: readonly string[],
  asideFolder: string,
): Promise<Result<readonly RepairedFile[], AppError>> => {
  const moved: RepairedFile[] = [];
  for (const file of files) {
    const keptAs = `${asideFolder}/${file}`;
    try {
      makeFolderIn(context, dirname(keptAs));
      await rename(pathOf(context, file), pathOf(context, keptAs));
    } catch (cause) {
      return err(toWriteFailed(file, cause));
    }
    moved.push({ file, keptAs });
  }
  return ok(moved);
};
