/** The lists of a backup: one file for each time that the archive was backed up. */
import { createHash, randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BackedUpFile,
  type BackupHead,
  type BackupList,
  parseList,
  parsePart,
  partOfPath,
  printEnd,
  printList,
  printPart,
} from '#domain/backup/backup-list.ts';
import { type Sha256, sha256Schema } from '#domain/ids.ts';
import { isMissing } from '#electron/storage/file/system-error.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder, writeDurably } from '#electron/storage/file/write/write-atomically.ts';
import type { Objects } from './objects.ts';
import { ReadingFailed, readWhole } from './stream-file.ts';

/** The name of a list without its ending, such as `20261127T091400123Z-1a2b3c4d`: by these they sort by time. */
export type BackupId = string;

const ENDING = '.list';
const listName = /^\d{8}T\d{9}Z-[0-9a-f]{8}\.list$/u;

const hashText = (text: string): Sha256 =>
  sha256Schema.parse(createHash('sha256').update(text, 'utf8').digest('hex'));

export const isBackupId = (id: string): boolean => listName.test(`${id}${ENDING}`);

export class Lists {
  readonly #folder: string;

  constructor(repositoryRoot: string) {
    this.#folder = join(repositoryRoot, 'lists');
  }

  #pathOf(id: BackupId): string {
    return join(this.#folder, `${id}${ENDING}`);
  }

  /** The newest first. */
  async ids(): Promise<readonly BackupId[]> {
    try {
      const names = await readdir(this.#folder);
      return names
        .filter((name) => listName.test(name))
        .map((name) => name.slice(0, -ENDING.length))
        .sort()
        .reverse();
    } catch (cause) {
      if (isMissing(cause)) return [];
      throw cause;
    }
  }

  /** What the list says; null where it is gone, not finished or not what was written. */
  async read(id: BackupId): Promise<BackupList | null> {
    try {
      const list = parseList(Buffer.from(await readWhole(this.#pathOf(id))).toString('utf8'));
      return list === null || hashText(list.body) !== list.sha256 ? null : list;
    } catch (cause) {
      if (cause instanceof ReadingFailed) return null;
      throw cause;
    }
  }

  /** All lists that can be read, the newest first, and whether there is one that can't be. */
  async readAll(): Promise<{ readonly lists: readonly NamedList[]; readonly hasDamaged: boolean }> {
    const ids = await this.ids();
    const read = await Promise.all(ids.map(async (id) => ({ id, list: await this.read(id) })));
    const lists = read.flatMap(({ id, list }) => (list === null ? [] : [{ id, ...list }]));
    return { lists, hasDamaged: lists.length < ids.length };
  }

  /** Puts the parts and then the list, on the disk when this resolves. All that it names has to be there by then. */
  async write(head: BackupHead, files: readonly BackedUpFile[], objects: Objects): Promise<BackupId> {
    const parts = [];
    for (const part of cutInParts(files))
      parts.push({ part: await objects.put(Buffer.from(printPart(part), 'utf8')), files: part.length });
    await objects.sync();
    const id = `${head.takenAt.replace(/[-:.]/gu, '')}-${randomUUID().slice(0, 8)}`;
    const body = printList({ head, parts });
    const text = `${body}${printEnd(hashText(body))}`;
    const temporary = join(this.#folder, `.tmp-${id}`);
    try {
      await writeDurably(temporary, Buffer.from(text, 'utf8'), privateModes.file);
      renameSync(temporary, this.#pathOf(id));
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
    await syncFolder(this.#folder);
    return id;
  }

  async remove(ids: Iterable<BackupId>): Promise<void> {
    for (const id of ids) rmSync(this.#pathOf(id), { force: true });
    await syncFolder(this.#folder);
  }
}

export type NamedList = BackupList & { readonly id: BackupId };

const cutInParts = (files: readonly BackedUpFile[]): readonly (readonly BackedUpFile[])[] => {
  const parts = new Map<string, BackedUpFile[]>();
  for (const file of files) {
    const key = partOfPath(file.path);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [file]);
    else part.push(file);
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
};

/** The files of a backup; null where one of its parts is gone or damaged. */
export const readFilesOf = async (
  { parts }: BackupList,
  objects: Pick<Objects, 'read'>,
): Promise<readonly BackedUpFile[] | null> => {
  const files: BackedUpFile[] = [];
  for (const { part } of parts) {
    const bytes = await objects.read(part);
    const read = bytes === null ? null : parsePart(Buffer.from(bytes).toString('utf8'));
    if (read === null) return null;
    for (const file of read) files.push(file);
  }
  return files;
};
