/**
 * Where a second version of a file can be, and what its name shows. Each sync program has its own names for these,
 * some in the language of its user, so a name decides nothing: any file beside those of a record may be a copy of
 * one, and its content shows of which. A name only shows whether a sync has made it, and then it is merged
 * automatically, or a person.
 */
import { articleIdSchema, type EventShard, eventShardSchema, memoIdSchema } from '../../ids.ts';
import type { RecordFolder } from '../changes.ts';
import type { FileKind } from '../files.ts';
import { rootKinds } from '../root-files.ts';
import { readArchivePath } from './archive-path.ts';

/** What may be a copy of a file of the archive, by its path there. */
export type CopyPlace = {
  /** The folder of the file of which it is one, with a "/" at its end; empty for the root. */
  readonly folder: string;
  /** Which files of that folder it may be a copy of, the likeliest first; none of a copy of `key.age`. */
  readonly kinds: readonly FileKind[];
  /** Whether its name is one that a sync or a version control gives to a second version. */
  readonly isNamedAsCopy: boolean;
};

/**
 * Files that are being written or were replaced, by this program or another; a hidden file is nobody's second
 * version. Those of Precis: `.bak`, `.tmp-…`, `.corrupt-…`, `.incoming-…`, a key that was set aside.
 */
const passing =
  /^[.~]|\.bak$|\.tmp-|\.corrupt-|\.(?:tmp|part|partial|filepart|crdownload|swp|lock|!sync|!ut)$|^key-\d{8}T\d{9}Z\.age$/iu;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iu;
const parents = { articles: articleIdSchema, memos: memoIdSchema } as const;
const isParent = (name: string): name is keyof typeof parents => Object.hasOwn(parents, name);

/**
 * What may be a copy, by its path with "/"; null for the files of the archive themselves, and for what can't be one.
 */
export const placeOfCopy = (path: string): CopyPlace | null => {
  const [name = '', ...above] = path.split('/').toReversed();
  if (name === '' || passing.test(name)) return null;
  const [top = '', id = '', ...within] = above.toReversed();
  if (above.length === 0) return /\.age\b/iu.test(name) ? placeOfKey(name) : placeIn('', name, atRoot);
  if (above.length === 1) return placeIn(`${top}/`, name, fileFolders[top] ?? []);
  return isParent(top) ? placeInFolder(top, id, [...within, name]) : null;
};

const fileFolders: Readonly<Record<string, readonly FileKind[]>> = {
  templates: ['form'],
  boards: ['board'],
  events: ['event-shard'],
};

const atRoot: readonly FileKind[] = [...rootKinds, 'archive'];

const placeOfKey = (name: string): CopyPlace | null =>
  /^key\b/iu.test(name) && name !== 'key.age' ? { folder: '', kinds: [], isNamedAsCopy: true } : null;

type InCopy = 'none' | 'of-a-sync' | 'by-hand';

const placeInFolder = (
  top: keyof typeof parents,
  id: string,
  within: readonly string[],
): CopyPlace | null => {
  const original = originalOfFolderCopy(top, id) ?? parents[top].safeParse(id).data;
  if (original === undefined) return null;
  const inCopy = original === id ? 'none' : whoseFolderCopy(id);
  const folder = `${top}/${original}/`;
  const [first = '', second] = within;
  if (within.length === 2 && top === 'memos' && first === 'snapshots')
    return placeIn(`${folder}snapshots/`, second ?? '', ['snapshot'], inCopy);
  if (within.length !== 1) return null;
  if (top === 'memos') return placeIn(folder, first, ['memo', 'review'], inCopy);
  // The bytes that were imported may be JSON themselves.
  return isOriginal(first)
    ? null
    : placeIn(folder, first, ['annotations', 'article', 'body', 'translations'], inCopy);
};

const isOriginal = (name: string): boolean => /^original\.[^.]+$/u.test(name);

const placeIn = (
  folder: string,
  name: string,
  kinds: readonly FileKind[],
  inCopy: InCopy = 'none',
): CopyPlace | null => {
  const isInCopy = inCopy === 'of-a-sync';
  const own = readArchivePath(`${folder}${name}`)?.kind ?? null;
  if (own !== null && inCopy === 'none') return null;
  if (own !== null) return { folder, kinds: inFront(own, kinds), isNamedAsCopy: isInCopy };
  const folded = name.normalize('NFC').toLowerCase();
  const likely = kinds.find((kind) => folded.startsWith(kind));
  const named = kinds.includes('event-shard')
    ? shardOfCopy(name)
    : UUID.exec(name.slice(0, UUID_LENGTH))?.[0];
  const stem = likely ?? named ?? undefined;
  const isNamedAsCopy =
    isInCopy || (stem !== undefined && isMarkOfCopy(name.normalize('NFC').slice(stem.length)));
  return { folder, kinds: likely === undefined ? kinds : inFront(likely, kinds), isNamedAsCopy };
};

const UUID_LENGTH = 36;
const SHARD_LENGTH = 4;

/** The file of events after which a copy is named; null where its name names none, and the events do not show it. */
export const shardOfCopy = (name: string): EventShard | null =>
  eventShardSchema.safeParse(name.slice(0, SHARD_LENGTH)).data ?? null;

const inFront = (kind: FileKind, kinds: readonly FileKind[]): readonly FileKind[] => [
  kind,
  ...kinds.filter((other) => other !== kind),
];

/** What syncs put between the name of a file and `.json`, or behind it. */
const marks: readonly RegExp[] = [
  // Syncthing (docs.syncthing.net, "Conflicting changes")
  /^\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?\.json$/u,
  // Dropbox, Nextcloud, Seafile, Google Drive, Box, pCloud, Unison: words, a number, a person in brackets, in any
  // language
  /^[ _.-]?(?:\(.+\)|\[.+\])+\.json$/u,
  /^\.json[ _.-]?(?:\(.+\)|\[.+\])$/u,
  // iCloud
  /^[ _]\d{1,3}\.json$/u,
  // OneDrive: the name of a computer, which has a capital or a digit in it
  /^-(?=[^.]*[\p{Lu}\p{N}])[\p{L}\p{N}][\p{L}\p{N}_-]*\.json$/u,
  // ownCloud and older Nextcloud, Resilio, git mergetool, Mercurial, Subversion
  /^[ _.-](?:conflict|conflicted|orig|theirs|mine|ours|base|local|remote|backup)(?:[ _.-].*)?\.json$/iu,
  /^\.json[ _.-](?:conflict.*|conflicted.*|orig|rej|theirs|mine|ours|r\d+)$/iu,
];

const isMarkOfCopy = (rest: string): boolean => marks.some((mark) => mark.test(rest));

/** The name of a copied folder is formed like that of a file; an id in capitals comes from a file system. */
const whoseFolderCopy = (name: string): InCopy =>
  name.length === UUID_LENGTH || isMarkOfCopy(`${name.normalize('NFC').slice(UUID_LENGTH)}.json`)
    ? 'of-a-sync'
    : 'by-hand';

/**
 * The name of the folder of which a folder beside it is a copy: `<id> 2`, `<id> (1)`, `<id>-DESKTOP-1`, or the id in
 * capitals; null where its name holds no id, or is one.
 */
export const originalOfFolderCopy = (parent: keyof typeof parents, name: string): string | null => {
  if (passing.test(name)) return null;
  const [found] = UUID.exec(name) ?? [];
  if (found === undefined || found === name)
    return found === name.toLowerCase() ? null : lowerId(parent, name);
  return lowerId(parent, found);
};

const lowerId = (parent: keyof typeof parents, id: string): string | null =>
  parents[parent].safeParse(id.toLowerCase()).data ?? null;

/** The folder of an article or a memo in whose copy the file is; null where it is in none. */
export const copiedFolderOf = (path: string): RecordFolder['id'] | null => {
  const [top = '', folder = '', ...within] = path.split('/');
  if (!isParent(top) || within.length === 0) return null;
  return originalOfFolderCopy(top, folder) as RecordFolder['id'] | null;
};
