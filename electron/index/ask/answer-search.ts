import type { ArticleVersion } from '#domain/article/article.ts';
import type { Input } from '#domain/contract/requests.ts';
import type {
  SearchAnswer,
  SearchEntry,
  SearchGroup,
  SearchHit,
  SearchQuestion,
} from '#domain/contract/search-archive.ts';
import type { ArticleId } from '#domain/ids.ts';
import { unknownNames } from '#domain/search/language/match-facts.ts';
import { searchKinds } from '#domain/search/language/search-facts.ts';
import {
  type SearchNode,
  type SearchNotice,
  type SearchTerm,
  wantedTerms,
} from '#domain/search/language/search-node.ts';
import { indexQuery, rankQuery } from '#domain/search/words/index-query.ts';
import { type MarkedText, markedSnippet } from '#domain/search/words/mark-terms.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import { kindOfRow, rowOf } from '../store/rows.ts';
import { findHits, type Hits, type Index, readRows, readSearch } from './find-hits.ts';

/**
 * Only this many of the newest hits of a kind are ranked: a word that occurs everywhere does not affect the ranking.
 */
const RANKED = 1000;
/** In UTF-16 units. */
const SNIPPET_LENGTH = 220;
/** The number of other forms of a word that are named, each with its number of hits. */
const MOST_FORMS = 3;

/** The hits of a kind: their number, and the rows of the newest, the newest first. */
type Found = { readonly kind: number; readonly count: number; readonly newest: readonly number[] };

const foundOf = (kind: number, hits: Uint8Array): Found => {
  const newest: number[] = [];
  let count = 0;
  for (let number = hits.length - 1; number >= 0; number -= 1) {
    if (hits[number] !== 1) continue;
    count += 1;
    if (count <= RANKED) newest.push(rowOf(kind, number));
  }
  return { kind, count, newest };
};

/**
 * The rows of each kind, the best of the newest first. A word that occurs in most rows of a kind has no weight in BM25,
 * which would rank them only by its frequency: then the newest come first.
 */
const rankFound = (
  { store, memory }: Index,
  found: readonly Found[],
  node: SearchNode,
): ReadonlyMap<number, readonly number[]> => {
  const ranked = new Map(found.map(({ kind, newest }) => [kind, newest]));
  const query = rankQuery(node);
  const saysNothing = ({ kind, count }: Found): boolean =>
    node.kind === 'term' && count > RANKED && count > (memory.documents[kind]?.length ?? 0) / 2;
  const several = found.filter((each) => each.newest.length > 1 && !saysNothing(each));
  if (query === null || several.length === 0) return ranked;
  const left = new Map(several.map(({ kind, newest }) => [kind, new Set(newest)]));
  const best = new Map<number, number[]>(several.map(({ kind }) => [kind, []]));
  const ranges = several.map(({ newest }) => ({ first: newest.at(-1) ?? 0, last: newest[0] ?? 0 }));
  for (const row of readRows(store.rank(query, ranges))) {
    const kind = kindOfRow(row);
    if (left.get(kind)?.delete(row)) best.get(kind)?.push(row);
  }
  for (const [kind, rows] of best) ranked.set(kind, [...rows, ...(left.get(kind) ?? [])]);
  return ranked;
};

/** The data with which hits are shown. */
type Showing = {
  readonly terms: readonly SearchTerm[];
  readonly versionOf: (id: ArticleId) => ArticleVersion | null;
};

const showHit = (
  { store, memory }: Index,
  kind: number,
  row: number,
  { terms, versionOf }: Showing,
): SearchHit | null => {
  const shown = store.show(row);
  const facts = memory.documents[kind]?.[row - rowOf(kind, 0)];
  if (shown === null || facts === undefined) return null;
  const { label, grade, speakerId, about } = facts;
  const entry = JSON.parse(shown.record) as SearchEntry;
  return {
    ...entry,
    kind: facts.kind,
    key: row,
    snippet: markedSnippet(shown.text, terms, SNIPPET_LENGTH),
    label,
    grade,
    speaker: resolveRecord(memory.sources, speakerId)?.name ?? null,
    publisher: about.publisher,
    publishedAt: about.publishedAt,
    version: entry.articleId === null ? null : versionOf(entry.articleId),
  };
};

/** The number of rows that contain a word exactly, or that contain a word with that beginning. */
const countWord = ({ store }: Index, word: string, isPrefix = false): number =>
  readRows(store.find(indexQuery({ kind: 'term', term: { words: [word], isPrefix } }) ?? '')).length;

/** The search words that do not occur as typed, but do in another form. */
const formNotices = (index: Index, terms: readonly SearchTerm[]): readonly SearchNotice[] =>
  terms.flatMap(({ words, isPrefix, forms = [] }) =>
    words.flatMap((word, at) => {
      const others = (forms[at] ?? []).filter((form) => form !== word);
      const isBeginning = isPrefix && at === words.length - 1;
      if (others.length === 0 || countWord(index, word, isBeginning) > 0) return [];
      const counts = others
        .map((form) => ({ form, count: countWord(index, form) }))
        .filter(({ count }) => count > 0);
      const alone = counts.map(({ form, count }) => `“${form}” alone finds ${count}`).slice(0, MOST_FORMS);
      return counts.length === 0
        ? []
        : [{ part: word, says: `isn’t found in this form: ${alone.join(', ')}` }];
    }),
  );

/** The number of hits of each word alone, if several words together find nothing. */
const aloneNotices = (index: Index, node: SearchNode): readonly SearchNotice[] => {
  const words = node.kind === 'and' ? node.nodes.flatMap((each) => (each.kind === 'term' ? [each] : [])) : [];
  if (words.length < 2) return [];
  return words.map((word) => {
    const count = findHits(index, word).reduce((sum, hits, kind) => sum + foundOf(kind, hits).count, 0);
    const says = count === 0 ? 'is not in the archive' : `alone finds ${count}`;
    return { part: word.term.words.join(' '), says };
  });
};

/** Answers a search from the present index. */
export const answerSearch = (
  index: Index,
  { text, limit, kind: onlyKind, order, isTyping }: SearchQuestion,
  versionOf: Showing['versionOf'] = () => null,
): Omit<SearchAnswer, 'index'> => {
  const { node, notices } = readSearch(index, text, { isTyping });
  const terms = wantedTerms(node);
  if (node === null) return { groups: [], count: 0, notices, terms };
  const found = findHits(index, node)
    .map((hits, kind) => foundOf(kind, hits))
    .filter(({ count }) => count > 0);
  const isShown = ({ kind }: Found): boolean => onlyKind === undefined || searchKinds[kind] === onlyKind;
  const ranked = order === 'best' ? rankFound(index, found.filter(isShown), node) : null;
  const groups = found.map((each): SearchGroup => {
    const rows = isShown(each) ? (ranked?.get(each.kind) ?? each.newest) : [];
    return {
      kind: searchKinds[each.kind] ?? 'passage',
      count: each.count,
      hits: rows.slice(0, limit).flatMap((row) => showHit(index, each.kind, row, { terms, versionOf }) ?? []),
    };
  });
  return {
    groups,
    count: groups.reduce((total, { count }) => total + count, 0),
    // While a name is being typed it need not exist yet.
    notices: [
      ...notices,
      ...formNotices(index, terms),
      ...(found.length === 0 ? aloneNotices(index, node) : []),
      ...(isTyping ? [] : unknownNames(node, index.memory.book())),
    ],
    terms,
  };
};

const articles = searchKinds.indexOf('article');

/** The articles among the hits of a search, the best match first: of the newest thousand, then the older ones. */
export const rankedArticles = (index: Index, node: SearchNode, hits: Hits): readonly ArticleId[] => {
  const ofArticles = hits[articles];
  if (ofArticles === undefined) return [];
  const found = foundOf(articles, ofArticles);
  const rows = rankFound(index, [found], node).get(articles) ?? [];
  return rows.flatMap(
    (row) => index.memory.documents[articles]?.[row - rowOf(articles, 0)]?.about.articleId ?? [],
  );
};

/** In UTF-16 units: about three lines of a list. */
const LIST_SNIPPET_LENGTH = 150;

/**
 * The part of an article's text with the most marked words of a search, about 150 UTF-16 units long; null if the words
 * do not occur in the text, because the article was found by its title or by a condition.
 */
export const snippetOfArticle = (
  index: Index,
  { text, articleId }: Input<'article:snippet'>,
): MarkedText | null => {
  const { store, memory } = index;
  const terms = wantedTerms(readSearch(index, text, { isTyping: true }).node);
  const number = memory.documents[articles]?.findIndex((facts) => facts?.citableId === articleId) ?? -1;
  const shown = number === -1 || terms.length === 0 ? null : store.show(rowOf(articles, number));
  if (shown === null) return null;
  const snippet = markedSnippet(shown.text, terms, LIST_SNIPPET_LENGTH);
  return snippet.marks.length === 0 ? null : snippet;
};
