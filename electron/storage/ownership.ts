/**
 * Checks whether the opened archive is still there, and may still be written. It runs before each act, so it may take
 * no more than two look-ups of names; files are read only if something has changed.
 */
import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { parseContent } from '#domain/archive/content/parse-content.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArchiveRefusal } from '#domain/contract/errors/archive-errors.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { ArchiveId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type Fingerprint, fingerprintOf, isSameState } from './file/fingerprint.ts';
import { parseOrNull } from './file/read/parse-or-null.ts';
import { requireSystemError, toWriteFailed } from './file/system-error.ts';
import { ARCHIVE_FILE, LOCK_FILE } from './folder/layout.ts';
import { Listeners } from './listeners.ts';
import { acquireLock, type Lock } from './lock/acquire-lock.ts';
import { type LockHolder, parseLockHolder } from './lock/lock-holder.ts';
import { pathOf, type StorageContext } from './storage-context.ts';

type Marks = { readonly [Part in 'archiveFile' | 'lockFile']: Fingerprint };

export class Ownership {
  /** Called when the result of `refusal` changes. */
  readonly changed = new Listeners<ArchiveRefusal | null>();
  readonly #context: StorageContext;
  readonly #archiveId: ArchiveId;
  #lock: Lock;
  /** The state at the last successful check. */
  #known: Marks = {
    archiveFile: 'unknown',
    lockFile: 'unknown',
  };

  #last: ArchiveRefusal | null = null;

  constructor(context: StorageContext, archiveId: ArchiveId, lock: Lock) {
    this.#context = context;
    this.#archiveId = archiveId;
    this.#lock = lock;
  }

  /** Why nothing may be written now; null if writing is allowed. */
  refusal(): ArchiveRefusal | null {
    const refusal = this.#look();
    const isNews = !equalJson(refusal, this.#last);
    this.#last = refusal;
    if (isNews) this.changed.tell(refusal);
    return refusal;
  }

  #look(): ArchiveRefusal | null {
    try {
      const found = {
        archiveFile: fingerprintOf(this.#path(ARCHIVE_FILE)),
        lockFile: fingerprintOf(this.#path(LOCK_FILE)),
      };
      const refusal = this.#refuseFolder(found) ?? this.#refuseLock(found);
      if (refusal === null) this.#known = found;
      return refusal;
    } catch (cause) {
      // A removed disk may still be mounted, and return only errors.
      requireSystemError(cause);
      return this.#gone('nothing');
    }
  }

  /** Takes the lock again if nobody holds it any more; otherwise fails with `archive-locked` and the holder. */
  async takeLock(): Promise<Result<null, AppError>> {
    const refusal = this.refusal();
    if (refusal === null) return ok(null);
    if (refusal.code !== 'lock-lost') return err(refusal);
    try {
      const lock = await acquireLock(this.#path(LOCK_FILE), {
        newNonce: this.#context.machine.newId,
        overrulesOtherHost: false,
        mode: this.#context.modes().file,
      });
      if (!lock.ok) return err(describeLock(lock.error));
      this.#lock = lock.value;
      this.refusal();
      return ok(null);
    } catch (cause) {
      return err(toWriteFailed(LOCK_FILE, cause));
    }
  }

  release(): Promise<void> {
    return this.#lock.release();
  }

  /**
   * A folder that was moved away and back, copied or restored may have other files; it is the archive if it has its id.
   */
  #refuseFolder({ archiveFile }: Marks): ArchiveRefusal | null {
    if (isSameState(archiveFile, this.#known.archiveFile)) return null;
    if (fingerprintOf(this.#context.root) === 'none') return this.#gone('nothing');
    const text = readSmallFile(this.#path(ARCHIVE_FILE));
    const content = text === null ? null : parseContent('archive', parseOrNull(text));
    return content?.ok === true && content.value.id === this.#archiveId ? null : this.#gone('another');
  }

  #refuseLock({ lockFile }: Marks): ArchiveRefusal | null {
    if (isSameState(lockFile, this.#known.lockFile)) return null;
    const text = readSmallFile(this.#path(LOCK_FILE));
    const holder = text === null ? null : parseLockHolder(text);
    if (holder?.nonce === this.#lock.nonce) return null;
    return { code: 'lock-lost', holder: holder === null ? null : holderOf(holder) };
  }

  #gone(found: 'nothing' | 'another'): ArchiveRefusal {
    return { code: 'archive-gone', folder: this.#context.root, found };
  }

  #path(name: string): string {
    return pathOf(this.#context, name);
  }
}

/** The holder of the lock, as an error reports it. */
export const describeLock = (holder: LockHolder): AppError => ({
  code: 'archive-locked',
  ...holderOf(holder),
});

const holderOf = ({ host, pid }: LockHolder) => ({ host, pid, isSameHost: host === hostname() });

/** Null where there is no regular file. */
const readSmallFile = (path: string): string | null =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'utf8') : null;
