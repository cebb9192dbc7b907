import { useSyncExternalStore } from 'react';
import { type CalendarDate, calendarDateSchema } from '#domain/time.ts';

const CHECK_MS = 30_000;

/** The day of `now` on this machine's calendar. */
export const localDayOf = (now: Date): CalendarDate => {
  const two = (part: number): string => String(part).padStart(2, '0');
  return calendarDateSchema.parse(
    `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  );
};

const watchClock = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, CHECK_MS);
  return () => clearInterval(timer);
};

/** Today on this machine's calendar; a window that stays open over midnight sees the new day. */
export const useToday = (): CalendarDate => useSyncExternalStore(watchClock, () => localDayOf(new Date()));
