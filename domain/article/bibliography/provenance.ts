import { isSameName } from '../../tree/compare-names.ts';
import type { Bibliography } from './bibliography.ts';

/** Where and when a text was printed: what tells two prints of one text apart. */
export type Provenance = Pick<Bibliography, 'publisher' | 'publishedAt' | 'url'>;

export const provenanceOf = ({ publisher, publishedAt, url }: Provenance): Provenance => ({
  publisher,
  publishedAt,
  url,
});

/** A day and an instant of that day are one date, stated with more and with less precision. */
const isSameDate = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** An address without what a link adds to it on its way, and what says the same in another way: one page has one. */
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
 * Whether a text that is there already is there with the same provenance: nothing that is known of the new print is
 * other than what is known of the old one, which may have been found, sealed or corrected otherwise. So a bare text is
 * there already, and one that says a publisher, an address or a date of which nothing is known yet is not: it may be
 * another paper's, and keeping it loses nothing.
 */
export const isSameProvenance = (fresh: Provenance, known: readonly Provenance[]): boolean =>
  (['publisher', 'publishedAt', 'url'] as const).every((field) => {
    const value = fresh[field];
    return value === null || known.some((one) => one[field] !== null && isSame[field](value, one[field]));
  });

/** A text that is in the archive, and what is known of where it was printed. */
type KeptText = { readonly isSameText: boolean; readonly provenance: readonly Provenance[] };

/**
 * The first of `kept` that is the text of `fresh` with the same provenance: it is there already. Null where none is.
 */
export const alreadyHere = <T extends KeptText>(kept: readonly T[], fresh: Provenance): T | null =>
  kept.find((one) => one.isSameText && isSameProvenance(fresh, one.provenance)) ?? null;
