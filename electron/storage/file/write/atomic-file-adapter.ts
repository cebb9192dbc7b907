import type { Adapter } from 'lowdb';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Sha256 } from '#domain/ids.ts';
import { hashBytes } from '../../hash-text.ts';
import { pathOf, type StorageContext } from '../../storage-context.ts';
import { type Fingerprint, fingerprintOf, isSameState, seemsSameState } from '../fingerprint.ts';
import { recordText } from '../frozen-json.ts';
import { type FoundContent, readContent } from '../read/read-content.ts';
import { readWithRepair } from '../read/read-with-repair.ts';
import { requireReadableSize } from '../read/size-limits.ts';
import { rollback, writeAtomically } from './write-atomically.ts';

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
  /** What was last read or written. */
  #known: Fingerprint = 'unknown';
  /** What the last `look` has found. */
  #seen: Fingerprint = 'unknown';
  /** What is to be written next. */
  #prepared: { readonly content: FileContents[K]; readonly bytes: Uint8Array } | null = null;

  constructor(context: StorageContext, kind: K, name: string) {
    this.#context = context;
    this.#kind = kind;
    this.name = name;
  }

  /** Null where there is no file and never was one; any other fault rejects with an UnreadableFile. */
  async read(): Promise<FileContents[K] | null> {
    // Before the bytes: a change that comes between is then seen as one.
    this.#known = fingerprintOf(this.#path);
    const read = await readWithRepair(this.#context, this.#kind, this.name);
    if (!read.ok) throw new UnreadableFile(read.error);
    return read.value;
  }

  /** Works out the bytes that `write` of the same content will put on the disk; answers their SHA-256. */
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

  /** Replaces what was last read, written or accepted; another file there rejects with ChangedMeanwhile. */
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
  }

  /** Restores what stood there before the last `write`; what another program has put there since stays. */
  async rollback(): Promise<void> {
    const path = this.#path;
    if (!seemsSameState(fingerprintOf(path), this.#known)) return;
    this.#known = this.#hadFile ? 'unknown' : 'none';
    await rollback(path, this.#hadFile, this.#context.temporaryPath(path));
  }

  /** Whether the file may be another than was last read, written or accepted. Costs no reading. */
  mayHaveChanged(): boolean {
    return !isSameState(fingerprintOf(this.#path), this.#known);
  }

  /** Reads the file as it is now, and repairs nothing. */
  look(): Promise<FoundContent<K>> {
    this.#seen = fingerprintOf(this.#path);
    return readContent(this.#kind, this.#path, this.#context.codec);
  }

  /** Takes what the last `look` has found for what is to be replaced next. */
  accept(): void {
    this.#known = this.#seen;
  }

  get #path(): string {
    return pathOf(this.#context, this.name);
  }
}
