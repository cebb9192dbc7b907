import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addsUp, combine, makeCoherent, printPercent, sumOf } from '#domain/board/probabilities.ts';

const percents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

describe('a set of probabilities', () => {
  it('is said not to add up, and stays as it was given', () => {
    const set = { analyst: 'K. Osei', percents: [30, 50, 30] };
    expect([addsUp(set), sumOf(set)]).toEqual([false, 110]);
    expect(set.percents).toEqual([30, 50, 30]);
  });

  it('adds up where tenths do', () => {
    expect(addsUp({ percents: [33.3, 33.3, 33.4] })).toBe(true);
  });
});

describe('the coherent set nearest to one', () => {
  it('gives up the same of each hypothesis', () => {
    expect(makeCoherent([30, 50, 30]).map(printPercent)).toEqual(['26.7', '46.7', '26.7']);
    expect(makeCoherent([10, 20, 20]).map(printPercent)).toEqual(['26.7', '36.7', '36.7']);
  });

  it('takes nothing below none', () => {
    expect(makeCoherent([100, 90, 2])).toEqual([55, 45, 0]);
  });

  it('adds up, keeps the order, and leaves a coherent set as it is', () => {
    fc.assert(
      fc.property(percents, (given) => {
        const coherent = makeCoherent(given);
        expect(total(coherent)).toBeCloseTo(100, 6);
        expect(coherent.every((percent) => percent >= 0)).toBe(true);
        const inOrder = given.map((_, at) => at).toSorted((a, b) => (given[a] ?? 0) - (given[b] ?? 0));
        const rising = inOrder.map((at) => coherent[at] ?? 0);
        expect(rising.every((percent, at) => percent >= (rising[at - 1] ?? 0) - 1e-9)).toBe(true);
        const again = makeCoherent(coherent);
        for (const [at, percent] of coherent.entries()) expect(again[at]).toBeCloseTo(percent, 6);
      }),
    );
  });

  it('is nearer than any other coherent set', () => {
    const far = (a: readonly number[], b: readonly number[]): number =>
      total(a.map((each, at) => (each - (b[at] ?? 0)) ** 2));
    fc.assert(
      fc.property(
        percents,
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 12 }),
        (given, weights) => {
          const some = given.map((_, at) => weights[at] ?? 1);
          const other = some.map((weight) => (weight / total(some)) * 100);
          expect(far(given, makeCoherent(given))).toBeLessThanOrEqual(far(given, other) + 1e-6);
        },
      ),
    );
  });
});

describe('the sets of several analysts', () => {
  const sets = [
    { analyst: 'H. Lund', percents: [20, 55, 25] },
    { analyst: 'K. Osei', percents: [30, 50, 30] },
    { analyst: 'J. Miller', percents: [10, 60, 30] },
  ];

  it('are combined as the mean of coherent sets', () => {
    expect(combine(sets)?.map(printPercent)).toEqual(['18.9', '53.9', '27.2']);
  });

  it('are not combined of one alone', () => {
    expect(combine(sets.slice(0, 1))).toBeNull();
  });

  it('come to a set that adds up', () => {
    fc.assert(
      fc.property(fc.array(percents, { minLength: 2, maxLength: 4 }), (given) => {
        const length = Math.min(...given.map((each) => each.length));
        const whole = given.map((each, at) => ({ analyst: `${at}`, percents: each.slice(0, length) }));
        expect(total(combine(whole) ?? [])).toBeCloseTo(100, 6);
      }),
    );
  });
});
