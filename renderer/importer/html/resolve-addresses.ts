/** Stands for an address that is not known: nothing is ever found there, and links to it are no links. */
const NOWHERE = 'https://address.invalid/';

const resolve = (address: string, base: string): string | null => {
  if (!URL.canParse(address, base)) return null;
  const { href } = new URL(address, base);
  return href.startsWith(NOWHERE) ? null : href;
};

/** What addresses in `page` are relative to: its own `<base>`, else the address of the page, else nowhere. */
const baseOf = (page: Document, pageAddress: string | null): string => {
  const declared = page.querySelector('base[href]')?.getAttribute('href') ?? '';
  const base = resolve(declared, pageAddress ?? NOWHERE);
  return base !== null && /^https?:/.test(base) ? base : (pageAddress ?? NOWHERE);
};

/** Nothing may be resolved against the address of the importer's own page, which is what a parsed page has. */
const setBase = (page: Document, base: string): void => {
  for (const element of page.querySelectorAll('base')) element.remove();
  const element = page.createElement('base');
  element.setAttribute('href', base);
  page.head.prepend(element);
};

const resolveAttribute = (element: Element, name: 'href' | 'src', base: string): void => {
  const address = element.getAttribute(name)?.trim() ?? '';
  const resolved = address === '' || address.startsWith('#') ? null : resolve(address, base);
  if (resolved === null) element.removeAttribute(name);
  else element.setAttribute(name, resolved);
};

/**
 * Writes the addresses of links and pictures out in full, relative to the page's own `<base>` or to `pageAddress`.
 * One that can't be resolved, or that leads to a place in the page itself, is taken away; the text of the link
 * stays.
 */
export const resolveAddresses = (page: Document, pageAddress: string | null): void => {
  const base = baseOf(page, pageAddress);
  setBase(page, base);
  for (const link of page.querySelectorAll('a[href]')) resolveAttribute(link, 'href', base);
  for (const image of page.querySelectorAll('img[src]')) resolveAttribute(image, 'src', base);
};
