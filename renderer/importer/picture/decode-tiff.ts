import * as UTIF from 'utif2';
import { readTiffTags, type TiffTags } from './tiff-tags.ts';

/** The limit for one page. A fax page at 600 dpi has 35 million pixels. */
const MAX_PIXELS = 40_000_000;
const MAX_DECODED_BYTES = 256 * 1024 ** 2;

/** Four bytes a pixel: red, green, blue, opacity. */
export type DecodedTiff = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** The orientation of the picture: 1 to 8, as in TIFF 6.0. */
  readonly orientation: number;
};

const first = (tags: TiffTags, name: string, otherwise: number): number => tags[name]?.[0] ?? otherwise;

/** Whether the declared pixels fit into memory, and each tile decoded on the way. */
const isFit = (tags: TiffTags): boolean => {
  const pixels = first(tags, 't256', 0) * first(tags, 't257', 0);
  const bytes = (pixels * first(tags, 't258', 1) * first(tags, 't277', 1)) / 8;
  const tile = first(tags, 't322', 0) * first(tags, 't323', 0);
  const hasData = tags.t273 !== undefined || tags.t324 !== undefined;
  return hasData && pixels > 0 && Math.max(pixels, tile) <= MAX_PIXELS && bytes <= MAX_DECODED_BYTES;
};

/** Page `index` (from 0) of a TIFF; null if it can't be decoded. Throws if its data are not a picture. */
export const decodeTiff = (bytes: Uint8Array<ArrayBuffer>, index = 0): DecodedTiff | null => {
  const tags = readTiffTags(bytes, index);
  if (tags === null || !isFit(tags)) return null;
  const page = { ...tags } as unknown as UTIF.IFD;
  // The library reads from the start of the underlying buffer.
  UTIF.decodeImage(bytes.slice().buffer, page);
  return {
    width: page.width,
    height: page.height,
    pixels: new Uint8ClampedArray(UTIF.toRGBA8(page)),
    orientation: first(tags, 't274', 1),
  };
};
