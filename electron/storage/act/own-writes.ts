import type { Change, RecordFolder } from '#domain/archive/changes.ts';
import type { PictureFile } from '#electron/ports/archive.ts';
import { type Fingerprint, fingerprintOf, seemsSameState } from '../file/fingerprint.ts';
import { folderOf, nameOfFile, nameOfSnapshot, parentOf } from '../folder/layout.ts';
import { nameOfPicture } from '../folder/pictures.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import type { Wanted } from './plan-act.ts';

/** Far more than are written between a write and the moment at which it is noticed. */
const KEPT_NAMES = 30_000;

/**
 * What this process has last made of the files that it wrote, so that whoever notices that they have changed knows by
 * whom. What follows on another's hand is not the same state any more.
 */
export class OwnWrites {
  readonly #context: StorageContext;
  /** By name, the oldest first. */
  readonly #states = new Map<string, Fingerprint>();

  constructor(context: StorageContext) {
    this.#context = context;
  }

  /** Notes how files stand now, just after they were written, moved or removed here. */
  note(names: readonly string[]): void {
    for (const name of names) {
      this.#states.delete(name);
      this.#states.set(name, this.#stateOf(name));
    }
    for (const oldest of this.#states.keys()) {
      if (this.#states.size <= KEPT_NAMES) break;
      this.#states.delete(oldest);
    }
  }

  /** Whether a file is as it was left here. */
  isOwn(name: string): boolean {
    const known = this.#states.get(name);
    return known !== undefined && seemsSameState(known, this.#stateOf(name));
  }

  /** Another program has taken the folder away: where its files come back as they were, that is news too. */
  forgetIn(folder: RecordFolder): void {
    const inside = `${folderOf(folder, 'archive')}/`;
    for (const name of this.#states.keys()) if (name.startsWith(inside)) this.#states.delete(name);
  }

  #stateOf(name: string): Fingerprint {
    return fingerprintOf(pathOf(this.#context, name));
  }
}

const filesOf = {
  article: ['article.json', 'body.json', 'annotations.json', 'translations.json'],
  memo: ['memo.json', 'review.json'],
} as const;

/** The names of all that an act has written, moved or removed. */
export const namesWrittenBy = (wanted: Wanted): readonly string[] => {
  const {
    changes,
    newArticles = [],
    newMemos = [],
    newSnapshots = [],
    newPictures = [],
    restoredBodies = [],
  } = wanted;
  return [
    ...changes.flatMap(namesOfChange),
    ...newArticles.flatMap(({ article, pictures }) =>
      namesOfNewFolder({ kind: 'article', id: article.id }, pictures),
    ),
    ...newMemos.flatMap(({ memo, pictures }) => namesOfNewFolder({ kind: 'memo', id: memo.id }, pictures)),
    ...newSnapshots.map(({ memoId, id }) => nameOfSnapshot(memoId, id)),
    ...newPictures.map(({ holder, picture }) => nameOfPicture(holder, picture)),
    ...restoredBodies.map(
      ({ articleId }) => `${folderOf({ kind: 'article', id: articleId }, 'archive')}/body.json`,
    ),
  ];
};

const namesOfNewFolder = (folder: RecordFolder, pictures: readonly PictureFile[] = []): readonly string[] => [
  ...namesOfFolder(folder),
  ...pictures.map(({ picture }) => nameOfPicture(folder, picture)),
];

const namesOfChange = (change: Change): readonly string[] =>
  change.type === 'folder' ? namesOfFolder(change) : [nameOfFile(change.file, 'archive')];

const namesOfFolder = (folder: RecordFolder): readonly string[] => [
  ...filesOf[folder.kind].map((file) => `${folderOf(folder, 'archive')}/${file}`),
  `${parentOf(folder.kind, 'trash')}/${folder.id}`,
];
