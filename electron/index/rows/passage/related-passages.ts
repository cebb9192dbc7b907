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

/** The best so far, best first; of equals the one that was offered first. */
const createBest = (scoreOf: Score) => {
  const best: Scored[] = [];
  return {
    offer(hit: Hit): void {
      const score = scoreOf(hit.entry);
      if (score <= 0 || (best.length === RELATED_LIMIT && score <= (best.at(-1)?.score ?? 0))) return;
      const after = best.findIndex((other) => other.score < score);
      best.splice(after === -1 ? best.length : after, 0, { hit, score });
      if (best.length > RELATED_LIMIT) best.pop();
    },
    hits: (): readonly Hit[] => best.map(({ hit }) => hit),
  };
};

const speakerScore = (state: CatalogueState, { voice: own }: PassageEntry): Score => {
  const speaker = resolveRecord(state.sources, own.speakerId);
  const voices = new Set(
    speaker === null
      ? []
      : [...state.voices.values()].filter(
          ({ speakerId }) => resolveRecord(state.sources, speakerId) === speaker,
        ),
  );
  return ({ voice }) => (voices.has(voice) ? 1 : 0);
};

const tagScore = (state: CatalogueState, { tagSet: own }: PassageEntry): Score => {
  const tags = new Set(resolveTags(state.tags, own.ids));
  const shared = new Map(
    [...state.tagSets.values()].map((set) => [
      set,
      resolveTags(state.tags, set.ids).filter((tag) => tags.has(tag)).length,
    ]),
  );
  return ({ tagSet }) => shared.get(tagSet) ?? 0;
};

const wordScore = async (
  { articles, stored }: CatalogueState,
  asked: PassageEntry,
  yielder: Yielder,
): Promise<Score> => {
  let count = 0;
  for (const { readings } of articles.values()) count += readings.length;
  const most = mostRareHolders(count);
  const holders: (readonly number[])[] = [];
  for (const word of searchWords(passageWords(storedPassage(stored, asked)))) {
    holders.push(stored.passagesWith(word, most) ?? []);
    await yielder.yieldIfDue();
  }
  const scores = new Map(
    [...scoreSimilar(holders, count)].map(([number, score]) => [stored.passageOfNumber(number), score]),
  );
  return ({ id }) => scores.get(id) ?? 0;
};

/** The passages of an article but the one that was asked about, in whichever of its readings. */
const otherPassages = (state: CatalogueState, asked: PassageId) => {
  const own = new Set([
    asked,
    ...readingsOf(state)
      .of(asked)
      .map(({ passageId }) => passageId),
  ]);
  return (article: ArticleEntry) => passagesOf(state, article).filter(({ id }) => !own.has(id));
};

/**
 * The best by each score of all passages but the one that was asked about. It looks at a hundred thousand of them
 * and yields; what an act changes meanwhile is asked again by whoever shows it.
 */
const bestOfAll = async (
  state: CatalogueState,
  asked: PassageEntry,
): Promise<readonly (readonly Hit[])[]> => {
  const yielder = createYielder();
  const lists: ReturnType<typeof createBest>[] = [];
  for (const makeScore of [speakerScore, tagScore, wordScore]) {
    lists.push(createBest(await makeScore(state, asked, yielder)));
    await yielder.yieldIfDue();
  }
  const others = otherPassages(state, asked.id);
  for (const article of articlesNewestFirst(state)) {
    for (const entry of others(article)) for (const list of lists) list.offer({ article, entry });
    await yielder.yieldIfDue();
  }
  return lists.map((list) => list.hits());
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

/** The passages of other origins that support the passage. One that it supports itself confirms nothing of it. */
export const confirmedBy = (state: CatalogueState, id: PassageId): readonly PassageId[] => {
  const found = findPassage(state, id);
  if (found === null) return [];
  return linkedRows(state, found)
    .filter(confirms(passageRow(state, found)))
    .map(({ row }) => row.id);
};

/** What is linked to a passage in either direction, and what may be worth linking. */
export const relatedPassages = async (
  state: CatalogueState,
  id: PassageId,
): Promise<RelatedPassages | null> => {
  const asked = findPassage(state, id);
  if (asked === null) return null;
  const [bySpeaker = [], byTags = [], byWords = []] = await bestOfAll(state, asked.entry);
  // An act may have come in between: what is answered is as it stands now.
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
