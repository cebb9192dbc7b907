import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countIndices, countWhile } from '#domain/text/sequences/count-while.ts';

describe('countWhile', () => {
  it('counts what a scan counts, of any sorted numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 })),
        fc.integer({ min: -1, max: 21 }),
        (numbers, limit) => {
          const sorted = numbers.toSorted((a, b) => a - b);
          expect(countWhile(sorted, (each) => each < limit)).toBe(
            sorted.filter((each) => each < limit).length,
          );
        },
      ),
    );
  });

  it('asks no more often than the logarithm of the count', () => {
    let asked = 0;
    const count = countIndices(1_000_000, (index) => {
      asked += 1;
      return index < 123_456;
    });
    expect(count).toBe(123_456);
    expect(asked).toBeLessThanOrEqual(20);
  });
});
