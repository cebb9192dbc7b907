const form = /^PM-(\d{4})-(\d+)$/;
const MIN_DIGITS = 3;

/**
 * The next reference number of `year`: one above the highest of that year among `taken`, e.g. "PM-2024-018".
 * Numbers in other forms, which an analyst may have given by hand, are left out of the count.
 *
 * @param unknown how many memos there are whose number can't be read: as many numbers are passed over, so that none
 *   is given twice
 */
export const nextReferenceNumber = (year: number, taken: Iterable<string>, unknown = 0): string => {
  let highest = 0;
  for (const number of taken) {
    const match = form.exec(number);
    if (match !== null && Number(match[1]) === year) highest = Math.max(highest, Number(match[2]));
  }
  return `PM-${year}-${String(highest + unknown + 1).padStart(MIN_DIGITS, '0')}`;
};
