/** The days between which a date lies that is known to the year, the month, the day, or as an instant. */

/** `2024` → `2024-01-01`. */
export const firstDayOf = (date: string): string =>
  date.slice(0, 10).padEnd(10, '-01-01'.slice(Math.min(date.length, 10) - 4));

const lastOfMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  // The day before the first of the month after; years below 100 are those of no century.
  const day = new Date(Date.UTC(2000 + (year % 400), number, 0)).getUTCDate();
  return `${month}-${day}`;
};

/** `2024` → `2024-12-31`, `2024-02` → `2024-02-29`. */
export const lastDayOf = (date: string): string => {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? lastOfMonth(date) : date.slice(0, 10);
};
