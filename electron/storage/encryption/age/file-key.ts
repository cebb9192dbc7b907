/**
 * How the key of a file stands in the body of a stanza (age-encryption.org/v1): the same for every kind of recipient.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

export const FILE_KEY_BYTES = 16;
/** That of a file key, with what authenticates it. */
const BODY_BYTES = FILE_KEY_BYTES + 16;
/** A key that wraps is used once. */
const NONCE = new Uint8Array(12);

export const wrapFileKey = (key: Uint8Array, fileKey: Uint8Array): Uint8Array =>
  chacha20poly1305(key, NONCE).encrypt(fileKey);

/** Null where it was wrapped with another key. */
export const unwrapFileKey = (key: Uint8Array, body: Uint8Array): Uint8Array | null => {
  if (body.length !== BODY_BYTES) return null;
  try {
    return chacha20poly1305(key, NONCE).decrypt(body);
  } catch {
    // It does not authenticate; the library has no kinds of errors.
    return null;
  }
};
