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
 * The merged copies that have lain there for their term. What they said stands in the archive: the clock alone counts.
 */
const copiesPastTerm = async ({
  archive,
  machine,
}: Pick<HandlerDeps, 'archive' | 'machine'>): Promise<readonly KeptCopy[]> =>
  (await archive.keptCopies()).filter(({ keptAtMs }) =>
    isPastTrashTerm(toTimestamp(keptAtMs), machine.nowMs()),
  );

/** Throws away, and the copies with it; where the rest can't go, they stay too. */
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
  /** All that can be brought back, the last deleted first, and which memos hold it. */
  'trash:list': async () => ok(await listTrash(deps)),

  /** From the files themselves. */
  'trash:faults': async () =>
    ok((await deps.archive.trashFaults()).map(({ kind, id, error }) => ({ kind, id, fault: error }))),

  /** From the folder itself. */
  'trash:copies': async () =>
    ok(
      (await deps.archive.keptCopies()).map(({ name, keptAtMs }) => ({
        name,
        keptAt: toTimestamp(keptAtMs),
      })),
    ),

  /** From the files themselves; what can't be read is not looked into. */
  'trash:look': (row) => lookIntoTrash(deps, row),

  /** Brings rows back, with what was deleted together with each. */
  'trash:restore': ({ rows }) => restoreRows(deps, rows),

  /** Takes rows for good; it is no step of undo. See removeRows. */
  'trash:remove': ({ rows }) => removeRows(deps, rows),

  /** What has lain there for its term, by the clock and by the days that this machine has seen. */
  'trash:past-term': async () =>
    ok([
      ...(await listPastTerm(deps)).map(({ id }) => id),
      ...(await copiesPastTerm(deps)).map(({ name }) => name),
    ]),

  /** Takes that for good; it is no step of undo. */
  'trash:purge': async () => withCopies(deps, await copiesPastTerm(deps), () => purgePastTerm(deps)),

  /** Empties the trash for ever, but for what a memo rests on; it is no step of undo. See throwAway. */
  'trash:empty': async () =>
    withCopies(deps, await deps.archive.keptCopies(), () => throwAway(deps, () => true)),
});
