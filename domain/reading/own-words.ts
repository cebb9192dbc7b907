import { quotationsIn } from '../text/quotations.ts';

/**
 * `text` (one textblock) with a space for every character in quotation marks, the marks included: the rest is in
 * its writer's own words, at unchanged offsets.
 */
export const ownWords = (text: string): string =>
  quotationsIn(text).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
