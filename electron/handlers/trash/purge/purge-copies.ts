import { isPastTrashTerm } from '#domain/archive/trash-term.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { KeptCopy } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import type { ThrownAway } from './throw-away.ts';

/** The merged copies that have lain there for their term. What they said stands in the archive: the clock alone counts. */
export const copiesPastTerm = async ({
  archive,
  machine,
}: Pick<HandlerDeps, 'archive' | 'machine'>): Promise<readonly KeptCopy[]> =>
  (await archive.keptCopies()).filter(({ keptAtMs }) =>
    isPastTrashTerm(toTimestamp(keptAtMs), machine.nowMs()),
  );

/** Throws away, and the copies with it; where the rest can't go, they stay too. */
export const withCopies = async (
  { archive }: Pick<HandlerDeps, 'archive'>,
  copies: readonly KeptCopy[],
  throwRestAway: () => Promise<Result<ThrownAway, AppError>>,
): Promise<Result<ThrownAway, AppError>> => {
  const thrown = await throwRestAway();
  if (!thrown.ok || copies.length === 0) return thrown;
  const removed = await archive.removeCopies(copies.map(({ name }) => name));
  return removed.ok ? ok({ ...thrown.value, removed: thrown.value.removed + removed.value }) : removed;
};
