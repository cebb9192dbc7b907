import type { Direction } from '#domain/memo/memo-document.ts';

const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const POP_ISOLATE = '\u2069';

/**
 * A right-to-left quote in a left-to-right line of plain characters is isolated, so that the marks around it stay where
 * they belong (Unicode UAX 9).
 */
export const isolateDirection = (text: string, dir: Direction): string =>
  dir === 'rtl' ? `${RIGHT_TO_LEFT_ISOLATE}${text}${POP_ISOLATE}` : text;
