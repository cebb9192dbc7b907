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
 * The last state of each file that this process has written, so that an observed change can be recognised as our own. A
 * later change by another program is a different state.
 */
export class OwnWrites {
  readonly #context: StorageContext;
  /** By name, the oldest first. */
  readonly #states = new Map<string, Fingerprint>();

  constructor(context: StorageContext) {
    this.#context = context;
  }

  /** Records the present state of files, just after they were written, moved or removed here. */
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

  /** Another program has removed the folder: if its files come back unchanged, that is still news. */
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
