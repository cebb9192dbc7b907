/**
 * The merge of an encrypted archive. Git's versions are decrypted in memory, merged as any others, and what comes of it
 * is encrypted again before it leaves memory, to the one identity of the archive: both sides have to have it. What a
 * merge has made before from the same versions is known by what it says, and taken as it is, since the same content is
 * encrypted otherwise each time.
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

/** How the versions of a merge are read, and what was made of them is laid down. */
export type SideCodec = {
  /** What a version says. */
  readonly read: ReadBlob;
  /** The files as they are to lie in the archive. */
  readonly seal: (files: readonly MergedFile[]) => Promise<Result<readonly MergedFile[], AppError>>;
};

export type SidesToRead = {
  readonly trees: Trees;
  readonly index: Index;
  /** Bytes as Git has them. */
  readonly read: ReadBlob;
  readonly context: StorageContext;
  readonly passphrase: () => Promise<string | null>;
};

/**
 * Fails `archive-encrypted` where no passphrase is given, `wrong-passphrase`, `key-damaged`, `nothing-to-merge` where
 * one side alone is encrypted, or each to another key, and `merge-in-clear` where a side has brought a file in the
 * clear: anybody may have written it, and to merge it would be to seal it.
 */
export const openSides = async (sides: SidesToRead): Promise<Result<SideCodec, AppError>> => {
  const { trees, read } = sides;
  const ours = await encryptionIn(trees.ours, read);
  if (!ours.ok) return ours;
  const theirs = await encryptionIn(trees.theirs, read);
  if (!theirs.ok) return theirs;
  if (ours.value === 'off' && theirs.value === 'off') return ok({ read, seal: async (files) => ok(files) });
  // A commit of the middle of a conversion has files of both kinds.
  if (ours.value !== 'on' || theirs.value !== 'on') return apart;
  const codec = await openCodec(sides);
  if (!codec.ok) return codec;
  const held = await requireOneKey(sides, codec.value);
  return held.ok ? ok(encryptedSides(sides, codec.value)) : held;
};

/** Both sides have what that key opens, and nothing in the clear. */
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

/** The files of the archive that a side has in the clear and has not from the base. */
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

/** By a key that either side has: Git may have put its marks into the one that lies in the folder. */
const openCodec = async ({ trees, read, passphrase }: SidesToRead): Promise<Result<FileCodec, AppError>> => {
  const keys = new Set([trees.ours, trees.theirs].flatMap((tree) => tree.get(KEY_FILE) ?? []));
  if (keys.size === 0) return err({ code: 'key-damaged', file: KEY_FILE });
  const given = await passphrase();
  if (given === null) return err({ code: 'archive-encrypted' });
  for (const key of keys) {
    const wrapped = await read(key);
    if (!wrapped.ok) return wrapped;
    const identity = await unwrapIdentity(wrapped.value, given);
    // The base may be from before the archive was encrypted.
    if (identity !== null) return ok(createAgeCodec(identity, { takesClear: true }));
  }
  return err({ code: 'wrong-passphrase' });
};

/** Whether the key opens a file of the root, or there is none that it would have to open. */
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
  /** What can't be decrypted says nothing: as a file that was damaged. */
  const readDecoded: ReadBlob = async (blob) => {
    const bytes = await read(blob);
    return bytes.ok ? ok((await decode(bytes.value)) ?? Buffer.alloc(0)) : bytes;
  };
  const saysSame = async (bytes: Uint8Array, content: Buffer): Promise<boolean> =>
    hasAgeHeader(bytes) && (await decode(bytes))?.equals(content) === true;
  /** What an earlier run has staged already. */
  const stagedAs = async (path: string, content: Buffer): Promise<string | null> => {
    const staged = index.get(path) ?? null;
    const known = staged === null ? null : await read(staged);
    return known?.ok === true && (await saysSame(known.value, content)) ? staged : null;
  };
  /** What an earlier run has written, else made now. */
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
 * The content of what is not encrypted yet: what the merge has made, or has taken from a base in the clear. Else null.
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

/** The merged archive with its key. Where both sides have changed the passphrase ours stays, and that is listed. */
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
