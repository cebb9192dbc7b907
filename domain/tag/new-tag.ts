import type { TagId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import type { Tag } from './tag.ts';

/** A tag that nothing is said of yet. */
export const newTag = (id: TagId, name: string, parentId: TagId | null, at: Timestamp): Tag => ({
  id,
  name,
  parentId,
  definition: { useWhen: '', notWhen: '', example: '' },
  aliases: [],
  group: null,
  mergedInto: null,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
});
