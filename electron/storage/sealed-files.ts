import type { FileContents } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { VerifiedBody } from '#electron/ports/archive.ts';
import { type Fingerprint, fingerprintOf, isUntouched } from './file/fingerprint.ts';
import { readDecoded } from './file/read/read-decoded.ts';
import { readWithRepair } from './file/read/read-with-repair.ts';
import { folderOf } from './folder/layout.ts';
import { isFolderIn } from './folder/move-folder.ts';
import { hashBytes, hashText } from './hash-text.ts';
import { pathOf, type StorageContext } from './storage-context.ts';

type SealedKind = 'article' | 'body';
type Read<T> = Promise<Result<T, AppError>>;
/** What was read, with the state of the file at that time: a file that has changed since is read again. */
type Kept<T> = { readonly fingerprint: Fingerprint; readonly read: Read<T> };

/** Enough for what is open, and for a list that is read twice; ten thousand articles are never kept in memory. */
const KEPT_ARTICLES = 500;
const KEPT_BODIES = 8;

/** Above the limit of an import, and far below what ends the process. */
const MAX_ORIGINAL_BYTES = 128 << 20;

/** A map with a limited number of entries: those used last. */
class RecentlyUsed<V> {
  readonly #capacity: number;
  /** The least recently used first. */
  readonly #entries = new Map<string, V>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The value of `key`, made by `make` if there is none. */
  get(key: string, make: () => V): V {
    const value = this.#entries.get(key) ?? make();
    this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) break;
      this.#entries.delete(oldest);
    }
    return value;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}

/** The write-once files of an article. */
export class SealedFiles {
  readonly #context: StorageContext;
  readonly #articles = new RecentlyUsed<Kept<FileContents['article']>>(KEPT_ARTICLES);
  readonly #bodies = new RecentlyUsed<Kept<VerifiedBody>>(KEPT_BODIES);

  constructor(context: StorageContext) {
    this.#context = context;
  }

  article(id: ArticleId): Read<FileContents['article']> {
    return this.#keepIfRead(this.#articles, 'article', id, () => this.#readRecord(id));
  }

  body(id: ArticleId): Read<VerifiedBody> {
    return this.#keepIfRead(this.#bodies, 'body', id, () => this.#readBody(id));
  }

  /** The imported bytes, if they still have the sealed hash; otherwise an error. */
  async original(id: ArticleId): Read<Uint8Array> {
    const record = await this.article(id);
    if (!record.ok) return record;
    const { originalFile, originalSha256 } = record.value.article;
    const path = pathOf(this.#context, nameOf(id, originalFile));
    const read = await readDecoded(path, MAX_ORIGINAL_BYTES, this.#context.codec);
    if (read.kind === 'damage') return err({ code: 'text-not-restored', why: 'original-altered' });
    if (read.kind !== 'bytes') return err({ code: 'text-not-restored', why: 'original-missing' });
    const isSealed = hashBytes(read.bytes) === originalSha256;
    return isSealed ? ok(read.bytes) : err({ code: 'text-not-restored', why: 'original-altered' });
  }

  /** Releases the files of an article whose folder was moved, or whose body was restored. */
  forget(id: ArticleId): void {
    this.#articles.delete(id);
    this.#bodies.delete(id);
  }

  async #readRecord(id: ArticleId): Read<FileContents['article']> {
    const read = await this.#read('article', id);
    // The folders of two articles were exchanged, or Git took one file for that of another article.
    if (read.ok && read.value.article.id !== id)
      return err({ code: 'archive-damaged', file: nameOf(id, 'article.json'), quarantinedAs: null });
    return read;
  }

  async #readBody(id: ArticleId): Read<VerifiedBody> {
    const record = await this.article(id);
    if (!record.ok) return record;
    const file = await this.#read('body', id);
    if (!file.ok) return file;
    return ok(Object.freeze({ ...file.value, textSha256: await hashText(file.value.body) }));
  }

  async #read<K extends SealedKind>(kind: K, id: ArticleId): Read<FileContents[K]> {
    const folder = { kind: 'article', id } as const;
    if (!isFolderIn(this.#context, folder, 'archive')) return err({ code: 'not-found', what: 'article', id });
    return readSealed(this.#context, kind, nameOf(id, `${kind}.json`));
  }

  /**
   * A failed reading is repeated at the next request, because the file may be repaired meanwhile. What was read is kept
   * even if the file is gone: it may come back, and an act on the article reports it when it is written.
   */
  async #keepIfRead<T>(
    kept: RecentlyUsed<Kept<T>>,
    kind: SealedKind,
    id: ArticleId,
    read: () => Read<T>,
  ): Read<T> {
    const fingerprint = fingerprintOf(pathOf(this.#context, nameOf(id, `${kind}.json`)));
    const make = (): Kept<T> => ({ fingerprint, read: read() });
    let found = kept.get(id, make);
    if (fingerprint !== 'none' && !isUntouched(found.fingerprint, fingerprint)) {
      kept.delete(id);
      found = kept.get(id, make);
    }
    const result = await found.read;
    if (!result.ok) kept.delete(id);
    return result;
  }
}

const nameOf = (id: ArticleId, file: string): string =>
  `${folderOf({ kind: 'article', id }, 'archive')}/${file}`;

/** A file that must exist, since it came with its folder. */
export const readSealed = async <K extends SealedKind | 'annotations' | 'memo' | 'snapshot'>(
  context: StorageContext,
  kind: K,
  name: string,
): Promise<Result<FileContents[K], AppError>> => {
  const read = await readWithRepair(context, kind, name);
  if (!read.ok) return read;
  if (read.value === null) return err({ code: 'archive-damaged', file: name, quarantinedAs: null });
  return { ok: true, value: read.value };
};
