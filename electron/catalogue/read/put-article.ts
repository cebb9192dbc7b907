import type { AnnotationsFile } from '#domain/archive/files.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { type Passage, passageQuote } from '#domain/passage/passage.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { isOpenTask } from '#domain/task/is-open-task.ts';
import type { Task } from '#domain/task/task.ts';
import { leaveVersion, replaceVersion } from '../article-copies.ts';
import type { ArticleEntry, CatalogueState, KnownArticle, PassageEntry } from '../catalogue-state.ts';
import { enterRelations, leaveRelations, relationsText } from '../relations.ts';
import { enterTagSet, enterVoice, leaveTagSet, leaveVoice } from '../shared-groups.ts';
import type { WordIndex } from '../word-index.ts';

/** The number of `text` in `index`: as before where it has not changed, else a new one. */
const indexedText = (
  index: WordIndex,
  before: { readonly text: string; readonly document: number } | undefined,
  text: string,
): number => {
  if (before?.text === text) return before.document;
  if (before !== undefined) index.remove(before.document);
  const document = index.open();
  index.append(document, text);
  return document;
};

/** A passage is found by its own words and by those of its note. */
const passageText = (passage: Passage): string =>
  passage.note === null
    ? passageQuote(passage)
    : `${passageQuote(passage)}\n${richTextToPlain(passage.note)}`;

const startOf = ({ passage }: PassageEntry): number => passage.selectors[0]?.position.start ?? 0;

const countOpenTasks = (tasks: readonly Task[], passageId: PassageId): number =>
  tasks.filter((task) => task.passageId === passageId && isOpenTask(task)).length;

/** Takes out what stood of an article, but for its texts in the index: they are kept where they stay the same. */
const leaveGroups = (state: CatalogueState, { tagSet, passages }: ArticleEntry): void => {
  leaveTagSet(state, tagSet);
  for (const entry of passages) {
    leaveRelations(state, entry.passage);
    leaveTagSet(state, entry.tagSet);
    leaveVoice(state, entry.voice, entry.passage);
  }
};

const enterPassages = (
  state: CatalogueState,
  before: ArticleEntry | undefined,
  { about, passages, tasks }: Pick<AnnotationsFile, 'about' | 'passages' | 'tasks'>,
): readonly PassageEntry[] => {
  const index = state.indexes.passages;
  const known = new Map(before?.passages.map((entry) => [entry.passage.id, entry]));
  const entries = passages
    .filter(({ deletedAt }) => deletedAt === null)
    .map((passage): PassageEntry => {
      const text = passageText(passage);
      enterRelations(state, passage);
      return {
        passage,
        text,
        tagSet: enterTagSet(state, passage.tagIds),
        voice: enterVoice(state, passage, about.publicationId),
        document: indexedText(index, known.get(passage.id), text),
        openTaskCount: countOpenTasks(tasks, passage.id),
        made: null,
      };
    });
  const live = new Set(entries.map(({ passage }) => passage.id));
  for (const [id, entry] of known) if (!live.has(id)) index.remove(entry.document);
  return entries.sort((a, b) => startOf(a) - startOf(b));
};

/** An article is found by what names it and by the note on it; its text is indexed apart, and only once. */
const headText = ({ title, byline, publisher }: ArticleEntry['bibliography'], note: string): string =>
  [title, byline, publisher, note].filter((part) => part !== null).join('\n');

/** Enters an article, or what has changed of it, into the catalogue. */
export const putArticle = (
  state: CatalogueState,
  article: KnownArticle,
  annotations: Pick<AnnotationsFile, 'about' | 'passages' | 'tasks'>,
  text: Pick<ArticleEntry, 'body' | 'bodyDocument' | 'textSha256' | 'fault'>,
): void => {
  const before = state.articles.get(article.id);
  const { about, passages, tasks } = annotations;
  const relationsBefore = relationsText(state, before?.passages ?? []);
  if (before !== undefined) leaveGroups(state, before);
  const bibliography = effectiveBibliography(article, about);
  const head = headText(bibliography, about.note === null ? '' : richTextToPlain(about.note));
  const entry: ArticleEntry = {
    article,
    about,
    bibliography,
    tagSet: enterTagSet(state, about.tagIds),
    passages: enterPassages(state, before, annotations),
    deletedPassages: passages.filter(({ deletedAt }) => deletedAt !== null),
    tasks,
    head: { text: head, document: indexedText(state.indexes.heads, before?.head, head) },
    ...text,
    made: null,
  };
  state.articles.set(article.id, entry);
  if (relationsText(state, entry.passages) !== relationsBefore) state.generation += 1;
  for (const { id } of passages) state.articleOfPassage.set(id, article.id);
  if (before === undefined) state.newestFirst = null;
  replaceVersion(state, before?.article, article);
  if (
    before?.about.publicationId !== about.publicationId &&
    state.duplicates.carriersOf(article.id).length > 1
  ) {
    state.generation += 1;
  }
};

/** Takes an article out of the catalogue: it has gone to the trash. */
export const dropArticle = (state: CatalogueState, id: ArticleId): void => {
  const entry = state.articles.get(id);
  if (entry === undefined) return;
  if (relationsText(state, entry.passages) !== '') state.generation += 1;
  leaveGroups(state, entry);
  state.indexes.heads.remove(entry.head.document);
  state.indexes.bodies.remove(entry.bodyDocument);
  for (const { passage, document } of entry.passages) {
    state.indexes.passages.remove(document);
    state.articleOfPassage.delete(passage.id);
  }
  for (const { id: passageId } of entry.deletedPassages) state.articleOfPassage.delete(passageId);
  if (state.duplicates.leave(id)) state.generation += 1;
  state.articles.delete(id);
  leaveVersion(state, entry.article);
  state.newestFirst = null;
};
