/** Which letters of a page a mark lies on. A page here is a hundred by a hundred points; a letter is one wide. */
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { readMeasured } from '#renderer/importer/pdf/marks/measure-letters.ts';
import { quadOf, wordsUnder } from '#renderer/importer/pdf/marks/words-under.ts';

const SIZE = { width: 100, height: 100 };

/** A text on the level, its left upper corner, and the height of its letters. */
const line = (text: string, left: number, top: number, height = 2) => ({
  text,
  angle: 0,
  boxes: Array.from(text, (_, at) => ({
    left: (left + at) / 100,
    right: (left + at + 1) / 100,
    top: top / 100,
    bottom: (top + height) / 100,
  })),
});

/** A text upwards at 45 degrees from its left lower corner: the boxes stand around letters that are turned. */
const slanted = (text: string, left: number, bottom: number) => ({
  text,
  angle: -45,
  boxes: Array.from(text, (_, at) => ({
    left: (left + 2 * at) / 100,
    right: (left + 2 * at + 2) / 100,
    top: (bottom - 2 * at - 2) / 100,
    bottom: (bottom - 2 * at) / 100,
  })),
});

const quad = (left: number, top: number, right: number, bottom: number) =>
  quadOf(
    // As most programs write them: across, and not around.
    [
      { x: left, y: top },
      { x: right, y: top },
      { x: left, y: bottom },
      { x: right, y: bottom },
    ],
    SIZE,
  );

it('has whole words at its ends, no more of a line without spaces than half words are long, and none of another', () => {
  const under = (letters: string, from: number, to: number) =>
    wordsUnder([line(letters, 0, 10)], [quad(from, 9, to, 13)]);
  expect(under('the estates, set', 5, 8)).toEqual({
    ...{ words: 'sta', whole: 'estates' },
    ...{ before: 'the e', after: 'tes, set' },
  });
  expect(under('the estates, set', 4, 12)).toMatchObject({ words: 'estates,', whole: 'estates,' });
  expect(under('x'.repeat(90), 0, 2).whole).toHaveLength(32);
});

it('lies on the letters that are set along it, and not on a stamp across them', () => {
  const pieces = [line('The port is closed.', 10, 20), slanted('DRAFTDRAFT', 12, 28)];
  expect(wordsUnder(pieces, [quad(10, 20, 29, 22)]).words).toBe('The port is closed.');
  // Where nothing else stands, the stamp is what is marked.
  expect(wordsUnder([slanted('DRAFT', 12, 28)], [quad(10, 18, 29, 28)]).words).toBe('DRAFT');
});

it('is told by its own corners where it is turned, and not by the box around it', () => {
  const along = quadOf(
    [
      { x: 12, y: 28 },
      { x: 22, y: 18 },
      { x: 10, y: 26 },
      { x: 20, y: 16 },
    ],
    SIZE,
  );
  const pieces = [slanted('DRAFT', 11, 28), slanted('AGAIN', 16, 28)];
  expect(wordsUnder(pieces, [along]).words).toBe('DRAFT');
});

it('takes of lines that its quads overlap each its own', () => {
  const pieces = [
    line('one one', 10, 20),
    line('two two', 10, 23),
    line('six six', 10, 26),
    line('ten', 10, 29),
  ];
  const high = (top: number) => quad(10, top - 3, 17, top + 5);
  expect(wordsUnder(pieces, [high(23), high(26)]).words).toBe('two two\nsix six');
  // One alone may be meant for all of its lines.
  expect(wordsUnder(pieces, [high(23)]).words).toBe('one one\ntwo two\nsix six');
});

it('has a text once that is drawn twice to make it bold', () => {
  const pieces = [line('Closed.', 10, 20), line('Closed.', 10.2, 20), line('Closed.', 10, 30)];
  expect(wordsUnder(pieces, [quad(10, 19, 18, 33)]).words).toBe('Closed.\nClosed.');
});

it('says which it is of all like words of its page', () => {
  const pieces = [line('The port. Airports. THE PORT.', 10, 20), line('The port.', 10, 30)];
  expect(wordsUnder(pieces, [quad(14, 29, 18, 33)]).like).toEqual({ at: 3, of: 4 });
  expect(wordsUnder(pieces, [quad(34, 19, 38, 23)]).like).toEqual({ at: 2, of: 4 });
  expect(wordsUnder(pieces, [quad(20, 19, 28, 23)])).not.toHaveProperty('like');
  expect(wordsUnder([line('Ports . . . 7', 10, 20)], [quad(18, 19, 19, 23)]).like).toEqual({ at: 1, of: 3 });
});

/** Letters from one place on, as the library lists them: in thousandths of their height. */
const glyphs = (text: string, width: (letter: string) => number) =>
  Array.from(text, (unicode) => ({ unicode, width: width(unicode), isSpace: unicode === ' ' }));

/** A page that draws runs of text, of ten points each; of each run it lists the texts that are on the page. */
const pageOf = (
  runs: readonly { x: number; y: number; text: string; listed: readonly [number, string][] }[],
) => {
  const wide = (letter: string): number => (letter === 'm' ? 900 : 100);
  const drawn = runs.flatMap(({ x, y, text }) => [
    [OPS.beginText, null],
    [OPS.setFont, ['f', 10]],
    [OPS.moveText, [x, y]],
    [OPS.showText, [glyphs(text, wide)]],
  ]);
  const items = runs.flatMap(({ x, y, text, listed }) =>
    listed.map(([from, str]) => {
      const width = (part: string): number =>
        Array.from(part, wide).reduce((sum, each) => sum + each / 100, 0);
      const transform = [10, 0, 0, 10, x + width(text.slice(0, from)), y];
      return { str, dir: 'ltr', transform, width: width(str), height: 10, fontName: 'f' };
    }),
  );
  const page: Partial<PDFPageProxy> = {
    getOperatorList: async () =>
      ({ fnArray: drawn.map(([fn]) => fn), argsArray: drawn.map(([, args]) => args) }) as never,
    getTextContent: async () => ({ items, styles: {} }) as never,
    getViewport: () => ({ width: 1000, height: 1000, transform: [1, 0, 0, -1, 0, 1000] }) as never,
    commonObjs: { has: () => false } as never,
  };
  return page as PDFPageProxy;
};

it('measures a text by the letters that are drawn in its place, of several that are the same', async () => {
  // The first run begins off the page, so that its beginning is not listed.
  const page = pageOf([
    { x: -10, y: 800, text: 'im on im', listed: [[6, 'im']] },
    { x: 20, y: 700, text: 'im', listed: [[0, 'im']] },
  ]);
  const [first, second] = await readMeasured(page);
  const lefts = (piece: typeof first) => piece?.boxes.map(({ left }) => Math.round(left * 1000));
  expect(lefts(first)).toEqual([4, 5]);
  expect(lefts(second)).toEqual([20, 21]);
});
