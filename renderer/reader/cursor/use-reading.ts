import { useMemo } from 'react';
import type { ReadingText } from '#domain/reading/reading-text.ts';
import { useReader } from '../state/reader-context.ts';

/** The open text as a reading cursor moves in it. */
export const useReading = (): ReadingText => {
  const { article } = useReader();
  return useMemo(
    () => ({
      text: article.index.text,
      paragraphs: article.spans,
      language: article.article.bibliography.language ?? 'und',
    }),
    [article],
  );
};
