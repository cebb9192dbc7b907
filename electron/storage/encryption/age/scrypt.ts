/**
 * The scrypt stanza of an age file (age-encryption.org/v1, "The scrypt recipient type"), using Node's own scrypt, which
 * runs outside the event loop: that of the library blocks it for a second or two.
 */
import { randomBytes, scrypt } from 'node:crypto';
import { base64nopad } from '@scure/base';
import type { Identity, Recipient } from 'age-encryption';
import { unwrapFileKey, wrapFileKey } from './file-key.ts';

const TYPE = 'scrypt';
const LABEL = 'age-encryption.org/v1/scrypt';
const SALT_BYTES = 16;
const KEY_BYTES = 32;
export const BLOCK_SIZE = 8;
/** scrypt with N = 2^17, r = 8 (OWASP, "Password Storage"): about half a second, and 128 MiB, for each guess. */
export const WORK_FACTOR = 17;
/** A file with a higher work factor would take a gigabyte of memory: none of ours has one. */
const MAX_WORK_FACTOR = 20;

const deriveKey = (passphrase: string, salt: Uint8Array, workFactor: number): Promise<Uint8Array> => {
  const options = {
    N: 2 ** workFactor,
    r: BLOCK_SIZE,
    p: 1,
    // Twice what it needs.
    maxmem: 2 * 128 * BLOCK_SIZE * 2 ** workFactor,
  };
  const labelled = Buffer.concat([Buffer.from(LABEL, 'latin1'), salt]);
  return new Promise((resolve, reject) => {
    scrypt(passphrase, labelled, KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(new Uint8Array(key));
      else reject(error);
    });
  });
};

export const passphraseRecipient = (passphrase: string, workFactor = WORK_FACTOR): Recipient => ({
  async wrapFileKey(fileKey) {
    const salt = randomBytes(SALT_BYTES);
    const body = wrapFileKey(await deriveKey(passphrase, salt, workFactor), fileKey);
    return [{ args: [TYPE, base64nopad.encode(salt), String(workFactor)], body }];
  },
});

/** Does not open a stanza of another format, with too high a work factor, or of another passphrase. */
export const passphraseIdentity = (passphrase: string): Identity => ({
  async unwrapFileKey([stanza, ...others]) {
    const [type, salt, factor] = stanza?.args ?? [];
    if (stanza === undefined || others.length > 0 || type !== TYPE || salt === undefined) return null;
    const workFactor = /^[1-9]\d?$/u.test(factor ?? '') ? Number(factor) : Number.POSITIVE_INFINITY;
    if (workFactor > MAX_WORK_FACTOR) return null;
    const key = await deriveKey(passphrase, base64nopad.decode(salt), workFactor);
    return unwrapFileKey(key, stanza.body);
  },
});
