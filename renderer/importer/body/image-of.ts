import { isDataAddress } from '../picture/data-address.ts';

/** A picture of an article: its alternative text and where it is: an address of the web, the data itself, or nothing. */
export type KeptImage = { readonly alt: string; readonly src: string };

const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address);

/** Pictures of a pixel or two count visits and show nothing. */
const isPixel = (element: Element): boolean =>
  ['width', 'height'].some((name) => /^[0-2](?:px)?$/.test(element.getAttribute(name)?.trim() ?? ''));

/** The picture of an `img` element, null where nobody would see one. */
export const imageOf = (element: Element): KeptImage | null => {
  if (isPixel(element)) return null;
  const src = element.getAttribute('src')?.trim() ?? '';
  const alt = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
  return { alt, src: isWebAddress(src) || isDataAddress(src) ? src : '' };
};
