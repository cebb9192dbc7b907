/**
 * How many pixels a picture has, read from its own first bytes: the header of a PNG (W3C PNG, 11.2.1), the start of
 * frame of a JPEG (ITU-T T.81, B.2.2). What says no size there is no picture that can be printed.
 */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a text in Base64, up to `limit` of them. */
export const decodeBase64 = (text: string, limit: number): number[] => {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value === -1 || bytes.length >= limit) break;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
};

export type PictureSize = { readonly width: number; readonly height: number };

const numberAt = (bytes: readonly number[], at: number, count: number): number =>
  bytes.slice(at, at + count).reduce((number, byte) => number * 256 + byte, 0);

/** Width and height follow the length and the name of the first chunk. */
const PNG_SIZE_AT = 16;
const PNG_HEADER_BYTES = 24;

const sizeOfPng = (base64: string): PictureSize => {
  const header = decodeBase64(base64, PNG_HEADER_BYTES);
  return { width: numberAt(header, PNG_SIZE_AT, 4), height: numberAt(header, PNG_SIZE_AT + 4, 4) };
};

/** Start of frame: all from C0 to CF, but for tables (C4, CC) and an extension (C8). */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** What stands before the frame: thumbnails and profiles, hardly ever more. */
const JPEG_SOUGHT_BYTES = 256 << 10;

const sizeOfJpeg = (base64: string): PictureSize | null => {
  const bytes = decodeBase64(base64, JPEG_SOUGHT_BYTES);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (isStartOfFrame(marker))
      return { height: numberAt(bytes, at + 5, 2), width: numberAt(bytes, at + 7, 2) };
    // A byte that only fills stands before the marker.
    at += marker === 0xff ? 1 : 2 + numberAt(bytes, at + 2, 2);
  }
  return null;
};

/** The size of a PNG or JPEG in pixels; null where it says none. */
export const pictureSize = (mediaType: 'image/png' | 'image/jpeg', base64: string): PictureSize | null => {
  const size = mediaType === 'image/png' ? sizeOfPng(base64) : sizeOfJpeg(base64);
  return size === null || size.width === 0 || size.height === 0 ? null : size;
};
