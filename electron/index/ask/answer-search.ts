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

/** Only so many of the newest hits of a kind are ranked: a word that stands everywhere ranks nothing. */
const RANKED = 1000;
/** In UTF-16 units. */
const SNIPPET_LENGTH = 220;
/** So many other forms of a word are named, each with what it finds. */
const MOST_FORMS = 3;

/** The hits of a kind: how many there are, and the rows of the newest, the newest first. */
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
 * The rows of each kind, the best of the newest first. A word that most of a kind hold has no weight in BM25, which
 * ranks such rows by nothing but how often they say it: the newest stand first there.
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

/** What hits are shown with. */
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

/** How many hold one word, letter by letter, or begin with it. */
const countWord = ({ store }: Index, word: string, isPrefix = false): number =>
  readRows(store.find(indexQuery({ kind: 'term', term: { words: [word], isPrefix } }) ?? '')).length;

/** The words of a search that stand nowhere as they were typed, and in another form do. */
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

/** What each of several words finds alone, where together they find nothing. */
const aloneNotices = (index: Index, node: SearchNode): readonly SearchNotice[] => {
  const words = node.kind === 'and' ? node.nodes.flatMap((each) => (each.kind === 'term' ? [each] : [])) : [];
  if (words.length < 2) return [];
  return words.map((word) => {
    const count = findHits(index, word).reduce((sum, hits, kind) => sum + foundOf(kind, hits).count, 0);
    const says = count === 0 ? 'is not in the archive' : `alone finds ${count}`;
    return { part: word.term.words.join(' '), says };
  });
};

/** Answers a search of the index as it stands. */
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
    // A name that is being typed is not there yet.
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

/** The articles among the hits of a search, the best match first: of the newest thousand, then those before. */
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
 * The part of an article's text that holds the most of what a search marks, about 150 UTF-16 units long; null where its
 * words do not stand in the text: it was found by its title, or by a condition.
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
