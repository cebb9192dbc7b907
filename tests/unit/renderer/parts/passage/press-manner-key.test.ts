import { describe, expect, it } from 'vitest';
import { bases, manners } from '#domain/passage/passage.ts';
import {
  basisKeys,
  mannerKeys,
  postAtKey,
  pressMannerKey,
} from '#renderer/parts/passage/card/manner/press-manner-key.ts';

describe('a digit in the box', () => {
  it('takes the post of that number, on keyboards where digits need Shift too', () => {
    expect([postAtKey('Digit2', ['a', 'b']), postAtKey('Numpad1', ['a'])]).toEqual(['b', 'a']);
    expect([postAtKey('Digit3', ['a', 'b']), postAtKey('KeyA', ['a'])]).toEqual([null, null]);
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
