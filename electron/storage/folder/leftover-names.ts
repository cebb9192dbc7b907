/**
 * The names of unfinished files. A name counts only in a place where Precis creates it, and only in exactly that form:
 * an archive is the analyst's own folder, and `report.tmp-2024.docx` in it is a report.
 */
import type { Dirent } from 'node:fs';
import { nameOfRootFile, rootKinds } from '#domain/archive/root-files.ts';
import {
  articleIdSchema,
  boardIdSchema,
  eventShardSchema,
  formIdSchema,
  memoIdSchema,
  snapshotIdSchema,
} from '#domain/ids.ts';
import { isPictureFile } from '#domain/picture/stored-picture.ts';
import { NONCE_PATTERN } from '../lock/lock-holder.ts';
import { ARCHIVE_FILE, CONVERSION_FILE, INCOMING_PREFIX, KEY_FILE, textFiles } from './layout.ts';

/** Folders that can contain unfinished files. */
export type Place =
  | 'root'
  | 'articles'
  | 'memos'
  | 'article'
  | 'memo'
  | 'snapshots'
  | 'pictures'
  | 'forms'
  | 'boards'
  | 'events'
  | 'trashed-articles'
  | 'trashed-memos';

type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory'>;

const isArticleId = (name: string): boolean => articleIdSchema.safeParse(name).success;
const isFormFile = (name: string): boolean =>
  name.endsWith('.json') && formIdSchema.safeParse(name.slice(0, -'.json'.length)).success;
const isBoardFile = (name: string): boolean =>
  name.endsWith('.json') && boardIdSchema.safeParse(name.slice(0, -'.json'.length)).success;
const isEventShardFile = (name: string): boolean =>
  name.endsWith('.json') && eventShardSchema.safeParse(name.slice(0, -'.json'.length)).success;
const isSnapshotFile = (name: string): boolean =>
  name.endsWith('.json') && snapshotIdSchema.safeParse(name.slice(0, -'.json'.length)).success;
const isMemoId = (name: string): boolean => memoIdSchema.safeParse(name).success;

/** The files of each folder that are written beside themselves first. */
const rootFiles = [ARCHIVE_FILE, ...rootKinds.map(nameOfRootFile), KEY_FILE, CONVERSION_FILE, ...textFiles];
const articleFiles = ['article.json', 'body.json', 'annotations.json', 'translations.json'];
const memoFiles = ['memo.json', 'review.json'];

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** See createStorageContext; the copy of a file is written beside its `.bak`. */
const temporary = new RegExp(`^(.+?)(?:\\.bak)?\\.tmp-${UUID}-[1-9]\\d*$`, 'u');
/** See acquireLock: a lock in the making, and the right to replace the lock of a nonce. */
const ofLock = new RegExp(`^\\.lock\\.tmp-(?:of|after)-${NONCE_PATTERN}(?:~\\d+)?$`, 'u');

const isTemporaryOf = (files: readonly string[], { name }: Entry): boolean =>
  files.includes(temporary.exec(name)?.[1] ?? '');

const isIncoming = ({ name }: Entry, isId: (name: string) => boolean): boolean =>
  name.startsWith(INCOMING_PREFIX) && isId(name.slice(INCOMING_PREFIX.length));

/** A folder that was on its way out of the trash for good. */
const isGoing = ({ name }: Entry, isId: (name: string) => boolean): boolean =>
  isId(temporary.exec(name)?.[1] ?? '');

const unfinished: { readonly [P in Place]: (entry: Entry) => boolean } = {
  root: (entry) => entry.isFile() && (isTemporaryOf(rootFiles, entry) || ofLock.test(entry.name)),
  article: (entry) => entry.isFile() && isTemporaryOf(articleFiles, entry),
  memo: (entry) => entry.isFile() && isTemporaryOf(memoFiles, entry),
  snapshots: (entry) => entry.isFile() && isSnapshotFile(temporary.exec(entry.name)?.[1] ?? ''),
  pictures: (entry) => entry.isFile() && isPictureFile(temporary.exec(entry.name)?.[1] ?? ''),
  forms: (entry) => entry.isFile() && isFormFile(temporary.exec(entry.name)?.[1] ?? ''),
  boards: (entry) => entry.isFile() && isBoardFile(temporary.exec(entry.name)?.[1] ?? ''),
  events: (entry) => entry.isFile() && isEventShardFile(temporary.exec(entry.name)?.[1] ?? ''),
  articles: (entry) => entry.isDirectory() && isIncoming(entry, isArticleId),
  memos: (entry) => entry.isDirectory() && isIncoming(entry, isMemoId),
  'trashed-articles': (entry) => entry.isDirectory() && isGoing(entry, isArticleId),
  'trashed-memos': (entry) => entry.isDirectory() && isGoing(entry, isMemoId),
};

/** Whether an entry in that place is an unfinished file, by its name and kind. */
export const isLeftover = (place: Place, entry: Entry): boolean => unfinished[place](entry);
