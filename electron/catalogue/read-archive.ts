/**
 * Reads files of the archive into the catalogue. A file that can't be read is told of by the archive itself; here
 * the list shows what is left: an article whose annotations are damaged stands in it without passages, so that
 * opening it says what is wrong.
 */
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { ArticleRecord } from '#domain/article/article.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import { indexSources } from '#domain/source/source-tree.ts';
import { indexTags } from '#domain/tag/tag-tree.ts';
import type { ArchiveReader } from '../ports/archive.ts';
import type { ArticleEntry, CatalogueState, MemoEntry } from './catalogue-state.ts';
import { signText } from './duplicates/sign-text.ts';
import { dropArticle, putArticle } from './put-article.ts';
import { type SummarisedBody, summariseBody, unknownBody } from './summarise-body.ts';
import type { TimeSlices } from './time-slices.ts';

type Annotations = Pick<AnnotationsFile, 'about' | 'passages' | 'tasks'>;

/** Stands for annotations that can't be read. */
const nothingSaid = ({ id, importedAt }: ArticleRecord): Annotations => ({
  about: {
    id,
    corrections: {},
    state: 'unread',
    publicationId: null,
    marking: null,
    note: null,
    tagIds: [],
    eventDates: [],
    isSample: false,
    updatedAt: importedAt,
  },
  passages: [],
  tasks: [],
});

type ReadText = SummarisedBody & Pick<ArticleEntry, 'textSha256'>;

/** What was read of an article; null of one that is not in the archive, or of which nothing can be read. */
export type ReadArticle = {
  readonly id: ArticleId;
  readonly found: {
    readonly article: ArticleRecord;
    readonly annotations: Annotations;
    /** Null where it is known already: what is as it was sealed never changes. */
    readonly text: ReadText | null;
  } | null;
};

/** Reads an article, or what may have changed of it. */
export const readArticle = async (
  reader: ArchiveReader,
  state: CatalogueState,
  id: ArticleId,
): Promise<ReadArticle> => {
  const known = state.articles.get(id);
  const annotations = await reader.annotations(id);
  if (!annotations.ok && annotations.error.code === 'not-found') return { id, found: null };
  const article = known?.article ?? (await readRecord(reader, id));
  if (article === null) return { id, found: null };
  return {
    id,
    found: {
      article,
      annotations: annotations.ok ? annotations.value : nothingSaid(article),
      text: known?.textSha256 === article.textSha256 ? null : await readText(reader, id),
    },
  };
};

const readText = async (reader: ArchiveReader, id: ArticleId): Promise<ReadText> => {
  const file = await reader.body(id);
  if (!file.ok) return { ...unknownBody, textSha256: null };
  const { body, textSha256 } = file.value;
  return { ...summariseBody(body), textSha256 };
};

/** Enters what was read of an article; one that is not there any more is dropped. */
export const enterArticle = async (
  state: CatalogueState,
  { id, found }: ReadArticle,
  slices: TimeSlices,
): Promise<void> => {
  if (found === null) return dropArticle(state, id);
  const { article, annotations, text } = found;
  putArticle(state, article, annotations, await enterText(state, article, text, slices));
};

/** The text as it stands in the catalogue; one that was read anew takes the place of the one before. */
const enterText = async (
  state: CatalogueState,
  article: ArticleRecord,
  read: ReadText | null,
  slices: TimeSlices,
): Promise<Pick<ArticleEntry, 'body' | 'bodyDocument' | 'textSha256'>> => {
  const known = state.articles.get(article.id);
  if (known !== undefined && (read === null || read.textSha256 === known.textSha256)) {
    return { body: known.body, textSha256: known.textSha256, bodyDocument: known.bodyDocument };
  }
  if (known !== undefined) state.indexes.bodies.remove(known.bodyDocument);
  const { summary: body, texts, textSha256 } = read ?? { ...unknownBody, textSha256: null };
  await compareText(state, article, { texts, textSha256 }, slices);
  return { body, textSha256, bodyDocument: await indexTexts(state, texts, slices) };
};

/** Rows of other articles say that they carry the same text. */
const compareText = async (
  state: CatalogueState,
  article: ArticleRecord,
  { texts, textSha256 }: Pick<ReadText, 'texts' | 'textSha256'>,
  slices: TimeSlices,
): Promise<void> => {
  const signature = await signText(texts, slices);
  const hadOthers = state.duplicates.leave(article.id);
  const text = { textSha256: textSha256 ?? article.textSha256, signature };
  if (state.duplicates.enter(article.id, text) || hadOthers) state.generation += 1;
};

const indexTexts = async (
  { indexes }: CatalogueState,
  texts: readonly string[],
  slices: TimeSlices,
): Promise<number> => {
  const document = indexes.bodies.open();
  for (const text of texts) {
    indexes.bodies.append(document, text);
    await slices.breathe();
  }
  return document;
};

const readRecord = async (reader: ArchiveReader, id: ArticleId): Promise<ArticleRecord | null> => {
  const file = await reader.article(id);
  return file.ok ? file.value.article : null;
};

const hasSameCitations = (a: MemoEntry | undefined, b: MemoEntry | undefined): boolean =>
  JSON.stringify(a?.citations.map(({ passageId }) => passageId)) ===
  JSON.stringify(b?.citations.map(({ passageId }) => passageId));

/** Reads a memo; one that is not in the archive any more is dropped. */
export const readMemo = async (reader: ArchiveReader, state: CatalogueState, id: MemoId): Promise<void> => {
  const before = state.memos.get(id);
  const file = await reader.memo(id);
  if (file.ok) {
    const { memo, tasks } = file.value;
    state.memos.set(id, { memo, tasks, citations: listCitations(memo.content) });
  } else state.memos.delete(id);
  if (!hasSameCitations(before, state.memos.get(id))) state.generation += 1;
};

/**
 * Reads the lists that stand at the root of the archive. One that can't be read stays as it was. The archive hands
 * out the same content until it changes, so rows are made again only where tags or sources have changed.
 */
export const readLists = async (reader: ArchiveReader, state: CatalogueState): Promise<void> => {
  const [tags, sources, tasks, searches] = await Promise.all([
    reader.tags(),
    reader.sources(),
    reader.tasks(),
    reader.searches(),
  ]);
  if (tags.ok && state.lists.tags !== tags.value.tags) {
    state.tags = indexTags(tags.value.tags);
    state.generation += 1;
  }
  if (sources.ok && state.lists.sources !== sources.value.sources) {
    state.sources = indexSources(sources.value.sources);
    state.generation += 1;
  }
  state.lists = {
    tags: tags.ok ? tags.value.tags : state.lists.tags,
    sources: sources.ok ? sources.value.sources : state.lists.sources,
    tasks: tasks.ok ? tasks.value.tasks : state.lists.tasks,
    searches: searches.ok ? searches.value.searches : state.lists.searches,
  };
};

/** Reads what lies in trash/. */
export const readTrash = async (reader: ArchiveReader, state: CatalogueState): Promise<void> => {
  [state.trashedArticles, state.trashedMemos] = await Promise.all([
    reader.trashedArticles(),
    reader.trashedMemos(),
  ]);
};
