import { printAmount } from '#domain/backup/print-amount.ts';
import { type BackupState, backupChooseFolder, backupRun } from '#domain/contract/backup.ts';
import { printCount } from '#domain/print-count.ts';
import type { CalendarDate, Timestamp } from '#domain/time.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { saveEverything } from '#renderer/bridge/unsaved-edits.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';
import { printClock, printInstantDay, printShortDay } from './dates/print-date.ts';

const MOST_NAMED = 5;

/** The first file names, and how many more there are. */
export const nameFiles = (paths: readonly string[]): string => {
  const more = paths.length - MOST_NAMED;
  const named = paths.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? `${named}, and ${more} more` : named;
};

/** Backs up now, and reports what was left out. Asks for a folder first if none is chosen. */
export const backUpNow = async (): Promise<void> => {
  await saveEverything();
  const answer = await act(backupRun, {}, { saysFailure: true });
  if (!answer.ok && answer.error.code === 'no-backup-folder') return chooseBackupFolder(false);
  if (!answer.ok) return sayError(answer.error);
  const { leftOut, leftOutCount, damaged } = answer.value;
  if (leftOutCount > 0) {
    const named = nameFiles(leftOut.map(({ path }) => path));
    sayFailed(
      `${printCount(leftOutCount, 'file')} could not be backed up`,
      `All others were. Left out: ${named}.`,
    );
  } else if (damaged > 0) {
    sayFailed(
      `${printCount(damaged, 'file')} of the backup had become damaged`,
      'Precis copied them again where the archive still has them. The disk may be failing: choose another one.',
    );
  } else sayDone(`Backed up and verified: ${printAmount(answer.value)}`);
};

/** Asks for a folder, or takes the proposed one, and makes the first backup there. */
export const chooseBackupFolder = async (takesProposed: boolean): Promise<void> => {
  const chosen = await act(backupChooseFolder, { takesProposed });
  if (chosen.ok) await backUpNow();
};

/** "09:14", or with its day if that is not today: "26 Nov, 09:14". */
export const printMoment = (at: Timestamp, today: CalendarDate): string => {
  const day = printInstantDay(at, today);
  return day === printShortDay(today, today) ? printClock(at) : `${day}, ${printClock(at)}`;
};

type Last = NonNullable<BackupState['last']>;

/** "09:14, 3,412 files, 12.4 MB, verified". */
export const printLast = (last: Last, today: CalendarDate): string => {
  const left =
    last.leftOutCount === 0 ? 'verified' : `verified, ${printCount(last.leftOutCount, 'file')} left out`;
  return `${printMoment(last.takenAt, today)}, ${printAmount(last)}, ${left}`;
};
