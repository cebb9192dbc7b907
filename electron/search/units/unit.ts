import type { SearchEntry } from '#domain/contract/search-archive.ts';
import type { FoundAbout, SearchFacts } from '#domain/search/language/search-facts.ts';
import type { SearchDocument } from '../store/index-store.ts';

export type Document = SearchDocument<SearchEntry>;

/** What was read of a unit. */
export type ReadUnit = { readonly about: FoundAbout; readonly documents: readonly Document[] };

const noPlace = {
  articleId: null,
  passageId: null,
  memoId: null,
  taskId: null,
  sourceId: null,
  tagId: null,
  detail: null,
  paragraph: null,
};

/** The entry of something that is found, of which only what is given is known. */
export const entry = (known: Pick<SearchEntry, 'title'> & Partial<SearchEntry>): SearchEntry => ({
  ...noPlace,
  ...known,
});

/** Facts of which only what is given holds. */
export const facts = (
  known: Pick<SearchFacts, 'kind'> & Partial<Omit<SearchFacts, 'about'>>,
): Omit<SearchFacts, 'about'> => ({
  tagIds: [],
  speakerId: null,
  label: null,
  grade: null,
  isOrphan: false,
  hasTask: false,
  hasNote: false,
  hasRelation: false,
  citableId: null,
  ...known,
});
