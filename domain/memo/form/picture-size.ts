/** How many pixels a picture in Base64 has. What says no size in its first bytes is no picture that can be printed. */
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

/** So many bytes are sought through: of a JPEG thumbnails and profiles stand before its frame, hardly ever more. */
const soughtBytes = { 'image/png': 24, 'image/jpeg': 256 << 10 } as const;

/** The size of a PNG or JPEG in pixels; null where it says none. */
export const pictureSize = (mediaType: keyof typeof soughtBytes, base64: string): PictureSize | null => {
  const view = new DataView(Uint8Array.from(decodeBase64(base64, soughtBytes[mediaType])).buffer);
  const size = mediaType === 'image/png' ? pngSize(view) : jpegSize(view);
  return size === null || size.width === 0 || size.height === 0 ? null : size;
};
