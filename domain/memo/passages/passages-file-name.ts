import type { CalendarDate } from '../../time.ts';

/** A name longer than this is no help; what is typed may be longer. */
const MAX_CHARACTERS = 100;

/**
 * The name under which passages are exported on `day`, without its ending: "2024-04-24 Passages China Dual use". `told` is
 * what they have in common, in words; it may hold what no file name can, see safeFileName.
 */
export const passagesFileName = (day: CalendarDate, told: readonly string[]): string => {
  const name = [day, 'Passages', ...told].join(' ').replaceAll(/[\s/]+/gu, ' ');
  return name.length <= MAX_CHARACTERS ? name : name.slice(0, name.lastIndexOf(' ', MAX_CHARACTERS));
};
