import { noTrashDays, rowsPastTerm, seeTrash, type TrashDays } from '#domain/archive/trash-days.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
import { ok, type Result } from '#domain/result.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { listTrash } from '../list-trash.ts';
import { type ThrownAway, throwAway } from './throw-away.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'local' | 'machine'>;

const daysOf = ({ archive, local }: Deps): TrashDays => local.trashDays(archive.info.id) ?? noTrashDays;

/** Counts this start of the app, and what it finds in the trash. */
export const countTrashDay = async (deps: Deps): Promise<void> => {
  const { archive, catalogue, local, machine } = deps;
  await catalogue.ready;
  const today = localToday(machine.nowMs());
  await local.keepTrashDays(archive.info.id, seeTrash(daysOf(deps), today, await listTrash(deps)));
};

/** What is past its term and no memo rests on: it may go for good. */
export const listPastTerm = async (deps: Deps): Promise<readonly TrashRow[]> => {
  const past = rowsPastTerm(daysOf(deps), await listTrash(deps), deps.machine.nowMs());
  return past.filter(({ heldBy }) => heldBy.length === 0);
};

/**
 * Takes those of the rows of the trash for ever. What went with a thing bears its time of deletion and goes with it; what has
 * a row of its own stays.
 */
const removeOf = async (
  deps: Deps,
  rows: readonly TrashRow[],
  ids: ReadonlySet<string>,
): Promise<Result<ThrownAway, AppError>> => {
  const [going, staying] = [rows.filter(({ id }) => ids.has(id)), rows.filter(({ id }) => !ids.has(id))];
  if (going.length === 0) return ok({ removed: 0, held: 0 });
  const times = new Set(going.map(({ deletedAt }) => deletedAt));
  const stays = new Set(staying.map(({ id }) => id));
  return throwAway(deps, ({ id, deletedAt }) => times.has(deletedAt) && !stays.has(id));
};

/** Takes out of the trash for ever what is past its term. */
export const purgePastTerm = async (deps: Deps): Promise<Result<ThrownAway, AppError>> => {
  const rows = await listTrash(deps);
  const past = rowsPastTerm(daysOf(deps), rows, deps.machine.nowMs());
  return removeOf(deps, rows, new Set(past.map(({ id }) => id)));
};

/** Takes what was selected out of the trash for ever. */
export const removeRows = async (
  deps: Deps,
  selected: readonly Pick<TrashRow, 'id'>[],
): Promise<Result<ThrownAway, AppError>> =>
  removeOf(deps, await listTrash(deps), new Set(selected.map(({ id }) => id)));
