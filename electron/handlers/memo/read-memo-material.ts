/** Reads from the archive what a memo rests on. */
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, TaskId } from '#domain/ids.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import { type CitedArticle, citedText, type MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Task } from '#domain/task/task.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { readForm } from '../form/read-form.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { taskFileOf } from '../task/task-file.ts';
import { readPictures } from './figure/read-pictures.ts';
import { guessLanguage } from './guess-language.ts';
import { readLaterVersions } from './read-later-versions.ts';
import { readOrigins } from './read-origins.ts';
import { readLineage } from './sent/read-lineage.ts';

type ReadArticle = { readonly cited: CitedArticle; readonly tasks: readonly Task[] };

const readCited = async (reader: ArchiveReader, id: ArticleId): Promise<ReadArticle | null> => {
  const [article, body, annotations] = await Promise.all([
    reader.article(id),
    reader.body(id),
    reader.annotations(id),
  ]);
  if (!article.ok || !body.ok || !annotations.ok) return null;
  const { about, passages, tasks } = annotations.value;
  const text = citedText(body.value.body);
  const { language } = effectiveBibliography(article.value.article, about);
  return {
    cited: {
      article: article.value.article,
      about,
      passages,
      text,
      textSha256: body.value.textSha256,
      guessedLanguage: language === null ? await guessLanguage(text.index.text) : null,
    },
    tasks,
  };
};

/** Articles in the trash are known with their passages, without their text. */
const readTrashed = async (
  reader: ArchiveReader,
  ids: ReadonlySet<ArticleId>,
): Promise<readonly CitedArticle[]> => {
  if (ids.size === 0) return [];
  const trashed = await reader.trashedArticles();
  return trashed
    .filter(({ id }) => ids.has(id))
    .map(({ article, about, passages }) => ({
      article,
      about,
      passages,
      text: null,
      textSha256: article.textSha256,
    }));
};

type CitedArticles = {
  readonly inArchive: readonly ReadArticle[];
  /** Those in the archive, then those in the trash, by their ids. */
  readonly articles: ReadonlyMap<ArticleId, CitedArticle>;
};

/** The articles of those ids as far as they are in the archive or the trash; others are left out. */
export const readCitedArticles = async (
  reader: ArchiveReader,
  ids: ReadonlySet<ArticleId>,
): Promise<CitedArticles> => {
  const read = await Promise.all([...ids].map((id) => readCited(reader, id)));
  const inArchive = read.filter((one) => one !== null);
  const here = new Set(inArchive.map(({ cited }) => cited.article.id));
  const trashed = await readTrashed(reader, new Set([...ids].filter((id) => !here.has(id))));
  const all = [...inArchive.map(({ cited }) => cited), ...trashed];
  return { inArchive, articles: new Map(all.map((cited) => [cited.article.id, cited])) };
};

const readTasks = async (
  reader: ArchiveReader,
  catalogue: Catalogue,
  ids: readonly TaskId[],
): Promise<readonly Task[]> => {
  const found = await Promise.all(
    ids.map(async (id) => {
      const place = await catalogue.placeOfTask(id);
      const file = place === null ? null : await taskFileOf(reader, place);
      return file?.ok ? file.value.tasks.filter((task) => task.id === id) : [];
    }),
  );
  return found.flat();
};

/** One article that is in the archive, with its text; null where it can't be read. */
export const readCitedArticle = async (reader: ArchiveReader, id: ArticleId): Promise<CitedArticle | null> =>
  (await readCited(reader, id))?.cited ?? null;

const isLive = ({ deletedAt }: Task): boolean => deletedAt === null;

/**
 * What `memo` rests on: its cited articles, all sources, and the tasks that may be printed with it, which are its
 * own, those of its articles, and any other that is ticked. An article that can't be read is left out: its
 * citations are then missing, and no export is made.
 */
export const readMemoMaterial = async (
  reader: ArchiveReader,
  catalogue: Catalogue,
  memo: Memo,
  ownTasks: readonly Task[],
): Promise<Result<MemoMaterial, AppError>> => {
  const sources = await reader.sources();
  if (!sources.ok) return sources;
  const ids = new Set(listCitations(memo.content).map(({ articleId }) => articleId));
  const { inArchive, articles: read } = await readCitedArticles(reader, ids);
  const { articles, later } = await readLaterVersions(reader, catalogue, read, (id) =>
    readCitedArticle(reader, id),
  );
  const near = [...ownTasks, ...inArchive.flatMap(({ tasks }) => tasks)].filter(isLive);
  const known = new Set(near.map(({ id }) => id));
  const ticked = memo.printedTaskIds.filter((id) => !known.has(id));
  const far = (await readTasks(reader, catalogue, ticked)).filter(isLive);
  const origins = await readOrigins(
    catalogue,
    memo.content,
    inArchive.map(({ cited }) => cited),
  );
  const lineage = await readLineage(reader, memo);
  const form = await readForm(reader, memo.template);
  return ok({
    lineage,
    ...(form === null ? {} : { form }),
    ...(origins === null ? {} : { origins }),
    ...(later === undefined ? {} : { later }),
    pictures: await readPictures(reader, memo.id, memo.content),
    articles,
    sources: sources.value.sources,
    tasks: [...near, ...far],
    sha256: sha256Of,
  });
};
