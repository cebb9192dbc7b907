/** The encoding of a file key in the body of a stanza (age-encryption.org/v1): the same for every kind of recipient. */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

export const FILE_KEY_BYTES = 16;
/** The length of an encrypted file key with its authentication tag. */
const BODY_BYTES = FILE_KEY_BYTES + 16;
/** A wrapping key is used only once, so the nonce may be constant. */
const NONCE = new Uint8Array(12);

export const wrapFileKey = (key: Uint8Array, fileKey: Uint8Array): Uint8Array =>
  chacha20poly1305(key, NONCE).encrypt(fileKey);

/** Null if it was wrapped with another key. */
export const unwrapFileKey = (key: Uint8Array, body: Uint8Array): Uint8Array | null => {
  if (body.length !== BODY_BYTES) return null;
  try {
    return chacha20poly1305(key, NONCE).decrypt(body);
  } catch {
    // It does not authenticate; the library has no error types.
    return null;
  }
};
