import { describe, expect, it } from 'vitest';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { pressGradeKey } from '#renderer/parts/passage/card/GradeBox.tsx';

const graded = { reliability: 'C', credibility: 4 } as const;

describe('the grade box', () => {
  it('takes a digit with the letter that its source has today', () => {
    expect(pressGradeKey('3', ungraded, null, 'B')).toEqual({
      kind: 'set',
      grade: { reliability: 'B', credibility: 3 },
    });
  });

  it('takes a digit alone where the source has no letter', () => {
    expect(pressGradeKey('3', ungraded, null, null)).toEqual({
      kind: 'set',
      grade: { reliability: null, credibility: 3 },
    });
  });

  it('takes letter and digit for this passage, whatever the source has', () => {
    expect(pressGradeKey('b', ungraded, null, 'D')).toEqual({ kind: 'choose', reliability: 'B' });
    expect(pressGradeKey('3', ungraded, 'B', 'D')).toEqual({
      kind: 'set',
      grade: { reliability: 'B', credibility: 3 },
    });
  });

  it('keeps the letter with which the passage was graded', () => {
    expect(pressGradeKey('2', graded, null, 'A')).toEqual({
      kind: 'set',
      grade: { reliability: 'C', credibility: 2 },
    });
  });

  it('takes a letter alone on Enter, and nothing where none was chosen', () => {
    expect(pressGradeKey('Enter', graded, 'A', null)).toEqual({
      kind: 'set',
      grade: { reliability: 'A', credibility: 4 },
    });
    expect(pressGradeKey('Enter', ungraded, null, 'B')).toBeNull();
  });

  it('asks why before it says "confirmed"', () => {
    expect(pressGradeKey('1', ungraded, null, 'B')).toEqual({
      kind: 'ask-why',
      grade: { reliability: 'B', credibility: 1 },
    });
  });

  it('clears both axes on minus', () => {
    expect(pressGradeKey('-', graded, 'A', 'B')).toEqual({ kind: 'set', grade: ungraded });
  });

  it.each(['7', '0', 'g', 'x', ' ', 'Escape', 'ArrowDown'])('leaves the key %s alone', (key) => {
    expect(pressGradeKey(key, graded, null, 'B')).toBeNull();
  });
});
