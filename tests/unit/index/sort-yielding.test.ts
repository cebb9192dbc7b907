import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortByPlace, sortYielding } from '#electron/index/order/sort-yielding.ts';

type Item = { readonly key: number; readonly came: number };
const byKey = (a: Item, b: Item): number => a.key - b.key;

describe('sorting that yields', () => {
  it('gives what a stable sort at once would give', async () => {
    const keys = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4000, size: 'max' });
    await fc.assert(
      fc.asyncProperty(keys, async (drawn) => {
        const items = drawn.map((key, came) => ({ key, came }));
        expect(await sortYielding(items, byKey)).toEqual(items.toSorted(byKey));
      }),
      { numRuns: 30 },
    );
  });

  it('lets others work meanwhile', async () => {
    const items = Array.from({ length: 200_000 }, (_, came) => ({ key: (came * 7919) % 200_003, came }));
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 0);
    await sortYielding(items, byKey);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(1);
  });
});

describe('sorting by places', () => {
  it('gives what a stable sort by them would give, what has no place last', () => {
    const place = fc.oneof(
      fc.integer({ min: -9, max: 9 }),
      fc.constantFrom(-0, Number.POSITIVE_INFINITY, -1.5),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 200 }), (places) => {
        const items = places.map((key, came) => ({ key, came }));
        const sorted = items.toSorted((a, b) => a.key - b.key || 0);
        expect(sortByPlace(items, places)).toEqual(sorted);
      }),
    );
  });
});
