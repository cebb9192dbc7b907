import { describe, expect, it } from 'vitest';
import type { PagedRange } from '#domain/article/pages.ts';
import { boxesOfRange } from '#domain/article/printed/boxes-of-range.ts';
import { offsetAt } from '#domain/article/printed/offset-at.ts';
import { placeLetters } from '#domain/article/printed/place-letters.ts';
import type { PrintedPiece } from '#domain/article/printed/printed-piece.ts';

const WIDTH = 0.01;
const HEIGHT = 0.02;

/** Text whose letters are all as wide, from `left` on the line that begins at `top`. */
const drawn = (text: string, left: number, top: number): PrintedPiece => ({
  text,
  boxes: Array.from({ length: text.length }, (_, at) => ({
    left: left + at * WIDTH,
    top,
    right: left + (at + 1) * WIDTH,
    bottom: top + HEIGHT,
  })),
});

const range = (start: number, end: number, box: PagedRange['box']): PagedRange => ({
  index: 1,
  label: null,
  box,
  start,
  end,
});

const rounded = (box: { left: number; top: number; right: number; bottom: number }): readonly number[] =>
  [box.left, box.top, box.right, box.bottom].map((edge) => Math.round(edge * 100) / 100);

const text = 'The harbour took in consignments of spindles.\nThe list is short.';
const pieces = [
  drawn('The harbour took in consign-', 0.1, 0.1),
  drawn('ments of spindles.', 0.1, 0.13),
  drawn('The list is short.', 0.1, 0.2),
];
const ranges = [range(0, 45, [1000, 1000, 3800, 1500]), range(46, 64, [1000, 2000, 2800, 2200])];
const letters = placeLetters(text, ranges, pieces);
const boxesOf = (words: string) => {
  const start = text.indexOf(words);
  return boxesOfRange(letters, { start, end: start + words.length }).map(rounded);
};

describe('letters on a page', () => {
  it('give a range one box for each line, whatever the print parts', () => {
    expect(boxesOf('harbour')).toEqual([[0.14, 0.1, 0.21, 0.12]]);
    expect(boxesOf('consignments of')).toEqual([
      [0.3, 0.1, 0.37, 0.12],
      [0.1, 0.13, 0.18, 0.15],
    ]);
  });

  it('are those of the block that is meant, where two begin alike', () => {
    expect(boxesOf('The list')).toEqual([[0.1, 0.2, 0.18, 0.22]]);
    expect(boxesOfRange(letters, { start: 0, end: 3 }).map(rounded)).toEqual([[0.1, 0.1, 0.13, 0.12]]);
  });

  it('are its own where a block goes on in the next column and reaches over one with the same text', () => {
    const said = 'The port is closed again.';
    const both = `${said}\n${said}`;
    const drawnTwice = [
      drawn(said, 0.1, 0.1),
      drawn('The port is', 0.1, 0.3),
      drawn('closed again.', 0.5, 0.1),
    ];
    const blocks = [
      range(0, said.length, [1000, 1000, 3500, 1200]),
      range(said.length + 1, both.length, [1000, 1000, 6300, 3200]),
    ];
    const placed = placeLetters(both, blocks, drawnTwice);
    const at = (words: string, from: number) => {
      const start = both.indexOf(words, from);
      return boxesOfRange(placed, { start, end: start + words.length }).map(rounded);
    };
    expect(at('port', 0)).toEqual([[0.14, 0.1, 0.18, 0.12]]);
    expect(at('port', said.length)).toEqual([[0.14, 0.3, 0.18, 0.32]]);
    expect(at('closed', said.length)).toEqual([[0.5, 0.1, 0.56, 0.12]]);
  });

  it('are those too that no standard names, as fonts of old print and of icons have them', () => {
    const signs = 'en \u{A5F}n \u{E001} lieu';
    const placed = placeLetters(
      signs,
      [range(0, signs.length, [1000, 1000, 2100, 1200])],
      [drawn(signs, 0.1, 0.1)],
    );
    expect(boxesOfRange(placed, { start: 3, end: 5 }).map(rounded)).toEqual([[0.13, 0.1, 0.15, 0.12]]);
    expect(boxesOfRange(placed, { start: 6, end: 7 }).map(rounded)).toEqual([[0.16, 0.1, 0.17, 0.12]]);
  });

  it('have a ligature in parts, and an accent on its letter', () => {
    const words = 'first cafe\u0301';
    const placed = placeLetters(
      words,
      [range(0, words.length, [1000, 1000, 3000, 1200])],
      [drawn('\uFB01rst caf\u00E9', 0.1, 0.1)],
    );
    expect(boxesOfRange(placed, { start: 1, end: 2 }).map((box) => box.left.toFixed(3))).toEqual(['0.105']);
    expect(placed).toHaveLength(9);
  });

  it('are found where the file draws the lines in another order', () => {
    const [first, second, third] = pieces;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three pieces');
    const placed = placeLetters(text, ranges, [second, first, third]);
    expect(placed.filter(({ end }) => end <= 45).length).toBeGreaterThan(30);
  });

  it('say which word is pointed at, on it and beside it', () => {
    const word = text.indexOf('spindles');
    expect(offsetAt(letters, { x: 0.191, y: 0.14 }, text)).toEqual({
      boundary: word,
      letter: word,
      isOn: true,
    });
    expect(offsetAt(letters, { x: 0.9, y: 0.14 }, text)).toMatchObject({ boundary: 45, isOn: false });
  });

  it('are none where nothing of the text is printed', () => {
    expect(offsetAt(placeLetters(text, [], pieces), { x: 0.5, y: 0.5 }, text)).toBeNull();
    expect(boxesOfRange([], { start: 0, end: 10 })).toEqual([]);
  });
});
