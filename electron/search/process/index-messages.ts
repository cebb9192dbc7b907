/** What crosses between the main process and the process with the search index. */
import type {
  FacetQuestion,
  SearchAnswer,
  SearchFacet,
  SearchIndexState,
  SearchQuestion,
} from '#domain/contract/search-archive.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';

export type IndexRequest =
  | { readonly ask: 'search'; readonly id: number; readonly question: SearchQuestion }
  | { readonly ask: 'facets'; readonly id: number; readonly question: FacetQuestion }
  | { readonly ask: 'rebuild' | 'update'; readonly id: number }
  | { readonly ask: 'change'; readonly units: readonly string[] }
  | { readonly ask: 'stop' | 'close' };

export type IndexAnswer =
  | { readonly is: 'answer'; readonly id: number; readonly answer: SearchAnswer }
  | { readonly is: 'facets'; readonly id: number; readonly facets: readonly SearchFacet[] }
  | { readonly is: 'done'; readonly id: number; readonly state: SearchIndexState }
  | { readonly is: 'failed'; readonly id: number; readonly why: string }
  | { readonly is: 'state'; readonly state: SearchIndexState };

/** A running process with an index in it, whatever started it. */
export type IndexProcess = HelperProcess<IndexRequest, IndexAnswer>;
