import { bmpOfDib } from '../picture/bmp-of-dib.ts';
import { dataAddressOf } from '../picture/data-address.ts';
import { UNREADABLE_PICTURE } from '../picture/embed-pictures.ts';

/** More letters than the bytes of any picture that is drawn, in hexadecimal digits. */
const MAX_LETTERS = 128 * 1024 ** 2;

/** A whole file of a picture, or a bitmap without the head of one. */
export type RtfPictureKind = 'file' | 'dib';

const bytesOf = (digits: string): Uint8Array => {
  const hex = digits.length <= MAX_LETTERS ? digits.replace(/[^\da-f]/giu, '') : '';
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return bytes;
};

/**
 * A picture of an RTF file as HTML: its bytes stand in it as hexadecimal digits. Metafiles of Windows, of which the kind is
 * null, can't be drawn.
 */
export const pictureMarkup = (digits: string, kind: RtfPictureKind | null): string => {
  const bytes = kind === null ? null : bytesOf(digits);
  const file = bytes !== null && kind === 'dib' ? bmpOfDib(bytes) : bytes;
  return `<img src="${file === null || file.length === 0 ? UNREADABLE_PICTURE : dataAddressOf(file)}">`;
};
