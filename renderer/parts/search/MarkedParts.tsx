import type { ReactNode } from 'react';
import type { MarkedText } from '#domain/search/words/mark-terms.ts';

/** A part of a text, with the search terms marked. */
export const MarkedParts = ({ text, marks }: MarkedText) => {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
};
