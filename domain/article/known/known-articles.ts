import type { ArticleId } from '../../ids.ts';
import type { Bibliography } from '../bibliography/bibliography.ts';
import { doiOfUrl } from '../bibliography/doi.ts';

/** An article that is there. Of several versions only the newest is asked. */
export type KnownArticle = { readonly articleId: ArticleId; readonly bibliography: Bibliography };

/** An article that is there, and what its file was known by. */
export type KnownFile = KnownArticle & {
  /** Its addresses: as corrected, as sealed, and as its file says, each once. */
  readonly addresses: readonly string[];
  /** The name of the file that it was imported from; null of a paste. */
  readonly originalName: string | null;
};

/** The DOI by which an article is found, whatever its case (DOI Handbook, 2.4); null for none. */
export const doiKey = (doi: string | null): string | null => doi?.toLowerCase() ?? null;

/** As doiKey, of an address that leads to it. */
export const doiKeyOfUrl = (url: string | null): string | null => doiKey(doiOfUrl(url));
