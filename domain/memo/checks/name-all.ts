import { inQuotationMarks } from '../../text/quotation-marks.ts';

/** More are counted and not named. */
const MAX_NAMED = 3;

/** Words as a list: "a, b and c". */
export const listWords = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words);

/** Articles by their names, the first three of them: “A”, “B” and 2 others. */
export const nameAll = (articles: readonly string[]): string => {
  const rest = articles.length - MAX_NAMED;
  const names = articles.slice(0, MAX_NAMED).map(inQuotationMarks);
  return listWords(rest > 0 ? [...names, rest === 1 ? '1 other' : `${rest} others`] : names);
};
