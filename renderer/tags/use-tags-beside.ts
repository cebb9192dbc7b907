import type { TagId } from '#domain/ids.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { isBelow } from '#renderer/parts/tree/is-below.ts';

/** Every tag but `id` and those below it, as options: where it may be moved, and into what it may be merged. */
export const useTagsBeside = (id: TagId) => {
  const { rows, byId } = useTags();
  return rows
    .filter((row) => !isBelow(byId, row.id, id))
    .map((row) => ({ id: row.id, name: printPath(row.path), detail: String(row.ownCount) }));
};
