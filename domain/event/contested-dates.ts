/** Contradictions between the dates that an event's passages give. */
import { compareEdges, daysOf, type EdtfText, edtfOf, overlaps } from '../dates/when/edtf.ts';

const distinct = (dates: readonly EdtfText[]): readonly EdtfText[] =>
  [...new Set(dates)].sort((a, b) => compareEdges(daysOf(a), daysOf(b)) || (a < b ? -1 : 1));

/**
 * The dates of passages that contradict the date of the event, in order; if there are none, those that contradict each
 * other. Dates with a day in common do not contradict: "April" and "19 April" may both be true. An event of several
 * days may be reported to begin on one day and to end on another.
 */
export const contestedDates = (date: EdtfText, said: readonly (EdtfText | null)[]): readonly EdtfText[] => {
  // The date itself contradicts nothing that has a day in common with it: most events are read no further.
  const given = said.filter((each) => each !== null).filter((each) => each !== date);
  if (given.length === 0) return [];
  const days = daysOf(date);
  const others = given.filter((each) => !overlaps(daysOf(each), days));
  if (others.length > 0) return distinct(others);
  if (edtfOf(date).kind === 'span') return [];
  return distinct(given.filter((one) => given.some((other) => !overlaps(daysOf(one), daysOf(other)))));
};
