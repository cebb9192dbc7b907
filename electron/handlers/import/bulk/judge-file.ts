import type { ArticleRecord } from '#domain/article/article.ts';
import type { Body } from '#domain/article/body/body.ts';
import { textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import {
  type FileFacts,
  type FileIndex,
  indexFiles,
  type KnownBy,
  type KnownFile,
  matchFile,
} from '#domain/article/known/match-file.ts';
import { sharedOfShorter, shinglesOf } from '#domain/article/near-duplicate/near-duplicate.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import type { Following, Undecided } from '#domain/passage/carry/followed.ts';
import { wordsInOrder } from '#domain/search/search-words.ts';
import type { ReadText } from '#electron/ports/text-reader.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import { articleVersions } from '../../article/article-versions.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import type { PreparedText } from '../new-article.ts';
import type { SealingDeps } from '../seal-texts.ts';

/** The relation of a file to the articles that existed before the import. */
export type Judged =
  /** A separate article; `follows` says which, if any articles match. */
  | { readonly kind: 'own'; readonly follows: Extract<Following, { readonly kind: 'own' }> | null }
  /** An existing article has its text, or exactly its bytes. */
  | { readonly kind: 'unchanged'; readonly articleId: ArticleId }
  /** It matches only that article. */
  | { readonly kind: 'claim'; readonly of: KnownFile; readonly by: KnownBy };

type FileHashes = {
  /** Null if the text is not read yet, or has no words. */
  readonly textSha256: Sha256 | null;
  readonly originalSha256: Sha256;
};

/** The most matching articles that are examined and reported for a file. */
const MAX_CANDIDATES = 20;

/** A match by name is rejected if the texts share less than this part of the shorter one. */
const MIN_SHARED = 0.2;

/** The shingles of the words of a body, computed a block at a time. */
const shinglesOfBody = async (body: Body): Promise<ReadonlySet<number>> => {
  const yielder = createYielder();
  const words: string[] = [];
  for (const { block } of textBlockSpans(body)) {
    for (const word of wordsInOrder(textBlockText(block))) words.push(word);
    await yielder.yieldIfDue();
  }
  return shinglesOf(words);
};

const isSameFile = (article: ArticleRecord, { textSha256, originalSha256 }: FileHashes): boolean =>
  article.textSha256 === textSha256 || article.originalSha256 === originalSha256;

/**
 * The first of the articles that has the text or the bytes, in its present or an earlier version: an older copy is not
 * new. `unreadable` if none has it and one of them can't be read.
 */
const findUnchanged = async (
  { archive }: SealingDeps,
  articles: readonly KnownFile[],
  hashes: FileHashes,
): Promise<ArticleId | 'unreadable' | null> => {
  let isUnreadable = false;
  for (const { articleId } of articles) {
    const versions = await articleVersions(archive, articleId);
    isUnreadable ||= !versions.includes(articleId);
    for (const version of versions.toReversed()) {
      const record = await archive.article(version);
      if (record.ok && isSameFile(record.value.article, hashes)) return version;
    }
  }
  return isUnreadable ? 'unreadable' : null;
};

/** Why a file that matches one article but differs from it is not a new version of it; null if it may be. */
const doubtOf = async (
  { archive }: SealingDeps,
  { articleId }: KnownFile,
  by: KnownBy,
  text: PreparedText | null,
): Promise<Undecided | null> => {
  if (!(await archive.annotations(articleId)).ok) return 'unreadable';
  if (by !== 'name' || text === null) return null;
  const body = await archive.body(articleId);
  if (!body.ok) return 'unreadable';
  const shared = sharedOfShorter(
    await shinglesOfBody(body.value.body),
    await shinglesOfBody(text.sealed.body),
  );
  return shared < MIN_SHARED ? 'other-text' : null;
};

/** The known facts of the file being judged; a file that nobody can read yet has no text. */
type Subject = { readonly facts: FileFacts; readonly hashes: FileHashes; readonly text: PreparedText | null };

/** Of several matching articles, those with the full text take precedence over excerpts of it. */
const withoutExcerpts = async (
  { archive }: SealingDeps,
  articles: readonly KnownFile[],
): Promise<readonly KnownFile[]> => {
  if (articles.length === 1 || articles.length > MAX_CANDIDATES) return articles;
  const whole: KnownFile[] = [];
  for (const each of articles) {
    const record = await archive.article(each.articleId);
    if (!record.ok || record.value.article.format !== 'excerpts') whole.push(each);
  }
  return whole.length === 0 ? articles : whole;
};

const judge = async (
  deps: SealingDeps,
  index: FileIndex,
  { facts, hashes, text }: Subject,
): Promise<Judged> => {
  const match = matchFile(index, facts);
  if (match === null) return { kind: 'own', follows: null };
  const { by } = match;
  const articles = await withoutExcerpts(deps, match.articles);
  const [first, ...others] = articles;
  if (first === undefined) return { kind: 'own', follows: null };
  const own = (why: Undecided): Judged => {
    const candidates = articles.slice(0, MAX_CANDIDATES).map(({ articleId }) => articleId);
    return { kind: 'own', follows: { kind: 'own', why, by, candidates, count: articles.length } };
  };
  const unchanged = await findUnchanged(deps, articles.slice(0, MAX_CANDIDATES), hashes);
  if (unchanged === 'unreadable') return own('unreadable');
  if (unchanged !== null) return { kind: 'unchanged', articleId: unchanged };
  if (others.length > 0) return own('several-here');
  const doubt = await doubtOf(deps, first, by, text);
  return doubt === null ? { kind: 'claim', of: first, by } : own(doubt);
};

const subjectOf = (text: PreparedText): Subject => {
  const { url, doi } = text.sealed.bibliography;
  const { original, originalName } = text.read;
  return {
    facts: { url, doi, originalName },
    hashes: { textSha256: text.words === 0 ? null : text.textSha256, originalSha256: sha256Of(original) },
    text,
  };
};

const unreadSubjectOf = ({ found, original, originalName }: ReadText): Subject => ({
  facts: { url: found.url?.value ?? null, doi: found.doi?.value ?? null, originalName },
  hashes: { textSha256: null, originalSha256: sha256Of(original) },
  text: null,
});

export type Judge = {
  text(text: PreparedText): Promise<Judged>;
  /** Judges a file whose text is not read yet, such as a scan: its words can't be compared. */
  unread(read: ReadText): Promise<Judged>;
};

/** Judges the files of one import by the articles that exist at its beginning, not by those that it adds. */
export const createJudge = async (deps: SealingDeps): Promise<Judge> => {
  await deps.catalogue.ready;
  const index = await runYielding(indexFiles(await deps.catalogue.knownFiles()), createYielder());
  return {
    text: (text) => judge(deps, index, subjectOf(text)),
    unread: (read) => judge(deps, index, unreadSubjectOf(read)),
  };
};
