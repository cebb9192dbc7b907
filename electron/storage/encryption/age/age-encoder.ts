/**
 * Writes age files with one recipient (age-encryption.org/v1, "Header" and "Payload"). The library uses streams and its
 * own hashes, which takes longer than the cipher itself, and every save waits for it; the output is equivalent.
 * Measured for a file of 4 KB: 2.6 ms of processor time by the library, 0.5 ms here; for 32 MB 430 and 360.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { base64nopad } from '@scure/base';
import type { Stanza } from 'age-encryption';
import { FILE_KEY_BYTES } from './file-key.ts';

const NONCE_BYTES = 16;
const KEY_BYTES = 32;
const CHUNK_BYTES = 64 << 10;

/** The header of a file to be written, and the key of its content. */
type Head = { readonly bytes: Uint8Array; readonly fileKey: Uint8Array };

/** Wraps the key of a file for its recipient, in a body of less than one full line. */
export type WrapFileKey = (fileKey: Uint8Array) => Stanza;

const deriveKey = (fileKey: Uint8Array, salt: Uint8Array, purpose: 'header' | 'payload'): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, salt, purpose, KEY_BYTES));

const makeHead = (wrap: WrapFileKey): Head => {
  const fileKey = randomBytes(FILE_KEY_BYTES);
  const { args, body } = wrap(fileKey);
  const text = `age-encryption.org/v1\n-> ${args.join(' ')}\n${base64nopad.encode(body)}\n---`;
  const mac = createHmac('sha256', deriveKey(fileKey, new Uint8Array(), 'header'))
    .update(text)
    .digest();
  return { fileKey, bytes: Buffer.from(`${text} ${base64nopad.encode(mac)}\n`, 'latin1') };
};

/** Each header is used once. The next one is prepared while the disk is busy. */
const makeHeadsAhead = (wrap: WrapFileKey): (() => Head) => {
  let next: Head | null = null;
  return () => {
    const head = next ?? makeHead(wrap);
    next = null;
    setImmediate(() => {
      next ??= makeHead(wrap);
    });
    return head;
  };
};

/** The nonce of the STREAM construction: the index of the chunk, and whether it is the last. */
const nonceOf = (number: number, isLast: boolean): Uint8Array => {
  const nonce = new Uint8Array(12);
  const view = new DataView(nonce.buffer);
  view.setUint32(7, number);
  view.setUint8(11, isLast ? 1 : 0);
  return nonce;
};

const encryptPayload = (key: Uint8Array, content: Uint8Array): readonly Uint8Array[] => {
  // Empty content has one chunk all the same.
  const count = Math.max(1, Math.ceil(content.length / CHUNK_BYTES));
  return Array.from({ length: count }, (_, number) => {
    const chunk = content.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES);
    return chacha20poly1305(key, nonceOf(number, number === count - 1)).encrypt(chunk);
  });
};

export const createAgeEncoder = (wrap: WrapFileKey): ((content: Uint8Array) => Uint8Array) => {
  const nextHead = makeHeadsAhead(wrap);
  return (content) => {
    const { bytes, fileKey } = nextHead();
    const nonce = randomBytes(NONCE_BYTES);
    // Not a Buffer, for which V8 would compile the cipher a second time.
    const plain = new Uint8Array(content.buffer, content.byteOffset, content.length);
    return Buffer.concat([bytes, nonce, ...encryptPayload(deriveKey(fileKey, nonce, 'payload'), plain)]);
  };
};
