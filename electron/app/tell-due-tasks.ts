import type { TaskRow } from '#domain/contract/task.ts';
import { type DueNotice, dueNotice } from '#domain/task/due-notice.ts';
import { log } from '#electron/platform/log.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import { localToday } from '#electron/time/local-today.ts';

/** The hour of the day, in local time, before which nothing is announced. */
const FIRST_HOUR = 8;
/** The interval of the check: a computer that slept past the hour announces soon after it wakes. */
const LOOK_EVERY_MS = 60_000;

export type Telling = {
  readonly archive: Pick<Archive, 'info' | 'identity'>;
  readonly local: Pick<LocalState, 'settings' | 'tasksToldOn' | 'keepTasksToldOn'>;
  readonly nowMs: () => number;
  readonly openTasks: () => Promise<readonly TaskRow[]>;
  readonly tell: (notice: DueNotice) => void;
};

const tellOnce = async ({ archive, local, nowMs, openTasks, tell }: Telling): Promise<void> => {
  const now = nowMs();
  const today = localToday(now);
  if (!local.settings().tellsDueTasks || new Date(now).getHours() < FIRST_HOUR) return;
  if (local.tasksToldOn(archive.info.id) === today) return;
  await local.keepTasksToldOn(archive.info.id, today);
  const tasks = (await openTasks()).map(({ task }) => task);
  const notice = dueNotice(tasks, today, { isEncrypted: archive.identity !== null });
  if (notice !== null) tell(notice);
};

/**
 * Announces once a day which tasks are due, if the settings ask for it: at the first hour of the day, or at the first
 * start after it. Returns a function that stops it.
 */
export function tellDueTasks(telling: Telling): () => void {
  const look = (): void => {
    tellOnce(telling).catch((error: unknown) => log.error('due tasks were not told', error));
  };
  const looking = setInterval(look, LOOK_EVERY_MS);
  look();
  return () => clearInterval(looking);
}
