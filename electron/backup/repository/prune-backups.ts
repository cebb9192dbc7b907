import { backupsToKeep } from '#domain/backup/rotation.ts';
import type { Sha256 } from '#domain/ids.ts';
import { type NamedList, readFilesOf } from './lists.ts';
import type { Repository } from './open-repository.ts';

/** Two copies of one archive rotate each for itself. */
const originOf = ({ head: { host, folder } }: NamedList): string => JSON.stringify([host, folder]);

/** Whether all that the list names is there, by name. */
export const isComplete = async (list: NamedList, { objects }: Repository): Promise<boolean> => {
  if (list.head.leftOutCount > 0) return false;
  const files = await readFilesOf(list, objects);
  return files?.every(({ sha256 }) => objects.has(sha256)) ?? false;
};

/** Lists are long: only the newest are looked through, until one is found that is surely whole. */
const findWhole = async (
  lists: readonly NamedList[],
  repository: Repository,
): Promise<ReadonlySet<string>> => {
  const broken = new Set<string>();
  for (const list of lists) {
    if (await isComplete(list, repository)) break;
    broken.add(list.id);
  }
  return new Set(lists.flatMap(({ id, head }) => (broken.has(id) || head.leftOutCount > 0 ? [] : [id])));
};

const listsToKeep = async (
  lists: readonly NamedList[],
  repository: Repository,
  nowMs: number,
): Promise<ReadonlySet<string>> => {
  const whole = await findWhole(lists, repository);
  const dated = lists.map(({ id, head }) => ({
    id,
    takenAtMs: Date.parse(head.takenAt),
    isWhole: whole.has(id),
  }));
  return backupsToKeep(dated, nowMs);
};

/**
 * Lets go of the backups that the rotation does not keep, and then of the contents that no other has. A list is gone
 * for good before a content of it goes. Where a list can't be read, it is not known what it needs: then no content
 * goes.
 */
export const pruneBackups = async (repository: Repository, nowMs: number): Promise<number> => {
  const { lists, hasDamaged } = await repository.lists.readAll();
  const origins = new Map<string, NamedList[]>();
  for (const list of lists) origins.set(originOf(list), [...(origins.get(originOf(list)) ?? []), list]);
  const kept = new Set<string>();
  for (const own of origins.values())
    for (const id of await listsToKeep(own, repository, nowMs)) kept.add(id);
  const going = lists.filter(({ id }) => !kept.has(id));
  if (going.length === 0) return 0;
  await repository.lists.remove(going.map(({ id }) => id));
  if (!hasDamaged)
    await removeUnneeded(
      repository,
      lists.filter(({ id }) => kept.has(id)),
    );
  return going.length;
};

/**
 * Lets go of the contents that none of these backups has. Where a part can't be read none goes, and the answer is
 * false.
 */
export const removeUnneeded = async (
  { objects }: Repository,
  lists: readonly NamedList[],
): Promise<boolean> => {
  const needed = new Set<Sha256>();
  const read = new Set<Sha256>();
  for (const { head, parts } of lists) {
    // Most parts are those of the list before.
    const fresh = parts.filter(({ part }) => !read.has(part));
    const files = await readFilesOf({ head, parts: fresh }, objects);
    if (files === null) return false;
    for (const { part } of fresh) {
      read.add(part);
      needed.add(part);
    }
    for (const { sha256 } of files) needed.add(sha256);
  }
  for (const sha256 of objects.names()) if (!needed.has(sha256)) objects.remove(sha256);
  return true;
};
