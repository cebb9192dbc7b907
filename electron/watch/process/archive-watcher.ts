/**
 * Watches one archive. What the system tells is a hint and no more: the part of the archive that it names is compared
 * with what was there before, by names, sizes and times, and only what differs is told of. Where the system tells
 * nothing, all parts are compared every two seconds. Nothing is ever written.
 */
import { lstatSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { placeOfCopy } from '#domain/archive/merge/trees/original-of-copy.ts';
import type { WatchState } from '#domain/contract/watch-state.ts';
import { ARCHIVE_FILE, LOCK_FILE } from '#electron/storage/folder/layout.ts';
import type { WatchAnswer } from '../watch-messages.ts';
import { differingNames, listParts, type PartState, partOf, readPart } from './watched-files.ts';

/**
 * Has the system tell of what happens below a folder, by absolute paths; `failed`: it tells nothing any more, and some
 * of it may be missing. Rejects where it will not.
 */
export type Subscribe = (
  root: string,
  hear: (paths: readonly string[] | 'failed') => void,
) => Promise<() => Promise<void>>;

export type WatcherOptions = {
  readonly root: string;
  /** Null: the system is not asked. */
  readonly subscribe: Subscribe | null;
  /** Whether the folder lies on another machine, whose changes the system here is not told of. */
  readonly isRemote: () => Promise<boolean>;
  readonly tell: (answer: WatchAnswer) => void;
};

/** What a program writes in one go is told of in one go, and what it writes without pause is told of all the same. */
const QUIET_MS = 150;
const LATEST_MS = 900;
/** Between two looks: at everything where the system tells nothing, else at which folder stands there. */
const TICK_MS = 2000;
/** Events can get lost without a word (`inotify(7)`, IN_Q_OVERFLOW): a look at everything finds what they were about. */
const SAFETY_TICKS = 30;

export class ArchiveWatcher {
  readonly #options: WatcherOptions;
  readonly #parts = new Map<string, PartState>();
  #state: WatchState = { mode: 'starting' };
  /** Parts that something happened in; null: in any. */
  #hinted: Set<string> | null = new Set();
  #firstHintMs: number | null = null;
  #soon: NodeJS.Timeout | undefined;
  #next: NodeJS.Timeout | undefined;
  #ticks = 0;
  /** Which folder is listened to. */
  #folder = '';
  /** How the archive itself stood at the last look. */
  #standing = '';
  #unsubscribe: () => Promise<void> = async () => undefined;
  #isClosed = false;

  constructor(options: WatcherOptions) {
    this.#options = options;
  }

  /** Resolves when whatever happens from now on is noticed. */
  async start(): Promise<void> {
    this.#standing = standingOf(this.#options.root);
    await this.#listen();
    const names = this.#lookAtAll();
    this.#options.tell({ is: 'state', state: this.#state });
    // What is there already is told of where a sync has left it to be merged.
    this.#tell(names.filter(isCopy));
    this.#tickLater();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#soon);
    clearTimeout(this.#next);
    await this.#stopListening();
  }

  async #listen(): Promise<void> {
    this.#folder = folderAt(this.#options.root) ?? '';
    this.#state = await this.#subscribe();
  }

  async #subscribe(): Promise<WatchState> {
    const { root, subscribe, isRemote } = this.#options;
    if (subscribe === null) return { mode: 'polling', why: 'refused' };
    try {
      if (await isRemote()) return { mode: 'polling', why: 'remote' };
      this.#unsubscribe = await subscribe(root, (heard) => this.#hear(heard));
      return { mode: 'events' };
    } catch (cause) {
      return { mode: 'polling', why: isLimit(cause) ? 'limit' : 'refused' };
    }
  }

  async #stopListening(): Promise<void> {
    const unsubscribe = this.#unsubscribe;
    this.#unsubscribe = async () => undefined;
    // What failed may be gone already.
    await unsubscribe().catch(() => undefined);
  }

  /** After a failure, or where another folder stands under the name: listens anew, and looks at what was missed. */
  async #listenAnew(): Promise<void> {
    const { mode } = this.#state;
    await this.#stopListening();
    await this.#listen();
    if (this.#isClosed) return this.#stopListening();
    if (this.#state.mode !== mode) this.#options.tell({ is: 'state', state: this.#state });
    this.#tell(this.#lookAtAll());
  }

  #hear(heard: readonly string[] | 'failed'): void {
    if (this.#isClosed) return;
    if (heard === 'failed') return void this.#listenAnew();
    for (const path of heard) this.#note(partOf(this.#nameOf(path)));
    this.#lookSoon();
  }

  #nameOf(path: string): string {
    const name = relative(this.#options.root, path);
    return sep === '/' ? name : name.replaceAll(sep, '/');
  }

  #note(part: string | null): void {
    if (part === null) this.#hinted = null;
    else this.#hinted?.add(part);
  }

  #lookSoon(): void {
    this.#firstHintMs ??= Date.now();
    clearTimeout(this.#soon);
    const left = this.#firstHintMs + LATEST_MS - Date.now();
    this.#soon = setTimeout(() => this.#lookAtHinted(), Math.max(0, Math.min(QUIET_MS, left)));
  }

  #lookAtHinted(): void {
    const hinted = this.#hinted;
    this.#hinted = new Set();
    this.#firstHintMs = null;
    this.#tell(hinted === null ? this.#lookAtAll() : this.#lookAt([...hinted]));
  }

  #lookAtAll(): readonly string[] {
    return this.#lookAt([...new Set([...this.#parts.keys(), ...listParts(this.#options.root)])]);
  }

  /** The names that differ. A folder that is gone as a whole may come back: what it held stays known. */
  #lookAt(parts: readonly string[]): readonly string[] {
    if (folderAt(this.#options.root) === null) return [];
    return parts.flatMap((part) => {
      const before = this.#parts.get(part) ?? '';
      const now = readPart(this.#options.root, part);
      if (now === '') this.#parts.delete(part);
      else this.#parts.set(part, now);
      return differingNames(before, now);
    });
  }

  #tell(names: readonly string[]): void {
    if (names.length > 0 && !this.#isClosed) this.#options.tell({ is: 'changed', names });
  }

  #tickLater(): void {
    if (!this.#isClosed) this.#next = setTimeout(() => void this.#tick(), TICK_MS);
  }

  async #tick(): Promise<void> {
    this.#ticks += 1;
    const { root, tell } = this.#options;
    const standing = standingOf(root);
    if (standing !== this.#standing) {
      this.#standing = standing;
      tell({ is: 'standing' });
    }
    const stands = folderAt(root);
    const isDue = this.#state.mode === 'polling' || this.#ticks % SAFETY_TICKS === 0;
    if (stands !== null && stands !== this.#folder) await this.#listenAnew();
    else if (isDue) this.#tell(this.#lookAtAll());
    this.#tickLater();
  }
}

const isCopy = (name: string): boolean => placeOfCopy(name) !== null;

/** Which folder or file stands at a path; null where none does, or it can't be seen. */
const folderAt = (path: string): string | null => {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats === undefined ? null : `${stats.dev} ${stats.ino}`;
  } catch {
    return null;
  }
};

/** Which folder stands there, and which file says that it is the archive and which that somebody has it open. */
const standingOf = (root: string): string =>
  [root, join(root, ARCHIVE_FILE), join(root, LOCK_FILE)].map((path) => folderAt(path) ?? '').join(', ');

/** Whether the system watches as many folders as it may, as it says then: `inotify_add_watch(2)`, ENOSPC and EMFILE. */
const isLimit = (cause: unknown): boolean =>
  cause instanceof Error && /no space left|too many open files/iu.test(cause.message);
