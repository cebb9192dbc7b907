/** Whom or what a passage or an event is about: people, bodies and places of the register. */
import { z } from 'zod';
import { type SourceId, sourceIdSchema } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';

/** So many a passage or an event may name. */
export const MAX_CONCERNED = 200;

/** Each once, in the order in which they are named. Who says it is the speaker, and need not be among them. */
export const concernedIdsSchema = z.array(sourceIdSchema).max(MAX_CONCERNED);

/** The live source that an id stands for; null where it is gone. */
export type LiveSourceId = (id: SourceId) => SourceId | null;

/**
 * The live sources that those `wanted` stand for, each once. Ids that stood there before are kept whatever became of
 * them; the first new one of no source is the error.
 */
export const setConcernedIds = (
  liveSourceId: LiveSourceId,
  wanted: readonly SourceId[],
  before: readonly SourceId[] = [],
): Result<SourceId[], SourceId> => {
  const ids = new Set<SourceId>();
  for (const id of wanted) {
    const live = liveSourceId(id) ?? (before.includes(id) ? id : null);
    if (live === null) return err(id);
    ids.add(live);
  }
  return ok([...ids]);
};

/**
 * Those that a record concerned `before`, with `add` and without `remove`, up to the most there may be. What is not
 * spoken of stays as it is written, in the trash too. The first of `add` that is no source is the error.
 */
export const changeConcernedIds = (
  liveSourceId: LiveSourceId,
  before: readonly SourceId[],
  { add, remove }: { readonly add: readonly SourceId[]; readonly remove: readonly SourceId[] },
): Result<SourceId[], SourceId> => {
  const added = setConcernedIds(liveSourceId, add);
  if (!added.ok) return added;
  const standing = (id: SourceId): SourceId => liveSourceId(id) ?? id;
  const removed = new Set(remove.map(standing));
  const kept = before.filter((id) => !removed.has(standing(id)));
  const known = new Set(kept.map(standing));
  return ok([...kept, ...added.value.filter((id) => !known.has(id))].slice(0, MAX_CONCERNED));
};
