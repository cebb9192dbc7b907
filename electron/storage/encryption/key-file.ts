/**
 * `key.age`: the only identity of an encrypted archive, itself an age file that the passphrase opens. `key.age.bak`
 * beside it is not an earlier version but a second copy: without this file nothing of the archive can be read.
 */
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { refuseShort } from '#domain/contract/encryption.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { isMissing, systemError } from '../file/system-error.ts';
import { backupOf, syncFolder, writeDurably } from '../file/write/write-atomically.ts';
import { KEY_FILE } from '../folder/layout.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { loadAge } from './age/load-age.ts';
import { passphraseIdentity, passphraseRecipient } from './age/scrypt.ts';

/** The text of an identity file as age-keygen writes it, encrypted with the passphrase, in ASCII armour. */
const wrapIdentity = async (
  identity: string,
  passphrase: string,
  { nowMs, passphraseWork }: Machine,
): Promise<Uint8Array> => {
  const { armor, Encrypter } = await loadAge();
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase, passphraseWork));
  const text = `# created: ${toTimestamp(nowMs())}\n${identity}\n`;
  return Buffer.from(armor.encode(await encrypter.encrypt(text)), 'latin1');
};

/** Null if the passphrase does not open it, or if it is damaged, which can't be told apart. */
export const unwrapIdentity = async (wrapped: Uint8Array, passphrase: string): Promise<string | null> => {
  const { armor, Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(passphrase));
  try {
    const bytes = armor.decode(Buffer.from(wrapped).toString('latin1'));
    const text = await decrypter.decrypt(bytes, 'text');
    return /^AGE-SECRET-KEY-1[A-Z0-9]+$/mu.exec(text)?.[0] ?? null;
  } catch {
    return null;
  }
};

const readOrNull = (path: string): Buffer | null => {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
};

const looksLikeKey = (bytes: Buffer): boolean =>
  /^-----BEGIN AGE ENCRYPTED FILE-----\s.+-----END AGE ENCRYPTED FILE-----\s*$/su.test(
    bytes.toString('latin1'),
  );

/**
 * Opens the identity of the archive. Fails with `wrong-passphrase`, `key-damaged` if neither copy is a key, and
 * `key-foreign` if it opens one that does not belong to this archive according to `isOwn`. A missing, damaged or
 * foreign copy is replaced by the other, if the context may repair files.
 */
export const openKey = async (
  context: StorageContext,
  passphrase: string,
  isOwn: (identity: string) => Promise<boolean> = async () => true,
): Promise<Result<string, AppError>> => {
  const copies = copiesIn(context).map((path) => ({ path, bytes: readOrNull(path) }));
  const keys = differentKeys(copies);
  if (keys.length === 0) return err({ code: 'key-damaged', file: KEY_FILE });
  let hasForeign = false;
  for (const key of keys) {
    const identity = await unwrapIdentity(key, passphrase);
    if (identity === null) continue;
    if (await isOwn(identity)) {
      if (context.mayMend()) await mendCopies(context, copies, key);
      return ok(identity);
    }
    hasForeign = true;
  }
  return err(hasForeign ? { code: 'key-foreign', file: KEY_FILE } : { code: 'wrong-passphrase' });
};

type Copy = { readonly path: string; readonly bytes: Buffer | null };

const differentKeys = (copies: readonly Copy[]): readonly Buffer[] => {
  const keys = copies.flatMap(({ bytes }) => (bytes !== null && looksLikeKey(bytes) ? [bytes] : []));
  const [first, second] = keys;
  return first !== undefined && second?.equals(first) === true ? [first] : keys;
};

const mendCopies = async (context: StorageContext, copies: readonly Copy[], key: Buffer): Promise<void> => {
  for (const { path, bytes } of copies) if (bytes?.equals(key) !== true) await putCopy(context, path, key);
};

/** The copy first, then the key itself. */
const copiesIn = (context: StorageContext): readonly [string, string] => {
  const path = pathOf(context, KEY_FILE);
  return [backupOf(path), path];
};

/** Replaces one copy without touching the other, so that at every moment one of the two is complete. */
const putCopy = async (context: StorageContext, path: string, bytes: Uint8Array): Promise<void> => {
  const temporary = context.temporaryPath(pathOf(context, KEY_FILE));
  await writeDurably(temporary, bytes, context.modes().file);
  renameSync(temporary, path);
  await syncFolder(context.root);
};

/**
 * Writes the key, and opens it again from the disk, because nothing may be encrypted for a key that can't be read back.
 */
export const writeKey = async (
  context: StorageContext,
  identity: string,
  passphrase: string,
): Promise<void> => {
  const wrapped = await wrapIdentity(identity, passphrase, context.machine);
  for (const path of copiesIn(context)) await putCopy(context, path, wrapped);
  const opened = await openKey(context, passphrase);
  if (opened.ok && opened.value === identity) return;
  throw systemError('EIO', 'The key was read back otherwise.');
};

/** Renames a key that no longer opens anything in this archive, or perhaps only something damaged. */
export const setKeyAside = async (context: StorageContext): Promise<void> => {
  const aside = `key-${toTimestamp(context.machine.nowMs()).replace(/[-:.]/gu, '')}.age`;
  const path = pathOf(context, KEY_FILE);
  // If the key is missing, its copy is used.
  const [from] = [path, backupOf(path)].filter((each) => existsSync(each));
  if (from === undefined) return;
  renameSync(from, pathOf(context, aside));
  rmSync(backupOf(path), { force: true });
  await syncFolder(context.root);
};

export const hasKey = (context: StorageContext): boolean =>
  copiesIn(context).some((path) => existsSync(path));

export const newIdentity = async (): Promise<string> => (await loadAge()).generateX25519Identity();

/**
 * Makes a new key of the archive, opened by the passphrase; returns its identity. Fails with `passphrase-too-short`.
 */
export const makeKey = async (
  context: StorageContext,
  passphrase: string,
): Promise<Result<string, AppError>> => {
  const short = refuseShort(passphrase);
  if (short !== null) return err(short);
  await setKeyAside(context);
  const identity = await newIdentity();
  await writeKey(context, identity, passphrase);
  return ok(identity);
};
