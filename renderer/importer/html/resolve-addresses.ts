import { NOTE_ATTRIBUTE } from '../body/raised-element.ts';

/** Stands for an unknown address: nothing exists there, and links to it are dropped. */
const NOWHERE = 'https://address.invalid/';

const resolve = (address: string, base: string): string | null => {
  if (!URL.canParse(address, base)) return null;
  const { href } = new URL(address, base);
  return href.startsWith(NOWHERE) ? null : href;
};

/** The base of addresses in `page`: its own `<base>`, else the address of the page, else nowhere. */
const baseOf = (page: Document, pageAddress: string | null): string => {
  const declared = page.querySelector('base[href]')?.getAttribute('href') ?? '';
  const base = resolve(declared, pageAddress ?? NOWHERE);
  return base !== null && /^https?:/.test(base) ? base : (pageAddress ?? NOWHERE);
};

/** The fragment of a link to a place in the same page, null for any other. */
const placeInPage = (address: string, pageAddress: string | null): string | null => {
  if (address.startsWith('#')) return address;
  const [page, place] = address.split('#');
  return place !== undefined && page === pageAddress ? `#${place}` : null;
};

/** A link in or around raised text that leads to a place in the page: the reference to a note. */
const markNote = (link: Element, pageAddress: string | null): void => {
  if (placeInPage(link.getAttribute('href')?.trim() ?? '', pageAddress) === null) return;
  const isRaised = link.closest('sup') !== null || link.querySelector('sup') !== null;
  if (isRaised) link.setAttribute(NOTE_ATTRIBUTE, '');
};

const resolveAttribute = (element: Element, name: 'href' | 'src', base: string): void => {
  const address = element.getAttribute(name)?.trim() ?? '';
  const resolved = address === '' || address.startsWith('#') ? null : resolve(address, base);
  if (resolved === null) element.removeAttribute(name);
  else element.setAttribute(name, resolved);
};

/**
 * Makes the addresses of links and pictures in `root`, a part of `page`, absolute, relative to the page's own `<base>`
 * or to `pageAddress`. One that can't be resolved, or leads to a place in the page itself, is removed; the text of the
 * link stays.
 */
export const resolveAddresses = (
  page: Document,
  pageAddress: string | null,
  root: ParentNode = page,
): void => {
  const base = baseOf(page, pageAddress);
  for (const link of root.querySelectorAll('a[href]')) {
    markNote(link, pageAddress);
    resolveAttribute(link, 'href', base);
  }
  for (const image of root.querySelectorAll('img')) {
    resolveAttribute(image, 'src', base);
  }
};
