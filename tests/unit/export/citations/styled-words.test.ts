import { describe, expect, it } from 'vitest';
import type { StyledWords } from '#domain/memo/document-run.ts';
import { collapseMarks, untypedPairs } from '#electron/export/typst/citations/collapse-marks.ts';
import { replaceSameAuthors } from '#electron/export/typst/citations/same-authors.ts';
import { citedWorks } from '../../../support/documents/cited-works.ts';

const textOf = (words: readonly StyledWords[] = []): string => words.map(({ text }) => text).join('');

describe('marks that meet', () => {
  const [first] = citedWorks;
  const works = (title: string) => (first === undefined ? [] : [{ ...first, title }]);
  const collapsed = (words: readonly StyledWords[], title = 'A title', place = '') =>
    collapseMarks(words, untypedPairs({ works: works(title), citations: [[{ source: 1, place }]] }));

  it.each([
    ['n.d.. Next', 'n.d. Next'],
    ['A title,, in', 'A title, in'],
    ['2026;. Next', '2026; Next'],
    ['What now?. Next', 'What now? Next'],
    ['[Online].  Available', '[Online]. Available'],
    ['Wait... and …', 'Wait... and …'],
    ['p.,', 'p.,'],
  ])('in “%s”', (text, expected) => {
    expect(textOf(collapsed([{ text }]))).toBe(expected);
  });

  it('are those of two parts too, whose looks stay', () => {
    expect(collapsed([{ text: 'A title.', italic: true }, { text: '. Next' }])).toEqual([
      { text: 'A title.', italic: true },
      { text: ' Next' },
    ]);
  });

  it('stay where they were typed, and in addresses', () => {
    expect(textOf(collapsed([{ text: 'Wait.. what' }], 'Wait.. what'))).toBe('Wait.. what');
    expect(textOf(collapsed([{ text: 'see p. 4;. Next' }], 'A title', 'p. 4;.'))).toBe('see p. 4;. Next');
    const href = 'https://example.org/a..b';
    expect(collapsed([{ text: href, href }])).toEqual([{ text: href, href }]);
  });
});

describe('an author again', () => {
  const names = new Map([
    [1, 'Miller, Jane'],
    [2, 'Miller, Jane'],
    [3, 'Miller, Jane, and John Smith'],
  ]);
  const replaced = (entries: readonly (readonly [number, string])[], sameAuthor = '———') =>
    replaceSameAuthors(
      entries.map(([source, text]) => ({ source, words: [{ text }] })),
      names,
      sameAuthor,
    ).map(({ words }) => textOf(words));

  it('is what the style has in the place of names that are all the same', () => {
    expect(
      replaced([
        [1, 'Miller, Jane. One.'],
        [2, 'Miller, Jane. Two.'],
        [3, 'Miller, Jane, and John Smith. Three.'],
        [4, 'No author.'],
        [1, 'Miller, Jane. One.'],
      ]),
    ).toEqual([
      'Miller, Jane. One.',
      '———. Two.',
      'Miller, Jane, and John Smith. Three.',
      'No author.',
      'Miller, Jane. One.',
    ]);
  });

  it('has one full stop, and stands behind what is no name', () => {
    expect(
      replaced(
        [
          [1, '(Miller, Jane). One.'],
          [2, '(Miller, Jane). Two.'],
        ],
        '_.',
      )[1],
    ).toBe('(_.). Two.');
    expect(
      replaced(
        [
          [1, 'Miller, Jane. One.'],
          [2, 'Miller, Jane. Two.'],
        ],
        '_.',
      )[1],
    ).toBe('_. Two.');
  });

  it('stays where an entry begins otherwise', () => {
    expect(
      replaced([
        [1, 'Miller, Jane. One.'],
        [2, 'Two. Miller, Jane.'],
      ])[1],
    ).toBe('Two. Miller, Jane.');
  });

  it('is replaced in all of its parts, and the others keep their look', () => {
    const words = [
      { text: 'Mill', bold: true as const },
      { text: 'er, Jane' },
      { text: '. Two', italic: true as const },
    ];
    expect(
      replaceSameAuthors(
        [
          { source: 1, words: [{ text: 'Miller, Jane. One' }] },
          { source: 2, words },
        ],
        names,
        '—',
      )[1]?.words,
    ).toEqual([{ text: '—' }, { text: '. Two', italic: true }]);
  });
});
