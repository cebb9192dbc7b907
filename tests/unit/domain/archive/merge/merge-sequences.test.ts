import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSequences } from '#domain/archive/merge/merge-sequences.ts';

const items = (text: string) =>
  [...text].map((letter) => ({
    key: letter,
    item: letter,
    isFiller: letter === '.',
    isHead: letter === '#',
  }));
const merge = (base: string, ours: string, theirs: string) => {
  const merged = mergeSequences(items(base), items(ours), items(theirs));
  return { ...merged, ours: merged.ours.join(''), theirs: merged.theirs.join('') };
};
const settled = (text: string) => ({ ours: text, theirs: text, isContested: false });

describe('two sequences made from one', () => {
  it('are one where each changed another place, neighbours too', () => {
    expect(merge('abcd', 'Abcd', 'abcD')).toEqual(settled('AbcD'));
    expect(merge('abcd', 'aBcd', 'abCd')).toEqual(settled('aBCd'));
    expect(merge('abcd', 'abxcd', 'acd')).toEqual(settled('axcd'));
  });

  it('keep what both add at one place, in the same order whichever is ours', () => {
    expect(merge('ab', 'axb', 'ayb')).toEqual(settled('axyb'));
    expect(merge('ab', 'ayb', 'axb')).toEqual(settled('axyb'));
    expect(merge('ab', 'axb', 'axb')).toEqual(settled('axb'));
  });

  it('keep what both put in the place of a filler, and not the filler', () => {
    expect(merge('a.b', 'ayb', 'axb')).toEqual(settled('axyb'));
    expect(merge('a.b', 'axb', 'a.b')).toEqual(settled('axb'));
  });

  it('keep what is added to the end of a part in it, where the other adds a part', () => {
    expect(merge('ab', 'aBx', 'abcd#e')).toEqual(settled('aBcdx#e'));
    expect(merge('ab', 'ab#e', 'abz')).toEqual(settled('abz#e'));
  });

  it('give two wholes to choose from where both changed one item', () => {
    expect(merge('abcd', 'aXcd!', '?aYcd')).toEqual({ ours: '?aXcd!', theirs: '?aYcd!', isContested: true });
    expect(merge('abc', 'ac', 'aYc')).toEqual({ ours: 'ac', theirs: 'aYc', isContested: true });
  });

  const text = fc.string({ unit: fc.constantFrom(...'abcdef.#'), maxLength: 8 });
  /** Texts made from a base as hands make them: something put in, taken out or put in the place of something. */
  const edited = (base: string, news: string) =>
    fc
      .array(
        fc.tuple(fc.nat(base.length), fc.nat(2), fc.string({ unit: fc.constantFrom(...news), maxLength: 2 })),
        {
          maxLength: 3,
        },
      )
      .map((edits) =>
        edits.reduce((now, [at, gone, put]) => now.slice(0, at) + put + now.slice(at + gone), base),
      );
  const sides = text.chain((base) => fc.tuple(fc.constant(base), edited(base, 'UVW'), edited(base, 'XYZ')));

  it('lose nothing that either has put in: it stands in one of the two wholes', () => {
    fc.assert(
      fc.property(sides, ([base, ours, theirs]) => {
        const merged = merge(base, ours, theirs);
        const put = (letters: string, side: string) => [...letters].filter((letter) => side.includes(letter));
        expect([...merged.ours]).toEqual(expect.arrayContaining(put('UVW', ours)));
        expect([...merged.theirs]).toEqual(expect.arrayContaining(put('XYZ', theirs)));
      }),
    );
  });

  it('are the same whichever is ours, and what one has not touched is as the other has it', () => {
    fc.assert(
      fc.property(sides, ([base, ours, theirs]) => {
        const one = merge(base, ours, theirs);
        const other = merge(base, theirs, ours);
        expect({ ...other, ours: other.theirs, theirs: other.ours }).toEqual(one);
        expect(merge(base, ours, base)).toEqual(settled(ours));
        expect(merge(base, base, theirs)).toEqual(settled(theirs));
        expect(merge(base, ours, ours)).toEqual(settled(ours));
      }),
    );
  });
});
