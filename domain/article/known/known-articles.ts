import type { ArticleId } from '../../ids.ts';
import type { Bibliography } from '../bibliography/bibliography.ts';
import { doiOf } from '../bibliography/doi.ts';

/** An article that is there. Of several versions only the newest is asked. */
export type KnownArticle = { readonly articleId: ArticleId; readonly bibliography: Bibliography };

/** An article that is there, and what its file and those of the versions before it were known by, each once. */
export type KnownFile = KnownArticle & {
  /** Addresses: as corrected, as sealed, and as the files say. */
  readonly addresses: readonly string[];
  /** DOIs that are said, in the same places. */
  readonly dois: readonly string[];
  /** The names of the files that they were imported from; a paste has none. */
  readonly originalNames: readonly string[];
};

/** The DOI by which an article is found, whatever its case (DOI Handbook, 2.4); null for none. */
export const doiKey = (named: { readonly url: string | null; readonly doi: string | null }): string | null =>
  doiOf(named)?.toLowerCase() ?? null;
