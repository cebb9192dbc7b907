/** DOIs as addresses and as they are written: "10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182". */

/** The DOI that an address leads to; null where it leads elsewhere. */
export const doiOfUrl = (url: string | null): string | null =>
  /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/\S+)$/iu.exec(url ?? '')?.[1] ?? null;

/** A DOI without what is written before it. */
export const bareDoi = (written: string): string =>
  written.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)/iu, '');

/** The address of an article of which the address or the DOI is known; null where neither is. */
export const addressOf = ({
  url,
  doi,
}: {
  readonly url: string | null;
  readonly doi: string | null;
}): string | null => url ?? (doi === null ? null : `https://doi.org/${doi}`);
