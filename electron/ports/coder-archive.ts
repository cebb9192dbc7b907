import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import type { Label } from '#domain/passage/label.ts';
import type { Result } from '#domain/result.ts';
import type { Tag } from '#domain/tag/tag.ts';

/** Another coder's annotations of an article, and the hash of their text. */
export type CoderArticle = { readonly textSha256: Sha256; readonly annotations: AnnotationsFile };

/** A copy of an archive that another person has coded: it is only read, never written. */
export type CoderArchive = {
  readonly title: string;
  /** Including deleted and merged ones. */
  readonly tags: readonly Tag[];
  /** Its labels. */
  readonly labels: readonly Label[];
  readonly articleIds: readonly ArticleId[];
  /** Null for one that can't be read. */
  article(id: ArticleId): Promise<CoderArticle | null>;
};

/**
 * Fails `archive-not-found` or `folder-not-an-archive` for another folder, `archive-newer`, `archive-damaged`, or
 * `archive-unreadable`, also for an encrypted one.
 */
export type OpenCoderArchive = (folder: string) => Promise<Result<CoderArchive, AppError>>;
