import type { BackedUpFile } from '#domain/backup/backup-list.ts';
import { type NamedList, readFilesOf } from '../repository/lists.ts';
import type { Repository } from '../repository/open-repository.ts';
import type { Reuse } from './follow-archive.ts';
import { isSameState } from './walk-archive.ts';

/** The clock of a file system may be coarse (FAT: 2 s): what was written this shortly before may have changed after. */
const COARSEST_CLOCK_NS = 3_000_000_000n;

const isOlderThan = ({ mtimeNs, ctimeNs }: BackedUpFile, momentNs: bigint): boolean =>
  BigInt(mtimeNs) < momentNs && BigInt(ctimeNs) < momentNs;

/**
 * What the newest backup of the same folder knows: a file that seems the same and had rested before that backup was
 * made need not be read again, as long as its content is there.
 */
export const reuseOf = async (
  { objects }: Repository,
  lists: readonly NamedList[],
  origin: { readonly host: string; readonly folder: string },
): Promise<Reuse> => {
  const last = lists.find(({ head }) => head.host === origin.host && head.folder === origin.folder);
  const files = last === undefined ? null : await readFilesOf(last, objects);
  if (last === undefined || files === null) return () => null;
  const momentNs = BigInt(Date.parse(last.head.takenAt)) * 1_000_000n - COARSEST_CLOCK_NS;
  const known = new Map(files.map((file) => [file.path, file]));
  return (found) => {
    const file = known.get(found.path);
    if (file === undefined || !isSameState(file, found) || !objects.has(file.sha256)) return null;
    return isOlderThan(file, momentNs) ? file : null;
  };
};
