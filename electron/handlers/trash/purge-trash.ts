import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { countTrashDay, listPastTerm, purgePastTerm, type ThrownAway } from './throw-away.ts';

/** If more things than this are due, they are only deleted after a question. */
export const MAX_UNASKED = 10;

/** What was deleted for good, and how many things wait for a question because they are too many. */
export type Purged = ThrownAway & { readonly waiting: number };

/**
 * Runs once at each start: counts the day, and permanently deletes what has been in the trash for its full term, unless
 * a memo depends on it. More than MAX_UNASKED things stay until the person confirms.
 */
export const purgeTrash = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'local' | 'machine'>,
): Promise<Result<Purged, AppError>> => {
  await countTrashDay(deps);
  const { length } = await listPastTerm(deps);
  if (length > MAX_UNASKED) return ok({ removed: 0, held: 0, waiting: length });
  const purged = await purgePastTerm(deps);
  return purged.ok ? ok({ ...purged.value, waiting: 0 }) : purged;
};
