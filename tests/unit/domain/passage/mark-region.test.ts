/** Marks without words are regions of their pages: strokes of one hand are one, and a frame of a copy comes back. */
import { expect, it } from 'vitest';
import type { Body, BodyBox } from '#domain/article/body/body.ts';
import { frameColour, sayCopiedMark } from '#domain/passage/marks/copied-mark.ts';
import { rectangleOfMark } from '#domain/passage/marks/mark-region.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import { placeMarks } from '#domain/passage/marks/place-marks.ts';

const page = { width: 595.276, height: 841.89 };

const drawing = (box: BodyBox, said: Partial<PdfMark> = {}): PdfMark => ({
  kind: 'drawing',
  page: 1,
  boxes: [box],
  words: '',
  note: '',
  writer: null,
  at: null,
  colour: '#ff0000',
  ...said,
});

const noText: Body = { type: 'doc', content: [{ type: 'paragraph' }] };
const regionsOf = (marks: readonly PdfMark[]) =>
  placeMarks(noText, marks)
    .filter(({ isRegion }) => isRegion)
    .map(({ at, mark }) => [at, mark.boxes.length]);

it('takes strokes that touch for one, and keeps apart what another hand or another page has', () => {
  const strokes = [
    drawing([1000, 1000, 1100, 1100]),
    drawing([1150, 1000, 1300, 1100]),
    drawing([1350, 1050, 1400, 1200]),
  ];
  expect(regionsOf(strokes)).toEqual([[0, 3]]);
  expect(regionsOf([...strokes, drawing([1000, 1000, 1100, 1100], { page: 2 })])).toEqual([
    [0, 3],
    [3, 1],
  ]);
  expect(regionsOf([...strokes, drawing([1000, 1000, 1100, 1100], { colour: '#0000ff' })]).length).toBe(2);
  // What says something is never lost in another.
  expect(regionsOf([...strokes, drawing([1000, 1000, 1100, 1100], { note: 'Why?' })]).length).toBe(2);
});

it('leaves notes to the note of the article, and takes a highlight without text as a region', () => {
  const box: BodyBox = [1000, 1000, 1100, 1100];
  const kinds = ['note', 'free-text', 'caret', 'highlight', 'stamp', 'shape'] as const;
  const placed = placeMarks(
    noText,
    kinds.map((kind) => drawing(box, { kind })),
  );
  expect(placed.filter(({ isRegion }) => isRegion).map(({ mark }) => mark.kind)).toEqual([
    'highlight',
    'stamp',
    'shape',
  ]);
});

it('shows what is around a line, and never leaves the page', () => {
  expect(rectangleOfMark(drawing([0, 0, 100, 20]), page)).toEqual({ x: 0, y: 0, w: 15, h: 13 });
  expect(rectangleOfMark(drawing([9990, 9990, 10_000, 10_000]), page)).toMatchObject({ x: 582, y: 829 });
});

it('gives the frame of a marked copy back to the point', () => {
  const { width, height } = page;
  const note = sayCopiedMark('Claim', { from: null, to: null }, '');
  for (const [x, y, w, h] of [
    [72, 144, 200, 100],
    [1, 1, 30, 7],
    [301, 777, 293, 63],
  ] as const) {
    const box = [(x - 1) / width, (y - 1) / height, (x + w + 1) / width, (y + h + 1) / height].map((edge) =>
      Math.round(edge * 10_000),
    ) as unknown as BodyBox;
    expect(rectangleOfMark(drawing(box, { note, colour: frameColour('amber') }), page)).toEqual({
      x,
      y,
      w,
      h,
    });
  }
});
