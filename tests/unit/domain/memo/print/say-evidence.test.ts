import { describe, expect, it } from 'vitest';
import { sayEvidence } from '#domain/memo/citations/standing-words.ts';

const same = { state: 'ok' } as const;
const edited = { state: 'changed' } as const;

describe('what a memo rests on, in its bar', () => {
  it.each([
    ['nothing', [], 0, ''],
    ['a citation', [same], 0, '1 citation, up to date'],
    ['citations', [same, same], 0, '2 citations, all up to date'],
    ['a line whose event has changed', [same], 1, '1 citation, up to date; 1 line of a chronology changed'],
    ['lines alone', [], 2, '2 lines of a chronology changed'],
    [
      'both changed',
      [same, edited],
      2,
      '2 citations: 1 with changed evidence; 2 lines of a chronology changed',
    ],
  ])('says %s', (_, citations, changedLines, says) => {
    expect(sayEvidence(citations, changedLines)).toBe(says);
  });
});
