import { describe, expect, it } from 'vitest';
import { timestampSchema } from '#domain/time.ts';
import { printStarted, sayHidden } from '#renderer/boards/board-words.ts';

const createdAt = timestampSchema.parse('2024-04-24T09:00:00.000Z');
const later = timestampSchema.parse('2024-04-25T09:00:00.000Z');

describe('who started a board', () => {
  it('is named while the record of the board is as it was made', () => {
    const board = { by: 'K. Osei', createdAt, updatedAt: createdAt };
    expect(printStarted(board, '24 Apr')).toBe('Started 24 Apr by K. Osei');
  });

  it('is not taken from a later change, which names another analyst', () => {
    const board = { by: 'H. Lund', createdAt, updatedAt: later };
    expect(printStarted(board, '24 Apr')).toBe('Started 24 Apr');
  });
});

describe('the note on hidden cells', () => {
  const analyst = (name: string, filled: number) => ({
    ...{ name, filled, isFull: filled === 4, hasAllProbabilities: false },
  });
  const noteOf = (...filled: readonly number[]) => {
    const names = ['H. Lund', 'K. Osei', 'A. Low'];
    const analysts = filled.map((each, at) => analyst(names[at] ?? '', each));
    return sayHidden({ analysts, shown: [], cellCount: 4 });
  };

  it('names who is not done, one or several', () => {
    expect(noteOf(4, 2)).toBe('K. Osei: board not full yet. Their cells are shown once it is.');
    expect(noteOf(4, 2, 3)).toBe(
      'K. Osei, A. Low: boards not full yet. Cells are shown once a board is full.',
    );
    expect(noteOf(3, 2)).toBe('Their cells are shown once your board is full: 1 cell to go. (K. Osei)');
  });
});
