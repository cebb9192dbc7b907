import type {
  SearchAnswer,
  SearchEntry,
  SearchGroup,
  SearchHit,
  SearchQuestion,
} from '#domain/contract/search-archive.ts';
import { parseSearch } from '#domain/search/language/parse-search.ts';
import { searchKinds } from '#domain/search/language/search-facts.ts';
import { type SearchNode, type SearchTerm, wantedTerms } from '#domain/search/language/search-node.ts';
import { rankQuery } from '#domain/search/words/index-query.ts';
import { markedSnippet } from '#domain/search/words/mark-terms.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import { rowOf } from '../store/index-store.ts';
import { findHits, type Index, readRows } from './find-hits.ts';

/** Only so many of the newest hits of a kind are ranked: a word that stands everywhere ranks nothing. */
const RANKED = 1000;
/** So many rows are asked for where some of them are left out by a condition. */
const MOST_ROWS = 4000;
/** In UTF-16 units. */
const SNIPPET_LENGTH = 220;

/** The numbers of the hits of a kind, the newest first. */
const newestFirst = (hits: Uint8Array): readonly number[] => {
  const numbers: number[] = [];
  for (let number = hits.length - 1; number >= 0; number -= 1) if (hits[number] === 1) numbers.push(number);
  return numbers;
};

type Wanted = Pick<SearchQuestion, 'limit'> & { readonly node: SearchNode };

const bestRows = (
  { store }: Index,
  kind: number,
  numbers: readonly number[],
  { limit, node }: Wanted,
): readonly number[] => {
  const query = rankQuery(node);
  const ranked = numbers.slice(0, RANKED);
  if (query === null) return ranked.slice(0, limit).map((number) => rowOf(kind, number));
  const wanted = new Set(ranked.map((number) => rowOf(kind, number)));
  const first = rowOf(kind, ranked.at(-1) ?? 0);
  const rows = readRows(store.rank(query, first, rowOf(kind, ranked[0] ?? 0), MOST_ROWS)).filter((row) =>
    wanted.delete(row),
  );
  return [...rows, ...wanted].slice(0, limit);
};

const showHit = (
  { store, memory }: Index,
  kind: number,
  row: number,
  terms: readonly SearchTerm[],
): SearchHit | null => {
  const shown = store.show(row);
  const facts = memory.documents[kind]?.[row - rowOf(kind, 0)];
  if (shown === null || facts === undefined) return null;
  const { label, grade, speakerId, about } = facts;
  return {
    ...(JSON.parse(shown.record) as SearchEntry),
    kind: facts.kind,
    key: row,
    snippet: markedSnippet(shown.text, terms, SNIPPET_LENGTH),
    label,
    grade,
    speaker: resolveRecord(memory.sources, speakerId)?.name ?? null,
    publisher: about.publisher,
    publishedAt: about.publishedAt,
  };
};

/** Answers a search of the index as it stands. */
export const answerSearch = (
  index: Index,
  { text, limit, kind: onlyKind, order, isTyping }: SearchQuestion,
): Omit<SearchAnswer, 'index'> => {
  const { node, notices } = parseSearch(text, { isTyping });
  const terms = wantedTerms(node);
  if (node === null) return { groups: [], count: 0, notices, terms };
  const hits = findHits(index, node);
  const groups = searchKinds.flatMap((name, kind): readonly SearchGroup[] => {
    const numbers = newestFirst(hits[kind] ?? new Uint8Array());
    if (numbers.length === 0) return [];
    if (onlyKind !== undefined && onlyKind !== name) return [{ kind: name, count: numbers.length, hits: [] }];
    const isRanked = order === 'best' && numbers.length > 1;
    const rows = isRanked
      ? bestRows(index, kind, numbers, { limit, node })
      : numbers.slice(0, limit).map((number) => rowOf(kind, number));
    return [
      {
        kind: name,
        count: numbers.length,
        hits: rows.flatMap((row) => showHit(index, kind, row, terms) ?? []),
      },
    ];
  });
  return { groups, count: groups.reduce((total, { count }) => total + count, 0), notices, terms };
};
