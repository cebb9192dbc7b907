/**
 * Reads the content of the lists. A record with an unreadable file stays in every list, as far as it is known, with the
 * fault beside it.
 */
import { createHash } from 'node:crypto';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import { newAnnotation } from '#domain/article/annotations.ts';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import type { Body } from '#domain/article/body/body.ts';
import {
  canonicalText,
  OBJECT_REPLACEMENT,
  type TextBlockSpan,
  textBlockSpans,
  textBlockText,
} from '#domain/article/body/canonical-text.ts';
import { numberParagraphs } from '#domain/article/body/paragraph-numbers.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import type { FileFault } from '#domain/contract/archive.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ArticleId, type MemoId, timeOfId } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { type Passage, passageQuote } from '#domain/passage/passage.ts';
import type { Result } from '#domain/result.ts';
import { snippetOf } from '#domain/search/snippet.ts';
import { creditsIn } from '#domain/source/credits.ts';
import { indexText } from '#domain/text/text-index.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { TranslatedWords } from '#domain/translation/translation.ts';
import type { VerifiedBody } from '#electron/ports/archive.ts';
import { createYielder } from '#electron/time/yielder.ts';
import { printSignature, signText } from '../duplicates/sign-text.ts';
import type { CatalogueReader } from './archive-files.ts';
import type { ArticleContent, KnownArticle, LostMemo, MemoContent, ReadText } from './unit-content.ts';

/** About one line of a list, in UTF-16 units. */
const FIRST_WORDS_LENGTH = 120;

type SummarisedBody = Pick<ReadText, 'firstWords' | 'paragraphs' | 'pages' | 'credits'> & {
  /** The text of each textblock. */
  readonly texts: readonly string[];
};

/** The list data of a body; the body itself is released. */
const summariseBody = (body: Body): SummarisedBody => {
  const text = canonicalText(body);
  const index = indexText(text);
  const spans: readonly TextBlockSpan[] = textBlockSpans(body);
  const blocks = spans.map(({ block, start }) => ({ start, text: textBlockText(block) }));
  const paragraphs = numberParagraphs(spans);
  // A heading often repeats the title, and a picture has no words.
  const opening = text
    .slice(paragraphs[0]?.start ?? 0)
    .slice(0, FIRST_WORDS_LENGTH * 4)
    .replaceAll(OBJECT_REPLACEMENT, ' ');
  return {
    firstWords: snippetOf(opening, [], FIRST_WORDS_LENGTH),
    paragraphs: paragraphs.map(({ number, start, end }) => ({
      number,
      start: index.toCodePoint(start),
      end: index.toCodePoint(end),
    })),
    pages: pagedRanges(spans).map((range) => ({
      ...range,
      start: index.toCodePoint(range.start),
      end: index.toCodePoint(range.end),
    })),
    credits: creditsIn(blocks).map(({ start, end, name }) => ({
      start: index.toCodePoint(start),
      end: index.toCodePoint(end),
      name,
    })),
    texts: blocks.map((block) => block.text),
  };
};

type Annotations = Pick<AnnotationsFile, 'about' | 'passages' | 'tasks'>;

/** The contents of an article's files. */
export type ArticleFiles = {
  readonly record: Result<{ readonly article: KnownArticle }, AppError>;
  readonly annotations: Result<Annotations, AppError>;
  readonly body: Result<VerifiedBody, AppError>;
  readonly translations: Result<TranslatedWords, AppError>;
};

/** The content of an article from its files; `known` is its earlier content. */
export const articleContent = async (
  id: ArticleId,
  { record, annotations, body, translations }: ArticleFiles,
  known: ArticleContent | null,
): Promise<ArticleContent> => {
  const article = record.ok ? knownOf(record.value.article) : unknownArticle(id);
  const said = annotations.ok ? annotations.value : nothingSaid(id, article.importedAt);
  const failed = [record, annotations, body, translations].find((read) => !read.ok);
  return {
    kind: 'article',
    article,
    about: said.about,
    passages: said.passages,
    tasks: said.tasks,
    translations: translations.ok ? translations.value : notTranslated,
    outdated:
      translations.ok && body.ok ? outdatedOf(translations.value, body.value.body, said.passages) : [],
    text: body.ok ? await readText(body.value, known?.text ?? null) : noText,
    fault: failed === undefined || failed.ok ? null : toFault(failed.error, `articles/${id}`),
  };
};

/** The content for an article whose reading failed unexpectedly. */
export const failedArticle = (id: ArticleId): ArticleContent => {
  const article = unknownArticle(id);
  const fault = { code: 'archive-unreadable', file: `articles/${id}`, reason: 'other' } as const;
  const said = nothingSaid(id, article.importedAt);
  return {
    kind: 'article',
    article,
    ...said,
    text: noText,
    translations: notTranslated,
    outdated: [],
    fault,
  };
};

/** Few articles are translated: for the others nothing is hashed. */
const outdatedOf = (
  { translations, renderings }: TranslatedWords,
  body: Body,
  passages: readonly Passage[],
): readonly string[] => {
  if (renderings.length === 0) return [];
  const live = new Set<string>(
    translations.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id),
  );
  const texts = textBlockSpans(body).map(({ block }) => textBlockText(block));
  const quotes = new Map(
    passages
      .filter(({ deletedAt }) => deletedAt === null)
      .map((passage) => [passage.id as string, passageQuote(passage)]),
  );
  return renderings.flatMap((rendering) => {
    const { id, translationId, originalSha256 } = rendering;
    const original = rendering.kind === 'block' ? texts[rendering.block] : quotes.get(rendering.passageId);
    const isCurrent = original === undefined || sha256Of(original) === originalSha256;
    return !live.has(translationId) || isCurrent ? [] : [id];
  });
};

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const notTranslated: TranslatedWords = { translations: [], renderings: [] };

const noText: ReadText = {
  sha256: null,
  firstWords: '',
  paragraphs: [],
  pages: [],
  signature: null,
  credits: [],
};

const knownOf = ({
  id,
  importedAt,
  words,
  originalName,
  originalSha256,
  found,
  bibliography,
  previousVersionId,
  textSha256,
}: KnownArticle): KnownArticle => ({
  id,
  importedAt,
  words,
  originalName,
  originalSha256,
  found,
  bibliography,
  previousVersionId,
  textSha256,
});

/** An unchanged text is not processed again. */
const readText = async ({ body, textSha256 }: VerifiedBody, known: ReadText | null): Promise<ReadText> => {
  if (known?.sha256 === textSha256) return known;
  const { texts, ...summary } = summariseBody(body);
  const signature = await signText(texts, createYielder());
  return { sha256: textSha256, ...summary, signature: signature && printSignature(signature) };
};

/** The parts of a snapshot that the lists need: the document stays on the disk. */
const readSentAs = async (reader: CatalogueReader, { id, sending }: Memo): Promise<MemoContent['sentAs']> => {
  const file = sending === null ? null : await reader.snapshot(id, sending.snapshotId);
  if (!file?.ok) return null;
  const { takenAt, evidence, exported } = file.value.snapshot;
  return { takenAt, evidence, exported };
};

/** The content of a memo; null if it is no longer in the archive. */
export const readMemo = async (
  reader: CatalogueReader,
  id: MemoId,
): Promise<MemoContent | LostMemo | null> => {
  const file = await reader.memo(id);
  if (!file.ok) {
    if (file.error.code === 'not-found') return null;
    return { kind: 'lost memo', id, fault: toFault(file.error, `memos/${id}`) };
  }
  const { memo, tasks } = file.value;
  return { kind: 'memo', memo, tasks, sentAs: await readSentAs(reader, memo) };
};

/** Placeholder entries for unreadable files, so that their records stay in every list. */
/** For an unreadable record. Its id contains the time of import; nothing else is known. */
const unknownArticle = (id: ArticleId): KnownArticle => ({
  id,
  importedAt: toTimestamp(timeOfId(id)),
  words: 0,
  originalName: null,
  originalSha256: null,
  textSha256: null,
  found: {},
  previousVersionId: null,
  bibliography: unknownBibliography,
});

/** For unreadable annotations. */
const nothingSaid = (id: ArticleId, updatedAt: Timestamp): Annotations => ({
  about: newAnnotation(id, updatedAt),
  passages: [],
  tasks: [],
});

/** The fault of an unreadable file; `file` is used if the error names no file. */
const toFault = (error: AppError, file: string): FileFault => {
  switch (error.code) {
    case 'archive-damaged':
    case 'archive-newer':
    case 'archive-unreadable':
      return error;
    default:
      return { code: 'archive-unreadable', file, reason: 'other' };
  }
};
