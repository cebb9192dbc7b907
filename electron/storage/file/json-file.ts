import { type Adapter, Low } from 'lowdb';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { Sha256 } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { hashBytes } from '../hash-text.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { type Fingerprint, fingerprintOf, isSameState, seemsSameState } from './fingerprint.ts';
import { freezeDeep, recordText } from './frozen-json.ts';
import { type FoundContent, readContent } from './read/read-content.ts';
import { readWithRepair } from './read/read-with-repair.ts';
import { requireReadableSize } from './read/size-limits.ts';
import type { SavedFile, ToCopy } from './saved-file.ts';
import { rollback, writeAtomically } from './write/write-atomically.ts';

/** Passes an expected read failure through lowdb, which only supports rejected promises. */
class UnreadableFile extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/**
 * lowdb's two-method port over one file of an archive. lowdb's own adapter never calls fsync, and treats a missing, an
 * empty or a `null` file as one with the default content.
 */
class AtomicFileAdapter<K extends FileKind> implements Adapter<FileContents[K]> {
  /** Relative to the archive; changes when its folder is moved. */
  name: string;
  readonly #context: StorageContext;
  readonly #kind: K;
  #hadFile = false;
  /** The fingerprint of what was last read or written. */
  #known: Fingerprint = 'unknown';
  /** The fingerprint found by the last `look`. */
  #seen: Fingerprint = 'unknown';
  /** The content to be written next, with its bytes. */
  #prepared: { readonly content: FileContents[K]; readonly bytes: Uint8Array } | null = null;
  /** The content last written, with its bytes, until its copy is on the disk too. */
  #written: { readonly content: FileContents[K]; readonly bytes: Uint8Array } | null = null;

  constructor(context: StorageContext, kind: K, name: string) {
    this.#context = context;
    this.#kind = kind;
    this.name = name;
  }

  /** Null if there is no file and never was; any other fault rejects with an UnreadableFile. */
  async read(): Promise<FileContents[K] | null> {
    // Taken before the bytes are read, so that a change in between is detected.
    this.#known = fingerprintOf(this.#path);
    const read = await readWithRepair(this.#context, this.#kind, this.name);
    if (!read.ok) throw new UnreadableFile(read.error);
    return read.value;
  }

  /** Computes the bytes that `write` of the same content will put on the disk; returns their SHA-256. */
  async prepare(content: FileContents[K]): Promise<Sha256> {
    const bytes = await this.#encode(content);
    this.#prepared = { content, bytes };
    return hashBytes(bytes);
  }

  async #encode(content: FileContents[K]): Promise<Uint8Array> {
    const text = Buffer.from(serialiseContent(content, recordText), 'utf8');
    requireReadableSize(this.#kind, text);
    return this.#context.codec.encode(text);
  }

  /** Replaces what was last read, written or accepted; rejects with ChangedMeanwhile if the file is another. */
  async write(content: FileContents[K]): Promise<void> {
    const path = this.#path;
    const bytes = this.#prepared?.content === content ? this.#prepared.bytes : await this.#encode(content);
    this.#prepared = null;
    const written = await writeAtomically(path, bytes, this.#context.temporaryPath(path), {
      expected: this.#known,
      mode: this.#context.modes().file,
    });
    this.#hadFile = written.hadFile;
    this.#known = written.fingerprint;
    this.#written = { content, bytes };
  }

  /** Registers that `content` is what readers see now, so that its copy is to be written. */
  noteSaved(file: SavedFile): void {
    this.#context.noteSaved(file);
  }

  /** The bytes on the disk of `content`; it is encoded again if they are not in memory. */
  async bytesOf(content: FileContents[K]): Promise<Uint8Array> {
    return this.#written?.content === content ? this.#written.bytes : this.#encode(content);
  }

  /** Releases the bytes of `content`, since its copy is on the disk. */
  forgetBytes(content: FileContents[K]): void {
    if (this.#written?.content === content) this.#written = null;
  }

  /**
   * Restores the content before the last `write`; what another program has written since is kept. Returns whether the
   * file and its copy are then two names of the same bytes.
   */
  async rollback(): Promise<boolean> {
    const path = this.#path;
    this.#written = null;
    if (!seemsSameState(fingerprintOf(path), this.#known)) return false;
    this.#known = this.#hadFile ? 'unknown' : 'none';
    await rollback(path, this.#hadFile, this.#context.temporaryPath(path));
    return this.#hadFile;
  }

  /** Whether the file may differ from what was last read, written or accepted. Does not read the file. */
  mayHaveChanged(): boolean {
    return !isSameState(fingerprintOf(this.#path), this.#known);
  }

  /** Reads the present file, and repairs nothing. */
  look(): Promise<FoundContent<K>> {
    this.#seen = fingerprintOf(this.#path);
    return readContent(this.#kind, this.#path, this.#context.codec);
  }

  /** Accepts the state found by the last `look` as the one to be replaced next. */
  accept(): void {
    this.#known = this.#seen;
  }

  get #path(): string {
    return pathOf(this.#context, this.name);
  }
}

/** The result of checking a file that was read before. */
export type Look<K extends FileKind> =
  | { readonly kind: 'as-known' }
  /** Another program has written it. */
  | { readonly kind: 'changed'; readonly content: FileContents[K] }
  | { readonly kind: 'gone' }
  /** Another program has written something unreadable, or is still writing. */
  | { readonly kind: 'unreadable' };

/**
 * One mutable file. A write goes to the disk first and becomes visible to readers only when its whole act is on the
 * disk (`publish`); otherwise it is rolled back (`rollback`). lowdb's `Low` is not exposed: it skips writes of falsy
 * data, keeps data that it could not write, and its `update` mutates before it writes. Writes come one at a time, from
 * the archive's queue of acts.
 */
export class JsonFile<K extends FileKind> implements SavedFile {
  readonly #adapter: AtomicFileAdapter<K>;
  readonly #low: Low<FileContents[K]>;
  #published: FileContents[K];
  /** The acknowledged content that has no copy of its own on the disk yet. */
  #uncopied: FileContents[K] | null = null;

  private constructor(adapter: AtomicFileAdapter<K>, low: Low<FileContents[K]>) {
    this.#adapter = adapter;
    this.#low = low;
    this.#published = low.data;
  }

  /**
   * Reads the file; if there is none and never was, `fresh` becomes its content, and without `fresh` the result is
   * null.
   */
  static async open<K extends FileKind>(
    context: StorageContext,
    kind: K,
    name: string,
    fresh: FileContents[K] | null,
  ): Promise<Result<JsonFile<K> | null, AppError>> {
    const adapter = new AtomicFileAdapter(context, kind, name);
    try {
      const content = (await adapter.read()) ?? fresh;
      return ok(content === null ? null : new JsonFile(adapter, new Low(adapter, freezeDeep(content))));
    } catch (cause) {
      if (cause instanceof UnreadableFile) return err(cause.error);
      throw cause;
    }
  }

  /** Relative to the archive. */
  get name(): string {
    return this.#adapter.name;
  }

  /** What readers see: frozen, and on the disk. */
  get content(): FileContents[K] {
    return this.#published;
  }

  /** Checks whether the file is still what was last read or written. Changes by another program are not adopted yet. */
  async look(): Promise<Look<K>> {
    if (!this.#adapter.mayHaveChanged()) return { kind: 'as-known' };
    const found = await this.#adapter.look();
    if (found.kind === 'nothing') return { kind: 'gone' };
    if (found.kind !== 'content') return { kind: 'unreadable' };
    if (!equalJson(found.content, this.#published)) return { kind: 'changed', content: found.content };
    this.#adapter.accept();
    return { kind: 'as-known' };
  }

  /** Adopts what `look` has found. */
  adopt(content: FileContents[K]): void {
    this.#adapter.accept();
    this.#low.data = freezeDeep(content);
    this.#published = this.#low.data;
  }

  /** Records that the file is gone: the next write creates it again with all its content. */
  acceptLoss(): void {
    this.#adapter.accept();
  }

  /** Computes the bytes that `write` of the same `next` will put on the disk; returns their SHA-256. */
  prepare(next: FileContents[K]): Promise<Sha256> {
    return this.#adapter.prepare(freezeDeep(next));
  }

  /**
   * Writes `next` to the disk without publishing it. If that fails, the old content is in place, or with
   * ChangedMeanwhile that of another program.
   */
  async write(next: FileContents[K]): Promise<void> {
    const previous = this.#low.data;
    this.#low.data = freezeDeep(next);
    try {
      await this.#low.write();
    } catch (cause) {
      this.#low.data = previous;
      throw cause;
    }
  }

  /** Makes what was written visible to readers. */
  publish(): void {
    this.#published = this.#low.data;
    this.#awaitCopy();
  }

  /** Removes from the disk what was written and not published. */
  async rollback(): Promise<void> {
    const sharesBytes = await this.#adapter.rollback();
    this.#low.data = this.#published;
    if (sharesBytes) this.#awaitCopy();
  }

  #awaitCopy(): void {
    this.#uncopied = this.#published;
    this.#adapter.noteSaved(this);
  }

  /** See SavedFile. */
  async toCopy(): Promise<ToCopy | null> {
    const content = this.#uncopied;
    if (content === null) return null;
    return {
      bytes: await this.#adapter.bytesOf(content),
      isLatest: () => this.#uncopied === content,
      done: () => {
        this.#uncopied = null;
        this.#adapter.forgetBytes(content);
      },
    };
  }

  /** Sets the new name after the folder of this file was moved. */
  follow(name: string): void {
    this.#adapter.name = name;
  }
}
