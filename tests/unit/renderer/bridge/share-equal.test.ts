import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareEqual } from '#renderer/bridge/share-equal.ts';

describe('what a new answer shares with the one before', () => {
  it('is all of it where nothing has changed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const before = structuredClone(value);
        const shared = shareEqual(before, structuredClone(value));
        expect(shared).toEqual(value);
        if (typeof before === 'object' && before !== null) expect(shared).toBe(before);
      }),
    );
  });

  it('never changes what is said', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(shareEqual(structuredClone(before), structuredClone(after))).toStrictEqual(after);
      }),
    );
  });

  it('are the rows that stand as they did, wherever they stand now', () => {
    const row = (id: string, words: string) => ({ id, words, tags: ['a'] });
    const before = { count: 2, rows: [row('1', 'one'), row('2', 'two')] };
    const after = shareEqual(before, {
      count: 3,
      rows: [row('0', 'new'), row('1', 'one'), row('2', 'other')],
    });
    expect(after.rows[1]).toBe(before.rows[0]);
    expect(after.rows[2]).toEqual(row('2', 'other'));
    expect(after.rows[2]?.tags).toBe(before.rows[1]?.tags);
  });

  it('sees a field that is gone, and one that has come', () => {
    const before: { a?: number; b?: number } = { a: 1, b: 2 };
    expect(shareEqual(before, { a: 1 })).toStrictEqual({ a: 1 });
    expect(shareEqual<typeof before>({ a: 1 }, before)).toStrictEqual(before);
    expect(shareEqual({ a: undefined }, { b: undefined })).toStrictEqual({ b: undefined });
  });

  it('are bytes, where all are the same', () => {
    const before = { pdf: new Uint8Array([1, 2]) };
    expect(shareEqual(before, { pdf: new Uint8Array([1, 2]) })).toBe(before);
    expect(shareEqual(before, { pdf: new Uint8Array([1, 3]) }).pdf[1]).toBe(3);
  });
});
