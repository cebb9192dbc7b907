import { describe, expect, it } from 'vitest';
import type { PassageRow } from '#domain/contract/rows.ts';
import type { Grade } from '#domain/tradecraft/grade.ts';
import { sortPassages } from '#renderer/passages/sort-passages.ts';

const graded = (reliability: Grade['reliability'], credibility: Grade['credibility']): PassageRow =>
  ({ grade: { reliability, credibility } }) as PassageRow;
const printed = ({ grade }: PassageRow) => `${grade.reliability ?? '–'}${grade.credibility ?? '–'}`;

describe('passages by grade', () => {
  it('stand by digit, then letter; F and 6 are unknown and stand apart, before what is not graded', () => {
    const rows = [
      graded(null, null),
      graded('B', 6),
      graded('F', 2),
      graded('E', 2),
      graded('A', 2),
      graded('C', 1),
      graded('B', null),
      graded('A', 5),
    ];
    expect(sortPassages(rows, { column: 'grade', direction: 'ascending' }).map(printed)).toEqual([
      'C1',
      'A2',
      'E2',
      'F2',
      'A5',
      'B6',
      'B–',
      '––',
    ]);
  });

  it('never change the rows that were given', () => {
    const rows = [graded('B', 2), graded('A', 1)];
    sortPassages(rows, { column: 'grade', direction: 'ascending' });
    expect(rows.map(printed)).toEqual(['B2', 'A1']);
  });
});
