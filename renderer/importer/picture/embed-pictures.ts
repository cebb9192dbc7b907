import { dataAddressOf } from './data-address.ts';
import { pictureAddresses, showFrom } from './picture-addresses.ts';

/** The bytes of what lies beside a text under an address that it names; null where nothing does. */
export type PicturesBeside = (address: string) => Uint8Array | null;

/** What is there and can't be read: it is told of as a picture that could not be drawn. */
export const UNREADABLE_PICTURE = 'data:,';

/** Of all places together, so that a page which shows one picture a thousand times does not fill the memory. */
export const MAX_EMBEDDED_BYTES = 128 * 1024 ** 2;

/** The first picture that can be read of those that may be shown; empty where they are there and none can. */
const firstBeside = (image: Element, beside: PicturesBeside): Uint8Array | null => {
  let unreadable: Uint8Array | null = null;
  for (const address of pictureAddresses(image)) {
    const bytes = beside(address);
    if (bytes !== null && bytes.length > 0) return bytes;
    unreadable ??= bytes;
  }
  return unreadable;
};

/** Puts the pictures that lie beside `page` into it, each where it is shown. */
export const embedPictures = (page: Document, beside: PicturesBeside): void => {
  let left = MAX_EMBEDDED_BYTES;
  for (const image of page.querySelectorAll('img')) {
    const bytes = firstBeside(image, beside);
    if (bytes === null) continue;
    const hasRoom = bytes.length <= left;
    if (hasRoom) left -= bytes.length;
    showFrom(image, hasRoom ? dataAddressOf(bytes) : UNREADABLE_PICTURE);
  }
};
