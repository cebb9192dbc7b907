/**
 * The contents of a backup: each under its SHA-256, once, however many files and backups have it. An object appears
 * whole under its name or not at all, and has been read back by then.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sha256, sha256Schema } from '#domain/ids.ts';
import { READ_FLAGS } from '#electron/storage/file/read/read-bytes.ts';
import { isMissing, requireSystemError, systemError } from '#electron/storage/file/system-error.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder } from '#electron/storage/file/write/write-atomically.ts';
import { hashBytes } from '#electron/storage/hash-text.ts';
import { hashFile, ReadingFailed, readThrough, readWhole, withFile, writeWhole } from './stream-file.ts';

/** Names of objects that are not finished. */
const TEMPORARY = '.tmp-';
/** What is not what its name says is kept under another, for whoever wants to look. */
const DAMAGED = '.damaged';

const SMALL_BYTES = 1 << 20;

/**
 * All bytes of a file of up to 1 MiB, read without waiting: for each of many small files the wait takes longer than the
 * reading. Null of a larger one. Throws a ReadingFailed where it can't be read.
 */
const readSmallFile = (path: string): Uint8Array | null => {
  try {
    const descriptor = openSync(path, READ_FLAGS);
    try {
      const { size } = fstatSync(descriptor);
      return size > SMALL_BYTES ? null : readToEnd(descriptor, size);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    requireSystemError(cause);
    throw new ReadingFailed(cause);
  }
};

/** Null of one that has grown meanwhile: where a byte more than its size can be had. */
const readToEnd = (descriptor: number, size: number): Uint8Array | null => {
  const bytes = Buffer.alloc(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const count = readSync(descriptor, bytes, length, bytes.length - length, length);
    if (count === 0) return bytes.subarray(0, length);
    length += count;
  }
  return null;
};

export class Objects {
  readonly #root: string;
  readonly #touched = new Set<string>();
  #present = new Set<string>();

  readonly #isLasting: boolean;

  /** `isLasting`: what is put is on the disk, and was read back; not where it is only wanted for a moment. */
  constructor(repositoryRoot: string, { isLasting = true }: { readonly isLasting?: boolean } = {}) {
    this.#root = join(repositoryRoot, 'objects');
    this.#isLasting = isLasting;
  }

  /** The folder of those whose hash begins so. */
  #folderOf(prefix: string): string {
    return join(this.#root, prefix);
  }

  pathOf(sha256: Sha256): string {
    return join(this.#folderOf(sha256.slice(0, 2)), sha256);
  }

  /** Looks which are there. */
  async look(): Promise<void> {
    const present = new Set<string>();
    for (const prefix of await listNames(this.#root))
      for (const name of await listNames(this.#folderOf(prefix))) present.add(name);
    this.#present = present;
  }

  /** Clears away what a run that was killed has left. Only for who has the lock. */
  async clearUnfinished(): Promise<void> {
    for (const name of await listNames(this.#root))
      if (name.startsWith(TEMPORARY)) rmSync(join(this.#root, name), { force: true });
  }

  has(sha256: Sha256): boolean {
    return this.#present.has(sha256);
  }

  /** All that were there at the last look or were put since. */
  names(): readonly Sha256[] {
    return [...this.#present].flatMap((name) => sha256Schema.safeParse(name).data ?? []);
  }

  /**
   * Copies what `source` holds now. The name is that of the bytes that were copied, whatever becomes of the file
   * meanwhile. Throws a ReadingFailed where that can't be read.
   */
  async copy(source: string): Promise<Sha256> {
    const small = readSmallFile(source);
    if (small !== null) return this.#isLasting ? this.put(small) : this.#putForAMoment(small);
    const { sha256 } = await withFile(source, readThrough);
    if (this.has(sha256)) return sha256;
    return this.#add((write) =>
      withFile(source, (handle) => readThrough(handle, write)).then(() => undefined),
    );
  }

  /** Puts bytes that are at hand. */
  async put(bytes: Uint8Array): Promise<Sha256> {
    const sha256 = hashBytes(bytes);
    return this.has(sha256) ? sha256 : this.#add((write) => write(bytes));
  }

  /** Without waiting, which for each of many small files takes longer than the writing. */
  #putForAMoment(bytes: Uint8Array): Sha256 {
    const sha256 = hashBytes(bytes);
    if (this.has(sha256)) return sha256;
    const temporary = join(this.#root, `${TEMPORARY}${randomUUID()}`);
    try {
      writeFileSync(temporary, bytes, { flag: 'wx', mode: privateModes.file });
      this.#settle(temporary, sha256);
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
    return sha256;
  }

  async #add(fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>): Promise<Sha256> {
    const temporary = join(this.#root, `${TEMPORARY}${randomUUID()}`);
    const hash = createHash('sha256');
    try {
      const handle = await open(temporary, 'wx', privateModes.file);
      try {
        await fill(async (bytes) => {
          hash.update(bytes);
          await writeWhole(handle, bytes);
        });
        if (this.#isLasting) await handle.datasync();
      } finally {
        await handle.close();
      }
      const sha256 = sha256Schema.parse(hash.digest('hex'));
      if (this.#isLasting && (await hashFile(temporary)) !== sha256)
        throw systemError('EIO', 'read back otherwise');
      this.#settle(temporary, sha256);
      return sha256;
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
  }

  #settle(temporary: string, sha256: Sha256): void {
    const folder = this.#folderOf(sha256.slice(0, 2));
    // Never those above it: where they are gone the disk was taken away, and another stands in its place.
    if (!existsSync(folder)) mkdirSync(folder, privateModes.folder);
    renameSync(temporary, this.pathOf(sha256));
    this.#touched.add(folder).add(this.#root);
    this.#present.add(sha256);
  }

  /** The names of all that were put are on the disk when this resolves. */
  async sync(): Promise<void> {
    for (const folder of this.#touched) await syncFolder(folder);
    this.#touched.clear();
  }

  /** The bytes, null where they are gone or are others. */
  async read(sha256: Sha256): Promise<Uint8Array | null> {
    try {
      const bytes = await readWhole(this.pathOf(sha256));
      return hashBytes(bytes) === sha256 ? bytes : null;
    } catch (cause) {
      if (cause instanceof ReadingFailed) return null;
      throw cause;
    }
  }

  /** Reads an object back; one that is not what its name says is set aside, so that the next backup puts it anew. */
  async verify(sha256: Sha256): Promise<boolean> {
    const isSound = (await hashFile(this.pathOf(sha256))) === sha256;
    if (!isSound) this.#setAside(sha256);
    return isSound;
  }

  #setAside(sha256: Sha256): void {
    this.#present.delete(sha256);
    try {
      renameSync(this.pathOf(sha256), `${this.pathOf(sha256)}${DAMAGED}`);
    } catch (cause) {
      requireSystemError(cause);
    }
  }

  /** Lets go of what was set aside because it was not what its name says, where its first bytes are such. */
  async removeDamaged(isGoing: (head: Uint8Array) => boolean): Promise<void> {
    for (const prefix of await listNames(this.#root))
      for (const name of await listNames(this.#folderOf(prefix))) {
        const path = join(this.#folderOf(prefix), name);
        const head = name.endsWith(DAMAGED) ? await headOf(path) : null;
        if (head !== null && isGoing(head)) rmSync(path, { force: true });
      }
  }

  remove(sha256: Sha256): void {
    rmSync(this.pathOf(sha256), { force: true });
    this.#present.delete(sha256);
  }
}

const HEAD_BYTES = 64;

/** Null of what is no file that can be read. */
const headOf = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await withFile(path, async (handle) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    });
  } catch (cause) {
    if (cause instanceof ReadingFailed) return null;
    throw cause;
  }
};

const listNames = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};
