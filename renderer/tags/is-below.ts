import type { TagRow } from '#domain/contract/rows.ts';
import type { TagId } from '#domain/ids.ts';

/** Whether `id` is `above` or stands below it. */
export const isBelow = (rows: ReadonlyMap<TagId, TagRow>, id: TagId, above: TagId): boolean => {
  if (id === above) return true;
  const parentId = rows.get(id)?.parentId ?? null;
  return parentId !== null && isBelow(rows, parentId, above);
};
