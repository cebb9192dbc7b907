import { printNumber, readCount, USUAL_NUMBERING } from './form/numbering.ts';

/**
 * The next reference number of `year`: one above the highest of that year among `taken`, e.g. "PM-2024-018".
 * Numbers in other forms, which an analyst may have assigned by hand, are not counted.
 *
 * @param unknown how many memos have an unreadable number: as many numbers are skipped, so that none is assigned
 * twice
 * @param numbering how the form of the memo numbers its memos
 */
export const nextReferenceNumber = (
  year: number,
  taken: Iterable<string>,
  unknown = 0,
  numbering = USUAL_NUMBERING,
): string => {
  const countOf = readCount(numbering, year);
  let highest = 0;
  for (const number of taken) highest = Math.max(highest, countOf(number) ?? 0);
  return printNumber(numbering, year, highest + unknown + 1);
};
