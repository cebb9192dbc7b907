import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortYielding } from '#electron/index/order/sort-yielding.ts';

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
