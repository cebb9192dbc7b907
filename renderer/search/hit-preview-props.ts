import type { SearchHit } from '#domain/contract/search-archive.ts';
import type { SearchTerm } from '#domain/search/language/search-node.ts';

/** What a preview of something found is given. */
export type HitProps = {
  readonly hit: SearchHit;
  /** What is marked in it. */
  readonly terms: readonly SearchTerm[];
  readonly onOpen: () => void;
};
