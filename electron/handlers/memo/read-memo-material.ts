/** Reads the evidence of a memo from the archive. */

import { languageOfScript } from '#domain/article/draft/language-of-script.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { ArticleId, PassageId, TaskId } from '#domain/ids.ts';
import { uncitedQuotesIn } from '#domain/memo/checks/quotes/uncited-quotes.ts';
import { listEventLines } from '#domain/memo/chronology/event-rows.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import {
  type CitedArticle,
  type CitedOrigins,
  citedText,
  type Dispute,
  type MemoLineage,
  type MemoMaterial,
  type RelatedMemo,
} from '#domain/memo/citations/memo-material.ts';
import { inlineText } from '#domain/memo/content/list-prose.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { judgementsOf } from '#domain/memo/snapshot/judgements-of.ts';
import type { QuotesElsewhere } from '#domain/memo/verbatim/elsewhere/quote-elsewhere.ts';
import { lacksReason } from '#domain/passage/edit/passage-edit.ts';
import { disputeType } from '#domain/passage/word-relation.ts';
import { hasFrameWords } from '#domain/reading/frame-words.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Task } from '#domain/task/task.ts';
import { type Terms, termsWith } from '#domain/tradecraft/own-terms.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { readForm, readOwnTerms } from '../form/read-form.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { taskFileOf } from '../task/task-file.ts';
import { readPictures } from './figure/read-pictures.ts';
import { readLaterVersions } from './read-later-versions.ts';

type ReadArticle = { readonly cited: CitedArticle; readonly tasks: readonly Task[] };

const SAMPLE_LENGTH = 8000;
const MIN_LETTERS = 60;

/**
 * Guesses the language of `text`, among those whose words the checks know, for an article without one; null if it is
 * short or resembles none. A wrong guess only makes the checks look for words that do not occur, and is not stored.
 */
const guessLanguage = async (text: string): Promise<string | null> => {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const byScript = languageOfScript(sample);
  if (byScript !== null) return byScript;
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return null;
  // Loaded for the first text without a declared language.
  const { eld } = await import('eld/extrasmall');
  const { language } = eld.detect(sample);
  return hasFrameWords(language) ? language : null;
};

const readCited = async (reader: ArchiveReader, id: ArticleId): Promise<ReadArticle | null> => {
  const [article, body, annotations, translations] = await Promise.all([
    reader.article(id),
    reader.body(id),
    reader.annotations(id),
    reader.translations(id),
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
      // Translations that can't be read are missing where they are cited.
      ...(translations.ok && translations.value.translations.length > 0
        ? { translated: translations.value }
        : {}),
      guessedLanguage: language === null ? await guessLanguage(text.index.text) : null,
    },
    tasks,
  };
};

/** Reads articles in the trash with their passages, without their text. */
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
  /** The articles in the archive, then those in the trash, by their ids. */
  readonly articles: ReadonlyMap<ArticleId, CitedArticle>;
};

/** Reads the articles with those ids from the archive or the trash; others are left out. */
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

/** One article of the archive, with its text; null if it can't be read. */
export const readCitedArticle = async (reader: ArchiveReader, id: ArticleId): Promise<CitedArticle | null> =>
  (await readCited(reader, id))?.cited ?? null;

const isLive = ({ deletedAt }: Task): boolean => deletedAt === null;

const relatedOf = ({ id, kind, state, sending, head }: Memo): RelatedMemo => ({
  id,
  kind,
  state,
  sending,
  head: { title: head.title, referenceNumber: head.referenceNumber, asOf: head.asOf },
});

/** The memo with that id, even in the trash; null if it can't be read. */
const findMemo = async (reader: ArchiveReader, id: NonNullable<Memo['supersedesId']>) => {
  const file = await reader.memo(id);
  if (file.ok) return file.value.memo;
  return (await reader.trashedMemos()).find((trashed) => trashed.id === id)?.memo ?? null;
};

/**
 * The last memo that was sent in place of `memo`. Only looked for if `memo` was sent itself, because it means reading
 * all memos.
 */
const findSuccessor = async (reader: ArchiveReader, memo: Memo): Promise<Memo | null> => {
  const found: Memo[] = [];
  for (const id of await reader.memoIds()) {
    const file = await reader.memo(id);
    if (file.ok && file.value.memo.supersedesId === memo.id && isSent(file.value.memo)) {
      found.push(file.value.memo);
    }
  }
  const sentOn = ({ sending }: Memo): string => sending?.sentOn ?? '';
  return found.toSorted((a, b) => (sentOn(a) < sentOn(b) ? 1 : -1))[0] ?? null;
};

const wordsOfBefore = async (reader: ArchiveReader, before: Memo): Promise<Terms> =>
  termsWith(await readOwnTerms(reader, before), before.head.language);

/** The memo that `memo` supersedes, and the one that was sent in its place. */
const readLineage = async (reader: ArchiveReader, memo: Memo): Promise<MemoLineage> => {
  const before = memo.supersedesId === null ? null : await findMemo(reader, memo.supersedesId);
  const after = isSent(memo) ? await findSuccessor(reader, memo) : null;
  return {
    supersedes: before === null ? null : relatedOf(before),
    supersededBy: after === null ? null : relatedOf(after),
    ...(before === null
      ? {}
      : {
          judgementsBefore: judgementsOf(before, await wordsOfBefore(reader, before), ({ content = [] }) =>
            inlineText(content).replaceAll(/\s+/gu, ' ').trim(),
          ),
        }),
  };
};

/** Facts from the whole archive about the cited passages: their origins, and what contradicts them. */

const readDisputes = async (
  catalogue: Catalogue,
  rows: readonly PassageRow[],
  cited: ReadonlySet<PassageId>,
): Promise<readonly Dispute[]> => {
  const found = rows.flatMap(({ id, relations }) =>
    relations.flatMap((relation) => {
      const type = disputeType(relation.type, relation.direction);
      return type === null || cited.has(relation.passageId)
        ? []
        : [{ passageId: id, type, otherId: relation.passageId }];
    }),
  );
  const others = await catalogue['passage:rows']({
    passageIds: [...new Set(found.map(({ otherId }) => otherId))],
  });
  const byId = new Map(others.map((row) => [row.id, row]));
  return found.flatMap(({ passageId, type, otherId }) => {
    const other = byId.get(otherId);
    if (other === undefined) return [];
    return [
      { passageId, type, other: { passageId: otherId, article: other.articleTitle, quote: other.quote } },
    ];
  });
};

const readUnconfirmed = async (
  catalogue: Catalogue,
  cited: readonly CitedArticle[],
): Promise<ReadonlySet<PassageId>> => {
  const graded = cited
    .flatMap(({ passages }) => passages)
    .filter((passage) => passage.deletedAt === null && lacksReason(passage));
  const unconfirmed = new Set<PassageId>();
  for (const { id } of graded) if ((await catalogue.confirmedBy(id)).length === 0) unconfirmed.add(id);
  return unconfirmed;
};

/** Null until the catalogue is complete: before that, evidence must not be reported as unconfirmed. */
const readOrigins = async (
  catalogue: Catalogue,
  content: MemoContent,
  articles: readonly CitedArticle[],
): Promise<CitedOrigins | null> => {
  if (!catalogue.isReady()) return null;
  const rows = await catalogue['passage:rows']({
    passageIds: [...new Set(listCitations(content).map(({ passageId }) => passageId))],
  });
  const cited = new Set(rows.flatMap(({ id, readings }) => [id, ...readings.map((each) => each.passageId)]));
  return {
    textIds: await catalogue.textIds(articles.map(({ article }) => article.id)),
    unconfirmed: await readUnconfirmed(catalogue, articles),
    provenance: new Map(rows.map((row) => [row.id, row])),
    disputes: await readDisputes(catalogue, rows, cited),
    contested: await catalogue.contestedEvents(rows.map(({ id }) => id)),
    relatedIds: new Map(rows.map(({ id, relations }) => [id, relations.map(({ passageId }) => passageId)])),
  };
};

/** Looks the quotations of a memo up in the archive that have no citation beside them. */
const readQuotesElsewhere = async (
  catalogue: Catalogue,
  content: MemoContent,
): Promise<QuotesElsewhere | null> => {
  if (!catalogue.isReady()) return null;
  const quotes = [...new Set(uncitedQuotesIn(content))];
  const found = quotes.length === 0 ? [] : await catalogue.quotesElsewhere(quotes);
  return new Map(quotes.map((quote, at) => [quote, found[at] ?? null]));
};

/**
 * The evidence of `memo`: its cited articles, all sources, and the tasks that may be printed with it, which are its
 * own, those of its articles, and any other that is ticked. An article that can't be read is left out: its citations
 * are then missing, and no export is made.
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
  const events = catalogue.isReady()
    ? await catalogue.printedEvents(listEventLines(memo.content).map(({ eventId }) => eventId))
    : null;
  const quotesElsewhere = await readQuotesElsewhere(catalogue, memo.content);
  const lineage = await readLineage(reader, memo);
  const form = await readForm(reader, memo.template);
  const terms = await readOwnTerms(reader, memo);
  return ok({
    lineage,
    ...(terms === undefined ? {} : { terms }),
    ...(form === null ? {} : { form }),
    ...(origins === null ? {} : { origins }),
    ...(events === null ? {} : { events }),
    ...(later === undefined ? {} : { later }),
    ...(quotesElsewhere === null ? {} : { quotesElsewhere }),
    pictures: await readPictures(reader, memo.id, memo.content),
    articles,
    sources: sources.value.sources,
    tasks: [...near, ...far],
    sha256: sha256Of,
  });
};
