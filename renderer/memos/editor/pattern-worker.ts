/** The thread in which a regular expression looks for its hits: there it can be ended, however long it would go on. */
import { findInTexts, type TextsSearch } from '#domain/text/find-in-text.ts';

addEventListener('message', ({ data }: MessageEvent<TextsSearch>) => postMessage(findInTexts(data)));
