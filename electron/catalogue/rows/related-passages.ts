import {
  type LinkedRow,
  RELATED_LIMIT,
  type RelatedPassages,
  type RelatedRow,
} from '#domain/contract/rows.ts';
import type { PassageId } from '#domain/ids.ts';
import { relationTypes } from '#domain/passage/passage.ts';
import { searchWords } from '#domain/search/search-words.ts';
import { scoreSimilar } from '#domain/search/similar-words.ts';
import { isOtherOrigin, isSameOrigin } from '#domain/source/compare-origins.ts';
import { resolveSource } from '#domain/source/source-tree.ts';
import { resolveTags } from '#domain/tag/tag-tree.ts';
import { articlesNewestFirst, type CatalogueState, type PassageEntry } from '../catalogue-state.ts';
import { findPassage, linksOf } from '../relations.ts';
import { type Hit, passageRow } from './passage-rows.ts';

/** The passages that score above zero, best first; of equals those of the newest article. */
const bestOf = (state: CatalogueState, scoreOf: (entry: PassageEntry) => number): readonly Hit[] => {
  const scored: { readonly hit: Hit; readonly score: number }[] = [];
  for (const article of articlesNewestFirst(state)) {
    for (const entry of article.passages) {
      const score = scoreOf(entry);
      if (score > 0) scored.push({ hit: { article, entry }, score });
    }
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, RELATED_LIMIT)
    .map(({ hit }) => hit);
};

const speakerScore = (state: CatalogueState, { passage }: PassageEntry) => {
  const speaker = resolveSource(state.sources, passage.sourceId);
  const voices = new Set(
    speaker === null
      ? []
      : [...state.voices.values()].filter(
          ({ speakerId }) => resolveSource(state.sources, speakerId) === speaker,
        ),
  );
  return ({ voice }: PassageEntry): number => (voices.has(voice) ? 1 : 0);
};

const tagScore = (state: CatalogueState, { passage }: PassageEntry) => {
  const tags = new Set(resolveTags(state.tags, passage.tagIds));
  const shared = new Map(
    [...state.tagSets.values()].map((set) => [
      set,
      resolveTags(state.tags, set.ids).filter((tag) => tags.has(tag)).length,
    ]),
  );
  return ({ tagSet }: PassageEntry): number => shared.get(tagSet) ?? 0;
};

const wordScore = ({ articles, indexes }: CatalogueState, { text }: PassageEntry) => {
  let count = 0;
  for (const { passages } of articles.values()) count += passages.length;
  const holders = [...searchWords(text)].map((word) => indexes.passages.holding(word));
  const scores = scoreSimilar(holders, count);
  return ({ document }: PassageEntry): number => scores.get(document) ?? 0;
};

const byType = ({ type: a }: LinkedRow, { type: b }: LinkedRow): number =>
  relationTypes.indexOf(a) - relationTypes.indexOf(b);

/** What is linked to a passage in either direction, and what may be worth linking. */
export const relatedPassages = (state: CatalogueState, id: PassageId): RelatedPassages | null => {
  const found = findPassage(state, id);
  if (found === null) return null;
  const row = passageRow(state, found);
  const related = (hit: Hit): RelatedRow => {
    const other = passageRow(state, hit);
    return { row: other, isSameOrigin: isSameOrigin(row, other) };
  };
  const others = (scoreOf: (entry: PassageEntry) => number): readonly RelatedRow[] =>
    bestOf(state, (entry) => (entry.passage.id === id ? 0 : scoreOf(entry))).map(related);
  const linked = linksOf(state, found.entry.passage)
    .map(({ type, direction, ...hit }): LinkedRow => ({ type, direction, ...related(hit) }))
    .sort(byType);
  return {
    row,
    linked,
    sameSpeaker: others(speakerScore(state, found.entry)),
    sameTags: others(tagScore(state, found.entry)),
    similar: others(wordScore(state, found.entry)),
    isConfirmed: linked.some(({ type, row: other }) => type === 'supports' && isOtherOrigin(row, other)),
  };
};
