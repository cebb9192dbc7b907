/** The numbers of hits of searches, and which passages and articles they are. */
import type { ArticleId } from '#domain/ids.ts';
import { type SearchKind, searchKinds } from '#domain/search/language/search-facts.ts';
import type { SearchNode } from '#domain/search/language/search-node.ts';
import type { CountedSearch, MatchQuestion } from '#electron/ports/catalogue.ts';
import { rankedArticles } from './answer-search.ts';
import { findEverything, findHits, type Hits, type Index, readSearch } from './find-hits.ts';

const articles = searchKinds.indexOf('article');
const notes = searchKinds.indexOf('note');
const translations = searchKinds.indexOf('translation');

const countOf = (hits: Uint8Array | undefined): number => hits?.reduce((count, hit) => count + hit, 0) ?? 0;

/** The number of hits, of one kind if that is given. */
export const countHits = (index: Index, node: SearchNode, kind?: SearchKind): number => {
  const hits = findHits(index, node);
  if (kind !== undefined) return countOf(hits[searchKinds.indexOf(kind)]);
  return hits.reduce((count, each) => count + countOf(each), 0);
};

type Found = {
  readonly text: string;
  readonly isTyping: boolean;
  /** Whether the best match comes first; otherwise the order is undefined. */
  readonly isRanked?: boolean;
};

/** The hits of one kind that a memo can cite, as ids, in no order. */
const citableFound = <Id extends string>(index: Index, hits: Hits, kind: number): readonly Id[] => {
  const documents = index.memory.documents[kind] ?? [];
  const found: Id[] = [];
  hits[kind]?.forEach((hit, number) => {
    const id = hit === 1 ? documents[number]?.citableId : null;
    if (typeof id === 'string') found.push(id as Id);
  });
  return found;
};

const allVersions: SearchNode = { kind: 'condition', condition: { field: 'versions', values: ['all'] } };

/** The search over every reading of a passage, and not only the newest. */
export const inAllVersions = (node: SearchNode): SearchNode => ({ kind: 'and', nodes: [node, allVersions] });

const asksWithout = (node: SearchNode): boolean =>
  node.kind === 'not' || ('nodes' in node && node.nodes.some(asksWithout));

/**
 * The articles that a search finds by a translation, and then those that it finds by a note; none if it only has
 * conditions.
 */
const articlesBeside = (index: Index, node: SearchNode, hits: Hits): readonly ArticleId[] =>
  asksWithout(node)
    ? []
    : [translations, notes].flatMap((kind) =>
        [...(hits[kind] ?? [])].flatMap((hit, number) => {
          const facts = hit === 1 ? index.memory.documents[kind]?.[number] : undefined;
          const isOfArticle = kind === translations || facts?.citableId === facts?.about.articleId;
          return isOfArticle ? (facts?.about.articleId ?? []) : [];
        }),
      );

/**
 * The articles that a search finds by text, title, a translation or the note on them; null for an empty search.
 * Unordered or, if requested, with the best match first and those found only by their note last.
 */
export const articlesFound = (
  index: Index,
  { text, isTyping, isRanked = false }: Found,
): readonly ArticleId[] | null => {
  const { node } = readSearch(index, text, { isTyping });
  if (node === null) return null;
  const hits = findHits(index, node);
  const first = isRanked ? rankedArticles(index, node, hits) : [];
  const found = citableFound<ArticleId>(index, hits, articles);
  return [...new Set([...first, ...found, ...articlesBeside(index, node, hits)])];
};

/** For each search, those of the articles that it finds. */
export const articlesMatching = (
  index: Index,
  { searches, articleIds }: MatchQuestion,
): readonly (readonly ArticleId[])[] =>
  searches.map((text) => {
    const found = new Set(articlesFound(index, { text, isTyping: false }));
    return articleIds.filter((id) => found.has(id));
  });

/** The number of hits of a search: only passages, or everything. The total number for an empty search. */
export const countFound = (index: Index, { text, kind }: CountedSearch): number => {
  const { node } = readSearch(index, text);
  if (node !== null) return countHits(index, node, kind ?? undefined);
  return findEverything(index).reduce(
    (count, hits, at) => count + (kind === null || searchKinds[at] === kind ? countOf(hits) : 0),
    0,
  );
};
