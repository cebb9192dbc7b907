/**
 * What a picture says of itself before it is decoded, by its own bytes and whatever it is called: its kind, how many
 * pixels it has, and whether its end is there. So a picture that would fill the memory is not decoded, and half a
 * picture is not taken for a whole one.
 *
 *   PNG   W3C PNG (third edition), 5.2, 11.2.1, 11.2.5
 *   JPEG  ITU-T T.81, B.2: start of frame, start of scan, end of image
 *   GIF   GIF89a, 18 and 27
 *   WebP  RFC 9649, 2.4 to 2.7
 *   BMP   BITMAPFILEHEADER, then BITMAPCOREHEADER or BITMAPINFOHEADER and later ones
 */

/** In pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

export type PictureHead = PictureSize & {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/bmp';
  readonly isWhole: boolean;
};

type Read = (view: DataView) => PictureHead | null;

const textAt = (view: DataView, at: number, length: number): string =>
  Array.from({ length }, (_, index) => String.fromCharCode(view.getUint8(at + index))).join('');

/** Width and height follow the length and the name of the first chunk. */
const PNG_SIZE_END = 24;

/** The size that the bytes of a PNG say; null where they end before it. */
export const pngSize = (view: DataView): PictureSize | null =>
  view.byteLength < PNG_SIZE_END ? null : { width: view.getUint32(16), height: view.getUint32(20) };

/** The last chunk: its length, which is none, and its name. */
const PNG_END = 12;

const readPng: Read = (view) => {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || textAt(view, 12, 4) !== 'IHDR')
    return null;
  const size = pngSize(view);
  return size === null ? null : { mediaType: 'image/png', ...size, isWhole: hasPngEnd(view) };
};

/** Walks over the chunks: what follows the last one is of no picture. */
const hasPngEnd = (view: DataView): boolean => {
  let at = 8;
  while (at + PNG_END <= view.byteLength) {
    if (textAt(view, at + 4, 4) === 'IEND') return true;
    at += PNG_END + view.getUint32(at);
  }
  return false;
};

const START_OF_SCAN = 0xda;
/** Start of frame: all from C0 to CF, but for tables (C4, CC) and an extension (C8). */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

type Segment = { readonly at: number; readonly marker: number };

/** The segments of a JPEG up to its first scan, which is the last of them. */
const segmentsOf = (view: DataView): readonly Segment[] => {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    segments.push({ at, marker });
    if (marker === START_OF_SCAN) break;
    // A byte that only fills stands before the marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return segments;
};

const sizeIn = (segments: readonly Segment[], view: DataView): PictureSize | null => {
  const frame = segments.find(({ marker }) => isStartOfFrame(marker));
  if (frame === undefined) return null;
  return { height: view.getUint16(frame.at + 5), width: view.getUint16(frame.at + 7) };
};

/** The size that the bytes of a JPEG say; null where they end before its frame. */
export const jpegSize = (view: DataView): PictureSize | null => sizeIn(segmentsOf(view), view);

const readJpeg: Read = (view) => {
  if (view.getUint16(0) !== 0xffd8) return null;
  const segments = segmentsOf(view);
  const size = sizeIn(segments, view);
  if (size === null) return null;
  const scan = segments.find(({ marker }) => marker === START_OF_SCAN);
  return { mediaType: 'image/jpeg', ...size, isWhole: scan !== undefined && hasJpegEnd(view, scan.at) };
};

/** Among the data of a scan FF D9 is the end of the image and nothing else. */
const hasJpegEnd = (view: DataView, scan: number): boolean => {
  for (let at = scan; at + 1 < view.byteLength; at += 1)
    if (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xd9) return true;
  return false;
};

const readGif: Read = (view) => {
  if (!['GIF87a', 'GIF89a'].includes(textAt(view, 0, 6))) return null;
  return {
    mediaType: 'image/gif',
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    isWhole: view.getUint8(view.byteLength - 1) === 0x3b,
  };
};

const webpSizes: Readonly<Record<string, (view: DataView) => PictureSize>> = {
  VP8X: (view) => ({
    width: 1 + (view.getUint32(24, true) & 0xffffff),
    height: 1 + (view.getUint32(26, true) >>> 8),
  }),
  'VP8 ': (view) => ({
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
  }),
  VP8L: (view) => ({
    width: 1 + (view.getUint32(21, true) & 0x3fff),
    height: 1 + ((view.getUint32(21, true) >>> 14) & 0x3fff),
  }),
};

const readWebp: Read = (view) => {
  if (textAt(view, 0, 4) !== 'RIFF' || textAt(view, 8, 4) !== 'WEBP') return null;
  const size = webpSizes[textAt(view, 12, 4)]?.(view);
  if (size === undefined) return null;
  return { mediaType: 'image/webp', ...size, isWhole: view.byteLength >= 8 + view.getUint32(4, true) };
};

const BMP_CORE_HEAD_BYTES = 12;

/** A height below zero says that the first line is the uppermost. */
const bmpSize = (view: DataView): PictureSize =>
  view.getUint32(14, true) === BMP_CORE_HEAD_BYTES
    ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
    : { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };

const readBmp: Read = (view) => {
  if (textAt(view, 0, 2) !== 'BM') return null;
  // Where the pixels begin; what the head says of the length of the file is often wrong.
  const pixels = view.getUint32(10, true);
  return { mediaType: 'image/bmp', ...bmpSize(view), isWhole: pixels < view.byteLength };
};

/** Shorter than any picture. */
const MIN_BYTES = 32;

/** The head of a PNG, JPEG, GIF, WebP or BMP; null where the bytes are none of them, or say no size. */
export const readPictureHead = ({ buffer, byteOffset, byteLength }: Uint8Array): PictureHead | null => {
  if (byteLength < MIN_BYTES) return null;
  const view = new DataView(buffer, byteOffset, byteLength);
  for (const read of [readPng, readJpeg, readGif, readWebp, readBmp]) {
    const head = read(view);
    if (head !== null) return head.width > 0 && head.height > 0 ? head : null;
  }
  return null;
};

/** Before its root element stands what XML may have there. */
const svgStart = /^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>|\s)*<svg[\s>]/u;

/** Whether a text is an SVG by its beginning, whatever its file is called. */
export const isSvg = (text: string): boolean => svgStart.test(text);
