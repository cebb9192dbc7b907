import type { Change, CollectionName, MutableFile, RecordFolder } from '#domain/archive/changes.ts';
import { createYielder } from '#electron/time/yielder.ts';
import { type ArchiveState, forgetFolder } from '../archive-state.ts';
import { readContent } from '../file/read/read-content.ts';
import { folderHolding, nameOfFile } from '../folder/layout.ts';
import { isFolderIn } from '../folder/move-folder.ts';
import { type NamedPlace, placeOfName } from '../folder/place-of-name.ts';
import { pathOf } from '../storage-context.ts';
import { type Touched, touchedBy } from './changes-of-act.ts';
import type { OutsideChanges } from './outside-changes.ts';
import type { OwnWrites } from './own-writes.ts';

/** What the follower needs from the acts, because it checks between two of them. */
export type OutsideHooks = {
  readonly state: ArchiveState;
  readonly outside: OutsideChanges;
  readonly own: OwnWrites;
  /** Runs a check alone, between two acts; returns null if the archive is closed. */
  readonly alone: <T>(look: () => Promise<T>) => Promise<T | null>;
  readonly tellChanged: (touched: Touched) => void;
  readonly tellOutside: (of: Pick<Touched, 'articleIds' | 'memoIds'>) => void;
};

/** An act waits for a check of at most this many files. */
const LOOKED_AT_ONCE = 200;
/** What can't be read may still be being written: how often it is checked again, and after how long. */
const MOST_TRIES = 4;
const TRY_AGAIN_MS = 1000;

/** Something came into the trash or left it, and it is not known what. */
export const trashAlone: Touched = {
  topics: ['trash'],
  articleIds: [],
  memoIds: [],
  boardIds: [],
  eventShards: [],
  gone: [],
};

/** What a check of files that another program may have written has found. */
type FoundOutside = {
  /** What it has changed. Of a file that is not in memory, that its article or memo came: all of it is read again. */
  readonly changes: readonly Change[];
  readonly hasTouchedTrash: boolean;
  /** Names of files that can't be read now; they may be in the making. */
  readonly unsettled: readonly string[];
};

type Looker = {
  readonly state: ArchiveState;
  readonly outside: OutsideChanges;
  readonly own: OwnWrites;
  /** Whether what can't be read is taken as it is, and not left for later. */
  readonly isLastTry: boolean;
};

type Found = readonly Change[] | 'unsettled';
const nothing: readonly Change[] = [];

/**
 * Checks files by their names in the archive, adopts what another program has changed in those that are in memory, and
 * repairs nothing. What was written here is no change, nor is the same content written again.
 */
const lookOutside = async (looker: Looker, names: readonly string[]): Promise<FoundOutside> => {
  const changes: Change[] = [];
  const unsettled: string[] = [];
  let hasTouchedTrash = false;
  const yielder = createYielder();
  for (const name of names) {
    const place = placeOfName(name);
    if (place === null) continue;
    if (place.kind === 'trash') hasTouchedTrash ||= !looker.own.isOwn(name);
    else {
      const found = await lookAt(looker, name, place);
      if (found === 'unsettled') unsettled.push(name);
      else changes.push(...found);
    }
    await yielder.yieldIfDue();
  }
  return { changes: withoutRepeats(changes), hasTouchedTrash, unsettled };
};

type FilePlace = Exclude<NamedPlace, { kind: 'trash' }>;

const lookAt = async (looker: Looker, name: string, place: FilePlace): Promise<Found> => {
  const { state, own } = looker;
  const folder = place.kind === 'mutable' ? folderHolding(place.file) : place.folder;
  if (folder !== null && !isFolderIn(state.context, folder, 'archive'))
    return own.isOwn(name) ? nothing : wentFrom(looker, folder);
  const taken = place.kind === 'mutable' ? await takeInOpen(looker, place.file) : null;
  return taken ?? lookAtClosed(looker, name, place, folder);
};

/** A file that is not in memory: its earlier content is unknown, except for what was written here. */
const lookAtClosed = async (
  looker: Looker,
  name: string,
  place: FilePlace,
  folder: RecordFolder | null,
): Promise<Found> => {
  if (looker.own.isOwn(name)) return nothing;
  // A removed picture is a change too: whatever shows it queries again.
  if (place.kind !== 'picture' && !looker.isLastTry && !(await canBeRead(looker, name, place)))
    return 'unsettled';
  return folder === null ? changedAtRoot(place) : [{ type: 'folder', to: 'archive', ...folder }];
};

const canBeRead = async (
  { state }: Looker,
  name: string,
  place: Exclude<FilePlace, { kind: 'picture' }>,
): Promise<boolean> => {
  const kind = place.kind === 'sealed' ? place.fileKind : place.file.kind;
  return (await readContent(kind, pathOf(state.context, name), state.context.codec)).kind === 'content';
};

const wentFrom = ({ state, own }: Looker, folder: RecordFolder): readonly Change[] => {
  own.forgetIn(folder);
  forgetFolder(state, folder);
  return [{ type: 'folder', to: 'trash', ...folder }];
};

/**
 * Null if the file is not in memory. If nothing can be adopted, the content stays as it was read; an act that writes
 * the file reports that.
 */
const takeInOpen = async (
  { state, outside, isLastTry }: Looker,
  file: MutableFile,
): Promise<Found | null> => {
  const open = await state.files.peek(file);
  if (open === null) return null;
  const taken = await outside.takeIn(file, open);
  if (taken !== null) return taken;
  return isLastTry ? nothing : 'unsettled';
};

/** The collection that a list shows of each file in no folder of a record, which may be out of memory meanwhile. */
const shownOf = {
  form: 'forms',
  board: 'boards',
  pad: 'pads',
  labels: 'labels',
  events: 'events',
  'event-shard': 'events',
  falls: 'falls',
  conflicts: 'conflicts',
} as const satisfies { readonly [K in MutableFile['kind']]?: CollectionName };
const isShown = (kind: MutableFile['kind']): kind is keyof typeof shownOf => Object.hasOwn(shownOf, kind);

/** Which of its records have changed is not known. */
const changedAtRoot = (place: NamedPlace): readonly Change[] => {
  if (place.kind !== 'mutable' || !isShown(place.file.kind)) return nothing;
  const { file } = place;
  const recordId = nameOfFile(file, 'archive');
  return [
    { type: 'record', file, collection: shownOf[place.file.kind], recordId, before: null, after: null },
  ];
};

/** If several files of a folder are named, the folder arrived once. */
const withoutRepeats = (changes: readonly Change[]): readonly Change[] => {
  const seen = new Set<string>();
  return changes.filter((change) => {
    if (change.type === 'record') return true;
    const key = `${change.to} ${change.id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Follows what other programs do to the files of an open archive, as far as somebody names these. */
export class OutsideFollower {
  readonly #hooks: OutsideHooks;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(hooks: OutsideHooks) {
    this.#hooks = hooks;
  }

  /** Checks the files of those names (null: all that are in memory), and reports what has changed. */
  async follow(names: readonly string[] | null, tries = 1): Promise<void> {
    const all = names ?? this.#hooks.state.files.names();
    const unsettled: string[] = [];
    const touched: Touched[] = [];
    for (let at = 0; at < all.length; at += LOOKED_AT_ONCE) {
      const found = await this.#look(all.slice(at, at + LOOKED_AT_ONCE), tries >= MOST_TRIES);
      if (found === null) return;
      unsettled.push(...found.unsettled);
      touched.push(...this.#tellChanged(found.changes, found.hasTouchedTrash));
    }
    this.#tellOutside(touched);
    if (unsettled.length > 0) this.#tryAgain(unsettled, tries + 1);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Null if the archive is closed, or no longer there. */
  #look(names: readonly string[], isLastTry: boolean) {
    const { state, outside, own, alone } = this.#hooks;
    return alone(async () =>
      state.ownership.refusal() === null ? lookOutside({ state, outside, own, isLastTry }, names) : null,
    );
  }

  #tellChanged(changes: readonly Change[], hasTouchedTrash: boolean): readonly Touched[] {
    if (changes.length > 0) this.#hooks.tellChanged(touchedBy(changes));
    // If no article or memo is named, the trash is read again.
    if (hasTouchedTrash) this.#hooks.tellChanged(trashAlone);
    return changes.length === 0 ? [] : [touchedBy(changes)];
  }

  #tellOutside(touched: readonly Touched[]): void {
    if (touched.length === 0) return;
    this.#hooks.tellOutside({
      articleIds: [...new Set(touched.flatMap(({ articleIds }) => articleIds))],
      memoIds: [...new Set(touched.flatMap(({ memoIds }) => memoIds))],
    });
  }

  #tryAgain(names: readonly string[], tries: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.follow(names, tries);
    }, TRY_AGAIN_MS);
    this.#timers.add(timer);
  }
}
