import { useSyncExternalStore } from 'react';
import { type CalendarDate, calendarDateSchema } from '#domain/time.ts';

const CHECK_MS = 30_000;

/** The day of `now` in this machine's time zone. */
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

/** Today in this machine's time zone; a window that stays open over midnight gets the new day. */
export const useToday = (): CalendarDate => useSyncExternalStore(watchClock, () => localDayOf(new Date()));
