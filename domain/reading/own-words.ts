import { quotationsIn } from '../text/quotations.ts';

/**
 * `text` (one textblock) with a space for every character in quotation marks, the marks included: what is left is in
 * its writer's own words, at the offsets where it stood.
 */
export const ownWords = (text: string): string =>
  quotationsIn(text).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
