import { describe, expect, it } from 'vitest';
import { relationTypes } from '#domain/passage/passage.ts';
import { isMutualRelation, wordRelation } from '#domain/passage/word-relation.ts';

describe('the words of a relation', () => {
  it('say it from the end that is spoken of', () => {
    expect(relationTypes.map((type) => [wordRelation(type, 'to'), wordRelation(type, 'from')])).toEqual([
      ['supports', 'is supported by'],
      ['contradicts', 'contradicts'],
      ['repeats', 'repeats'],
      ['supersedes', 'is superseded by'],
      ['has the same origin as', 'has the same origin as'],
      ['is independent of', 'is independent of'],
    ]);
  });

  it('know what is one relation from whichever end it is said', () => {
    expect(relationTypes.filter(isMutualRelation)).toEqual([
      'contradicts',
      'repeats',
      'same-origin',
      'independent',
    ]);
  });
});
