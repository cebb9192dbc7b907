import { expect, it } from 'vitest';
import { readingStateOf } from '#domain/article/annotations.ts';

it.each([
  ['unread', 0, 'unread'],
  ['unread', 1, 'reading'],
  ['reading', 0, 'reading'],
  ['read', 0, 'read'],
  ['read', 3, 'read'],
] as const)('an article stated as %s with %i passages is %s', (stated, count, shown) => {
  expect(readingStateOf(stated, count)).toBe(shown);
});
