import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPictureHead } from '#domain/picture/picture-head.ts';
import { pictureOfPath } from '#domain/picture/stored-picture.ts';
import { makePng } from '../../support/pictures/make-png.ts';

type Part = string | readonly number[];

const zeros = (count: number): readonly number[] => Array<number>(count).fill(0);

const bytes = (...parts: readonly Part[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const filled = (...parts: readonly Part[]): Uint8Array => bytes(...parts, zeros(40));

/** With a thumbnail in its metadata, which has an end of its own. */
const jpeg = bytes(
  [0xff, 0xd8],
  [0xff, 0xe1, 0x00, 0x08, 0xff, 0xd8, 0xff, 0xd9, 0, 0],
  [0xff, 0xc2, 0x00, 0x0b, 8, 0x02, 0x58, 0x03, 0x20, 1, 0, 0, 0],
  [0xff, 0xda, 0x00, 0x08, 1, 1, 0, 0, 63, 0],
  [1, 2, 3, 0xff, 0x00, 4, 0xff, 0xd9],
);

describe('the head of a picture', () => {
  const png = makePng(70, 50);

  it.each([
    ['PNG', png, { mediaType: 'image/png', width: 70, height: 50, isWhole: true }],
    ['PNG cut off', png.subarray(0, png.length - 5), { width: 70, isWhole: false }],
    ['PNG with more behind it', Buffer.concat([png, Buffer.from('more')]), { isWhole: true }],
    [
      'PNG that claims more than it has',
      makePng(2, 2, { claims: { width: 60_000, height: 60_000 } }),
      { width: 60_000 },
    ],
    ['JPEG', jpeg, { mediaType: 'image/jpeg', width: 800, height: 600, isWhole: true }],
    ['JPEG cut off', jpeg.subarray(0, jpeg.length - 2), { width: 800, isWhole: false }],
    [
      'GIF',
      bytes('GIF89a', [64, 1, 200, 0], zeros(40), [0x3b]),
      { mediaType: 'image/gif', width: 320, height: 200, isWhole: true },
    ],
    [
      'WebP with alpha',
      filled('RIFF', [30, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0], [0x3f, 1, 0, 0xc7, 0, 0]),
      { mediaType: 'image/webp', width: 320, height: 200, isWhole: true },
    ],
    [
      'BMP',
      filled('BM', zeros(8), [54, 0, 0, 0], [40, 0, 0, 0], [0x40, 1, 0, 0], [0xc8, 0, 0, 0], zeros(30)),
      { mediaType: 'image/bmp', width: 320, height: 200, isWhole: true },
    ],
    [
      'BMP from above, cut off',
      filled('BM', zeros(8), [0, 1, 0, 0], [40, 0, 0, 0], [0x40, 1, 0, 0], [0x38, 255, 255, 255], zeros(30)),
      { mediaType: 'image/bmp', width: 320, height: 200, isWhole: false },
    ],
    [
      'BMP of OS/2',
      filled('BM', zeros(8), [26, 0, 0, 0], [12, 0, 0, 0], [0x40, 1, 0xc8, 0], zeros(30)),
      { mediaType: 'image/bmp', width: 320, height: 200, isWhole: true },
    ],
    [
      'WebP cut off',
      filled('RIFF', [0, 0, 1, 0], 'WEBPVP8 ', zeros(10), [0x40, 1, 0xc8, 0]),
      { width: 320, height: 200, isWhole: false },
    ],
  ])('says what a %s is', (_, picture, head) => {
    expect(readPictureHead(picture)).toMatchObject(head);
  });

  it.each([
    ['a page', filled('<html><body>picture.png</body></html>')],
    ['a PDF', filled('%PDF-1.7')],
    ['a JPEG of no size', bytes([0xff, 0xd8], [0xff, 0xe0, 0, 16], zeros(60))],
    ['a PNG of no width', makePng(2, 2, { claims: { width: 0, height: 7 } })],
    ['hardly any bytes', Buffer.from([0x89, 0x50])],
  ])('is none of %s', (_, other) => {
    expect(readPictureHead(other)).toBeNull();
  });

  it('is looked for in whatever bytes there are, and never fails', () => {
    const starts = [png.subarray(0, 24), jpeg.subarray(0, 14), bytes('GIF89a'), bytes('RIFFxxxxWEBPVP8X')];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const head = readPictureHead(Buffer.concat([start, rest]));
        expect(head === null || (head.width > 0 && head.height > 0)).toBe(true);
      }),
    );
  });
});

it('the file of a picture is known by its name alone', () => {
  const sha256 = 'ab'.repeat(32);
  expect(pictureOfPath(`media/${sha256}.jpg`)).toEqual({ sha256, format: 'jpg' });
  for (const other of [
    `media/${sha256}.svg`,
    `media/../${sha256}.png`,
    `${sha256}.png`,
    `media/${sha256}.png.bak`,
  ])
    expect(pictureOfPath(other)).toBeNull();
});
