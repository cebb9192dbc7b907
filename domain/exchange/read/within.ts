import type { LeftOutCounter } from '../left-out.ts';

/** A text of an export; empty, and told of, where it is longer than `limit`. */
export const within = (text: string, limit: number, leftOut: LeftOutCounter): string => {
  if (text.length <= limit) return text;
  leftOut.add('long-cell');
  return '';
};
