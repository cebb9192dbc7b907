const form = /^PM-(\d{4})-(\d+)$/;
const MIN_DIGITS = 3;

/**
 * The next reference number of `year`: one above the highest of that year among `taken`, e.g. "PM-2024-018".
 * Numbers in other forms, which an analyst may have given by hand, are left out of the count.
 */
export const nextReferenceNumber = (year: number, taken: Iterable<string>): string => {
  let highest = 0;
  for (const number of taken) {
    const match = form.exec(number);
    if (match !== null && Number(match[1]) === year) highest = Math.max(highest, Number(match[2]));
  }
  return `PM-${year}-${String(highest + 1).padStart(MIN_DIGITS, '0')}`;
};
