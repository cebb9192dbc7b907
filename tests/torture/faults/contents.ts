import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Result } from '#domain/result.ts';
import type { ArchiveReader, PictureFile } from '#electron/ports/archive.ts';
import { makePng } from '../../support/pictures/make-png.ts';
import { hashOf } from '../../support/pictures/written-figure.ts';

/** What an archive holds, as far as the acts of the actor change it: a value for each thing that is there. */
export type Contents = Record<string, string>;

/** Of the archives that are encrypted. */
export const PASSPHRASE = 'correct horse battery staple';

const samplePicture = (width: number): PictureFile => {
  const bytes = new Uint8Array(makePng(width, 9));
  return { picture: { sha256: hashOf(bytes), format: 'png' }, bytes };
};

/** The pictures of the memo that the actor writes. */
export const samplePictures: readonly [PictureFile, PictureFile] = [samplePicture(10), samplePicture(11)];

/** A conflict copy that a sync may have laid into an archive, and where it goes. */
export const conflictCopy = 'tasks.sync-conflict-20240424-090000-ABCDEFG.json';
const copyPlaces = { beside: conflictCopy, away: `trash/copies/${conflictCopy}` } as const;

/** Reads all of an archive. What can't be read is there, with the code of its error as the value. */
export const readContents = async (archive: ArchiveReader): Promise<Contents> => {
  const contents: Contents = {};
  await readRoot(archive, contents);
  await readArticles(archive, contents);
  await readMemos(archive, contents);
  for (const { id, error } of await archive.trashFaults()) contents[`fault ${id}`] = error.code;
  for (const [place, name] of Object.entries(copyPlaces))
    if (existsSync(join(archive.folder, name))) contents.copy = place;
  return contents;
};

/** The value that was read; null where it can't be, which is noted. */
const noted = <T>(contents: Contents, name: string, read: Result<T, AppError>): T | null => {
  if (read.ok) return read.value;
  contents[name] = read.error.code;
  return null;
};

const readRoot = async (archive: ArchiveReader, contents: Contents): Promise<void> => {
  for (const { id, name } of noted(contents, 'tags', await archive.tags())?.tags ?? [])
    contents[`tag ${id}`] = name;
  for (const { id, title } of noted(contents, 'tasks', await archive.tasks())?.tasks ?? [])
    contents[`task ${id}`] = title;
  noted(contents, 'sources', await archive.sources());
  noted(contents, 'searches', await archive.searches());
};

const readArticles = async (archive: ArchiveReader, contents: Contents): Promise<void> => {
  for (const id of await archive.articleIds()) {
    contents[`article ${id}`] = 'archive';
    noted(contents, `record of ${id}`, await archive.article(id));
    noted(contents, `text of ${id}`, await archive.body(id));
    const annotations = noted(contents, `passages of ${id}`, await archive.annotations(id));
    notePassages(contents, annotations?.passages ?? []);
  }
  for (const { id, passages } of await archive.trashedArticles()) {
    contents[`article ${id}`] = 'trash';
    notePassages(contents, passages);
  }
};

const notePassages = (contents: Contents, passages: readonly Passage[]): void => {
  for (const { id, confirmedBecause } of passages) contents[`passage ${id}`] = String(confirmedBecause);
};

const readMemos = async (archive: ArchiveReader, contents: Contents): Promise<void> => {
  for (const id of await archive.memoIds()) {
    contents[`memo ${id}`] = 'archive';
    noted(contents, `memo ${id}`, await archive.memo(id));
    await notePictures(archive, id, contents);
    for (const snapshotId of await archive.snapshotIds(id)) {
      contents[`snapshot ${snapshotId}`] = 'there';
      noted(contents, `snapshot ${snapshotId}`, await archive.snapshot(id, snapshotId));
    }
  }
  for (const { id } of await archive.trashedMemos()) contents[`memo ${id}`] = 'trash';
};

const shownAs = { picture: 'there', other: 'other', unreadable: 'archive-unreadable' } as const;

const notePictures = async (archive: ArchiveReader, id: MemoId, contents: Contents): Promise<void> => {
  for (const [at, { picture }] of samplePictures.entries()) {
    const { kind } = await archive.picture({ kind: 'memo', id }, picture);
    if (kind !== 'nothing') contents[`picture ${at + 1}`] = shownAs[kind];
  }
};
