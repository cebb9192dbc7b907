import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalJson } from '#domain/equal-json.ts';

describe('two JSON values', () => {
  it('are equal exactly when the same text can be made of both', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(equalJson(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(a)))).toBe(true);
        if (equalJson(a, b)) expect(sortKeys(a)).toBe(sortKeys(b));
        else expect(sortKeys(a)).not.toBe(sortKeys(b));
      }),
    );
  });

  it.each([
    ['an absent key and one that is undefined', { a: 1 }, { a: 1, b: undefined }, true],
    ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ['a missing key', { a: 1, b: 2 }, { a: 1 }, false],
    ['another key', { a: 1 }, { b: 1 }, false],
    ['a list and an object', [], {}, false],
    ['lists of another length', [1], [1, 2], false],
    ['lists in another order', [1, 2], [2, 1], false],
    ['null and an object', null, {}, false],
    ['a number and its text', 1, '1', false],
  ])('%s', (_, a, b, expected) => {
    expect(equalJson(a, b)).toBe(expected);
    expect(equalJson(b, a)).toBe(expected);
  });
});

/** The text of a value with all its keys sorted. */
const sortKeys = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
