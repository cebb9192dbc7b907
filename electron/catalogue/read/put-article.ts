import { paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { isOutOfText, needsLook } from '#domain/passage/carried.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { searchWords } from '#domain/search/search-words.ts';
import { isOpenTask } from '#domain/task/is-open-task.ts';
import type { Task } from '#domain/task/task.ts';
import type { Grade } from '#domain/tradecraft/grade.ts';
import { leaveVersion, replaceVersion } from '../article-copies.ts';
import type { ArticleEntry, CatalogueState, PassageEntry } from '../catalogue-state.ts';
import { enterRelations, leaveRelations, relationsText } from '../relations.ts';
import { enterTagSet, enterVoice, leaveTagSet, leaveVoice } from '../shared-groups.ts';
import type { ArticleContent } from './unit-content.ts';

const startOf = ({ selectors }: Passage): number => selectors[0]?.position.start ?? 0;
const isDeleted = ({ deletedAt }: Passage): boolean => deletedAt !== null;

const countOpenTasks = (tasks: readonly Task[], passageId: PassageId): number =>
  tasks.filter((task) => task.passageId === passageId && isOpenTask(task)).length;

/** Takes out what stood of an article. */
const leaveGroups = (state: CatalogueState, { tagSet, passages }: ArticleEntry): void => {
  leaveTagSet(state, tagSet);
  for (const entry of passages) {
    leaveRelations(state, entry);
    leaveTagSet(state, entry.tagSet);
    leaveVoice(state, entry.voice, entry);
  }
};

/** There are a few dozen grades: the passages share them. */
const grades = new Map<string, Grade>();
const shared = (grade: Grade): Grade => {
  const key = `${grade.reliability}${grade.credibility}`;
  const known = grades.get(key) ?? { reliability: grade.reliability, credibility: grade.credibility };
  grades.set(key, known);
  return known;
};
const none: PassageEntry['relations'] = [];

const enterPassage = (
  state: CatalogueState,
  { article, about, tasks, text }: ArticleContent,
  passage: Passage,
): PassageEntry => {
  const voice = enterVoice(state, passage.sourceId, about.publicationId);
  const entry: PassageEntry = {
    id: passage.id,
    articleId: article.id,
    label: passage.label,
    grade: shared(passage.grade),
    createdAt: passage.createdAt,
    relations: passage.relations.length === 0 ? none : passage.relations,
    tagSet: enterTagSet(state, passage.tagIds),
    voice,
    openTaskCount: countOpenTasks(tasks, passage.id),
    paragraph: isOutOfText(passage) ? null : paragraphNumberAt(text.paragraphs, startOf(passage)),
    unsettled: needsLook(passage) ? (passage.carriedFrom?.state ?? null) : null,
  };
  voice.passages.add(entry);
  enterRelations(state, entry);
  return entry;
};

/** The words of what names an article and of the note on it: a space stands before each. */
const foldHead = ({ title, byline, publisher }: ArticleEntry['bibliography'], note: string): string =>
  [title, byline, publisher, note]
    .flatMap((part) => (part === null ? [] : [...searchWords(part)]))
    .map((word) => ` ${word}`)
    .join('');

/** Enters an article, or what has changed of it, into the lists. */
export const putArticle = (state: CatalogueState, content: ArticleContent): void => {
  const { article, about, passages, tasks, text, fault } = content;
  const before = state.articles.get(article.id);
  const relationsBefore = relationsText(state, before?.passages ?? []);
  if (before !== undefined) leaveArticle(state, before);
  const bibliography = effectiveBibliography(article, about);
  const { state: reading, publicationId, marking, eventDates, isSample, acceptedText } = about;
  const deletedIds = passages.filter(isDeleted).map(({ id }) => id);
  state.articles.set(article.id, {
    id: article.id,
    importedAt: article.importedAt,
    words: article.words,
    previousVersionId: article.previousVersionId,
    sealedSha256: article.textSha256,
    textSha256: text.sha256,
    firstWords: text.firstWords,
    fault,
    about: {
      state: reading,
      publicationId,
      marking,
      eventDates,
      isSample,
      ...(acceptedText && { acceptedText }),
    },
    bibliography,
    tagSet: enterTagSet(state, about.tagIds),
    passages: passages
      .filter((passage) => !isDeleted(passage))
      .toSorted((a, b) => startOf(a) - startOf(b))
      .map((passage) => enterPassage(state, content, passage)),
    hasDeleted: deletedIds.length > 0,
    deletedIds,
    tasks,
    head: foldHead(bibliography, about.note === null ? '' : richTextToPlain(about.note)),
  });
  const relations = relationsText(state, state.articles.get(article.id)?.passages ?? []);
  if (relations !== relationsBefore) state.generation += 1;
  for (const { id } of passages) state.articleOfPassage.set(id, article.id);
  if (before === undefined) state.newestFirst = null;
  replaceVersion(state, before, article);
  const isElsewhere = before?.about.publicationId !== publicationId;
  if (isElsewhere && state.duplicates.carriersOf(article.id).length > 1) state.generation += 1;
};

const leaveArticle = (state: CatalogueState, entry: ArticleEntry): void => {
  leaveGroups(state, entry);
  for (const { id } of entry.passages) state.articleOfPassage.delete(id);
  for (const id of entry.deletedIds) state.articleOfPassage.delete(id);
};

/** Takes an article out of the lists: it has gone to the trash. */
export const dropArticle = (state: CatalogueState, id: ArticleId): void => {
  const entry = state.articles.get(id);
  if (entry === undefined) return;
  if (relationsText(state, entry.passages) !== '') state.generation += 1;
  leaveArticle(state, entry);
  if (state.duplicates.leave(id)) state.generation += 1;
  state.articles.delete(id);
  leaveVersion(state, entry);
  state.newestFirst = null;
};
