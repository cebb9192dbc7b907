import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { base64nopad, bech32 } from '@scure/base';
import type { Decrypter, Identity } from 'age-encryption';
import { type Decoded, type FileCodec, hasAgeHeader, type Seal, type SealPurpose } from '../file-codec.ts';
import { createAgeEncoder, type WrapFileKey } from './age-encoder.ts';
import { unwrapFileKey, wrapFileKey } from './file-key.ts';
import { loadAge } from './load-age.ts';

/**
 * The X25519 stanza of an age file (age-encryption.org/v1, "The X25519 recipient type"), using Node's own curve: that
 * of the library takes a millisecond, which is half of a save.
 */
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

/** The key that wraps the file key: derived from the shared secret, and bound to the share and the recipient. */
const wrappingKey = (shared: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([share, recipient]), INFO, KEY_BYTES));

/** The key pair of an identity `AGE-SECRET-KEY-1…`, for encrypting to it and for decrypting. */
const openIdentity = (
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

const damage: Decoded = { kind: 'damage' };
const inClear: Decoded = { kind: 'damage', isInClear: true };

const makeDecrypter = async (identity: Identity): Promise<Decrypter> => {
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter;
};

/** HMAC-SHA256 with a separate key for each purpose, derived from the identity by HKDF (RFC 5869). */
const createSeal = (secret: Uint8Array): Seal => {
  const sealOf = (purpose: SealPurpose, content: Uint8Array): Buffer => {
    const key = hkdfSync('sha256', secret, new Uint8Array(), `precis/v1/seal/${purpose}`, 32);
    return createHmac('sha256', new Uint8Array(key)).update(content).digest();
  };
  return {
    of: (purpose, content) => sealOf(purpose, content).toString('hex'),
    holds: (purpose, content, seal) =>
      /^[0-9a-f]{64}$/u.test(seal) && timingSafeEqual(sealOf(purpose, content), Buffer.from(seal, 'hex')),
  };
};

/**
 * Files in the age format, each encrypted to the one identity of the archive: `age --decrypt -i key.age <file>` opens
 * them. That a file can be decrypted proves that its writer knew the identity, because its recipient is stored nowhere.
 * @param takesClear whether an unencrypted file is read as it is: during a conversion
 */
export const createAgeCodec = (
  identity: string,
  { takesClear }: { readonly takesClear: boolean },
): FileCodec => {
  const keys = openIdentity(identity);
  const encode = createAgeEncoder(keys.wrap);
  let making: Promise<Decrypter> | null = null;
  return {
    seal: createSeal(keys.secret),
    encode: async (content) => encode(content),
    async decode(bytes) {
      if (!hasAgeHeader(bytes)) return takesClear ? { kind: 'bytes', bytes } : inClear;
      making ??= makeDecrypter(keys.identity);
      const decrypter = await making;
      try {
        return { kind: 'bytes', bytes: await decrypter.decrypt(bytes) };
      } catch {
        // The library has no error types; any error means that these bytes don't authenticate.
        return damage;
      }
    },
  };
};
