import type { FileContents } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { ArticleId } from '#domain/ids.ts';
import { err, type Result } from '#domain/result.ts';
import { readWithRepair } from './file/read-with-repair.ts';
import { folderOf } from './folder/layout.ts';
import { isFolderIn } from './folder/move-folder.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { StorageContext } from './storage-context.ts';

type SealedKind = 'article' | 'body';
type Read<K extends SealedKind> = Promise<Result<FileContents[K], AppError>>;

/** Enough for what is open, and for a list that is read twice; ten thousand articles never stay in memory. */
const KEPT_ARTICLES = 500;
const KEPT_BODIES = 8;

/** The files of an article that are written once. */
export class SealedFiles {
  readonly #context: StorageContext;
  readonly #articles = new RecentlyUsed<Read<'article'>>(KEPT_ARTICLES);
  readonly #bodies = new RecentlyUsed<Read<'body'>>(KEPT_BODIES);

  constructor(context: StorageContext) {
    this.#context = context;
  }

  article(id: ArticleId): Read<'article'> {
    return keepIfRead(this.#articles, id, () => this.#read('article', id));
  }

  body(id: ArticleId): Read<'body'> {
    return keepIfRead(this.#bodies, id, () => this.#read('body', id));
  }

  /** Lets the files of an article go whose folder was moved. */
  forget(id: ArticleId): void {
    this.#articles.delete(id);
    this.#bodies.delete(id);
  }

  async #read<K extends SealedKind>(kind: K, id: ArticleId): Read<K> {
    const folder = { holds: 'article', id } as const;
    if (!isFolderIn(this.#context, folder, 'archive')) return err({ code: 'not-found', what: 'article', id });
    return readSealed(this.#context, kind, `${folderOf(folder, 'archive')}/${kind}.json`);
  }
}

/** A file that must be there, since it came with its folder. */
export const readSealed = async <K extends SealedKind | 'annotations' | 'memo'>(
  context: StorageContext,
  kind: K,
  name: string,
): Promise<Result<FileContents[K], AppError>> => {
  const read = await readWithRepair(context, kind, name);
  if (!read.ok) return read;
  if (read.value === null) return err({ code: 'archive-damaged', file: name, quarantinedAs: null });
  return { ok: true, value: read.value };
};

/** What could not be read is asked for again: it may be mended meanwhile. */
const keepIfRead = async <K extends SealedKind>(
  kept: RecentlyUsed<Read<K>>,
  id: ArticleId,
  read: () => Read<K>,
): Read<K> => {
  const result = await kept.get(id, read);
  if (!result.ok) kept.delete(id);
  return result;
};
