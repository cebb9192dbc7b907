import { isPastTrashTerm } from '#domain/archive/trash-days.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { KeptCopy } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { listTrash } from './list-trash.ts';
import { lookIntoTrash } from './look-into-trash.ts';
import { restoreRows } from './restore-rows.ts';
import { listPastTerm, purgePastTerm, removeRows, type ThrownAway, throwAway } from './throw-away.ts';

type TrashHandlers = HandlersOn<'trash'>;

/**
 * The merged copies that have been there for their full term. Their content is in the archive, so only the clock
 * counts.
 */
const copiesPastTerm = async ({
  archive,
  machine,
}: Pick<HandlerDeps, 'archive' | 'machine'>): Promise<readonly KeptCopy[]> =>
  (await archive.keptCopies()).filter(({ keptAtMs }) =>
    isPastTrashTerm(toTimestamp(keptAtMs), machine.nowMs()),
  );

/** Deletes permanently, including the copies; if the rest can't be deleted, the copies stay too. */
const withCopies = async (
  { archive }: Pick<HandlerDeps, 'archive'>,
  copies: readonly KeptCopy[],
  throwRestAway: () => Promise<Result<ThrownAway, AppError>>,
): Promise<Result<ThrownAway, AppError>> => {
  const thrown = await throwRestAway();
  if (!thrown.ok || copies.length === 0) return thrown;
  const removed = await archive.removeCopies(copies.map(({ name }) => name));
  return removed.ok ? ok({ ...thrown.value, removed: thrown.value.removed + removed.value }) : removed;
};

/** The use cases of the trash. */
export const createTrashHandlers = (deps: HandlerDeps): TrashHandlers => ({
  /** Returns all that can be restored, the last deleted first, and which memos keep it from being removed. */
  'trash:list': async () => ok(await listTrash(deps)),

  /** Read from the files themselves. */
  'trash:faults': async () =>
    ok((await deps.archive.trashFaults()).map(({ kind, id, error }) => ({ kind, id, fault: error }))),

  /** Read from the folder itself. */
  'trash:copies': async () =>
    ok(
      (await deps.archive.keptCopies()).map(({ name, keptAtMs }) => ({
        name,
        keptAt: toTimestamp(keptAtMs),
      })),
    ),

  /** Read from the files themselves; what can't be read is not shown. */
  'trash:look': (row) => lookIntoTrash(deps, row),

  /** Restores rows, with what was deleted together with each. */
  'trash:restore': ({ rows }) => restoreRows(deps, rows),

  /** Permanently removes rows; not an undo step. See removeRows. */
  'trash:remove': ({ rows }) => removeRows(deps, rows),

  /** What has been there for its full term, by the clock and by the days on which this machine was used. */
  'trash:past-term': async () =>
    ok([
      ...(await listPastTerm(deps)).map(({ id }) => id),
      ...(await copiesPastTerm(deps)).map(({ name }) => name),
    ]),

  /** Permanently removes that; not an undo step. */
  'trash:purge': async () => withCopies(deps, await copiesPastTerm(deps), () => purgePastTerm(deps)),

  /** Permanently empties the trash, except for what a memo depends on; not an undo step. See throwAway. */
  'trash:empty': async () =>
    withCopies(deps, await deps.archive.keptCopies(), () => throwAway(deps, () => true)),
});
