/** DOIs as addresses and as they are written: "10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182". */

/** A bare DOI: the prefix of a registrant, a slash, and a suffix without white space (DOI Handbook, 2.2). */
export const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/u;
/** Far longer than any that is registered. */
export const MAX_DOI_LENGTH = 500;

const RESOLVER = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//iu;

/** Characters that a DOI may contain and that have another meaning, or are not allowed, in an address. */
const ENCODED = /[%"#?<>{}^[\]`|\\]/gu;

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that stands for itself.
    return part;
  }
};

/** A DOI without its surroundings: from an address, its path, decoded. */
const bareDoi = (written: string): string =>
  RESOLVER.test(written)
    ? decoded(written.replace(RESOLVER, '').replace(/[?#].*$/su, ''))
    : written.replace(/^(?:urn:|info:)?doi[:/]?\s*/iu, '').replace(/^([\d.]+)%2f/iu, '$1/');

/** The DOI that `written` is, bare; null for anything else. A sign of the sentence round it is not part of it. */
export const parseDoi = (written: string): string | null => {
  const bare = bareDoi(written.trim());
  if (bare.length > MAX_DOI_LENGTH) return null;
  const doi = bare.replace(/[.,;]+$/u, '');
  return DOI.test(doi) ? doi : null;
};

/** The DOI that an address leads to; null where it leads elsewhere. */
export const doiOfUrl = (url: string | null): string | null =>
  url !== null && RESOLVER.test(url) ? parseDoi(url) : null;

/** The values that may identify an article for machines; an unknown one is null. */
type Named = { readonly url: string | null; readonly doi: string | null };

/** The DOI of an article: the stated one, otherwise the one in its address. */
export const doiOf = ({ url, doi }: Named): string | null => doi ?? doiOfUrl(url);

/** The address that leads to what a DOI names. */
export const urlOfDoi = (doi: string): string =>
  `https://doi.org/${doi.replace(ENCODED, encodeURIComponent)}`;

/** The address of an article of which the address or the DOI is known; null where neither is. */
export const addressOf = ({ url, doi }: Named): string | null => url ?? (doi === null ? null : urlOfDoi(doi));
