import type { SearchEntry } from '#domain/contract/search-archive.ts';
import type { FoundAbout, SearchFacts } from '#domain/search/language/search-facts.ts';
import type { UnitContent } from '../read/unit-content.ts';
import type { SearchDocument } from '../store/index-store.ts';

export type Document = SearchDocument<SearchEntry>;

/** The searchable documents of a unit. */
export type FoundInUnit = { readonly about: FoundAbout; readonly documents: readonly Document[] };

/** The result of reading a unit; the content is null if it does not exist, or if a list can't be read. */
export type ReadUnit = FoundInUnit & { readonly content: UnitContent | null };

const noPlace = {
  articleId: null,
  passageId: null,
  memoId: null,
  taskId: null,
  sourceId: null,
  tagId: null,
  eventId: null,
  boardId: null,
  detail: null,
  paragraph: null,
};

/** A search entry of which only the given fields are known. */
export const entry = (known: Pick<SearchEntry, 'title'> & Partial<SearchEntry>): SearchEntry => ({
  ...noPlace,
  ...known,
});

/** Search facts with only the given values set. */
export const facts = (
  known: Pick<SearchFacts, 'kind'> & Partial<Omit<SearchFacts, 'about'>>,
): Omit<SearchFacts, 'about'> => ({
  tagIds: [],
  speakerId: null,
  concernedIds: [],
  label: null,
  grade: null,
  isOrphan: false,
  hasTask: false,
  hasNote: false,
  hasRelation: false,
  addedAt: null,
  citableId: null,
  event: null,
  seenBy: null,
  ...known,
});
