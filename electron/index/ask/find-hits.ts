/** Finds the hits of a search: words by the index, conditions by the facts in memory, combined as sets. */

import { testOf } from '#domain/search/language/match-facts.ts';
import { type ParseOptions, parseSearch } from '#domain/search/language/parse-search.ts';
import { type SearchFacts, searchKinds } from '#domain/search/language/search-facts.ts';
import { type ParsedSearch, type SearchNode, widenTerms } from '#domain/search/language/search-node.ts';
import { indexQuery } from '#domain/search/words/index-query.ts';
import type { IndexStore } from '../store/index-store.ts';
import { kindOfRow, numberOfRow, type PrintedRows } from '../store/rows.ts';
import { type IndexMemory, keepingLast } from './index-memory.ts';

/** For each kind an array indexed by number, with 1 for a hit. */
export type Hits = readonly Uint8Array[];

export type Index = {
  readonly store: IndexStore;
  readonly memory: IndexMemory;
  /** The name of the person who asks: what others have hidden on a board is not found. */
  readonly analyst: string;
};

/** Parses a search with the words of the archive: each word matches all its forms, unless it is quoted. */
export const readSearch = ({ store }: Index, text: string, options: ParseOptions = {}): ParsedSearch => {
  const parsed = parseSearch(text, options);
  const formsOf = (word: string) => store.formsOf(word);
  return parsed.node === null ? parsed : { ...parsed, node: widenTerms(parsed.node, formsOf) };
};

const noHits = ({ memory }: Index): Uint8Array[] =>
  memory.documents.map((documents) => new Uint8Array(documents.length));

const COMMA = 44;
const ZERO = 48;

/** Calls `take` for each printed row number; no list is built, as it would be garbage after every search. */
const takeRows = (printed: PrintedRows, take: (row: number) => void): void => {
  let row = 0;
  for (let at = 0; at < printed.length; at += 1) {
    const code = printed[at] ?? COMMA;
    if (code === COMMA) {
      take(row);
      row = 0;
      // A row number is below 2^31: the bitwise operation keeps it a small integer.
    } else row = (row * 10 + code - ZERO) | 0;
  }
  if (printed.length > 0) take(row);
};

/** The rows that were printed. */
export const readRows = (printed: PrintedRows): readonly number[] => {
  const rows: number[] = [];
  takeRows(printed, (row) => rows.push(row));
  return rows;
};

const findWords = (index: Index, query: string): Hits => {
  const hits = noHits(index);
  takeRows(index.store.find(query), (row) => {
    const kind = hits[kindOfRow(row)];
    if (kind !== undefined) kind[numberOfRow(row)] = 1;
  });
  return hits;
};

/** The hits for which `test` is true. */
const findFacts = (index: Index, test: (facts: SearchFacts) => boolean): Hits =>
  index.memory.documents.map((documents) => {
    const hits = new Uint8Array(documents.length);
    documents.forEach((facts, number) => {
      if (facts !== undefined && test(facts)) hits[number] = 1;
    });
    return hits;
  });

const combine = (a: Hits, b: Hits, join: (a: number, b: number) => number): Hits =>
  a.map((kind, at) => {
    const other = b[at] ?? new Uint8Array();
    return kind.map((hit, number) => join(hit, other[number] ?? 0));
  });

const both = (a: Hits, b: Hits): Hits => combine(a, b, (x, y) => x & y);
const either = (a: Hits, b: Hits): Hits => combine(a, b, (x, y) => x | y);

/** Those among `hits` for which `test` is true. */
const keepFacts = ({ memory }: Index, hits: Hits, test: (facts: SearchFacts) => boolean): Hits =>
  hits.map((found, kind) => {
    const documents = memory.documents[kind] ?? [];
    const kept = new Uint8Array(found.length);
    for (let number = found.indexOf(1); number !== -1; number = found.indexOf(1, number + 1)) {
      const facts = documents[number];
      if (facts !== undefined && test(facts)) kept[number] = 1;
    }
    return kept;
  });

/** Those of `hits` that `node` finds too: a condition is tested only on these. */
const findAmong = (index: Index, hits: Hits, node: SearchNode): Hits =>
  node.kind === 'condition'
    ? keepFacts(index, hits, testOf(node.condition, index.memory.book()))
    : both(hits, findNode(index, node));

/** The words of an "and" are looked up in the index together, and its conditions tested on their hits. */
const findAll = (index: Index, nodes: readonly SearchNode[]): Hits => {
  const isWords = (node: SearchNode): boolean => indexQuery(node) !== null;
  const words = nodes.filter((node) => isWords(node) || (node.kind === 'not' && isWords(node.node)));
  const hasWords = words.some(({ kind }) => kind !== 'not');
  const together: SearchNode = { kind: 'and', nodes: words };
  const rest = hasWords ? nodes.filter((node) => !words.includes(node)) : nodes;
  const [first = together, ...others] = hasWords ? [together, ...rest] : rest;
  return others.reduce((hits, node) => findAmong(index, hits, node), findNode(index, first));
};

const findNode = (index: Index, node: SearchNode): Hits => {
  const query = indexQuery(node);
  if (query !== null) return findWords(index, query);
  switch (node.kind) {
    case 'and':
      return findAll(index, node.nodes);
    case 'or':
      return node.nodes.map((each) => findNode(index, each)).reduce(either);
    case 'not': {
      const excluded = findNode(index, node.node);
      return both(
        findFacts(index, () => true),
        combine(excluded, excluded, (hit) => 1 - hit),
      );
    }
    case 'condition':
      return findFacts(index, testOf(node.condition, index.memory.book()));
    default:
      return noHits(index);
  }
};

/** Facets are requested right after their search, so the last hits are kept. */
const lastHits = keepingLast<Hits>();

/** Whether a search says which versions of a passage it covers. */
export const asksForVersions = (node: SearchNode): boolean => {
  if (node.kind === 'condition') return node.condition.field === 'versions';
  return node.kind === 'not'
    ? asksForVersions(node.node)
    : 'nodes' in node && node.nodes.some(asksForVersions);
};

/** The passages that have a newer reading, and the notes on them, by kind and number. */
const lastOlder = keepingLast<readonly (readonly number[])[]>();
const rowsOfOlder = ({ memory }: Index): readonly (readonly number[])[] =>
  lastOlder(memory, '', () => {
    const { older } = memory;
    return memory.documents.map((documents) =>
      older.size === 0
        ? []
        : documents.flatMap((facts, number) => (older.has(facts?.citableId ?? '') ? [number] : [])),
    );
  });

/** Only the newest readings among the hits: older ones are folded below them, and not counted. */
const newestOf = (index: Index, found: Hits): Hits => {
  rowsOfOlder(index).forEach((numbers, kind) => {
    const hits = found[kind];
    if (hits !== undefined) for (const number of numbers) hits[number] = 0;
  });
  return found;
};

const BOARD = searchKinds.indexOf('board');

/** The hits that the person who asks may see. */
const seenOf = ({ memory, analyst }: Index, found: Hits): Hits => {
  memory.documents[BOARD]?.forEach((facts, number) => {
    const hits = found[BOARD];
    if (hits !== undefined && facts?.seenBy?.includes(analyst) === false) hits[number] = 0;
  });
  return found;
};

/** All that a search finds. */
export const findHits = (index: Index, node: SearchNode): Hits =>
  lastHits(index.memory, JSON.stringify([index.analyst, node]), () => {
    const found = seenOf(index, findNode(index, node));
    return asksForVersions(node) ? found : newestOf(index, found);
  });

/** All there is, where nothing is asked for. */
export const findEverything = (index: Index): Hits =>
  newestOf(
    index,
    seenOf(
      index,
      findFacts(index, () => true),
    ),
  );
