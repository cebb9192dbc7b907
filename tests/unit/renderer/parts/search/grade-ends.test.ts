import { describe, expect, it } from 'vitest';
import { readCondition } from '#domain/search/language/condition.ts';
import { gradeEndsOf, gradeValueOf } from '#renderer/parts/search/grade-ends.ts';

const letters = ['', 'A', 'B', 'C', 'D', 'E'];
const digits = ['', '1', '2', '3', '4', '5'];

const between = (scale: readonly string[], best: string, worst: string): readonly string[] | null => {
  if (best === '' && worst === '') return null;
  const known = scale.slice(1);
  const from = best === '' ? 0 : known.indexOf(best);
  return known.slice(from, worst === '' ? undefined : known.indexOf(worst) + 1);
};

const pairsOf = (scale: readonly string[]) =>
  scale.flatMap((best) =>
    scale.filter((worst) => worst === '' || worst >= best).map((worst) => [best, worst] as const),
  );
const none = [['', '']] as const;

const rangesOf = (field: string) =>
  (field === 'credibility' ? none : pairsOf(letters)).flatMap(([bestLetter, worstLetter]) =>
    (field === 'reliability' ? none : pairsOf(digits)).map(([bestDigit, worstDigit]) => ({
      bestLetter,
      worstLetter,
      bestDigit,
      worstDigit,
    })),
  );

describe('the ends of a range of grades', () => {
  it.each(['grade', 'reliability', 'credibility'])('are written so that %s means them', (field) => {
    for (const ends of rangesOf(field).slice(1)) {
      const value = gradeValueOf(field, ends);
      const meant = {
        reliability: between(letters, ends.bestLetter, ends.worstLetter),
        credibility: between(digits, ends.bestDigit, ends.worstDigit)?.map(Number) ?? null,
      };
      expect([value, readCondition(field, [value])?.values[0]]).toEqual([value, meant]);
    }
  });

  it.each([
    ['grade', 'B2..', { bestLetter: '', worstLetter: 'B', bestDigit: '', worstDigit: '2' }],
    ['grade', '..D', { bestLetter: 'D', worstLetter: '', bestDigit: '', worstDigit: '' }],
    ['grade', 'C3..A1', { bestLetter: 'A', worstLetter: 'C', bestDigit: '1', worstDigit: '3' }],
    ['grade', 'B2', { bestLetter: 'B', worstLetter: 'B', bestDigit: '2', worstDigit: '2' }],
    ['reliability', '<=B', { bestLetter: '', worstLetter: 'B', bestDigit: '', worstDigit: '' }],
    ['credibility', '2..', { bestLetter: '', worstLetter: '', bestDigit: '2', worstDigit: '' }],
  ])('are read from %s:%s', (field, value, ends) => {
    expect(gradeEndsOf(field, value)).toEqual(ends);
  });
});
