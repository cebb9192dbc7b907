/**
 * Pictures that nothing refers to any more: figures removed from a memo that are in no snapshot, and pictures of
 * regions that were changed or deleted. While an archive is open an undo may need one, so they are removed only when
 * nobody has it open, and only on request.
 */
import { readArchivePath } from '#domain/archive/merge/archive-path.ts';
import { type PictureName, pictureOfPath } from '#domain/picture/stored-picture.ts';
import { type FullFinding, isUnsound } from './findings.ts';
import { listPaths } from './list-files.ts';
import type { CheckedPlace } from './read-one.ts';
import { listTexts, readText } from './remnants.ts';

const HASH = /[0-9a-f]{64}/gu;

/** The files of a folder that refer to its own pictures. */
const namersIn = { article: ['body.json', 'annotations.json'], memo: ['memo.json'] } as const;

/** The picture at `path`; null if it is not one, or if its folder lacks a required file, as during a sync. */
const pictureAt = (path: string, present: ReadonlySet<string>): PictureName | null => {
  const at = readArchivePath(path);
  const picture = at?.in === 'folder' ? pictureOfPath(at.name) : null;
  if (at?.in !== 'folder' || picture === null) return null;
  const folder = path.slice(0, -at.name.length);
  return namersIn[at.folder.kind].every((name) => present.has(`${folder}${name}`)) ? picture : null;
};

/** All hashes in the files; null if one of the files can't be read, since it may refer to any picture. */
const hashesIn = async (
  place: CheckedPlace,
  paths: readonly string[],
): Promise<ReadonlySet<string> | null> => {
  const hashes = new Set<string>();
  for (const path of paths) {
    const text = await readText(place, path);
    if (text === null) return null;
    for (const [hash] of text.matchAll(HASH)) hashes.add(hash);
  }
  return hashes;
};

/**
 * The picture files, relative to the archive, whose hash occurs in no other file of it; sorted. Empty if a file is
 * unsound, since it may have referred to them, and if Git has stopped in the middle of a merge.
 */
export const findUnusedPictures = async (
  place: CheckedPlace,
  findings: readonly FullFinding[],
): Promise<readonly string[]> => {
  if (place.isMergeStopped === true || findings.some(mayHaveNamed)) return [];
  const paths = await listPaths(place.root);
  const present = new Set(paths);
  const pictures = paths.flatMap((path) => {
    const picture = pictureAt(path, present);
    return picture === null ? [] : [{ path, sha256: picture.sha256 }];
  });
  if (pictures.length === 0) return [];
  const named = await hashesIn(place, await listTexts(place.root));
  return named === null ? [] : pictures.filter(({ sha256 }) => !named.has(sha256)).map(({ path }) => path);
};

const mayHaveNamed = (found: FullFinding): boolean => {
  const at = readArchivePath(found.file);
  return isUnsound(found) && (at === null || at.kind !== null);
};
