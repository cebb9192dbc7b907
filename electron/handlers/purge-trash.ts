import { isPastTrashTerm } from '#domain/archive/trash-term.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { Result } from '#domain/result.ts';
import { type ThrownAway, throwAway } from './acts/trash/throw-away.ts';
import type { HandlerDeps } from './handler-deps.ts';

/** Takes out of the trash for ever what has lain there for its term and no memo rests on. */
export const purgeTrash = (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
): Promise<Result<ThrownAway, AppError>> => {
  const nowMs = deps.machine.nowMs();
  return throwAway(deps, (deletedAt) => isPastTrashTerm(deletedAt, nowMs));
};
