import { describe, expect, it } from 'vitest';
import type { Expectation } from '#domain/board/board.ts';
import {
  mostStepsApart,
  mostStepsBetween,
  notToldApart,
  sortRows,
  stepsApart,
} from '#domain/board/compare-cells.ts';
import { type HypothesisId, hypothesisIdSchema } from '#domain/ids.ts';

const hypotheses = [1, 2, 3].map((at) => ({
  id: hypothesisIdSchema.parse(`018f0000-0000-7000-8000-00000000000${at}`),
}));
const ids = hypotheses.map(({ id }) => id);
const row = (analyst: string, ...expected: readonly (Expectation | null)[]) =>
  expected.flatMap((each, at) =>
    each === null ? [] : [{ analyst, hypothesisId: ids[at] as HypothesisId, expected: each }],
  );

describe('how far the cells of a row lie apart', () => {
  it.for([
    [[5, 1, 4], 4],
    [[4, 4, 4], 0],
    [['none', 3, 5], 2],
    [['none', 3], null],
    [[], null],
  ] as const)('%j: %j', ([cells, apart]) => {
    expect(stepsApart(cells.map((expected) => ({ expected })))).toBe(apart);
  });

  it('is never measured from one analyst to another', () => {
    expect(mostStepsApart([...row('A', 5, 5), ...row('B', 1, 1)])).toBe(0);
    expect(mostStepsApart([...row('A', 5, 5), ...row('B', 1, 3)])).toBe(2);
  });
});

describe('how far analysts lie apart', () => {
  it('is measured within one cell, and told of the widest', () => {
    expect(mostStepsBetween([...row('A', 5, 1), ...row('B', 4, 5)])).toBe(4);
    expect(mostStepsBetween([...row('A', 5, 1), ...row('B', 5, 1)])).toBe(0);
  });

  it('is not known where one alone has filled a cell, or says that it does not bear on it', () => {
    expect(mostStepsBetween(row('A', 5, 1))).toBeNull();
    expect(mostStepsBetween([...row('A', 5), ...row('B', 'none')])).toBeNull();
  });

  it('puts what analysts differ most on first, and what nobody can compare last', () => {
    const graded = { grade: { reliability: null, credibility: null }, date: null };
    const rows = [
      { id: 'alone', place: 0, cells: row('A', 5, 1), ...graded },
      { id: 'agreed', place: 1, cells: [...row('A', 5, 1), ...row('B', 5, 1)], ...graded },
      { id: 'contested', place: 2, cells: [...row('A', 5, 1), ...row('B', 2, 1)], ...graded },
    ];
    expect(sortRows(rows, 'differ').map(({ id }) => id)).toEqual(['contested', 'agreed', 'alone']);
  });
});

describe('what no row tells apart', () => {
  const [one, two, three] = hypotheses;
  it('are hypotheses under which all evidence is expected alike', () => {
    expect(notToldApart(hypotheses, [row('A', 5, 1, 5), row('A', 2, 4, 2)])).toEqual([[one, three]]);
  });

  it('is not said where nobody has filled both', () => {
    expect(notToldApart(hypotheses, [row('A', 5, null, null)])).toEqual([]);
    expect(notToldApart(hypotheses, [[...row('A', 5), ...row('B', null, 5)]])).toEqual([]);
  });

  it('takes “does not bear on it” for an answer of its own', () => {
    expect(
      notToldApart(
        [one, two].flatMap((each) => each ?? []),
        [row('A', 'none', 3)],
      ),
    ).toEqual([]);
    expect(three).toBeDefined();
  });
});

describe('rows', () => {
  const none = { reliability: null, credibility: null };
  const rows = [
    { id: 'a', place: 0, cells: row('A', 4, 4), grade: { reliability: 'F', credibility: 6 }, date: null },
    { id: 'b', place: 1, cells: row('A', 5, 1), grade: none, date: '2024-04' },
    { id: 'c', place: 2, cells: [], grade: { reliability: 'B', credibility: 3 }, date: '2024-05-01' },
    { id: 'd', place: 3, cells: row('A', 3, 1), grade: { reliability: 'B', credibility: 1 }, date: '2023' },
  ] as const;
  it.for([
    ['place', 'abcd'],
    ['apart', 'bdac'],
    ['differ', 'abcd'],
    ['grade', 'dcab'],
    ['newest', 'cbda'],
    ['oldest', 'dbca'],
  ] as const)('stand by %s as %s', ([order, expected]) => {
    expect(
      sortRows(rows, order)
        .map(({ id }) => id)
        .join(''),
    ).toBe(expected);
  });
});
