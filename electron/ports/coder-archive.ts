import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import type { Label } from '#domain/passage/label.ts';
import type { Result } from '#domain/result.ts';
import type { Tag } from '#domain/tag/tag.ts';

/** What another coder says of an article, and the hash of the text of which it is said. */
export type CoderArticle = { readonly textSha256: Sha256; readonly annotations: AnnotationsFile };

/** A copy of an archive that another person has coded: it is read as it lies there, and nothing is written in it. */
export type CoderArchive = {
  readonly title: string;
  /** Deleted and merged ones included. */
  readonly tags: readonly Tag[];
  /** What it says of its labels. */
  readonly labels: readonly Label[];
  readonly articleIds: readonly ArticleId[];
  /** Null for one that can't be read. */
  article(id: ArticleId): Promise<CoderArticle | null>;
};

/**
 * Fails `archive-not-found` or `folder-not-an-archive` for another folder, `archive-newer`, `archive-damaged`, or
 * `archive-unreadable`, an encrypted one included.
 */
export type OpenCoderArchive = (folder: string) => Promise<Result<CoderArchive, AppError>>;
