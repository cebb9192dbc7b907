import { dataAddressOf } from './data-address.ts';
import { pictureAddresses, showFrom } from './picture-addresses.ts';

/** The bytes of a file that belongs to a text, by the address that the text uses; null if there is none. */
export type PicturesBeside = (address: string) => Uint8Array | null;

/** Exists but can't be read: it is reported as a picture that could not be drawn. */
export const UNREADABLE_PICTURE = 'data:,';

/** For all places together, so that a page which shows one picture a thousand times does not fill the memory. */
export const MAX_EMBEDDED_BYTES = 128 * 1024 ** 2;

/** The first readable picture among those that may be shown; empty if there are some but none is readable. */
const firstBeside = (image: Element, beside: PicturesBeside): Uint8Array | null => {
  let unreadable: Uint8Array | null = null;
  for (const address of pictureAddresses(image)) {
    const bytes = beside(address);
    if (bytes !== null && bytes.length > 0) return bytes;
    unreadable ??= bytes;
  }
  return unreadable;
};

/** Embeds the pictures that belong to `page`, each where it is shown. */
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
