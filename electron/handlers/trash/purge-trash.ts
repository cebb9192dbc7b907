import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { countTrashDay, listPastTerm, purgePastTerm, type ThrownAway } from './throw-away.ts';

/** More than so many things never go without a question. */
export const MAX_UNASKED = 10;

/** What went, and how many things wait for a question because they are too many. */
export type Purged = ThrownAway & { readonly waiting: number };

/**
 * Once at each start: counts the day, and takes out of the trash for ever what is past its term and no memo rests on.
 * More than MAX_UNASKED things stay until they are asked for.
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
