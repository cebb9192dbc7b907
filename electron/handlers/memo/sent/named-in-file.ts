/**
 * Finds in the archive what the manifest of a file names: a name is compared with those of all records that could have
 * it.
 */
import type { ArticleId, MemoId, PassageId, Sha256, SnapshotId } from '#domain/ids.ts';
import type { CitedArticle } from '#domain/memo/citations/memo-material.ts';
import type { DocumentManifest } from '#domain/memo/document-apparatus.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { namesIn } from '#domain/memo/verify/manifest.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { sha256Of } from '../../shared/sha-256.ts';

/** A quotation of a file; null for what is gone from the archive, of which only the name is known. */
type NamedQuote = {
  readonly articleId: ArticleId | null;
  readonly passageId: PassageId | null;
  readonly exactSha256: Sha256;
};
export type KnownQuote = {
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  readonly exactSha256: Sha256;
};

export const isKnown = (quote: NamedQuote): quote is KnownQuote =>
  quote.articleId !== null && quote.passageId !== null;

/** The memo, which may be in the trash, and its snapshot; null for what no longer exists. */
export const findNamedMemo = async (
  reader: ArchiveReader,
  manifest: DocumentManifest,
): Promise<{ readonly memoId: MemoId | null; readonly snapshotId: SnapshotId | null }> => {
  const { of, ofSnapshot } = namesIn(manifest, sha256Of);
  const isMemo = (id: MemoId) => of(id) === manifest.memo;
  const memoId =
    (await reader.memoIds()).find(isMemo) ?? (await reader.trashedMemos()).find(({ id }) => isMemo(id))?.id;
  if (memoId === undefined) return { memoId: null, snapshotId: null };
  const snapshots = await reader.snapshotIds(memoId);
  return { memoId, snapshotId: snapshots.find((id) => ofSnapshot(id) === manifest.snapshot) ?? null };
};

/**
 * The articles that it quotes, by their names: those of its snapshot or, if that is gone, those in the archive or the
 * trash.
 */
export const findNamedArticles = async (
  reader: ArchiveReader,
  manifest: DocumentManifest,
  snapshot: Snapshot | null,
): Promise<ReadonlyMap<string, ArticleId>> => {
  const { of } = namesIn(manifest, sha256Of);
  const wanted = new Set(manifest.quotes.map(({ article }) => article));
  const found = new Map<string, ArticleId>();
  const look = (ids: Iterable<ArticleId>) => {
    for (const id of ids) {
      if (found.size === wanted.size) return;
      const name = of(id);
      if (wanted.has(name)) found.set(name, id);
    }
  };
  look(new Set((snapshot?.evidence ?? []).map(({ articleId }) => articleId)));
  if (found.size < wanted.size) look(await reader.articleIds());
  if (found.size < wanted.size) look((await reader.trashedArticles()).map(({ id }) => id));
  return found;
};

/** Its quotations, in the order of the file. A passage is looked for in its snapshot, then in the present article. */
export const findNamedQuotes = (
  manifest: DocumentManifest,
  snapshot: Snapshot | null,
  named: ReadonlyMap<string, ArticleId>,
  articles: ReadonlyMap<ArticleId, CitedArticle>,
): readonly NamedQuote[] => {
  const { of } = namesIn(manifest, sha256Of);
  const passages = new Map<string, PassageId>();
  for (const { passageId } of snapshot?.evidence ?? []) passages.set(of(passageId), passageId);
  for (const articleId of named.values())
    for (const { id } of articles.get(articleId)?.passages ?? []) passages.set(of(id), id);
  return manifest.quotes.map(({ article, passage, exactSha256 }) => ({
    articleId: named.get(article) ?? null,
    passageId: passages.get(passage) ?? null,
    exactSha256,
  }));
};
