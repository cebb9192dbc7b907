/**
 * Checks whether the subject of a manifest entry exists in the form in which it was written. Content that is written
 * once is identified by the hash of its data, not of its bytes: another layout of the same JSON is the same content.
 */
import { createHash } from 'node:crypto';
import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { type FileKind, MEMO_VERSION } from '#domain/archive/files.ts';
import type { ManifestEntry, ManifestLoss } from '#domain/archive/manifest.ts';
import { type Sha256, sha256Schema } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import type { FileCodec } from '../encryption/file-codec.ts';
import { parseJson, readContent } from '../file/read/read-content.ts';
import { readDecoded } from '../file/read/read-decoded.ts';
import { sizeLimits } from '../file/read/size-limits.ts';
import { requireSystemError } from '../file/system-error.ts';

/** Where an archive is, and how its files are encoded. */
export type JudgedArchive = { readonly root: string; readonly codec: FileCodec };

type Hashes = ManifestEntry['hashes'];

/** The hash of a sent memo covers the fields of that version of the file: a later Precis may write others. */
export const SENT_HASH = `sent@${MEMO_VERSION}`;

/** The files of each kind that are written once, by name in the folder; a snapshot is a single file. */
const sealedFiles = { article: ['article', 'body'], snapshot: ['snapshot'] } as const;

/** The paths at which it may be: an article or a memo, and its snapshots, may also be in the trash. */
const pathsOf = ({ what, id, memoId }: ManifestEntry): readonly string[] => {
  if (what === 'root') return [`${id}.json`];
  if (what === 'form') return [`templates/${id}.json`];
  if (what === 'board') return [`boards/${id}.json`];
  const name = what === 'snapshot' ? `memos/${memoId ?? ''}/snapshots/${id}.json` : `${what}s/${id}`;
  return [name, `trash/${name}`];
};

/** The path in the archive at which it is now; null if it is nowhere, or if there is something else. */
export const findEntry = (root: string, entry: ManifestEntry): string | null =>
  pathsOf(entry).find((path) =>
    entry.what === 'article' || entry.what === 'memo'
      ? isRecordFolder(root, entry, path)
      : isFile(root, path),
  ) ?? null;

/** A folder with none of its own files is a remnant of a sync. */
const isRecordFolder = (root: string, { what }: ManifestEntry, path: string): boolean =>
  (what === 'memo' ? ['memo'] : ['article', 'body', 'annotations']).some((kind) =>
    isFile(root, `${path}/${kind}.json`),
  );

const isFile = (root: string, path: string): boolean => statsOf(root, path)?.isFile() === true;

/** A file that can't be examined counts as possibly existing. */
const statsOf = (root: string, path: string): Stats | undefined => {
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false });
  } catch (cause) {
    requireSystemError(cause);
    return undefined;
  }
};

/** The difference from the entry; null if there is none, or if the file can't be read, which its reader reports. */
export const judgeEntry = async (
  archive: JudgedArchive,
  entry: ManifestEntry,
  sinceMs: number,
): Promise<ManifestLoss | null> => {
  if (entry.goneAt !== null) return null;
  const path = findEntry(archive.root, entry);
  if (path === null) return { how: 'gone', entry };
  if (Object.keys(entry.hashes).length === 0) return null;
  const found = await hashesFound(archive, entry, path, sinceMs);
  const other = Object.entries(found).filter(([name, hash]) => (entry.hashes[name] ?? hash) !== hash);
  return other.length === 0 ? null : { how: 'altered', entry, hashes: Object.fromEntries(other) };
};

/** Null for a memo that is not sent although an entry says that it was: it has no such hash. */
const hashesFound = async (
  archive: JudgedArchive,
  entry: ManifestEntry,
  path: string,
  sinceMs: number,
): Promise<Readonly<Record<string, Sha256 | null>>> => {
  const found = await hashesAt(archive, entry, path, sinceMs);
  const isUnsent =
    entry.what === 'memo' &&
    entry.hashes[SENT_HASH] !== undefined &&
    found[SENT_HASH] === undefined &&
    (await memoAt(archive, path, sinceMs)) !== null;
  return isUnsent ? { [SENT_HASH]: null } : found;
};

/**
 * Whether an entry lacks a hash that it could have: it was made by an older Precis, or the file could not be read then.
 */
export const lacksHashes = ({ what, hashes }: ManifestEntry): boolean => {
  if (what === 'memo') return hashes[SENT_HASH] === undefined;
  const files = what === 'article' || what === 'snapshot' ? sealedFiles[what] : [];
  return files.some((kind) => hashes[kind] === undefined);
};

/** The hashes of the write-once files that were touched since then, as far as they can be read. */
export const hashesAt = async (
  archive: JudgedArchive,
  entry: Pick<ManifestEntry, 'what'>,
  path: string,
  sinceMs = 0,
): Promise<Hashes> => {
  if (entry.what === 'memo') {
    const memo = await memoAt(archive, path, sinceMs);
    return memo === null ? {} : hashesOfSent(memo);
  }
  if (entry.what !== 'article' && entry.what !== 'snapshot') return {};
  const hashes: Record<string, Sha256> = {};
  for (const kind of sealedFiles[entry.what]) {
    const name = entry.what === 'snapshot' ? path : `${path}/${kind}.json`;
    const hash = await hashSealed(archive, kind, name, sinceMs);
    if (hash !== null) hashes[kind] = hash;
  }
  return hashes;
};

/** A file whose modification time was reset has been changed all the same. */
const wasTouched = ({ root }: JudgedArchive, name: string, sinceMs: number): boolean => {
  const stats = statsOf(root, name);
  return stats !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs) >= sinceMs;
};

const hashSealed = async (
  archive: JudgedArchive,
  kind: FileKind,
  name: string,
  sinceMs: number,
): Promise<Sha256 | null> => {
  if (!wasTouched(archive, name, sinceMs)) return null;
  const read = await readDecoded(join(archive.root, name), sizeLimits[kind], archive.codec);
  if (read.kind !== 'bytes') return null;
  const json = await parseJson(read.bytes);
  return json === undefined ? null : hashJson(json);
};

const memoAt = async (archive: JudgedArchive, path: string, sinceMs: number): Promise<Memo | null> => {
  const name = `${path}/memo.json`;
  if (!wasTouched(archive, name, sinceMs)) return null;
  const read = await readContent('memo', join(archive.root, name), archive.codec);
  return read.kind === 'content' ? read.content.memo : null;
};

/** The title of an article or a memo, if it can be read. */
export const titleAt = async (
  archive: JudgedArchive,
  { what }: Pick<ManifestEntry, 'what'>,
  path: string,
): Promise<string | null> => {
  if (what === 'memo') return (await memoAt(archive, path, 0))?.head.title ?? null;
  if (what !== 'article') return null;
  const read = await readContent('article', join(archive.root, path, 'article.json'), archive.codec);
  return read.kind === 'content' ? read.content.article.bibliography.title : null;
};

/** The hash of the fields that may not change in a sent memo; empty for one that can still be edited. */
export const hashesOfSent = (memo: Memo): Hashes => {
  if (!isSent(memo)) return {};
  const { id, kind, head, content, printedTaskIds, supersedesId, sending } = memo;
  const sent = sending === null ? null : { ...sending, seenChanges: [] };
  return { [SENT_HASH]: hashJson({ id, kind, head, content, printedTaskIds, supersedesId, sending: sent }) };
};

/** SHA-256 of JSON, regardless of the order of its keys and its layout. */
export const hashJson = (json: unknown): Sha256 =>
  sha256Schema.parse(
    createHash('sha256')
      .update(JSON.stringify(inOrder(json)))
      .digest('hex'),
  );

const inOrder = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(inOrder);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, inOrder(value)]),
  );
};

const sealedBytes = ({ seal: _, ...entry }: ManifestEntry): Uint8Array =>
  Buffer.from(hashJson(entry), 'utf8');

/** The entry with the seal of an encrypted archive; unchanged for an unencrypted one. */
export const sealEntry = ({ seal }: FileCodec, entry: ManifestEntry): ManifestEntry => {
  const { seal: _, ...bare } = entry;
  return seal === null ? bare : { ...bare, seal: sha256Schema.parse(seal.of('manifest', sealedBytes(bare))) };
};

/** Whether this archive has made the entry. In an unencrypted archive nothing can authenticate it, so it is trusted. */
export const isVouchedFor = ({ seal }: FileCodec, entry: ManifestEntry): boolean =>
  seal === null || (entry.seal !== undefined && seal.holds('manifest', sealedBytes(entry), entry.seal));
