/**
 * The X25519 stanza of an age file (age-encryption.org/v1, "The X25519 recipient type") over Node's own curve: that of
 * the library takes a millisecond, which is half of a save.
 */
import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { base64nopad, bech32 } from '@scure/base';
import type { Identity } from 'age-encryption';
import type { WrapFileKey } from './age-encoder.ts';
import { unwrapFileKey, wrapFileKey } from './file-key.ts';

const TYPE = 'X25519';
const INFO = 'age-encryption.org/v1/X25519';
const KEY_BYTES = 32;

/** PKCS #8 of an X25519 key but for its last 32 bytes (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');

const publicBytes = (key: KeyObject): Uint8Array =>
  Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url');

const publicKeyOf = (bytes: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(bytes).toString('base64url') },
    format: 'jwk',
  });

/** The key that wraps the file key: from what both sides share, bound to the share and to the recipient. */
const wrappingKey = (shared: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([share, recipient]), INFO, KEY_BYTES));

/** The key pair of an identity `AGE-SECRET-KEY-1…`, for encrypting to it and for decrypting. */
export const openIdentity = (
  identity: string,
): { readonly wrap: WrapFileKey; readonly identity: Identity; readonly secret: Uint8Array } => {
  const { bytes } = bech32.decodeToBytes(identity.toLowerCase());
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, bytes]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  const own = publicBytes(publicKey);
  return {
    secret: bytes,
    wrap(fileKey) {
      const ephemeral = generateKeyPairSync('x25519');
      const share = publicBytes(ephemeral.publicKey);
      const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey });
      const body = wrapFileKey(wrappingKey(shared, share, own), fileKey);
      return { args: [TYPE, base64nopad.encode(share)], body };
    },
    identity: {
      unwrapFileKey(stanzas) {
        for (const { args, body } of stanzas) {
          if (args[0] !== TYPE || args[1] === undefined) continue;
          const share = base64nopad.decode(args[1]);
          const shared = diffieHellman({ privateKey, publicKey: publicKeyOf(share) });
          const key = unwrapFileKey(wrappingKey(shared, share, own), body);
          if (key !== null) return key;
        }
        return null;
      },
    },
  };
};
