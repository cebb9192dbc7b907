/** DOIs as addresses and as they are written: "10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182". */

/** A bare DOI: the prefix of a registrant, a slash, and a suffix without white space (DOI Handbook, 2.2). */
export const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/u;

/** A DOI without what is written before it. */
const bareDoi = (written: string): string =>
  written
    .replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|(?:urn:|info:)?doi[:/]?\s*)/iu, '')
    .replace(/^([\d.]+)%2f/iu, '$1/');

/** The DOI that `written` is, bare; null for anything else. A sign of the sentence round it is none of it. */
export const parseDoi = (written: string): string | null => {
  const doi = bareDoi(written.trim()).replace(/[.,;]+$/u, '');
  return DOI.test(doi) ? doi : null;
};

/** The DOI that an address leads to; null where it leads elsewhere. */
export const doiOfUrl = (url: string | null): string | null =>
  /^https?:\/\/(?:dx\.|www\.)?doi\.org\//iu.test(url ?? '') ? parseDoi(url ?? '') : null;

/** What may name an article for machines; a value that is not known is null. */
type Named = { readonly url: string | null; readonly doi: string | null };

/** The DOI of an article: the one that is said, else that of its address. */
export const doiOf = ({ url, doi }: Named): string | null => doi ?? doiOfUrl(url);

/** The address that leads to what a DOI names. */
export const urlOfDoi = (doi: string): string => `https://doi.org/${doi}`;

/** The address of an article of which the address or the DOI is known; null where neither is. */
export const addressOf = ({ url, doi }: Named): string | null => url ?? (doi === null ? null : urlOfDoi(doi));
