import type { Adapter } from 'lowdb';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { serialiseContent } from '#domain/archive/serialise-content.ts';
import type { AppError } from '#domain/contract/errors.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { readWithRepair } from './read-with-repair.ts';
import { recordText } from './record-text.ts';
import { requireReadableSize } from './size-limits.ts';
import { takeBack, writeAtomically } from './write-atomically.ts';

/** Carries an expected failure of reading through lowdb, which knows only promises that reject. */
export class UnreadableFile extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/**
 * lowdb's two-method port over one file of an archive. lowdb's own adapter never fsyncs, and takes a missing, an
 * empty or a `null` file for one that holds the defaults.
 */
export class AtomicFileAdapter<K extends FileKind> implements Adapter<FileContents[K]> {
  /** Relative to the archive; changes when the folder that it stands in is moved. */
  name: string;
  readonly #context: StorageContext;
  readonly #kind: K;
  #hadFile = false;

  constructor(context: StorageContext, kind: K, name: string) {
    this.#context = context;
    this.#kind = kind;
    this.name = name;
  }

  /** Null where there is no file and never was one; any other fault rejects with an UnreadableFile. */
  async read(): Promise<FileContents[K] | null> {
    const read = await readWithRepair(this.#context, this.#kind, this.name);
    if (!read.ok) throw new UnreadableFile(read.error);
    return read.value;
  }

  async write(content: FileContents[K]): Promise<void> {
    const path = this.#path;
    const bytes = Buffer.from(serialiseContent(content, recordText), 'utf8');
    requireReadableSize(this.#kind, bytes);
    this.#hadFile = await writeAtomically(path, bytes, this.#context.temporaryPath(path));
  }

  /** Puts back what stood there before the last `write`. */
  async putBack(): Promise<void> {
    const path = this.#path;
    await takeBack(path, this.#hadFile, this.#context.temporaryPath(path));
  }

  get #path(): string {
    return pathOf(this.#context, this.name);
  }
}
