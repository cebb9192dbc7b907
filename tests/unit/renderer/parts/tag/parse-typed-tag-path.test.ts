import { describe, expect, it } from 'vitest';
import { parseTypedTagPath } from '#renderer/parts/tag/parse-typed-tag-path.ts';

describe('a typed tag', () => {
  it('goes down the tree at each stroke', () => {
    expect(parseTypedTagPath(' China/ dual use ')).toEqual(['China', 'dual use']);
  });
  it('may end in a stroke while it is being typed', () => {
    expect(parseTypedTagPath('China / ')).toEqual(['China']);
  });
  it.each(['', ' / ', 'x'.repeat(81)])('is none: “%s”', (typed) => {
    expect(parseTypedTagPath(typed)).toBeNull();
  });
});
