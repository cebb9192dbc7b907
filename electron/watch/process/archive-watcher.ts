/**
 * Watches one archive. The events of the system are only hints: the part of the archive that they name is compared with
 * its earlier state, by names, sizes and times, and only differences are reported. If the system reports nothing, all
 * parts are compared every two seconds. Nothing is ever written.
 */
import { type Dirent, existsSync, lstatSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { originalOfFolderCopy, placeOfCopy } from '#domain/archive/merge/original-of-copy.ts';
import type { WatchState } from '#domain/contract/events.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { isPictureFile, PICTURE_FOLDER } from '#domain/picture/stored-picture.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';
import { ARCHIVE_FILE, LOCK_FILE } from '#electron/storage/folder/layout.ts';
import type { WatchAnswer } from '../watch-messages.ts';

/**
 * Subscribes to the system's events below a folder, with absolute paths; `failed`: there will be no more events, and
 * some may be missing. Rejects if the system refuses.
 */
export type Subscribe = (
  root: string,
  hear: (paths: readonly string[] | 'failed') => void,
) => Promise<() => Promise<void>>;

export type WatcherOptions = {
  readonly root: string;
  /** Null: the system's events are not used. */
  readonly subscribe: Subscribe | null;
  /** Whether the folder is on another machine, whose changes are not reported to the system here. */
  readonly isRemote: () => Promise<boolean>;
  readonly tell: (answer: WatchAnswer) => void;
};

/**
 * Changes that a program writes in quick succession are reported together; without a pause they are reported all the
 * same.
 */
const QUIET_MS = 150;
const LATEST_MS = 900;
/** The interval of checks: of everything if the system reports nothing, else of the identity of the folder. */
const TICK_MS = 2000;
/** Events can get lost silently (`inotify(7)`, IN_Q_OVERFLOW): a periodic check of everything finds their changes. */
const SAFETY_TICKS = 30;

/**
 * The relevant files of an archive, folder by folder, each with its state: which file it is, its size, and its
 * modification time. A part is a folder that is compared as a whole: the root, one article, one memo, a conflict copy
 * of either, the forms, the boards, the events after the first file, the trash.
 */

/**
 * The files of a part and their states, one line for each: `size inode time name`. A single text instead of a map,
 * since there are ten thousand parts; empty if there are no files.
 */
type PartState = string;

const ROOT = '';
/** Folders that contain files but no folders: forms, boards and further events. */
const FILE_FOLDERS: readonly string[] = ['templates', 'boards', 'events'];
const TRASH = 'trash';
const isArticleId = (name: string): boolean => articleIdSchema.safeParse(name).success;
const isMemoId = (name: string): boolean => memoIdSchema.safeParse(name).success;
/** A name of that kind, or the conflict copy of such a folder. */
const isArticle = (name: string): boolean =>
  isArticleId(name) || originalOfFolderCopy('articles', name) !== null;
const isMemo = (name: string): boolean => isMemoId(name) || originalOfFolderCopy('memos', name) !== null;

/** The parts that an archive has now. */
const listParts = (root: string): readonly string[] => [
  ROOT,
  ...FILE_FOLDERS,
  TRASH,
  ...foldersIn(root, 'memos', isMemo),
  ...foldersIn(root, 'articles', isArticle),
];

/** The part to which a file belongs, by its name in the archive; null if it may be in several. */
export const partOf = (name: string): string | null => {
  const [top = '', id = ''] = name.split('/');
  if (top === TRASH || FILE_FOLDERS.includes(top)) return top;
  if (top === 'articles') return isArticle(id) ? `${top}/${id}` : unlessAll(id);
  if (top === 'memos') return isMemo(id) ? `${top}/${id}` : unlessAll(id);
  return ROOT;
};

/**
 * Files beside the folders of articles and memos are irrelevant; if the parent itself is named, all of them may have
 * changed.
 */
const unlessAll = (id: string): string | null => (id === '' ? null : ROOT);

/** The files of a part as they are now. */
const readPart = (root: string, part: string): PartState => {
  if (part === TRASH) return readTrash(root);
  const files = filesIn(root, part);
  const nested = [
    ...(part.startsWith('memos/') ? filesIn(root, `${part}/snapshots`) : []),
    ...(mayHavePictures(root, part) ? filesIn(root, `${part}/${PICTURE_FOLDER}`, isPictureFile) : []),
  ];
  return linesOf([...files, ...nested], (name) => stateOf(join(root, name)));
};

/** Most articles have none: this avoids listing a missing folder ten thousand times. */
const mayHavePictures = (root: string, part: string): boolean =>
  part.includes('/') && existsSync(join(root, part, PICTURE_FOLDER));

/** For the trash only the existence of its entries matters. */
const readTrash = (root: string): PartState => {
  const articles = foldersIn(root, `${TRASH}/articles`, isArticleId);
  const memos = foldersIn(root, `${TRASH}/memos`, isMemoId);
  return linesOf([...articles, ...memos], () => 'it is there');
};

const linesOf = (names: readonly string[], stateOfName: (name: string) => string): PartState =>
  names.map((name) => `${stateOfName(name)} ${name}`).join('\n');

/** The states by file name. Our names contain no line feed; a foreign file with one is not reported. */
const statesIn = (part: PartState): ReadonlyMap<string, string> =>
  new Map(
    part.split('\n').flatMap((line) => {
      const [, state, name] = /^(\S+ \S+ \S+) (.+)$/u.exec(line) ?? [];
      return state === undefined || name === undefined ? [] : [[name, state] as const];
    }),
  );

/** All files that Precis reads have this ending; a conflict copy may have any name. Files being written are neither. */
const isRead = (name: string, path: string): boolean =>
  (name.endsWith('.json') && !name.startsWith('.')) || placeOfCopy(path) !== null;

const filesIn = (root: string, folder: string, isWanted = isRead): readonly string[] =>
  listEntries(join(root, folder)).flatMap((entry) => {
    const path = folder === ROOT ? entry.name : `${folder}/${entry.name}`;
    return !entry.isDirectory() && isWanted(entry.name, path) ? [path] : [];
  });

const foldersIn = (root: string, parent: string, isId: (name: string) => boolean): readonly string[] =>
  listEntries(join(root, parent))
    .filter(({ name }) => isId(name))
    .map(({ name }) => `${parent}/${name}`);

/** A folder that can't be listed counts as empty. */
const listEntries = (path: string): readonly Dirent[] => {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (cause) {
    requireSystemError(cause);
    return [];
  }
};

const UNKNOWN = '- - -';

/** A clock with a resolution of tens of milliseconds or worse (FAT, exFAT) can't show two changes within one tick. */
const stateOf = (path: string): string => {
  try {
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? UNKNOWN : `${stats.size} ${stats.ino} ${stats.mtimeNs}`;
  } catch (cause) {
    requireSystemError(cause);
    return UNKNOWN;
  }
};

/** The names that differ between two states of one part. */
const differingNames = (before: PartState, now: PartState): readonly string[] => {
  if (before === now) return [];
  const [old, fresh] = [statesIn(before), statesIn(now)];
  return [
    ...[...fresh].filter(([name, state]) => old.get(name) !== state).map(([name]) => name),
    ...[...old.keys()].filter((name) => !fresh.has(name)),
  ];
};

export class ArchiveWatcher {
  readonly #options: WatcherOptions;
  readonly #parts = new Map<string, PartState>();
  #state: WatchState = { mode: 'starting' };
  /** Parts in which something has happened; null: any. */
  #hinted: Set<string> | null = new Set();
  #firstHintMs: number | null = null;
  #soon: NodeJS.Timeout | undefined;
  #next: NodeJS.Timeout | undefined;
  #ticks = 0;
  /** The folder whose events are received. */
  #folder = '';
  /** The identity of the archive at the last check. */
  #standing = '';
  #unsubscribe: () => Promise<void> = async () => undefined;
  #isClosed = false;

  constructor(options: WatcherOptions) {
    this.#options = options;
  }

  /** Resolves when all changes from now on are noticed. */
  async start(): Promise<void> {
    this.#standing = standingOf(this.#options.root);
    await this.#listen();
    const names = this.#lookAtAll();
    this.#options.tell({ kind: 'state', state: this.#state });
    // Existing conflict copies, left by a sync, are reported so that they are merged.
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

  /** After a failure, or if the folder was replaced by another: subscribes again, and checks for missed changes. */
  async #listenAnew(): Promise<void> {
    const { mode } = this.#state;
    await this.#stopListening();
    await this.#listen();
    if (this.#isClosed) return this.#stopListening();
    if (this.#state.mode !== mode) this.#options.tell({ kind: 'state', state: this.#state });
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

  /** The names that differ. A folder that is gone as a whole may come back, so its earlier state is kept. */
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
    if (names.length > 0 && !this.#isClosed) this.#options.tell({ kind: 'changed', names });
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
      tell({ kind: 'standing' });
    }
    const stands = folderAt(root);
    const isDue = this.#state.mode === 'polling' || this.#ticks % SAFETY_TICKS === 0;
    if (stands !== null && stands !== this.#folder) await this.#listenAnew();
    else if (isDue) this.#tell(this.#lookAtAll());
    this.#tickLater();
  }
}

const isCopy = (name: string): boolean => placeOfCopy(name) !== null;

/** The identity of the folder or file at a path; null if there is none, or if it can't be examined. */
const folderAt = (path: string): string | null => {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats === undefined ? null : `${stats.dev} ${stats.ino}`;
  } catch {
    return null;
  }
};

/** The identities of the folder, of `archive.json` and of the lock file. */
const standingOf = (root: string): string =>
  [root, join(root, ARCHIVE_FILE), join(root, LOCK_FILE)].map((path) => folderAt(path) ?? '').join(', ');

/**
 * Whether the error means that the system's limit of watched folders is reached: `inotify_add_watch(2)`, ENOSPC and
 * EMFILE.
 */
const isLimit = (cause: unknown): boolean =>
  cause instanceof Error && /no space left|too many open files/iu.test(cause.message);
