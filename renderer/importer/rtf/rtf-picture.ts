import { dataAddressOf } from '../picture/data-address.ts';
import { UNREADABLE_PICTURE } from '../picture/embed-pictures.ts';

/** More letters than the bytes of any picture that is drawn, in hexadecimal digits. */
const MAX_LETTERS = 128 * 1024 ** 2;

/** A picture of an RTF file as HTML: its bytes stand in it as hexadecimal digits. Metafiles of Windows can't be drawn. */
export const pictureMarkup = (digits: string, isDrawable: boolean): string => {
  const hex = isDrawable && digits.length <= MAX_LETTERS ? digits.replace(/[^\da-f]/giu, '') : '';
  if (hex === '') return `<img src="${UNREADABLE_PICTURE}">`;
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return `<img src="${dataAddressOf(bytes)}">`;
};
