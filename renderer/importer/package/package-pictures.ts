import { dataAddressOf } from '../picture/data-address.ts';
import { UNREADABLE_PICTURE } from '../picture/embed-pictures.ts';
import type { Package } from './open-package.ts';

/** The pictures among the parts of a document, by the endings of those that can be drawn. */
export const isPicturePart = (name: string): boolean =>
  /\.(?:png|jpe?g|gif|webp|svg|bmp|dib|tiff?)$/i.test(name);

/** The address of the picture that a document has in the part of that name; empty where it has none there. */
export const pictureAddress = ({ part, names }: Package, name: string): string => {
  const bytes = part(name);
  if (bytes !== null) return dataAddressOf(bytes);
  return names.includes(name) ? UNREADABLE_PICTURE : '';
};
