import { printAmount } from '#domain/backup/print-amount.ts';
import type { BackupState } from '#domain/contract/backup.ts';
import { printCount } from '#domain/print-count.ts';
import type { CalendarDate, Timestamp } from '#domain/time.ts';
import { printClock, printInstantDay, printShortDay } from './dates/print-date.ts';

/** "09:14", or with its day where that is not today: "26 Nov, 09:14". */
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
