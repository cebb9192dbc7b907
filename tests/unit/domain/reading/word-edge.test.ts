import { expect, it } from 'vitest';
import { wordEdgeNear } from '#domain/reading/word-edge.ts';
import { readingOf } from './reading-of.ts';

it('goes from within a word to its nearest edge, and stays between two', () => {
  const reading = readingOf('The port, shut.');
  const edges = Array.from(reading.text, (_, at) => wordEdgeNear(reading, at));
  //                     T  h  e     p  o  r  t  ,     s   h   u   t   .
  expect(edges).toEqual([0, 0, 3, 3, 4, 4, 4, 8, 8, 9, 10, 10, 10, 14, 14]);
  expect(wordEdgeNear(reading, reading.text.length)).toBe(15);
});
