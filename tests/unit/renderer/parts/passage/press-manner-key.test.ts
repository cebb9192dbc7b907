import { describe, expect, it } from 'vitest';
import { bases, manners } from '#domain/passage/passage.ts';
import {
  basisKeys,
  choosablePosts,
  mannerKeys,
  postAtKey,
  pressMannerKey,
} from '#renderer/parts/passage/card/press-manner-key.ts';

describe('a digit in the box', () => {
  it('takes the post of that number, on keyboards where digits need Shift too', () => {
    expect([postAtKey('Digit2', ['a', 'b']), postAtKey('Numpad1', ['a'])]).toEqual(['b', 'a']);
    expect([postAtKey('Digit3', ['a', 'b']), postAtKey('KeyA', ['a'])]).toEqual([undefined, null]);
  });
});

describe('the posts to choose from', () => {
  const offered = Array.from({ length: 12 }, (_, at) => ({
    post: `Post ${at}`,
    wording: `Post ${at} (2024)`,
  }));

  it('are those on offer that have a digit', () => {
    expect(choosablePosts(offered, '')).toEqual(offered.slice(0, 9));
    expect(choosablePosts(offered.slice(0, 2), 'Post 1')).toEqual(offered.slice(0, 2));
  });

  it('end with the one that is kept and not on offer, which its digit takes back', () => {
    const kept = { post: 'Envoy', wording: 'Envoy' };
    expect(postAtKey('Digit1', choosablePosts([], 'Envoy'))).toEqual(kept);
    expect(postAtKey('Digit9', choosablePosts(offered, 'Envoy'))).toEqual(kept);
    expect(choosablePosts(offered, 'Envoy')).toHaveLength(9);
  });
});

describe('a key in the box of manner and basis', () => {
  it('sets the one and leaves the other', () => {
    expect(pressMannerKey('p', { manner: 'direct', basis: 'unnamed' })).toEqual({
      manner: 'paraphrase',
      basis: 'unnamed',
    });
    expect(pressMannerKey('B', { manner: 'direct', basis: null })).toEqual({
      manner: 'direct',
      basis: 'background',
    });
  });

  it('clears both with a minus', () => {
    expect(pressMannerKey('-', { manner: 'direct', basis: 'unnamed' })).toEqual({
      manner: null,
      basis: null,
    });
  });

  it('means nothing else', () => {
    for (const key of ['x', 'Enter', 'Tab', '1', '']) {
      expect(pressMannerKey(key, { manner: null, basis: null })).toBeNull();
    }
  });

  it('is another for every manner and basis', () => {
    const keys = [...manners.map((each) => mannerKeys[each]), ...bases.map((each) => basisKeys[each])];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
