import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradePlace, placesOf, type SortDirection } from '#domain/search/passage-order.ts';
import { credibilities } from '#domain/tradecraft/credibility.ts';
import { type Grade, printGrade } from '#domain/tradecraft/grade.ts';
import { reliabilities } from '#domain/tradecraft/reliability.ts';

const graded = (reliability: Grade['reliability'], credibility: Grade['credibility']): Grade => ({
  reliability,
  credibility,
});
const sorted = (grades: readonly Grade[], direction: SortDirection): readonly string[] =>
  grades.toSorted((a, b) => gradePlace(a, direction) - gradePlace(b, direction)).map(printGrade);

const grades = [
  graded(null, null),
  graded('B', 6),
  graded('F', 2),
  graded('E', 2),
  graded('A', 2),
  graded('C', 1),
  graded('B', null),
  graded(null, 2),
  graded('A', 5),
];

describe('passages by grade', () => {
  it('stand by digit, then letter; F and 6 are unknown and stand apart, before what is not graded', () => {
    expect(sorted(grades, 'ascending')).toEqual(['C1', 'A2', 'E2', 'F2', '–2', 'A5', 'B6', 'B–', '']);
  });

  it('keep the unknown and the missing at the end when the worst come first', () => {
    expect(sorted(grades, 'descending')).toEqual(['A5', 'E2', 'A2', 'F2', '–2', 'C1', 'B6', 'B–', '']);
  });

  it('never share a place with another grade', () => {
    for (const direction of ['ascending', 'descending'] as const) {
      const places = [null, ...reliabilities].flatMap((letter) =>
        [null, ...credibilities].map((digit) => gradePlace(graded(letter, digit), direction)),
      );
      expect(new Set(places).size).toBe(places.length);
    }
  });
});

describe('the places of values', () => {
  it('rise in the direction that is asked for, with what has no value last in both', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer())), (values) => {
        const order = (direction: SortDirection) => {
          const places = placesOf(values, direction);
          return values
            .map((value, index) => ({ value, place: places[index] ?? 0 }))
            .sort((a, b) => a.place - b.place || 0)
            .map(({ value }) => value);
        };
        const known = values.filter((value) => value !== null).sort((a, b) => a - b);
        const missing = values.filter((value) => value === null);
        expect(order('ascending')).toEqual([...known, ...missing]);
        expect(order('descending')).toEqual([...known.toReversed(), ...missing]);
      }),
    );
  });
});
