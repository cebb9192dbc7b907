/**
 * The size in pixels of a picture in Base64. Data without a size in its first bytes cannot be printed as a
 * picture.
 */
import { jpegSize, type PictureSize, pngSize } from '../../picture/picture-head.ts';

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

/** The number of bytes searched: in a JPEG thumbnails and profiles precede the frame, hardly ever more. */
const soughtBytes = { 'image/png': 24, 'image/jpeg': 256 << 10 } as const;

/** The size of a PNG or JPEG in pixels; null where it says none. */
export const pictureSize = (mediaType: keyof typeof soughtBytes, base64: string): PictureSize | null => {
  const view = new DataView(Uint8Array.from(decodeBase64(base64, soughtBytes[mediaType])).buffer);
  const size = mediaType === 'image/png' ? pngSize(view) : jpegSize(view);
  return size === null || size.width === 0 || size.height === 0 ? null : size;
};
