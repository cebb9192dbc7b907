import { describe, expect, it } from 'vitest';
import { parseTagPath } from '#renderer/parts/parse-tag-path.ts';

describe('a typed tag', () => {
  it('goes down the tree at each stroke', () => {
    expect(parseTagPath(' China/ dual use ')).toEqual(['China', 'dual use']);
  });
  it('may end in a stroke while it is being typed', () => {
    expect(parseTagPath('China / ')).toEqual(['China']);
  });
  it.each(['', ' / ', 'x'.repeat(81)])('is none: “%s”', (typed) => {
    expect(parseTagPath(typed)).toBeNull();
  });
});
