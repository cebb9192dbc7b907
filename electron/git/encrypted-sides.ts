/**
 * The merge of an encrypted archive. Git's versions are decrypted in memory and merged as usual, and the result is
 * encrypted again before it leaves memory, for the one identity of the archive, which both sides must share. What an
 * earlier run has made from the same versions is recognised by its content and reused, since the same content is
 * encrypted differently each time.
 */

import { parseContent } from '#domain/archive/content/parse-content.ts';
import type { EncryptionState } from '#domain/archive/encryption-state.ts';
import { readArchivePath } from '#domain/archive/merge/archive-path.ts';
import type { Tree, Trees } from '#domain/archive/merge/plan-merge.ts';
import { mainKinds } from '#domain/archive/root-files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { createAgeCodec } from '../storage/encryption/age/age-codec.ts';
import { type FileCodec, hasAgeHeader } from '../storage/encryption/file-codec.ts';
import { unwrapIdentity } from '../storage/encryption/key-file.ts';
import { parseOrNull } from '../storage/file/read/parse-or-null.ts';
import { readBytes } from '../storage/file/read/read-bytes.ts';
import { ARCHIVE_FILE, KEY_FILE } from '../storage/folder/layout.ts';
import { pathOf, type StorageContext } from '../storage/storage-context.ts';
import type { ListedConflict, MergedArchive } from './merge/merge-contents.ts';
import type { MergedFile, ReadBlob } from './merge/merged-file.ts';
import type { Index } from './read-trees.ts';

/** How the versions of a merge are read, and how its result is stored. */
export type SideCodec = {
  /** The content of a version, decrypted. */
  readonly read: ReadBlob;
  /** The files in the form in which the archive stores them. */
  readonly seal: (files: readonly MergedFile[]) => Promise<Result<readonly MergedFile[], AppError>>;
};

export type SidesToRead = {
  readonly trees: Trees;
  readonly index: Index;
  /** The bytes as Git stores them. */
  readonly read: ReadBlob;
  readonly context: StorageContext;
  readonly passphrase: () => Promise<string | null>;
};

/**
 * Fails with `archive-encrypted` if no passphrase is given, `wrong-passphrase`, `key-damaged`, `nothing-to-merge` if
 * only one side is encrypted or each has another key, and `merge-in-clear` if a side has added an unencrypted file:
 * anybody may have written it, and merging would encrypt it as if it were trusted.
 */
export const openSides = async (sides: SidesToRead): Promise<Result<SideCodec, AppError>> => {
  const { trees, read } = sides;
  const ours = await encryptionIn(trees.ours, read);
  if (!ours.ok) return ours;
  const theirs = await encryptionIn(trees.theirs, read);
  if (!theirs.ok) return theirs;
  if (ours.value === 'off' && theirs.value === 'off') return ok({ read, seal: async (files) => ok(files) });
  // A commit made during a conversion has files of both kinds.
  if (ours.value !== 'on' || theirs.value !== 'on') return apart;
  const codec = await openCodec(sides);
  if (!codec.ok) return codec;
  const held = await requireOneKey(sides, codec.value);
  return held.ok ? ok(encryptedSides(sides, codec.value)) : held;
};

/** Requires that both sides are encrypted for that key, and have no unencrypted files. */
const requireOneKey = async (sides: SidesToRead, codec: FileCodec): Promise<Result<null, AppError>> => {
  const { trees, read } = sides;
  for (const tree of [trees.ours, trees.theirs]) if (!(await opensAny(tree, read, codec))) return apart;
  return refuseClear(sides);
};

const refuseClear = async (sides: SidesToRead): Promise<Result<null, AppError>> => {
  for (const side of ['ours', 'theirs'] as const) {
    const files = await clearFilesOf(sides, side);
    if (!files.ok) return files;
    if (files.value.length > 0) return err({ code: 'merge-in-clear', side, files: files.value });
  }
  return ok(null);
};

/** The files of the archive that are unencrypted on a side and do not come from the base. */
const clearFilesOf = async (
  { trees, read }: SidesToRead,
  side: 'ours' | 'theirs',
): Promise<Result<readonly string[], AppError>> => {
  const files: string[] = [];
  for (const [path, blob] of trees[side]) {
    if (path === ARCHIVE_FILE || readArchivePath(path) === null || trees.base?.get(path) === blob) continue;
    const bytes = await read(blob);
    if (!bytes.ok) return bytes;
    if (!hasAgeHeader(bytes.value)) files.push(path);
  }
  return ok(files);
};

const MAX_BYTES = 1 << 30;

const apart: Result<never, AppError> = err({ code: 'nothing-to-merge', why: 'encrypted' });

const encryptionIn = async (tree: Tree, read: ReadBlob): Promise<Result<EncryptionState, AppError>> => {
  const blob = tree.get(ARCHIVE_FILE);
  const bytes = blob === undefined ? null : await read(blob);
  if (bytes !== null && !bytes.ok) return bytes;
  const info = parseContent('archive', parseOrNull(bytes?.value.toString('utf8') ?? ''));
  return ok(info.ok ? info.value.encryption : 'off');
};

/** Uses the key of either side: Git may have put conflict markers into the key file in the folder. */
const openCodec = async ({ trees, read, passphrase }: SidesToRead): Promise<Result<FileCodec, AppError>> => {
  const keys = new Set([trees.ours, trees.theirs].flatMap((tree) => tree.get(KEY_FILE) ?? []));
  if (keys.size === 0) return err({ code: 'key-damaged', file: KEY_FILE });
  const given = await passphrase();
  if (given === null) return err({ code: 'archive-encrypted' });
  for (const key of keys) {
    const wrapped = await read(key);
    if (!wrapped.ok) return wrapped;
    const identity = await unwrapIdentity(wrapped.value, given);
    // The base may be older than the encryption of the archive.
    if (identity !== null) return ok(createAgeCodec(identity, { takesClear: true }));
  }
  return err({ code: 'wrong-passphrase' });
};

/** Whether the key decrypts a file of the root, or there is no encrypted file to try. */
const opensAny = async (tree: Tree, read: ReadBlob, codec: FileCodec): Promise<boolean> => {
  let isLocked = false;
  for (const kind of mainKinds) {
    const blob = tree.get(`${kind}.json`);
    const bytes = blob === undefined ? null : await read(blob);
    if (bytes === null || !bytes.ok || !hasAgeHeader(bytes.value)) continue;
    if ((await codec.decode(bytes.value)).kind === 'bytes') return true;
    isLocked = true;
  }
  return !isLocked;
};

const encryptedSides = ({ read, context, index }: SidesToRead, codec: FileCodec): SideCodec => {
  const decode = async (bytes: Uint8Array): Promise<Buffer | null> => {
    const decoded = await codec.decode(bytes);
    return decoded.kind === 'bytes' ? Buffer.from(decoded.bytes) : null;
  };
  /** A version that can't be decrypted has no content, as a damaged file. */
  const readDecoded: ReadBlob = async (blob) => {
    const bytes = await read(blob);
    return bytes.ok ? ok((await decode(bytes.value)) ?? Buffer.alloc(0)) : bytes;
  };
  const saysSame = async (bytes: Uint8Array, content: Buffer): Promise<boolean> =>
    hasAgeHeader(bytes) && (await decode(bytes))?.equals(content) === true;
  /** The blob that an earlier run has staged. */
  const stagedAs = async (path: string, content: Buffer): Promise<string | null> => {
    const staged = index.get(path) ?? null;
    const known = staged === null ? null : await read(staged);
    return known?.ok === true && (await saysSame(known.value, content)) ? staged : null;
  };
  /** The bytes that an earlier run has written, else newly encrypted ones. */
  const encrypted = async (path: string, content: Buffer): Promise<Buffer> => {
    const found = await readBytes(pathOf(context, path), MAX_BYTES);
    const isWritten = found.kind === 'bytes' && (await saysSame(found.bytes, content));
    return Buffer.from(isWritten ? found.bytes : await codec.encode(content));
  };
  const sealOne = async (file: MergedFile): Promise<Result<MergedFile, AppError>> => {
    const content = await contentToSeal(file, read);
    if (!content.ok) return content;
    if (content.value === null) return ok(file);
    const staged = await stagedAs(file.path, content.value);
    const bytes = staged === null ? await encrypted(file.path, content.value) : null;
    return ok({ ...file, blob: staged, bytes });
  };
  return {
    read: readDecoded,
    seal: async (files) => {
      const sealed: MergedFile[] = [];
      for (const file of files) {
        const one = await sealOne(file);
        if (!one.ok) return one;
        sealed.push(one.value);
      }
      return ok(sealed);
    },
  };
};

/**
 * The content of a file that is not encrypted yet: the result of the merge, or a version from an unencrypted base. Null
 * for any other file.
 */
const contentToSeal = async (
  { path, bytes, blob, planned }: MergedFile,
  read: ReadBlob,
): Promise<Result<Buffer | null, AppError>> => {
  if (path === ARCHIVE_FILE || path === KEY_FILE) return ok(null);
  const { base, ours, theirs } = planned.versions;
  if (blob === null || blob !== base || blob === ours || blob === theirs) return ok(bytes);
  const before = await read(blob);
  return before.ok && hasAgeHeader(before.value) ? ok(null) : before;
};

/**
 * The merged archive with its key. If both sides have changed the passphrase, ours is kept, and the conflict is listed.
 */
export const withKey = (merged: MergedArchive, { base, ours, theirs }: Trees): MergedArchive => {
  const versions = { ...atKey('base', base), ...atKey('ours', ours), ...atKey('theirs', theirs) };
  const blob =
    versions.ours === versions.base ? (versions.theirs ?? versions.ours) : (versions.ours ?? versions.theirs);
  if (blob === undefined) return merged;
  const isContested = new Set([versions.base, versions.ours, versions.theirs]).size === 3;
  const conflict: ListedConflict = { kind: 'bytes', file: KEY_FILE, unreadable: [] };
  const planned = { path: KEY_FILE, kind: null, versions, take: blob, isContested };
  return {
    files: [{ path: KEY_FILE, planned, blob, bytes: null }, ...merged.files],
    conflicts: [...(isContested ? [conflict] : []), ...merged.conflicts],
  };
};

const atKey = (side: keyof Trees, tree: Tree | null) => {
  const blob = tree?.get(KEY_FILE);
  return blob === undefined ? {} : { [side]: blob };
};
