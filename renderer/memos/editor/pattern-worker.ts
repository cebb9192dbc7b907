/** The worker that runs a regular expression: it can be terminated, however long it would run. */
import { findInTexts, type TextsSearch } from '#domain/text/find-in-text.ts';

addEventListener('message', ({ data }: MessageEvent<TextsSearch>) => postMessage(findInTexts(data)));
