import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fall, fallAgain, isLowered, mergeFalls, withSeen } from '#domain/graph/fall.ts';
import { toTimestamp } from '#domain/time.ts';
import { credibilities } from '#domain/tradecraft/credibility.ts';
import type { Grade } from '#domain/tradecraft/grade.ts';
import { reliabilities } from '#domain/tradecraft/reliability.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';

const at = (minute: number) => toTimestamp(Date.UTC(2024, 3, 24, 9, minute));
const fallen = {
  how: 'letter',
  thing: { kind: 'source', sourceId: sampleId(1) as never },
  was: { reliability: 'B', credibility: null },
} as const;
const grade = (reliability: Grade['reliability'], credibility: Grade['credibility']): Grade => ({
  reliability,
  credibility,
});

const anyKeys = fc.uniqueArray(
  fc.constantFrom('memo a', 'memo b', 'event c', 'event d', 'board e', 'name f'),
);
const anySide: fc.Arbitrary<(fall: Fall) => Fall> = fc
  .tuple(anyKeys, anyKeys, fc.integer({ min: 1, max: 50 }))
  .map(
    ([seen, more, minute]) =>
      (fall: Fall) =>
        fallAgain(withSeen(fall, seen, at(minute)), fallen, more, at(minute)),
  );

describe('a fall', () => {
  it.each([
    [grade('B', 2), grade('C', 2), true],
    [grade('B', 2), grade('B', 3), true],
    [grade('B', 2), grade('A', 2), false],
    [grade('B', 2), grade('A', 5), true],
    [grade('B', 2), grade('F', 2), true],
    [grade('B', 2), grade(null, null), true],
    [grade('F', 6), grade('A', 1), false],
    [grade('F', 6), grade('E', 5), false],
    [grade(null, null), grade('E', 5), false],
    [grade('E', 5), grade('E', 5), false],
  ])('is a letter or a digit that is lower: %o, then %o', (was, is, expected) => {
    expect(isLowered(was, is)).toBe(expected);
  });

  it('is never both ways: what is lower than another is not above it, but where neither can be judged', () => {
    const judged = fc.record({
      reliability: fc.constantFrom(...reliabilities.filter((letter) => letter !== 'F')),
      credibility: fc.constantFrom(...credibilities.filter((digit) => digit !== 6)),
    });
    fc.assert(
      fc.property(judged, judged, (a, b) => {
        const isMixed = a.reliability < b.reliability !== a.credibility < b.credibility;
        if (!isMixed) expect(isLowered(a, b) && isLowered(b, a)).toBe(false);
      }),
    );
  });

  it('is told by what it was before all that waits, and anew once all of it was looked at', () => {
    const first = fallAgain(null, fallen, ['memo a', 'event c'], at(0));
    const was = grade('D', null);
    const further = fallAgain(first, { ...fallen, was }, ['board e'], at(1));
    expect(further).toMatchObject({
      was: fallen.was,
      touched: ['board e', 'event c', 'memo a'],
      createdAt: at(0),
    });
    const seen = withSeen(further, further.touched, at(2));
    expect(fallAgain(seen, { ...fallen, was }, ['memo a'], at(3))).toMatchObject({
      was,
      touched: ['memo a'],
    });
  });

  it('merges without loss, whichever side is ours: what either has looked at is looked at, what either adds waits', () => {
    fc.assert(
      fc.property(anyKeys, anySide, anySide, (touched, one, other) => {
        const base = fallAgain(null, fallen, touched, at(0));
        const [ours, theirs] = [one(base), other(base)];
        const merged = mergeFalls(base, ours, theirs);
        expect(mergeFalls(base, theirs, ours)).toEqual(merged);
        for (const key of ours.touched.filter((each) => !base.touched.includes(each)))
          expect(merged?.touched).toContain(key);
        for (const key of base.touched.filter((each) => !ours.touched.includes(each)))
          if (!theirs.touched.includes(key)) expect(merged?.touched).not.toContain(key);
      }),
    );
  });

  it('that one side has undone goes, unless the other has gone on with it', () => {
    const base = fallAgain(null, fallen, ['memo a', 'event c'], at(0));
    expect(mergeFalls(base, null, base)).toBe(null);
    const seen = withSeen(base, ['memo a'], at(1));
    expect(mergeFalls(base, seen, null)).toEqual(seen);
    expect(mergeFalls(null, null, base)).toEqual(base);
  });
});
