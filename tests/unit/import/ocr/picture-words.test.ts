import { describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { clearPages } from '#electron/import/read-text.ts';
import { articleOfPages } from '#renderer/importer/pdf/article-of-pages.ts';
import type { PrintedPage } from '#renderer/importer/pdf/printed-text.ts';
import { grayPicture, middleOf, pgmOf, turned } from '#renderer/ocr/gray-picture.ts';
import { wordsOfLetters } from '#renderer/ocr/read-letters.ts';
import { wordsOfBlocks } from '#renderer/ocr/words-of-blocks.ts';

const line = (text: string, y: number, rowHeight: number) => {
  const box = { x0: 100, y0: y - rowHeight, x1: 900, y1: y };
  return {
    words: text.split(' ').map((each, at) => ({
      text: each,
      confidence: 91.4,
      bbox: { ...box, x0: 100 + 80 * at, x1: 170 + 80 * at },
    })),
    bbox: box,
    baseline: { ...box, y0: y - 2, y1: y + 2 },
    rowAttributes: { ascenders: 10, descenders: 5, rowHeight },
  };
};

describe('the words of a picture', () => {
  it('stand in points, all of a line on one level, in whole per cent', () => {
    const words = wordsOfBlocks([{ paragraphs: [{ lines: [line('two words', 400, 40)] }] }], 4);
    expect(words).toMatchObject([
      { text: 'two', left: 25, right: 42.5, baseline: 100, confidence: 91 },
      { text: 'words', left: 45, baseline: 100 },
    ]);
  });

  it('are of one size where the engine measures a little more or less, and of another where they are larger', () => {
    const lines = [
      line('running text of the page', 100, 40),
      line('goes on here', 150, 43),
      line('Title', 20, 70),
    ];
    const sizes = wordsOfBlocks([{ paragraphs: [{ lines }] }], 4).map(
      ({ size }) => Math.round(size * 10) / 10,
    );
    expect(new Set(sizes.slice(0, 8))).toEqual(new Set([10.2]));
    expect(sizes.at(-1)).toBeGreaterThan(15);
  });

  it('are none where the engine has found white space', () => {
    expect(wordsOfBlocks([{ paragraphs: [{ lines: [line(' ', 100, 40)] }] }], 4)).toEqual([]);
  });
});

describe('a picture in grey', () => {
  it('has a byte for each pixel, and white where the page is transparent', () => {
    const data = new Uint8ClampedArray([0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 0, 255, 0, 0, 255]);
    const picture = pgmOf(grayPicture({ data, width: 2, height: 2 }));
    expect(new TextDecoder().decode(picture.subarray(0, 11))).toBe('P5\n2 2\n255\n');
    expect([...picture.subarray(11)]).toEqual([0, 255, 255, 76]);
  });

  const picture = { width: 3, height: 2, pixels: new Uint8Array([1, 2, 3, 4, 5, 6]) };

  it.each([
    [1, 2, 3, [4, 1, 5, 2, 6, 3]],
    [2, 3, 2, [6, 5, 4, 3, 2, 1]],
    [3, 2, 3, [3, 6, 2, 5, 1, 4]],
  ] as const)('is turned to the right by %i quarters', (quarters, width, height, pixels) => {
    const is = turned(picture, quarters);
    expect({ ...is, pixels: [...is.pixels] }).toEqual({ width, height, pixels });
  });

  it('has a middle of a third of its sides', () => {
    const pixels = new Uint8Array(Array.from({ length: 24 }, (_, at) => at));
    const middle = middleOf({ width: 4, height: 6, pixels });
    expect({ ...middle, pixels: [...middle.pixels] }).toEqual({
      width: 2,
      height: 2,
      pixels: [9, 10, 13, 14],
    });
  });
});

describe('letters of another reader', () => {
  const letter = (text: string, left: number, baseline = 10, size = 9) => ({
    text,
    isGap: text === ' ',
    left,
    right: left + 5,
    baseline,
    size,
  });

  it('are words up to a gap, another line or another size', () => {
    const letters = [
      letter('a', 0),
      letter('b', 5),
      letter(' ', 0),
      letter('c', 15),
      letter('d', 0, 22),
      letter('2', 5, 22, 6),
    ];
    expect(wordsOfLetters(letters).map(({ text, left, right }) => [text, left, right])).toEqual([
      ['ab', 0, 10],
      ['c', 15, 20],
      ['d', 0, 5],
      ['2', 5, 10],
    ]);
  });

  const readers = (text: string) => ({
    readLetters: async () => [
      { index: 2, words: text.split(' ').map((each) => ({ ...letter(each, 0), confidence: null })) },
    ],
  });
  const request = { format: 'pdf' as const, bytes: new Uint8Array() };
  const doubtful = { remarks: [{ kind: 'pages-doubtful' as const, pages: [2] }] };

  it('are taken where the first reader makes garbage of them, and they do not', async () => {
    const text = 'The harbour took in bonded consignments of heading 8457 in April.';
    expect(await clearPages(readers(text), request, doubtful)).toHaveLength(1);
    expect(await clearPages(readers('\uFFFD\uE001\uE002'.repeat(30)), request, doubtful)).toEqual([]);
    expect(await clearPages(readers(text), request, { remarks: [] })).toEqual([]);
  });
});

describe('the article of pages that were read by machine', () => {
  const page = (index: number, confidence: number | null, isScanned: boolean, text: string): PrintedPage => ({
    index,
    width: 500,
    height: 700,
    isScanned,
    items:
      text === ''
        ? []
        : [
            {
              text,
              left: 50,
              right: 400,
              baseline: 100,
              size: 10,
              font: 'machine',
              angle: 0,
              isTurned: false,
              isRightToLeft: false,
              confidence,
            },
          ],
  });

  it('says of each run how sure the machine was, and of a scan that nobody has read it', () => {
    const article = articleOfPages([
      page(1, null, false, 'What stands in the file as text is not marked.'),
      page(2, 83, false, 'What was read from the picture says how sure it is.'),
      page(3, null, true, ''),
    ]);
    const runs = article?.body.content.map((block) => ('content' in block ? block.content?.[0] : undefined));
    expect(runs?.map((run) => (run !== undefined && 'marks' in run ? run.marks : []))).toMatchObject([
      [{ type: 'page' }],
      [{ type: 'page' }, { type: 'machine', attrs: { confidence: 83 } }],
      [{ type: 'page', attrs: { index: 3 } }],
    ]);
    expect(article === null ? '' : canonicalText(article.body)).toMatch(/\uFFFC$/u);
  });

  it('is none where nothing stands on them', () => {
    expect(articleOfPages([page(1, null, false, '')])).toBe(null);
  });
});
