/** A mark that ends within a word: the whole word, as its page draws it, tells which of many places is meant. */
import { expect, it } from 'vitest';
import type { Body, BodyBox } from '#domain/article/body/body.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import { placeMarks } from '#domain/passage/marks/place-marks.ts';

/** A paragraph of one piece, of which a box says no more than where it stands. */
const bodyOf = (text: string): Body => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text,
          marks: [{ type: 'page', attrs: { index: 1, label: null, box: [1000, 1000, 9000, 1200] } }],
        },
      ],
    },
  ],
});
const mark = (box: BodyBox, words: string, whole?: string): PdfMark => ({
  ...{ kind: 'highlight', page: 1, boxes: [box], note: '', writer: null, at: null, colour: null },
  words,
  ...(whole === undefined ? {} : { whole }),
});
const text = 'Interaction that ministers from the estates of the east set out, est, was late.';
const placed = (one: PdfMark) =>
  placeMarks(bodyOf(text), [one]).map(({ ranges, isCompleted, isNear }) => [
    ranges.map(({ start, end }) => text.slice(start, end)),
    isCompleted,
    isNear,
  ]);

it('is the word that its page draws, and not a longer one that has these letters too', () => {
  // The letters of a piece are not equally wide: the box is a little away from where they would be.
  expect(placed(mark([6000, 1000, 6100, 1200], 'es', 'est'))).toEqual([[['est'], true, false]]);
});

it('is said to be approximate where a few letters are all that is known', () => {
  const [[, , isNear] = []] = placed(mark([6000, 1000, 6100, 1200], 'es'));
  expect(isNear).toBe(true);
});

it('is found by its own letters where these stand in one place alone', () => {
  expect(placed(mark([1000, 1000, 1800, 1200], 'nteracti', 'Interaction'))).toEqual([
    [['Interaction'], true, false],
  ]);
});

it('is of several like words the one beside which its page has the same', () => {
  // By its box it would be the first.
  const beside = { before: 'the estates of', after: 'east set out, e' };
  const [one] = placeMarks(bodyOf(text), [{ ...mark([2000, 1000, 2300, 1200], 'the'), beside }]);
  expect(one?.ranges).toEqual([{ start: text.indexOf('the east'), end: text.indexOf('the east') + 3 }]);
});

it('is of several like words the one that is the same in order on its page', () => {
  // Beside both stand the same words, and by its box it would be the second.
  const twice = 'The port is closed. The port is closed.';
  const at = (like: PdfMark['like']) =>
    placeMarks(bodyOf(twice), [
      { ...mark([6000, 1000, 6400, 1200], 'port'), ...(like === undefined ? {} : { like }) },
    ]).map(({ ranges }) => ranges[0]?.start);
  expect(at({ at: 0, of: 2 })).toEqual([4]);
  expect(at({ at: 1, of: 2 })).toEqual([24]);
  // A page that has one more, such as in its head, tells nothing.
  expect(at({ at: 0, of: 3 })).toEqual(at(undefined));
});

it('is of signs alone the one that is the same in order on its page, with or without space between', () => {
  const dots = 'Ports . . . . . . . 7';
  const at = (like: PdfMark['like']) =>
    placeMarks(bodyOf(dots), [
      { ...mark([1000, 1000, 1100, 1200], '. . .'), ...(like === undefined ? {} : { like }) },
    ]).map(({ ranges }) => ranges);
  expect(at({ at: 2, of: 5 })).toEqual([[{ start: 10, end: 15 }]]);
  expect(at({ at: 4, of: 5 })).toEqual([[{ start: 14, end: 19 }]]);
  expect(placeMarks(bodyOf('Ports … 7'), [mark([1000, 1000, 1100, 1200], '...')])[0]?.ranges).toEqual([
    { start: 6, end: 7 },
  ]);
});

it('is nowhere where its signs are folded away', () => {
  const like = { at: 0, of: 2 };
  const ranges = (words: string) =>
    placeMarks(bodyOf('Ports 7'), [{ ...mark([1000, 1000, 1100, 1200], words), like }])[0]?.ranges;
  for (const words of ['\u{3164}', '\u{200B}', '\u{301}', ' ']) expect(ranges(words)).toEqual([]);
});
