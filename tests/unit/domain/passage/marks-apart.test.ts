/** Marks over several blocks of a page: their words are looked for in the blocks under them. */
import { expect, it } from 'vitest';
import type { Body, BodyBox } from '#domain/article/body/body.ts';
import { leftOutUnmarked } from '#domain/passage/marks/left-out-unmarked.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import { placeMarks } from '#domain/passage/marks/place-marks.ts';

type Block = readonly [text: string, box: BodyBox];

/** A page with these blocks, in the order of its text. */
const bodyOf = (blocks: readonly Block[]): Body => ({
  type: 'doc',
  content: blocks.map(([text, box]) => ({
    type: 'paragraph',
    content: [{ type: 'text', text, marks: [{ type: 'page', attrs: { index: 1, label: null, box } }] }],
  })),
});

const mark = (words: string, ...boxes: BodyBox[]): PdfMark => ({
  ...{ kind: 'highlight', page: 1, boxes, note: '', writer: null, at: null, colour: null },
  words,
});

const wordsOf = (blocks: readonly Block[], one: PdfMark): readonly (readonly string[])[] => {
  const text = blocks.map(([words]) => words).join('\n');
  return placeMarks(bodyOf(blocks), [one]).map(({ ranges }) =>
    ranges.map(({ start, end }) => `${start}: ${text.slice(start, end)}`),
  );
};

const columns: readonly Block[] = [
  ['The port is', [1000, 1000, 3000, 1200]],
  ['closed since May', [1000, 3000, 3000, 3200]],
  ['closed again', [6000, 1000, 8000, 1200]],
];

it('have their words in the blocks under them, and not in one between these', () => {
  expect(
    wordsOf(columns, mark('port is\nclosed', columns[0]?.[1] as BodyBox, columns[2]?.[1] as BodyBox)),
  ).toEqual([['4: port is', '29: closed']]);
});

it('take what is between the blocks under them where their words are there too', () => {
  const [first, , last] = columns.map(([, box]) => box) as [BodyBox, BodyBox, BodyBox];
  expect(wordsOf(columns, mark('port is\nclosed since May\nclosed again', first, last))).toEqual([
    ['4: port is\nclosed since May\nclosed again'],
  ]);
});

it('are on what would be left out as surroundings, rather than on parts of words that are alike', () => {
  const grid: Block = ['Port 2 Port 1 Ferry 1', [1000, 3000, 9000, 3400]];
  const body = bodyOf([grid, ['Ferry 2', [8000, 3300, 9000, 3500]]]);
  const ferry = mark('Ferry\n2', [8000, 3300, 9000, 3500]);
  expect(leftOutUnmarked(body, [1], [ferry])).toEqual([]);
  expect(leftOutUnmarked(body, [1], [mark('Ferry 1', [8000, 3000, 9000, 3200])])).toEqual([1]);
});

it('are, of parts that occur several times, those at which the mark begins', () => {
  const said = 'The port is closed again since May.';
  const twice: readonly Block[] = [
    [said, [1000, 1000, 9000, 1200]],
    [said, [1000, 2000, 9000, 2200]],
    ['The ferry is not.', [1000, 3000, 9000, 3200]],
  ];
  // A high quadrilateral that reaches over the paragraph before.
  const second = mark('port is\nsince May', [1000, 1920, 9000, 2200], [1000, 1000, 9000, 1200]);
  expect(wordsOf(twice, second)).toEqual([['40: port is', '61: since May']]);
});

it('are, of lines drawn in another order, those that cut no word', () => {
  // Right to left, the file draws the second word first, and another word begins with the same letter.
  const said = 'They say “هذا و” or “وجدير” there.';
  const block: Block = [said, [1000, 1000, 9000, 1200]];
  expect(wordsOf([block], mark('و\nهذا', [6000, 1000, 6600, 1200]))).toEqual([['10: هذا و']]);
});
