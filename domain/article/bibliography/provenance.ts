import { isSameName } from '../../tree/compare-names.ts';
import type { Bibliography } from './bibliography.ts';

/** Where and when a text was printed: this distinguishes two prints of one text. */
export type Provenance = Pick<Bibliography, 'publisher' | 'publishedAt' | 'url'>;

export const provenanceOf = ({ publisher, publishedAt, url }: Provenance): Provenance => ({
  publisher,
  publishedAt,
  url,
});

/** A day and an instant of that day are one date, stated with more and with less precision. */
const isSameDate = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** An address in normal form, without tracking parameters and in one spelling, so that each page has one. */
export const comparedUrl = (url: string): string => {
  const [page = '', query = ''] = url.replace(/#.*$/u, '').split('?', 2);
  const asked = query.split('&').filter((part) => part !== '' && !/^(?:utm_|fbclid=|gclid=)/iu.test(part));
  const place = page.replace(/^https?:\/\/(?:www\.)?/iu, '').replace(/\/$/u, '');
  return [place, ...asked].join('&');
};

/** Whether two addresses lead to one page. */
const isSameUrl = (a: string, b: string): boolean => comparedUrl(a) === comparedUrl(b);

const isSame: { readonly [Field in keyof Provenance]: (a: string, b: string) => boolean } = {
  publisher: isSameName,
  publishedAt: isSameDate,
  url: isSameUrl,
};

/**
 * Whether a text already in the archive has the same provenance: no known value of the new print differs from the
 * known values of the old one, which may have been found, sealed or corrected. A text without any values is
 * therefore a duplicate, and one with a publisher, an address or a date that is not known for the old one is not:
 * it may be from another paper, and keeping it loses nothing.
 */
export const isSameProvenance = (fresh: Provenance, known: readonly Provenance[]): boolean =>
  (['publisher', 'publishedAt', 'url'] as const).every((field) => {
    const value = fresh[field];
    return value === null || known.some((one) => one[field] !== null && isSame[field](value, one[field]));
  });

/** A text that is in the archive, and what is known of where it was printed. */
type KeptText = { readonly isSameText: boolean; readonly provenance: readonly Provenance[] };

/**
 * The first of `kept` that has the text of `fresh` with the same provenance, so that it is a duplicate. Null where
 * none has.
 */
export const alreadyHere = <T extends KeptText>(kept: readonly T[], fresh: Provenance): T | null =>
  kept.find((one) => one.isSameText && isSameProvenance(fresh, one.provenance)) ?? null;
