/**
 * Reads files of the archive into the catalogue. What has a file that can't be read stays in every list, as far as it
 * is known, with the fault beside it.
 */
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { FileFault } from '#domain/contract/archive.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { ok, type Result } from '#domain/result.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { Yielder } from '#electron/time/yielder.ts';
import type { ArticleEntry, CatalogueState, KnownArticle, MemoEntry } from '../catalogue-state.ts';
import { signText } from '../duplicates/sign-text.ts';
import type { CatalogueReader } from './archive-files.ts';
import { dropArticle, putArticle } from './put-article.ts';
import { type SummarisedBody, summariseBody, unknownBody } from './summarise-body.ts';
import { nothingSaid, toFault, unknownArticle } from './unreadable-article.ts';

type Annotations = Pick<AnnotationsFile, 'about' | 'passages' | 'tasks'>;
type ReadText = SummarisedBody & Pick<ArticleEntry, 'textSha256'>;

/** What was read of an article; null of one that is not in the archive. */
export type ReadArticle = {
  readonly id: ArticleId;
  readonly found: {
    readonly article: KnownArticle;
    readonly annotations: Annotations;
    /** Null where it is known already: what is as it was sealed never changes. */
    readonly text: ReadText | null;
    readonly fault: FileFault | null;
  } | null;
};

/** Reads an article, or what may have changed of it. What can't be read of it keeps nothing else from being read. */
export const readArticle = async (
  reader: CatalogueReader,
  state: CatalogueState,
  id: ArticleId,
): Promise<ReadArticle> => {
  const known = state.articles.get(id);
  const annotations = await reader.annotations(id);
  if (!annotations.ok && annotations.error.code === 'not-found') return { id, found: null };
  const record = await readRecord(reader, known, id);
  const article = record.ok ? record.value : unknownArticle(id);
  const isKnown = known !== undefined && known.textSha256 !== null && known.textSha256 === article.textSha256;
  const body = isKnown ? ok(null) : await readText(reader, id);
  const failed = [record, annotations, body].find((read) => !read.ok);
  return {
    id,
    found: {
      article,
      annotations: annotations.ok ? annotations.value : nothingSaid(id, article.importedAt),
      text: body.ok ? body.value : { ...unknownBody, textSha256: null },
      fault: failed === undefined || failed.ok ? null : toFault(failed.error, `articles/${id}`),
    },
  };
};

/** Stands for an article of which reading failed in a way that nobody expected. */
export const failedArticle = (id: ArticleId): ReadArticle => {
  const article = unknownArticle(id);
  const fault = { code: 'archive-unreadable', file: `articles/${id}`, reason: 'other' } as const;
  const text = { ...unknownBody, textSha256: null };
  return { id, found: { article, annotations: nothingSaid(id, article.importedAt), text, fault } };
};

const readText = async (reader: CatalogueReader, id: ArticleId): Promise<Result<ReadText, AppError>> => {
  const file = await reader.body(id);
  if (!file.ok) return file;
  const { body, textSha256 } = file.value;
  return ok({ ...summariseBody(body), textSha256 });
};

/** Enters what was read of an article; one that is not there any more is dropped. */
export const enterArticle = async (
  state: CatalogueState,
  { id, found }: ReadArticle,
  yielder: Yielder,
): Promise<void> => {
  if (found === null) return dropArticle(state, id);
  const { article, annotations, text, fault } = found;
  putArticle(state, article, annotations, { ...(await enterText(state, article, text, yielder)), fault });
};

/** The text as it stands in the catalogue; one that was read anew takes the place of the one before. */
const enterText = async (
  state: CatalogueState,
  article: KnownArticle,
  read: ReadText | null,
  yielder: Yielder,
): Promise<Pick<ArticleEntry, 'body' | 'bodyDocument' | 'textSha256'>> => {
  const known = state.articles.get(article.id);
  if (known !== undefined && (read === null || read.textSha256 === known.textSha256)) {
    return { body: known.body, textSha256: known.textSha256, bodyDocument: known.bodyDocument };
  }
  if (known !== undefined) state.indexes.bodies.remove(known.bodyDocument);
  const { summary: body, texts, textSha256 } = read ?? { ...unknownBody, textSha256: null };
  await compareText(state, article, { texts, textSha256 }, yielder);
  return { body, textSha256, bodyDocument: await indexTexts(state, texts, yielder) };
};

/** Rows of other articles say that they carry the same text. */
const compareText = async (
  state: CatalogueState,
  article: KnownArticle,
  { texts, textSha256 }: Pick<ReadText, 'texts' | 'textSha256'>,
  yielder: Yielder,
): Promise<void> => {
  const signature = await signText(texts, yielder);
  const hadOthers = state.duplicates.leave(article.id);
  const hash = textSha256 ?? article.textSha256;
  const hasOthers = hash !== null && state.duplicates.enter(article.id, { textSha256: hash, signature });
  if (hasOthers || hadOthers) state.generation += 1;
};

const indexTexts = async (
  { indexes }: CatalogueState,
  texts: readonly string[],
  yielder: Yielder,
): Promise<number> => {
  const document = indexes.bodies.open();
  for (const text of texts) {
    indexes.bodies.append(document, text);
    await yielder.yieldIfDue();
  }
  return document;
};

/** A record that was read once is not asked for again: it is written once. */
const readRecord = async (
  reader: CatalogueReader,
  known: ArticleEntry | undefined,
  id: ArticleId,
): Promise<Result<KnownArticle, AppError>> => {
  if (known !== undefined && known.article.textSha256 !== null) return ok(known.article);
  const file = await reader.article(id);
  return file.ok ? ok(file.value.article) : file;
};

const hasSameCitations = (a: MemoEntry | undefined, b: MemoEntry | undefined): boolean =>
  JSON.stringify(a?.citations.map(({ passageId }) => passageId)) ===
  JSON.stringify(b?.citations.map(({ passageId }) => passageId));

/** Of a snapshot what the lists need: the document stays on the disk. */
const readSentAs = async (reader: CatalogueReader, { id, sending }: Memo): Promise<MemoEntry['sentAs']> => {
  const file = sending === null ? null : await reader.snapshot(id, sending.snapshotId);
  if (!file?.ok) return null;
  const { takenAt, evidence, exported } = file.value.snapshot;
  return { takenAt, evidence, exported };
};

/** Reads a memo; one that is not in the archive any more is dropped. */
export const readMemo = async (reader: CatalogueReader, state: CatalogueState, id: MemoId): Promise<void> => {
  const before = state.memos.get(id);
  const file = await reader.memo(id);
  if (file.ok) {
    const { memo, tasks } = file.value;
    const sentAs = await readSentAs(reader, memo);
    state.memos.set(id, { memo, tasks, citations: listCitations(memo.content), sentAs });
    state.memoFaults.delete(id);
  } else {
    state.memos.delete(id);
    keepMemoFault(state, id, file.error);
  }
  if (!hasSameCitations(before, state.memos.get(id))) state.generation += 1;
};

const keepMemoFault = ({ memoFaults }: CatalogueState, id: MemoId, error: AppError): void => {
  if (error.code === 'not-found') memoFaults.delete(id);
  else memoFaults.set(id, toFault(error, `memos/${id}`));
};

/**
 * Reads the lists that stand at the root of the archive. One that can't be read stays as it was. The archive hands
 * out the same content until it changes, so rows are made again only where tags or sources have changed.
 */
export const readLists = async (reader: CatalogueReader, state: CatalogueState): Promise<void> => {
  const [tags, sources, tasks, searches] = await Promise.all([
    reader.tags(),
    reader.sources(),
    reader.tasks(),
    reader.searches(),
  ]);
  if (tags.ok && state.lists.tags !== tags.value.tags) {
    state.tags = indexTree(tags.value.tags);
    state.generation += 1;
  }
  if (sources.ok && state.lists.sources !== sources.value.sources) {
    state.sources = indexTree(sources.value.sources);
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
export const readTrash = async (reader: CatalogueReader, state: CatalogueState): Promise<void> => {
  [state.trashedArticles, state.trashedMemos] = await Promise.all([
    reader.trashedArticles(),
    reader.trashedMemos(),
  ]);
};
