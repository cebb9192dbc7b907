/** The thread in which a regular expression looks for its hits: there it can be ended, however long it would go on. */
import { findInTexts } from '#domain/text/find-in-text.ts';
import type { PatternQuestion } from './find-pattern.ts';

addEventListener('message', ({ data }: MessageEvent<PatternQuestion>) =>
  postMessage(findInTexts(data.texts, data.query, data.how)),
);
