import type { TextRange } from '#domain/text/selector.ts';

/** The range of `quote` in `text`, UTF-16. */
export const rangeOf = (text: string, quote: string): TextRange => {
  const start = text.indexOf(quote);
  if (start === -1) throw new Error(`"${quote}" is not in the text`);
  return { start, end: start + quote.length };
};
