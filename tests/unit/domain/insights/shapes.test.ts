import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/dates/calendar.ts';
import type { PassageId } from '#domain/ids.ts';
import { ageBands, bandOf, monthsBefore } from '#domain/insights/age-bands.ts';
import { groupsOf } from '#domain/insights/contradictions.ts';
import { commonest, createCrossCount } from '#domain/insights/cross-count.ts';
import { clause, notClause, searchOf } from '#domain/insights/insight-table.ts';
import { layOutGraph } from '#domain/insights/lay-out-graph.ts';
import type { CalendarDate } from '#domain/time.ts';

const today = '2026-03-31' as CalendarDate;

describe('counts of rows and columns', () => {
  it('counts a thing once in a row, however often it is named', () => {
    const counts = createCrossCount();
    counts.add(['a', 'a', 'b'], ['x'], 2);
    counts.add(['a'], ['x', 'y'], 1);
    expect([counts.row('a'), counts.row('b'), counts.row('c')]).toEqual([3, 2, 0]);
    expect([counts.column('x'), counts.column('y')]).toEqual([3, 1]);
    expect([counts.cell('a', 'x'), counts.cell('b', 'y'), counts.cell('a', 'y')]).toEqual([3, 0, 1]);
  });

  it('keeps the commonest, equals by name, and none that counts nothing', () => {
    const lines = [
      { name: 'b', count: 2 },
      { name: 'a', count: 2 },
      { name: 'c', count: 5 },
      { name: 'd', count: 0 },
    ];
    expect(commonest(lines, 2).map(({ name }) => name)).toEqual(['c', 'a']);
    expect(commonest(lines, 9)).toHaveLength(3);
  });
});

describe('the search behind a mark', () => {
  it('asks for the row and the column beside what is asked already', () => {
    expect(
      searchOf(
        'harbour',
        { clauses: [clause('tag', 'China / Dual use')] },
        { clauses: [notClause('has', 'task')] },
      ),
    ).toBe('tag:"China / Dual use" -has:task harbour');
  });

  it('keeps a choice together', () => {
    expect(searchOf('harbour OR quay', { clauses: [clause('label', 'gap')] })).toBe(
      'label:gap (harbour OR quay)',
    );
  });

  it('asks for two tags at once, not for either', () => {
    expect(searchOf('', { clauses: [clause('tag', 'a')] }, { clauses: [clause('tag', 'b')] })).toBe(
      'tag:a tag:b ',
    );
  });

  it('asks for nothing twice', () => {
    const gap = { clauses: [clause('label', 'gap')] };
    expect(searchOf('label:gap quay', gap, gap)).toBe('label:gap quay');
  });

  it('is none where one of them can’t be asked for', () => {
    expect(searchOf('harbour', { clauses: null })).toBeNull();
  });
});

describe('the age of evidence', () => {
  it.each([
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2026-03-31', 60, '2021-03-31'],
  ])('of %s %i months before is %s', (from, months, expected) => {
    expect(monthsBefore(from as CalendarDate, months)).toBe(expected);
  });

  it('puts every day into one band', () => {
    const bands = ageBands(today);
    for (let back = -40; back < 2500; back += 1) {
      const day = addDays(today, -back);
      const holding = bands.filter(
        ({ from, to }) => (from === null || day >= from) && (to === null || day <= to),
      );
      expect(holding).toHaveLength(1);
      expect(bandOf(bands, `${day}T10:00:00Z`)).toBe(holding[0]);
    }
  });

  it('says what is dated after today', () => {
    expect(bandOf(ageBands(today), '2026-04-01')?.id).toBe('future');
    expect(bandOf(ageBands(today), '2026-03-31')?.id).toBe('month');
  });
});

describe('the graph of contradictions', () => {
  const ids = (text: string) => [...text].map((id) => id as PassageId);
  const link = (pair: string) => {
    const [from, to] = ids(pair) as [PassageId, PassageId];
    return { from, to, type: 'contradicts' as const, citedIn: [] };
  };

  it('keeps together what hangs together, the largest group first', () => {
    expect(groupsOf(['ab', 'cd', 'ef', 'de'].map(link)).map((group) => group.toSorted().join(''))).toEqual([
      'cdef',
      'ab',
    ]);
  });

  it('puts what contradicts each other on two sides', () => {
    const links = ['ab', 'ac', 'bd', 'xy'].map(link);
    const sideOf = new Map(layOutGraph(links).map(({ id, side }) => [id, side]));
    for (const { from, to } of links) expect(sideOf.get(from)).not.toBe(sideOf.get(to));
  });

  it('gives each passage a place of its own, in a ring of three too', () => {
    const places = layOutGraph(['ab', 'bc', 'ca', 'aa'].map(link));
    expect(new Set(places.map(({ side, row }) => `${side} ${row}`)).size).toBe(3);
  });

  it('draws what is no contradiction between those that are there alone', () => {
    const links = [link('ab'), { ...link('cd'), type: 'supports' as const }];
    expect(layOutGraph(links).map(({ id }) => id)).toEqual(ids('ab'));
  });
});
