/** Attributes with the address of a picture that a script would load on scrolling. */
const LAZY_ATTRIBUTES = ['data-src', 'data-original', 'data-lazy-src'];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset'];

/** More than any page offers for one picture. */
const MAX_CANDIDATES = 40;

const named = (element: Element, attributes: readonly string[]): readonly string[] =>
  attributes.map((name) => element.getAttribute(name)?.trim() ?? '').filter((address) => address !== '');

type Candidate = { readonly address: string; readonly size: number };

const withoutCommas = (written: string): string => {
  let end = written.length;
  while (written[end - 1] === ',') end -= 1;
  return written.slice(0, end);
};

/**
 * The addresses of a `srcset` (HTML, 4.8.4.2.1): each ends at white space, and its size follows up to the next comma.
 */
const candidatesOf = (set: string): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (let at = 0; at < set.length && found.length < MAX_CANDIDATES; ) {
    const rest = set.slice(at).replace(/^[\s,]+/u, '');
    const [written = ''] = rest.split(/\s/u, 1);
    if (written === '') break;
    const address = withoutCommas(written);
    const behind = rest.slice(written.length);
    const hasSize = address === written;
    const [size = ''] = hasSize ? behind.split(',', 1) : [];
    found.push({ address, size: Number.parseFloat(size) || 1 });
    at = set.length - behind.length + (hasSize ? size.length + 1 : 0);
  }
  return found;
};

/** The addresses of a `srcset`, the largest first. */
const addressesOfSet = (set: string): readonly string[] =>
  candidatesOf(set)
    .toSorted((a, b) => b.size - a.size)
    .map(({ address }) => address);

/** Where a picture would be loaded from on scrolling, the best first. */
const lazyAddresses = (image: Element): readonly string[] => [
  ...named(image, LAZY_ATTRIBUTES),
  ...named(image, LAZY_SETS).flatMap(addressesOfSet),
];

const sourcesOf = (image: Element): readonly Element[] => [
  ...(image.closest('picture')?.querySelectorAll('source') ?? []),
];

/** Possible addresses of an `img`: a browser has loaded one of them, depending on its window's width. */
export const pictureAddresses = (image: Element): readonly string[] => [
  ...new Set([
    ...lazyAddresses(image),
    ...named(image, ['srcset']).flatMap(addressesOfSet),
    ...named(image, ['src']),
    ...sourcesOf(image).flatMap((source) => named(source, ['srcset', ...LAZY_SETS]).flatMap(addressesOfSet)),
  ]),
];

/** Shows the picture of an `img` from `address` only. */
export const showFrom = (image: Element, address: string): void => {
  for (const name of [...LAZY_ATTRIBUTES, ...LAZY_SETS, 'srcset']) image.removeAttribute(name);
  for (const source of sourcesOf(image)) source.remove();
  image.setAttribute('src', address);
};

/** A placeholder picture embedded in the page has hardly more letters. */
const MAX_STAND_IN = 2000;

const isStandIn = (shown: string): boolean => /^(?:data:|$)/i.test(shown) && shown.length <= MAX_STAND_IN;

/**
 * Gives each picture of `page` a single address: the one that a script would load if nothing or a placeholder is shown.
 * Removes `srcset`s, which Readability scans letter by letter.
 */
export const settlePictures = (page: Document): void => {
  for (const image of page.querySelectorAll('img')) {
    const shown = image.getAttribute('src')?.trim() ?? '';
    const address = isStandIn(shown) ? pictureAddresses(image).find((each) => each !== shown) : undefined;
    if (address !== undefined) showFrom(image, address);
  }
  for (const element of page.querySelectorAll('[srcset]')) element.removeAttribute('srcset');
};
