import type { ReadingText } from '#domain/reading/reading-text.ts';

/** Paragraphs as a text to read, joined as the canonical text joins them. */
export const readingOf = (...paragraphs: readonly string[]): ReadingText => {
  let start = 0;
  const spans = paragraphs.map((paragraph) => {
    const span = { start, end: start + paragraph.length };
    start = span.end + 1;
    return span;
  });
  return { text: paragraphs.join('\n'), paragraphs: spans, language: 'en' };
};
