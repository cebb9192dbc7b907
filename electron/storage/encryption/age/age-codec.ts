import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Decrypter, Identity } from 'age-encryption';
import { type Decoded, type FileCodec, hasAgeHeader, type Seal, type SealPurpose } from '../file-codec.ts';
import { createAgeEncoder } from './age-encoder.ts';
import { loadAge } from './load-age.ts';
import { openIdentity } from './x25519.ts';

const damage: Decoded = { kind: 'damage' };
const inClear: Decoded = { kind: 'damage', isInClear: true };

const makeDecrypter = async (identity: Identity): Promise<Decrypter> => {
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter;
};

/** HMAC-SHA256 under a key for each purpose, which HKDF (RFC 5869) makes of the identity. */
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
 * them. That a file decrypts says that whoever wrote it knew the identity: its recipient stands nowhere.
 *
 * @param takesClear whether a file in the clear is read as it is: while a conversion goes on
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
        // The library has no kinds of errors; whatever it says, these bytes don't authenticate.
        return damage;
      }
    },
  };
};
