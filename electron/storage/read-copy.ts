import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { MutableContent } from '#domain/archive/apply-changes.ts';
import { kindOfJson, ownerOfContent } from '#domain/archive/content/owner-of-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { type CopyPlace, placeOfCopy, shardOfCopy } from '#domain/archive/merge/original-of-copy.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { FoundCopy } from '#electron/ports/archive.ts';
import type { ArchiveState } from './archive-state.ts';
import { hasAgeHeader, plainCodec } from './encryption/file-codec.ts';
import { READ_FLAGS } from './file/read/read-bytes.ts';
import { contentOf, parseJson, readContent } from './file/read/read-content.ts';
import { readDecoded } from './file/read/read-decoded.ts';
import { sizeLimits } from './file/read/size-limits.ts';
import { requireSystemError } from './file/system-error.ts';
import { ARCHIVE_FILE, KEY_FILE, nameOfEventShard } from './folder/layout.ts';
import { folderLinkedOut } from './folder/linked-out.ts';
import { isListed } from './folder/own-name.ts';
import { placeOfName } from './folder/place-of-name.ts';
import { pathOf, type StorageContext } from './storage-context.ts';

const nothing: FoundCopy = { kind: 'nothing' };

/**
 * Reads a possible conflict copy, without repairing anything: its content shows of which file it is a copy. See
 * Archive.readCopy.
 * @param isAsked whether a person declares that it is a copy, although its name does not show it
 */
export const readCopy = async (
  { context }: ArchiveState,
  name: string,
  isAsked: boolean,
): Promise<FoundCopy> => {
  const place = placeOfCopy(name);
  if (place === null || folderLinkedOut(context.root, name) !== null) return nothing;
  if (place.kinds.length === 0) return compareKey(context, name);
  const read = await readAny(context, name, place);
  if (read.kind !== 'content') return read;
  const original = nameOfOriginal(place, read.of, read.content, name);
  if (original === null) return { kind: 'left', why: 'other-record' };
  // On a case-insensitive file system it may be the file itself, renamed: only a different file may be removed.
  if (!isListed(context.root, original))
    return existsSync(pathOf(context, original)) ? nothing : { kind: 'left', why: 'no-original' };
  if (!place.isNamedAsCopy && !isAsked) return { kind: 'left', why: 'by-hand' };
  return compareWith(context, original, read);
};

const compareWith = async (
  context: StorageContext,
  original: string,
  { of: kind, content }: Any,
): Promise<FoundCopy> => {
  const at = placeOfName(original);
  return at?.kind === 'mutable'
    ? // The content is that of a file of its kind.
      { kind: 'records', file: at.file, content: content as MutableContent }
    : compareSealed(context, original, kind, content);
};

type Any = { readonly kind: 'content'; readonly of: FileKind; readonly content: FileContents[FileKind] };

/**
 * A file that a person stores in an archive, and that is not a file of Precis, is ignored, unless its name marks it as
 * a copy.
 */
const readAny = async (context: StorageContext, name: string, place: CopyPlace): Promise<Any | FoundCopy> => {
  const path = pathOf(context, name);
  const unread: FoundCopy = place.isNamedAsCopy ? { kind: 'left', why: 'damaged' } : nothing;
  // Large files that are not ours are not read to find that out.
  if (!place.isNamedAsCopy && !beginsAsOurs(path)) return nothing;
  const limit = Math.max(...place.kinds.map((kind) => sizeLimits[kind]));
  const read = await readDecoded(path, limit, place.kinds[0] === 'archive' ? plainCodec : context.codec);
  if (read.kind === 'nothing') return nothing;
  return read.kind === 'bytes' ? parseAny(path, await parseJson(read.bytes), place, unread) : unread;
};

const parseAny = (
  path: string,
  json: unknown,
  { kinds, isNamedAsCopy }: CopyPlace,
  unread: FoundCopy,
): Any | FoundCopy => {
  const [likeliest] = kinds;
  const kind = kindOfJson(json, kinds) ?? (isNamedAsCopy ? likeliest : undefined);
  if (kind === undefined) return unread;
  const found = contentOf(kind, json, path);
  if (found.kind === 'newer-version') return { kind: 'left', why: 'newer' };
  if (found.kind === 'content') return { kind: 'content', of: kind, content: found.content };
  return found.kind === 'damage' && found.isOther === true ? { kind: 'left', why: 'other-record' } : unread;
};

/** Whether a file begins with a JSON object, or like an encrypted file. */
const beginsAsOurs = (path: string): boolean => {
  const head = Buffer.alloc(64);
  try {
    const descriptor = openSync(path, READ_FLAGS);
    try {
      const begin = head.subarray(0, readSync(descriptor, head, 0, head.length, 0));
      return hasAgeHeader(begin) || /^\uFEFF?\s*\{/u.test(begin.toString('utf8'));
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    requireSystemError(cause);
    return false;
  }
};

/** The file of which the content is a copy; null if it belongs to another article or memo. */
const nameOfOriginal = (
  { folder }: CopyPlace,
  kind: FileKind,
  content: FileContents[FileKind],
  name: string,
): string | null => {
  const { folderId, fileId } = ownerOfContent(content);
  if (folderId !== null && folder.split('/')[1] !== folderId) return null;
  if (kind === 'snapshot' || kind === 'form' || kind === 'board')
    return fileId === null ? null : `${folder}${fileId}.json`;
  if (kind === 'event-shard') {
    const shard = shardOfCopy(basename(name));
    return shard === null ? null : nameOfEventShard(shard);
  }
  return kind === 'archive' ? ARCHIVE_FILE : `${folder}${kind}.json`;
};

/** Write-once content is the same on all machines; if it differs, one of the files was altered. */
const compareSealed = async (
  context: StorageContext,
  original: string,
  kind: FileKind,
  content: FileContents[FileKind],
): Promise<FoundCopy> => {
  const stands = await readContent(kind, pathOf(context, original), context.codec);
  if (stands.kind !== 'content') return { kind: 'left', why: 'no-original' };
  return equalJson(content, stands.content) ? { kind: 'same' } : { kind: 'left', why: 'written-once' };
};

/** Two different keys may be opened by two passphrases: neither is removed without a person's decision. */
const compareKey = (context: StorageContext, name: string): FoundCopy => {
  try {
    const [copy, key] = [name, KEY_FILE].map((one) => readFileSync(pathOf(context, one)));
    return key !== undefined && copy?.equals(key) === true
      ? { kind: 'same' }
      : { kind: 'left', why: 'other-key' };
  } catch (cause) {
    requireSystemError(cause);
    return nothing;
  }
};
