import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeTiff } from '#renderer/importer/picture/decode-tiff.ts';
import { isTiff, readTiffTags } from '#renderer/importer/picture/tiff-tags.ts';

// One picture, 320 by 200, written by ImageMagick: red above, blue below, and a white rectangle in it.
const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(new URL(`../../../fixtures/pictures/${name}`, import.meta.url)));
const lzw = fixture('lzw.tif');

const pixelAt = (tiff: Uint8Array<ArrayBuffer>, x: number, y: number): readonly number[] => {
  const decoded = decodeTiff(tiff);
  if (decoded === null) throw new Error('nothing was decoded');
  expect([decoded.width, decoded.height]).toEqual([320, 200]);
  return [...decoded.pixels.subarray(4 * (y * 320 + x), 4 * (y * 320 + x) + 3)];
};

const near = (seen: readonly number[], meant: readonly number[]): void => {
  for (const [at, value] of seen.entries()) expect(Math.abs(value - (meant[at] ?? 0))).toBeLessThan(24);
};

describe('a TIFF', () => {
  it.each(['lzw.tif', 'deflate.tif', 'jpeg.tif', 'big-endian.tif', 'tiles.tif', 'palette.tif'])(
    'is decoded as %s',
    (name) => {
      const tiff = fixture(name);
      expect(isTiff(tiff)).toBe(true);
      near(pixelAt(tiff, 200, 2), [253, 0, 2]);
      near(pixelAt(tiff, 200, 197), [2, 0, 253]);
      near(pixelAt(tiff, 60, 50), [255, 255, 255]);
    },
  );

  it('of a fax is black and white', () => {
    expect(pixelAt(fixture('fax.tif'), 60, 50)).toEqual([255, 255, 255]);
  });

  it('that is cut off, or says what it has not, is none, or what was there of it', () => {
    for (let length = 0; length < lzw.length; length += 97) {
      const cut = lzw.slice(0, length);
      if (isTiff(cut)) expect(() => decodeTiff(cut)).not.toThrow(/stack|memory/iu);
    }
    expect(isTiff(Uint8Array.of(0x49, 0x49, 42, 0))).toBe(false);
  });

  it('of absurd size is not decoded', () => {
    const tags = readTiffTags(lzw);
    expect(tags).toMatchObject({ t256: [320], t257: [200] });
    const absurd = lzw.slice();
    const view = new DataView(absurd.buffer);
    const list = view.getUint32(4, true);
    for (let at = list + 2; at < list + 2 + 12 * view.getUint16(list, true); at += 12) {
      const tag = view.getUint16(at, true);
      if (tag !== 256 && tag !== 257) continue;
      view.setUint16(at + 2, 4, true);
      view.setUint32(at + 8, 60_000, true);
    }
    expect(decodeTiff(absurd)).toBeNull();
  });

  it('whose tags claim four thousand million values is read without them', () => {
    const claiming = lzw.slice();
    const view = new DataView(claiming.buffer);
    const list = view.getUint32(4, true);
    for (let at = list + 2; at < list + 2 + 12 * view.getUint16(list, true); at += 12)
      view.setUint32(at + 4, 0xffff_ffff, true);
    expect(readTiffTags(claiming)).toEqual({});
    expect(decodeTiff(claiming)).toBeNull();
  });
});
