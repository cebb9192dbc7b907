/**
 * Finds quotations in the articles of the archive. The index of words names the articles that have the rarest pairs of
 * neighbouring words of a quotation, since one changed word leaves most of the pairs; only those are read.
 */
import type { ArticleId } from '#domain/ids.ts';
import { placeInText, searchedText } from '#domain/memo/verbatim/elsewhere/place-in-text.ts';
import type { QuoteElsewhere } from '#domain/memo/verbatim/elsewhere/quote-elsewhere.ts';
import { searchKinds } from '#domain/search/language/search-facts.ts';
import { indexTokens } from '#domain/search/words/index-tokens.ts';
import { createYielder, type Yielder } from '#electron/time/yielder.ts';
import type { Index } from '../../ask/find-hits.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import type { IndexStore } from '../../store/index-store.ts';
import { numberOfRow, rowOf } from '../../store/rows.ts';
import { laterVersionsOf } from '../../version-numbers.ts';

const ARTICLE = searchKinds.indexOf('article');
const allArticles = { first: rowOf(ARTICLE, 0), last: rowOf(ARTICLE + 1, 0) - 1 };

/** The pairs that are looked up of each quotation, the rarest first. */
const MOST_PAIRS = 12;
/** A pair that more articles have says nothing. */
const MOST_HITS = 400;
/** The articles whose text is read. */
const MOST_READ = 6;
/** Quotations of which the answer is remembered: a memo asks after each pause in typing. */
const MOST_KEPT = 500;

type Pair = { readonly query: string; readonly rarity: number };

const pairsOf = (quote: string, store: IndexStore): readonly Pair[] => {
  const counts = new Map<string, number>();
  const countOf = (token: string): number => {
    const known = counts.get(token) ?? store.countArticles(token);
    counts.set(token, known);
    return known;
  };
  const tokens = indexTokens(quote.replaceAll('\n', ' ')).split(' ');
  const pairs = tokens.slice(1).flatMap((token, at): readonly Pair[] => {
    const before = tokens[at] ?? '';
    const rarity = Math.min(countOf(before), countOf(token));
    return rarity === 0 ? [] : [{ query: `"${before} ${token}"`, rarity }];
  });
  return pairs.toSorted((a, b) => a.rarity - b.rarity).slice(0, MOST_PAIRS);
};

/** The articles that have most of the rare pairs, the most likely first. */
const likelyRows = (quote: string, store: IndexStore): readonly number[] => {
  const scores = new Map<number, number>();
  for (const { query } of pairsOf(quote, store)) {
    const rows = store.findWithin(query, allArticles, MOST_HITS + 1);
    const found = Buffer.from(rows).toString('latin1').split(',').filter(Boolean).map(Number);
    if (found.length > MOST_HITS) continue;
    for (const row of found) scores.set(row, (scores.get(row) ?? 0) + 1 / Math.sqrt(found.length));
  }
  return [...scores]
    .toSorted(([a, one], [b, other]) => other - one || b - a)
    .slice(0, MOST_READ)
    .map(([row]) => row);
};

const ranks = { exact: 0, same: 1, near: 2 } as const;

const isBetter = (one: QuoteElsewhere, other: QuoteElsewhere | null): boolean => {
  if (other === null) return true;
  const [a, b] = [ranks[one.is], ranks[other.is]];
  return a === b ? one.edits < other.edits : a < b;
};

type Reading = { readonly index: Index; readonly lists: CatalogueState; readonly yielder: Yielder };

/** Of two versions of an article the newer one counts. */
const newestFirst = (rows: readonly number[], { index: { memory }, lists }: Reading): readonly number[] => {
  const isOlder = (row: number): boolean => {
    const id = memory.documents[ARTICLE]?.[numberOfRow(row)]?.about.articleId;
    return id != null && (laterVersionsOf(lists, id as ArticleId)?.later.length ?? 0) > 0;
  };
  return [...rows.filter((row) => !isOlder(row)), ...rows.filter(isOlder)];
};

const findQuote = async (quote: string, reading: Reading): Promise<QuoteElsewhere | null> => {
  const { index, yielder } = reading;
  const { store, memory } = index;
  let best: QuoteElsewhere | null = null;
  for (const row of newestFirst(likelyRows(quote, store), reading)) {
    await yielder.yieldIfDue();
    const about = memory.documents[ARTICLE]?.[numberOfRow(row)]?.about;
    const text = store.show(row)?.text;
    if (text === undefined || about == null || about.articleId === null) continue;
    const place = placeInText(quote, searchedText(text, about.language));
    if (place === null) continue;
    const found = { ...place, articleId: about.articleId as ArticleId, title: about.title ?? '' };
    if (isBetter(found, best)) best = found;
  }
  return best;
};

type Kept = { readonly revision: string; readonly answers: Map<string, QuoteElsewhere | null> };
const kept = new WeakMap<IndexStore, Kept>();

const answersOf = ({ store, memory }: Index): Kept['answers'] => {
  const revision = `${store.revisionOf('article')} ${memory.documents[ARTICLE]?.length ?? 0}`;
  const known = kept.get(store);
  if (known?.revision === revision && known.answers.size < MOST_KEPT) return known.answers;
  const answers: Kept['answers'] = new Map();
  kept.set(store, { revision, answers });
  return answers;
};

/** Where each quotation stands in an article, exactly or nearly; null where it does not. */
export const quotesElsewhere = async (
  lists: CatalogueState,
  quotes: readonly string[],
): Promise<readonly (QuoteElsewhere | null)[]> => {
  const index = lists.index();
  const answers = answersOf(index);
  const reading: Reading = { index, lists, yielder: createYielder() };
  const found: (QuoteElsewhere | null)[] = [];
  for (const quote of quotes) {
    const known = answers.get(quote);
    const answer = known === undefined ? await findQuote(quote, reading) : known;
    answers.set(quote, answer);
    found.push(answer);
  }
  return found;
};
