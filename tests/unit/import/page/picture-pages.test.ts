import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type PdfSheet, pdfOfSheets } from '#renderer/importer/picture/pdf-of-picture.ts';
import { countTiffPages, readTiffTags } from '#renderer/importer/picture/tiff-tags.ts';

const sheetOf = (width: number, height: number): PdfSheet => ({
  width,
  height,
  pointsPerPixel: 0.24,
  filter: 'FlateDecode',
  data: deflateSync(new Uint8Array(width * height * 3).fill(120)),
});

it('lays each picture over all of a page, and writes nothing else', () => {
  const bytes = pdfOfSheets([sheetOf(100, 50), sheetOf(30, 60)]);
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.match(/\/MediaBox \[[^\]]*\]/gu)).toEqual([
    '/MediaBox [0 0 24.000 12.000]',
    '/MediaBox [0 0 7.200 14.400]',
  ]);
  expect(text).toContain('q 7.200 0 0 14.400 0 0 cm /P Do Q');
  expect(text).toContain('/Width 30 /Height 60');
  expect(text).not.toMatch(/\/(?:Info|Metadata|Producer|CreationDate)/u);
  const start = Number(/startxref\n(\d+)\n/u.exec(text)?.[1]);
  expect(text.slice(start, start + 4)).toBe('xref');
  const places = [...text.slice(start).matchAll(/^(\d{10}) 00000 n /gmu)].map(([, at]) => Number(at));
  expect(places.map((at) => /^\d+ 0 obj/u.exec(text.slice(at, at + 20))?.[0])).toEqual(
    places.map((_, index) => `${index + 1} 0 obj`),
  );
});

/** A TIFF in little endian: its lists of tags and values, one page each. */
const tiffOf = (...pages: readonly (readonly (readonly [tag: number, value: number])[])[]): Uint8Array => {
  const bytes = Buffer.alloc(8 + pages.reduce((sum, tags) => sum + 6 + tags.length * 12, 0));
  bytes.write('II*\0', 'latin1');
  let at = 8;
  bytes.writeUInt32LE(at, 4);
  for (const [index, tags] of pages.entries()) {
    bytes.writeUInt16LE(tags.length, at);
    for (const [place, [tag, value]] of tags.entries()) {
      const entry = at + 2 + place * 12;
      bytes.writeUInt16LE(tag, entry);
      bytes.writeUInt16LE(4, entry + 2);
      bytes.writeUInt32LE(1, entry + 4);
      bytes.writeUInt32LE(value, entry + 8);
    }
    at += 6 + tags.length * 12;
    bytes.writeUInt32LE(index === pages.length - 1 ? 0 : at, at - 4);
  }
  return bytes;
};

it('finds the pages of a fax, without previews, and how each is turned', () => {
  const fax = tiffOf(
    [
      [256, 10],
      [274, 6],
    ],
    [
      [254, 1],
      [256, 2],
    ],
    [
      [254, 2],
      [256, 20],
    ],
  );
  expect(countTiffPages(fax)).toBe(2);
  expect(readTiffTags(fax)).toEqual({ t256: [10], t274: [6] });
  expect(readTiffTags(fax, 1)).toEqual({ t256: [20] });
  expect(readTiffTags(fax, 2)).toBeNull();
});

it('follows no list that leads back, or beyond the end', () => {
  const fax = Buffer.from(tiffOf([[256, 10]], [[256, 20]]));
  fax.writeUInt32LE(8, fax.length - 4);
  expect(countTiffPages(fax)).toBe(2);
  fax.writeUInt32LE(0xffffff00, fax.length - 4);
  expect(countTiffPages(fax)).toBe(2);
});
