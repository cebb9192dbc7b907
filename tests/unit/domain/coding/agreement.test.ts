import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa, tagAgreement } from '#domain/coding/count-agreement.ts';
import { krippendorffAlpha } from '#domain/coding/krippendorff-alpha.ts';

const numberOf = (coefficient: ReturnType<typeof cohenKappa>): number => {
  if (!coefficient.ok) throw new Error(coefficient.error);
  return coefficient.value;
};
/** A line for each coder, a letter for each unit; a dot is a unit that was not judged. */
const unitsOf = (...coders: readonly string[]) =>
  [...(coders[0] ?? '')].map((_, at) => ({
    values: coders.map((line) => (line[at] === '.' ? null : (line[at] ?? null))),
    times: 1,
  }));

describe('Cohen’s kappa', () => {
  // A. Feinstein and D. Cicchetti, High Agreement but Low Kappa I, J Clin Epidemiol 43 (1990) 543–549.
  it.each([
    [
      [
        [40, 9],
        [6, 45],
      ],
      0.7,
    ],
    [
      [
        [80, 10],
        [5, 5],
      ],
      0.32,
    ],
  ])('of the published %j is %d', (table, published) => {
    expect(numberOf(cohenKappa(table))).toBeCloseTo(published, 2);
  });

  it('is 0 where they agree as by chance, 1 where they agree, and below 0 where less than by chance', () => {
    expect(
      numberOf(
        cohenKappa([
          [9, 3],
          [3, 1],
        ]),
      ),
    ).toBe(0);
    expect(
      numberOf(
        cohenKappa([
          [4, 0, 0],
          [0, 3, 0],
          [0, 0, 2],
        ]),
      ),
    ).toBe(1);
    expect(
      numberOf(
        cohenKappa([
          [0, 5],
          [5, 0],
        ]),
      ),
    ).toBe(-1);
  });

  it('has no value where nothing was judged, and where all was judged alike', () => {
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ ok: false, error: 'no-units' });
    expect(
      cohenKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toEqual({ ok: false, error: 'no-variance' });
    expect(
      cohenKappa([
        [0, 0],
        [0, 3_000_001],
      ]),
    ).toEqual({ ok: false, error: 'no-variance' });
  });
});

describe('Krippendorff’s alpha', () => {
  // The examples A, B and C of K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
  it.each([
    ['binary data of two observers', ['0100000010', '1110010000'], 0.095],
    ['nominal data of two observers', ['aabbdcccedda', 'babbbccceddd'], 0.692],
    [
      'four observers, some units not judged',
      ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'],
      0.743,
    ],
  ])('of the published %s is right', (_, coders, published) => {
    expect(numberOf(krippendorffAlpha(unitsOf(...coders)))).toBeCloseTo(published, 3);
  });

  it('has no value where no unit has two judgements, and where one value is given throughout', () => {
    expect(krippendorffAlpha([])).toEqual({ ok: false, error: 'no-units' });
    expect(krippendorffAlpha(unitsOf('ab.', '..c'))).toEqual({ ok: false, error: 'no-units' });
    expect(krippendorffAlpha(unitsOf('aaaa', 'aaa.'))).toEqual({ ok: false, error: 'no-variance' });
    // The one other value stands alone in its unit.
    expect(krippendorffAlpha(unitsOf('aab', 'aa.'))).toEqual({ ok: false, error: 'no-variance' });
  });
});

describe('the agreement on a tag', () => {
  it('never is NaN, and is as much for the one as for the other', () => {
    const count = fc.nat(50);
    fc.assert(
      fc.property(count, count, count, count, (both, onlyMine, onlyTheirs, neither) => {
        const one = tagAgreement({ both, onlyMine, onlyTheirs, neither });
        const other = tagAgreement({ both, onlyMine: onlyTheirs, onlyTheirs: onlyMine, neither });
        for (const name of ['agreement', 'kappa', 'alpha'] as const) {
          const coefficient = one[name];
          expect(other[name]).toEqual(coefficient);
          if (!coefficient.ok) continue;
          expect(coefficient.value).toBeGreaterThanOrEqual(-1);
          expect(coefficient.value).toBeLessThanOrEqual(1);
          // One is said of nothing but full agreement.
          expect(coefficient.value === 1).toBe(onlyMine + onlyTheirs === 0);
        }
      }),
    );
  });

  it('has neither κ nor α where what neither has coded is not counted', () => {
    const { agreement, kappa, alpha } = tagAgreement({ both: 3, onlyMine: 1, onlyTheirs: 0, neither: null });
    expect(agreement).toEqual({ ok: true, value: 0.75 });
    expect([kappa, alpha]).toEqual([
      { ok: false, error: 'no-negatives' },
      { ok: false, error: 'no-negatives' },
    ]);
  });
});
