/** Where the address of a picture waits that a script would load when it is scrolled to. */
const LAZY_ATTRIBUTES = ['data-src', 'data-original', 'data-lazy-src'];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset'];

/** More than any page offers of one picture. */
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
 * The addresses of a `srcset` (HTML, 4.8.4.2.1): each ends at white space, and what stands up to the next comma is its
 * size.
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

/** Where a picture would be loaded from once it is scrolled to, the best first. */
const lazyAddresses = (image: Element): readonly string[] => [
  ...named(image, LAZY_ATTRIBUTES),
  ...named(image, LAZY_SETS).flatMap(addressesOfSet),
];

const sourcesOf = (image: Element): readonly Element[] => [
  ...(image.closest('picture')?.querySelectorAll('source') ?? []),
];

/** What the picture of an `img` may be loaded from: a browser has loaded one of them, by the width of its window. */
export const pictureAddresses = (image: Element): readonly string[] => [
  ...new Set([
    ...lazyAddresses(image),
    ...named(image, ['srcset']).flatMap(addressesOfSet),
    ...named(image, ['src']),
    ...sourcesOf(image).flatMap((source) => named(source, ['srcset', ...LAZY_SETS]).flatMap(addressesOfSet)),
  ]),
];

/** Shows the picture of an `img` from `address` and from nowhere else. */
export const showFrom = (image: Element, address: string): void => {
  for (const name of [...LAZY_ATTRIBUTES, ...LAZY_SETS, 'srcset']) image.removeAttribute(name);
  for (const source of sourcesOf(image)) source.remove();
  image.setAttribute('src', address);
};

/** A picture in the page itself that stands for one which is loaded later has hardly more letters. */
const MAX_STAND_IN = 2000;

const isStandIn = (shown: string): boolean => /^(?:data:|$)/i.test(shown) && shown.length <= MAX_STAND_IN;

/**
 * Lets each picture of `page` be shown from the one address that is taken for it: what a script would load where
 * nothing or a stand-in is shown. Sets of addresses go, which Readability looks through letter by letter.
 */
export const settlePictures = (page: Document): void => {
  for (const image of page.querySelectorAll('img')) {
    const shown = image.getAttribute('src')?.trim() ?? '';
    const address = isStandIn(shown) ? pictureAddresses(image).find((each) => each !== shown) : undefined;
    if (address !== undefined) showFrom(image, address);
  }
  for (const element of page.querySelectorAll('[srcset]')) element.removeAttribute('srcset');
};
