import type { SearchEntry } from '#domain/contract/search-archive.ts';
import type { FoundAbout, SearchFacts } from '#domain/search/language/search-facts.ts';
import type { UnitContent } from '../read/unit-content.ts';
import type { SearchDocument } from '../store/index-store.ts';

export type Document = SearchDocument<SearchEntry>;

/** What is found in a unit. */
export type FoundInUnit = { readonly about: FoundAbout; readonly documents: readonly Document[] };

/** What was read of a unit; the content is null where it is not there, or a list can't be read. */
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
