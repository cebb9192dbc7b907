/** How much searches find, and which passages. */
import type { PassageId } from '#domain/ids.ts';
import { parseSearch } from '#domain/search/language/parse-search.ts';
import { type SearchKind, searchKinds } from '#domain/search/language/search-facts.ts';
import type { SearchNode } from '#domain/search/language/search-node.ts';
import type { CountedSearch, PassageQuestion } from '#electron/ports/search-index.ts';
import { findHits, type Hits, type Index } from './find-hits.ts';

const passages = searchKinds.indexOf('passage');

const countOf = (hits: Uint8Array | undefined): number => hits?.reduce((count, hit) => count + hit, 0) ?? 0;

/** How much is found, of one kind where that is given. */
export const countHits = (index: Index, node: SearchNode, kind?: SearchKind): number => {
  const hits = findHits(index, node);
  if (kind !== undefined) return countOf(hits[searchKinds.indexOf(kind)]);
  return hits.reduce((count, each) => count + countOf(each), 0);
};

/** The passages that a search finds, in no order; null where it asks for nothing. */
export const passagesFound = (
  index: Index,
  { text, isTyping }: Pick<PassageQuestion, 'text' | 'isTyping'>,
): readonly PassageId[] | null => {
  const { node } = parseSearch(text, { isTyping });
  if (node === null) return null;
  const hits: Hits = findHits(index, node);
  const documents = index.memory.documents[passages] ?? [];
  const found: PassageId[] = [];
  hits[passages]?.forEach((hit, number) => {
    const id = hit === 1 ? documents[number]?.citableId : null;
    if (typeof id === 'string') found.push(id as PassageId);
  });
  return found;
};

/** How many a search finds: passages alone, or everything. All there are where it asks for nothing. */
export const countFound = (index: Index, { text, kind }: CountedSearch): number => {
  const { node } = parseSearch(text);
  if (node !== null) return countHits(index, node, kind ?? undefined);
  const documents = index.memory.documents.filter((_, at) => kind === null || searchKinds[at] === kind);
  return documents.reduce((count, each) => count + each.filter((facts) => facts !== undefined).length, 0);
};
