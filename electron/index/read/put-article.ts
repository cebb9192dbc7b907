import type { ArticleId } from '#domain/ids.ts';
import { remembering } from '#domain/remembering.ts';
import type { FoundAbout } from '#domain/search/language/search-facts.ts';
import { type ArticleEntry, type CatalogueState, PassageEntry } from '../catalogue-state.ts';
import { renewReadings } from '../readings.ts';
import { enterRelations, leaveRelations, relationsText } from '../relations.ts';
import {
  enterConcerned,
  enterTagSet,
  enterVoice,
  leaveConcerned,
  leaveTagSet,
  leaveVoice,
} from '../shared-groups.ts';
import { leaveVersion, replaceVersion } from '../version-numbers.ts';
import type { ListedArticle, ListedPassage } from './listed-article.ts';

/** Removes the earlier entry of an article from the shared groups. */
const leaveGroups = (state: CatalogueState, { tagSet, readings }: ArticleEntry): void => {
  leaveTagSet(state, tagSet);
  for (const entry of readings) {
    leaveRelations(state, entry);
    leaveTagSet(state, entry.tagSet);
    leaveVoice(state, entry.voice, entry);
    leaveConcerned(state, entry);
  }
};

const enterPassages = (
  state: CatalogueState,
  { id: articleId, about, passages }: ListedArticle,
  found: FoundAbout,
): readonly PassageEntry[] => {
  // An article has few speakers.
  const voiceOf = remembering((speakerId: ListedPassage['speakerId']) =>
    enterVoice(state, speakerId, about.publicationId),
  );
  return passages.map((passage) => {
    const voice = voiceOf(passage.speakerId);
    const tagSet = enterTagSet(state, passage.tagIds);
    const entry = new PassageEntry(passage, { articleId, tagSet, voice, about: found });
    voice.readings.add(entry);
    enterConcerned(state, entry);
    enterRelations(state, entry);
    return entry;
  });
};

/**
 * Written out without spread syntax: otherwise each of ten thousand entries would have its own hidden class, which
 * takes a kilobyte.
 */
const enterArticle = (state: CatalogueState, listed: ListedArticle, found: FoundAbout): ArticleEntry => ({
  id: listed.id,
  importedAt: listed.importedAt,
  words: listed.words,
  previousVersionId: listed.previousVersionId,
  sealedSha256: listed.sealedSha256,
  textSha256: listed.textSha256,
  comparedSha256: listed.comparedSha256,
  firstWords: listed.firstWords,
  fault: listed.fault,
  about: listed.about,
  bibliography: listed.bibliography,
  tagSet: enterTagSet(state, listed.tagIds),
  readings: enterPassages(state, listed, found),
  carried: listed.carried,
  hasDeleted: listed.hasDeleted,
  deletedIds: listed.deletedIds,
  tasks: listed.tasks,
  translations: listed.translations,
  outdatedTranslations: listed.outdatedTranslations,
  head: listed.head,
});

/** The articles that are translations of it. */
const translatedFrom = ({ translations }: ArticleEntry): readonly ArticleId[] =>
  translations.flatMap(({ fromArticleId, deletedAt }) =>
    fromArticleId === null || deletedAt !== null ? [] : [fromArticleId],
  );

/** Enters an article, or its changes, into the lists; `found` is the data common to all that is found in it. */
export const putArticle = (state: CatalogueState, listed: ListedArticle, found: FoundAbout): void => {
  const { id, about } = listed;
  const before = state.articles.get(id);
  const relationsBefore = relationsText(state, before?.readings ?? []);
  if (before !== undefined) leaveArticle(state, before);
  const entry = enterArticle(state, listed, found);
  state.articles.set(id, entry);
  if (relationsText(state, entry.readings) !== relationsBefore) state.generation += 1;
  state.articleOfPassage.enter(entry);
  if (before === undefined) state.newestFirst = null;
  replaceVersion(state, before, entry);
  if (renewReadings(state, before, entry)) state.generation += 1;
  if (state.translationLinks.put(id, translatedFrom(entry))) state.generation += 1;
  const isElsewhere = before !== undefined && before.about.publicationId !== about.publicationId;
  if (isElsewhere && state.duplicates.carriersOf(id).length > 1) state.generation += 1;
};

const leaveArticle = (state: CatalogueState, entry: ArticleEntry): void => {
  leaveGroups(state, entry);
  state.articleOfPassage.leave(entry);
};

/** Removes an article from the lists, because it was moved to the trash. */
export const dropArticle = (state: CatalogueState, id: ArticleId): void => {
  const entry = state.articles.get(id);
  if (entry === undefined) return;
  if (relationsText(state, entry.readings) !== '') state.generation += 1;
  leaveArticle(state, entry);
  if (state.duplicates.leave(id)) state.generation += 1;
  state.articles.delete(id);
  leaveVersion(state, entry);
  if (state.translationLinks.put(id, [])) state.generation += 1;
  renewReadings(state, entry, undefined);
  state.newestFirst = null;
};
