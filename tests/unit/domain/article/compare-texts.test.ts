import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedWords, compareTexts, DIFFERENCES_LIMIT } from '#domain/article/compare-texts.ts';

const compare = (old: string, fresh: string) =>
  compareTexts(old.split('\n').flatMap(comparedWords), fresh.split('\n').flatMap(comparedWords));

describe('two texts that are nearly the same', () => {
  const text =
    'Divers found a cracked lock gate at noon.\nThe quay was shut, the harbour master said on Tuesday.';

  it('differ in no word where they are the same', () => {
    expect(compare(text, text)).toEqual({ removedWords: 0, addedWords: 0, differences: [], count: 0 });
  });

  it('are told apart by words, with those that stand around them', () => {
    const copy = `Lock gate fails\n${text.replace('a cracked', 'the broken')}`.replace(' on Tuesday', '');
    const { differences, removedWords, addedWords } = compare(text, copy);
    expect([removedWords, addedWords]).toEqual([5, 6]);
    expect(differences[0]).toMatchObject({
      removed: '',
      added: 'Lock gate fails',
      after: 'Divers found a cracked lock gate',
    });
    expect(differences[1]).toEqual({
      before: 'Divers found',
      removed: 'a cracked',
      added: 'the broken',
      after: 'lock gate at noon. The quay',
    });
    expect(differences.at(-1)).toMatchObject({ removed: 'said on Tuesday.', added: 'said.' });
  });

  it('differ in a comma, in case, and in one character of a script without spaces', () => {
    expect(compare('They met, then left', 'They met then left').differences).toMatchObject([
      { removed: 'met,', added: 'met' },
    ]);
    expect(compare('the State said', 'the state said').count).toBe(1);
    expect(compare('港務局長星期二表示', '港務局長星期三表示').differences).toMatchObject([
      { before: '港務局長星期', removed: '二', added: '三', after: '表示' },
    ]);
  });

  it('are both made of what they share and of their differences', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (old, fresh) => {
        const { removedWords, addedWords, count, differences } = compare(old.join(' '), fresh.join(' '));
        expect(old.length - removedWords).toBe(fresh.length - addedWords);
        expect(differences).toHaveLength(count);
        const lengthOf = (part: string): number => (part === '' ? 0 : part.split(' ').length);
        expect(differences.reduce((sum, { removed }) => sum + lengthOf(removed), 0)).toBe(removedWords);
        expect(differences.reduce((sum, { added }) => sum + lengthOf(added), 0)).toBe(addedWords);
      }),
    );
  });

  it('name no more differences than can be read, and count them all', () => {
    const old = Array.from({ length: 2000 }, (_, n) => `w${n}`);
    const fresh = old.map((each, n) => (n % 4 === 0 ? `x${n}` : each));
    const { differences, count } = compare(old.join(' '), fresh.join(' '));
    expect([differences.length, count]).toEqual([DIFFERENCES_LIMIT, 500]);
  });
});
