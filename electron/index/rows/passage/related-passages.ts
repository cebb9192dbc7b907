import {
  type LinkedRow,
  type PassageRow,
  RELATED_LIMIT,
  type RelatedPassages,
  type RelatedRow,
} from '#domain/contract/passage.ts';
import type { PassageId } from '#domain/ids.ts';
import { passageWords, relationTypes } from '#domain/passage/passage.ts';
import { searchWords } from '#domain/search/search-words.ts';
import { mostRareHolders, scoreSimilar } from '#domain/search/similar-words.ts';
import { isOtherOrigin, sameOrigin } from '#domain/source/compare-origins.ts';
import { resolveTags } from '#domain/tag/tag-tree.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import { createYielder, type Yielder } from '#electron/time/yielder.ts';
import {
  type ArticleEntry,
  articlesNewestFirst,
  type CatalogueState,
  type PassageEntry,
} from '../../catalogue-state.ts';
import { passagesOf, readingsOf } from '../../readings.ts';
import { findPassage, linksOf } from '../../relations.ts';
import { storedPassage } from '../../stored-records.ts';
import { type Hit, passageRow } from './passage-rows.ts';

type Score = (entry: PassageEntry) => number;
type Scored = { readonly hit: Hit; readonly score: number };
type Best = {
  readonly offer: (hit: Hit) => void;
  readonly hits: () => readonly Hit[];
  /** Whether no further candidate can get in. */
  readonly isFull: () => boolean;
};

/** Keeps the best candidates so far, best first; of equals the one that was offered first. No score exceeds `most`. */
const createBest = (scoreOf: Score, most: number): Best => {
  const best: Scored[] = [];
  const least = (): number => best.at(-1)?.score ?? 0;
  return {
    offer(hit) {
      const score = scoreOf(hit.entry);
      if (score <= 0 || (best.length === RELATED_LIMIT && score <= least())) return;
      const after = best.findIndex((other) => other.score < score);
      best.splice(after === -1 ? best.length : after, 0, { hit, score });
      if (best.length > RELATED_LIMIT) best.pop();
    },
    hits: () => best.map(({ hit }) => hit),
    isFull: () => most === 0 || (best.length === RELATED_LIMIT && least() >= most),
  };
};

const bestBySpeaker = (state: CatalogueState, { voice: own }: PassageEntry): Best => {
  const speaker = resolveRecord(state.sources, own.speakerId);
  const voices = new Set(
    speaker === null
      ? []
      : [...state.voices.values()].filter(
          ({ speakerId }) => resolveRecord(state.sources, speakerId) === speaker,
        ),
  );
  return createBest(({ voice }) => (voices.has(voice) ? 1 : 0), Math.min(voices.size, 1));
};

const bestByTags = (state: CatalogueState, { tagSet: own }: PassageEntry): Best => {
  const tags = new Set(resolveTags(state.tags, own.ids));
  const shared = new Map(
    [...state.tagSets.values()].map((set) => [
      set,
      resolveTags(state.tags, set.ids).filter((tag) => tags.has(tag)).length,
    ]),
  );
  return createBest(({ tagSet }) => shared.get(tagSet) ?? 0, tags.size);
};

/** The similarity of other passages to the passage by their words, by their ids. */
const scoresByWords = async (
  { articles, stored }: CatalogueState,
  asked: PassageEntry,
  yielder: Yielder,
): Promise<ReadonlyMap<PassageId, number>> => {
  let count = 0;
  for (const { readings } of articles.values()) count += readings.length;
  const most = mostRareHolders(count);
  const holders: (readonly number[])[] = [];
  for (const word of searchWords(passageWords(storedPassage(stored, asked)))) {
    holders.push(stored.passagesWith(word, most) ?? []);
    await yielder.yieldIfDue();
  }
  const scores = new Map<PassageId, number>();
  for (const [number, score] of scoreSimilar(holders, count)) {
    const id = stored.passageOfNumber(number);
    if (id !== null) scores.set(id, score);
  }
  return scores;
};

/** The passages of an article except the given one, in any of its readings. */
const otherPassages = (state: CatalogueState, asked: PassageId) => {
  const own = new Set([
    asked,
    ...readingsOf(state)
      .of(asked)
      .map(({ passageId }) => passageId),
  ]);
  return (article: ArticleEntry) => passagesOf(state, article).filter(({ id }) => !own.has(id));
};

/** Offers the passages of the articles until every list is full. */
const offerAll = async (
  state: CatalogueState,
  asked: PassageId,
  articles: readonly ArticleEntry[],
  lists: readonly Best[],
): Promise<void> => {
  const yielder = createYielder();
  const others = otherPassages(state, asked);
  for (const article of articles) {
    const open = lists.filter((list) => !list.isFull());
    if (open.length === 0) return;
    for (const entry of others(article)) for (const list of open) list.offer({ article, entry });
    await yielder.yieldIfDue();
  }
};

/**
 * The best by speaker, by tags and by words of all passages except the given one. It may examine a hundred thousand of
 * them, and yields; after a change in between the caller asks again.
 */
const bestOfAll = async (
  state: CatalogueState,
  asked: PassageEntry,
): Promise<readonly (readonly Hit[])[]> => {
  const scores = await scoresByWords(state, asked, createYielder());
  const [bySpeaker, byTags] = [bestBySpeaker(state, asked), bestByTags(state, asked)];
  const byWords = createBest(({ id }) => scores.get(id) ?? 0, Number.POSITIVE_INFINITY);
  const newestFirst = articlesNewestFirst(state);
  const alike = new Set([...scores.keys()].flatMap((id) => state.articleOfPassage.get(id) ?? []));
  await offerAll(state, asked.id, newestFirst, [bySpeaker, byTags]);
  await offerAll(
    state,
    asked.id,
    newestFirst.filter(({ id }) => alike.has(id)),
    [byWords],
  );
  return [bySpeaker, byTags, byWords].map((list) => list.hits());
};

const byType = ({ type: a }: LinkedRow, { type: b }: LinkedRow): number =>
  relationTypes.indexOf(a) - relationTypes.indexOf(b);

const relatedRow = (state: CatalogueState, row: PassageRow, hit: Hit): RelatedRow => {
  const other = passageRow(state, hit);
  return { row: other, sameOrigin: sameOrigin(row, other) };
};

const linkedRows = (state: CatalogueState, found: Hit): readonly LinkedRow[] => {
  const row = passageRow(state, found);
  return linksOf(state, found.entry)
    .map(({ type, direction, ...hit }): LinkedRow => ({ type, direction, ...relatedRow(state, row, hit) }))
    .sort(byType);
};

const confirms =
  (row: PassageRow) =>
  ({ type, direction, row: other }: LinkedRow): boolean =>
    type === 'supports' && direction === 'from' && isOtherOrigin(row, other);

/** The passages of other origins that support the passage. One that the passage itself supports does not confirm it. */
export const confirmedBy = (state: CatalogueState, id: PassageId): readonly PassageId[] => {
  const found = findPassage(state, id);
  if (found === null) return [];
  return linkedRows(state, found)
    .filter(confirms(passageRow(state, found)))
    .map(({ row }) => row.id);
};

/** The passages related to a passage in either direction, and those that may be worth relating. */
export const relatedPassages = async (
  state: CatalogueState,
  id: PassageId,
): Promise<RelatedPassages | null> => {
  const asked = findPassage(state, id);
  if (asked === null) return null;
  const [bySpeaker = [], byTags = [], byWords = []] = await bestOfAll(state, asked.entry);
  // An act may have happened in between, so the present state is used.
  const found = findPassage(state, id);
  if (found === null) return null;
  const row = passageRow(state, found);
  const rowsOf = (hits: readonly Hit[]): readonly RelatedRow[] =>
    hits.flatMap(({ entry }) => {
      const hit = findPassage(state, entry.id);
      return hit === null ? [] : [relatedRow(state, row, hit)];
    });
  const linked = linkedRows(state, found);
  return {
    row,
    linked,
    sameSpeaker: rowsOf(bySpeaker),
    sameTags: rowsOf(byTags),
    similar: rowsOf(byWords),
    isConfirmed: linked.some(confirms(row)),
  };
};
