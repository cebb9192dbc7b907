import { describe, expect, it } from 'vitest';
import { blockAt, lettersOf, placeOf } from '#renderer/memos/preview/match-texts.ts';
import type { PrintedText } from '#renderer/pdf/draw-pdf.ts';

const blockOf = (position: number, text: string) => ({ position, letters: lettersOf(text) });
const blocks = [
  blockOf(1, 'The port closed on Monday, and nobody said why it had to be so.'),
  blockOf(80, 'Prices rose by a third. The port closed on Monday for the first time.'),
  blockOf(160, 'So it is.'),
];
const line = (y: number, text: string, x = 0.1): PrintedText => ({ text, x, y });
const page = [
  line(0.1, 'The port closed on Mon-'),
  line(0.12, 'day, and nobody said'),
  line(0.12, '[1 ¶8]', 0.5),
  line(0.14, 'why it had to be so.'),
  line(0.2, 'Prices rose by a third. The port'),
  line(0.22, 'closed on Monday for the ﬁrst time.'),
  line(0.3, 'So it is.'),
  line(0.9, 'Page 1 of 2'),
];

describe('the block of a text that is pointed at on a page', () => {
  it.each([
    [0.1, 1],
    [0.14, 1],
    [0.2, 80],
    [0.221, 80],
    [0.3, 160],
  ])('at %s of the page', (y, position) => {
    expect(blockAt(page, { x: 0.3, y }, blocks)?.position).toBe(position);
  });

  it('is none where the page says what the text does not', () => {
    expect(blockAt(page, { x: 0.3, y: 0.9 }, blocks)).toBeNull();
    expect(blockAt([], { x: 0.3, y: 0.5 }, blocks)).toBeNull();
  });
});

describe('the place of a block on a page', () => {
  it.each([
    [1, 0.1],
    [80, 0.2],
    [160, 0.3],
  ])('of that at %s', (position, y) => {
    const block = blocks.find((one) => one.position === position);
    expect(block && placeOf(page, block)?.y).toBe(y);
  });

  it('is none where the block stands on another page', () => {
    expect(placeOf(page, blockOf(9, 'Elsewhere another thing is said at length.'))).toBeNull();
  });
});
