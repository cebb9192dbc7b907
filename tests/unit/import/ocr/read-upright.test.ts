import { describe, expect, it } from 'vitest';
import type { GrayPicture } from '#renderer/ocr/gray-picture.ts';
import { readUpright } from '#renderer/ocr/read-upright.ts';
import type { OcrBlock } from '#renderer/ocr/words-of-blocks.ts';

const box = { x0: 0, y0: 0, x1: 9, y1: 9 };

/** A block of one word, of which the engine is so sure. */
const blockOf = (text: string, confidence: number): OcrBlock => ({
  paragraphs: [
    {
      lines: [
        {
          words: [{ text, confidence, bbox: box }],
          bbox: box,
          baseline: box,
          rowAttributes: { ascenders: 1, descenders: 1, rowHeight: 9 },
        },
      ],
    },
  ],
});

/** Six by nine: dark where the sheet has its head. */
const sheet: GrayPicture = {
  width: 6,
  height: 9,
  pixels: new Uint8Array(54).map((_, at) => (at < 27 ? 0 : 255)),
};

/** An engine that reads what has its dark half where `isUpright` says; it notes the sizes of what it is given. */
const engineThat = (isUpright: (picture: GrayPicture) => boolean, otherwise: readonly OcrBlock[]) => {
  const asked: string[] = [];
  return {
    asked,
    recognise: async (picture: GrayPicture) => {
      asked.push(`${picture.width} by ${picture.height}`);
      return isUpright(picture) ? [blockOf('consignments of the northern port', 91)] : otherwise;
    },
  };
};

const first = ({ pixels }: GrayPicture): number => pixels[0] ?? -1;
const last = ({ pixels }: GrayPicture): number => pixels.at(-1) ?? -1;
const nonsense = [blockOf('sjuawubisuod jo sjuawubisuod', 20)];
const textOf = ([block]: readonly OcrBlock[]) => block?.paragraphs[0]?.lines[0]?.words[0]?.text;

describe('reading a sheet', () => {
  it('reads once what is upright', async () => {
    const { recognise, asked } = engineThat(() => true, nonsense);
    expect(textOf(await readUpright(sheet, recognise))).toMatch(/^consignments/);
    expect(asked).toEqual(['6 by 9']);
  });

  it('turns what lies on its side, though the engine reads it there', async () => {
    const line = { x0: 0, y0: 0, x1: 9, y1: 90 };
    const words = ['consignments', 'of', 'the', 'northern', 'port'];
    const onSide = words
      .map((text) => blockOf(text, 96).paragraphs[0]?.lines[0]?.words[0])
      .filter((word) => word !== undefined);
    const block = blockOf('', 96);
    const sideways: OcrBlock = {
      paragraphs: block.paragraphs.map(({ lines }) => ({
        lines: lines.map((each) => ({ ...each, words: onSide, bbox: line })),
      })),
    };
    const { recognise, asked } = engineThat(({ width, height }) => width > height, [sideways]);
    expect(textOf(await readUpright(sheet, recognise))).toMatch(/^consignments of/);
    expect(asked.at(-1)).toBe('9 by 6');
  });

  it('turns what stands on its head, after a trial with its middle', async () => {
    const { recognise, asked } = engineThat((picture) => last(picture) === 0, nonsense);
    expect(textOf(await readUpright(sheet, recognise))).toMatch(/^consignments/);
    expect(asked).toEqual(['6 by 9', '2 by 3', '6 by 9']);
  });

  it('turns what lies on its side', async () => {
    const { recognise, asked } = engineThat(
      (picture) => picture.width > picture.height && first(picture) === 0,
      nonsense,
    );
    expect(textOf(await readUpright(sheet, recognise))).toMatch(/^consignments/);
    expect(asked).toEqual(['6 by 9', '2 by 3', '3 by 2', '3 by 2', '9 by 6']);
  });

  it('leaves as it was what is read in no way, or hardly better', async () => {
    const { recognise, asked } = engineThat(() => false, [blockOf('a smudged page of many words', 50)]);
    expect(textOf(await readUpright(sheet, recognise))).toMatch(/^a smudged/);
    expect(asked).toHaveLength(4);
  });

  it('tries nothing on an empty page', async () => {
    const { recognise, asked } = engineThat(() => false, []);
    expect(await readUpright(sheet, recognise)).toEqual([]);
    expect(asked).toHaveLength(1);
  });
});
