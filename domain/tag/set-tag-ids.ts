import type { TagId } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';

/** The live tag that an id stands for; null where it is gone. */
export type LiveTagId = (id: TagId) => TagId | null;

export type UnknownTag = { readonly code: 'not-found'; readonly what: 'tag'; readonly id: TagId };

/** The live tags that `ids` stand for, each once. */
export const liveTagIdsOf = (liveTagId: LiveTagId, ids: readonly TagId[]): TagId[] => [
  ...new Set(ids.flatMap((id) => liveTagId(id) ?? [])),
];

/**
 * The tag ids of a record that carried `before` and is to carry `wanted`; refuses a tag that is gone. Tags in the
 * trash that it carried stay on it unseen, so that restoring one brings it back to where it was.
 */
export const setTagIds = (
  liveTagId: LiveTagId,
  wanted: readonly TagId[],
  before: readonly TagId[],
): Result<TagId[], UnknownTag> => {
  const isGone = (id: TagId): boolean => liveTagId(id) === null;
  const unknown = wanted.find((id) => isGone(id) && !before.includes(id));
  if (unknown !== undefined) return err({ code: 'not-found', what: 'tag', id: unknown });
  return ok([...liveTagIdsOf(liveTagId, wanted), ...new Set(before.filter(isGone))]);
};

/**
 * The tag ids of a record that carried `before`, with the live ones of `add` and without those of `remove`. Tags that
 * are not spoken of stay as they are written, those in the trash too.
 */
export const changeTagIds = (
  liveTagId: LiveTagId,
  before: readonly TagId[],
  { add, remove }: { readonly add: readonly TagId[]; readonly remove: readonly TagId[] },
): Result<TagId[], UnknownTag> => {
  const added = setTagIds(liveTagId, add, []);
  if (!added.ok) return added;
  const removed = new Set(remove.map((id) => liveTagId(id) ?? id));
  const kept = before.filter((id) => !removed.has(liveTagId(id) ?? id));
  const carried = new Set(kept.map(liveTagId));
  return ok([...kept, ...added.value.filter((id) => !carried.has(id))]);
};
