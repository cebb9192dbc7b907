import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient, Stanza } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAgeCodec } from '#electron/storage/encryption/age/age-codec.ts';
import { passphraseIdentity, passphraseRecipient } from '#electron/storage/encryption/age/scrypt.ts';
import type { FileCodec } from '#electron/storage/encryption/file-codec.ts';

const CHUNK = 64 << 10;
/** Around the edges of the chunks in which a file is encrypted. */
const sizes = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17];

let identity: string;
let codec: FileCodec;
beforeAll(async () => {
  identity = await generateX25519Identity();
  codec = createAgeCodec(identity, { takesClear: false });
});

const headerOf = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes).toString('latin1');
  return text.slice(0, text.indexOf('\n', text.indexOf('\n---') + 1));
};

describe('the codec of an encrypted archive', () => {
  it.for(sizes)('writes %i bytes as the library reads them', async (size) => {
    const content = new Uint8Array(randomBytes(size));
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(await decrypter.decrypt(await codec.encode(content))).toEqual(content);
  });

  it.for(sizes)('reads %i bytes as the library writes them', async (size) => {
    const content = new Uint8Array(randomBytes(size));
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(identity));
    expect(await codec.decode(await encrypter.encrypt(content))).toEqual({ kind: 'bytes', bytes: content });
  });

  it('encrypts a part of a larger buffer alone', async () => {
    const whole = randomBytes(1000);
    const decoded = await codec.decode(await codec.encode(whole.subarray(3, 700)));
    expect(decoded).toEqual({ kind: 'bytes', bytes: new Uint8Array(whole.subarray(3, 700)) });
  });

  it('has a key of its own for each file, also of those that are written at once', async () => {
    const content = Buffer.from('the same words');
    const files = await Promise.all(Array.from({ length: 20 }, () => codec.encode(content)));
    for (let turn = 0; turn < 20; turn++) {
      files.push(await codec.encode(content));
      // The next header is made meanwhile.
      await new Promise(setImmediate);
    }
    expect(new Set(files.map(headerOf)).size).toBe(files.length);
    expect(headerOf(files[0] ?? Buffer.of())).toMatch(
      /^age-encryption\.org\/v1\n-> X25519 \S{43}\n\S{43}\n--- \S{43}$/u,
    );
  });
});

describe('a seal', () => {
  const content = Buffer.from('{"to":"clear"}');

  it('holds for these bytes, this purpose and this key alone', async () => {
    const seal = codec.seal?.of('conversion', content) ?? '';
    const other = createAgeCodec(await generateX25519Identity(), { takesClear: false });
    expect(codec.seal?.holds('conversion', content, seal)).toBe(true);
    expect(codec.seal?.holds('manifest', content, seal)).toBe(false);
    expect(codec.seal?.holds('conversion', Buffer.from('{"to":"cleaR"}'), seal)).toBe(false);
    expect(other.seal?.holds('conversion', content, seal)).toBe(false);
    expect(createAgeCodec(identity, { takesClear: true }).seal?.holds('conversion', content, seal)).toBe(
      true,
    );
  });

  it.for(['', 'ab', 'z'.repeat(64), 'A'.repeat(64), '0'.repeat(128)])('does not hold as %j', (seal) => {
    expect(codec.seal?.holds('conversion', content, seal)).toBe(false);
  });
});

describe('a passphrase', () => {
  const words = 'grüne Äpfel, 五 Birnen';

  it('opens what it has encrypted in the library, and there what it has encrypted here', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(passphraseRecipient(words, 10));
    const decrypter = new Decrypter();
    decrypter.addPassphrase(words);
    expect(await decrypter.decrypt(await encrypter.encrypt('the key'), 'text')).toBe('the key');

    const theirs = new Encrypter();
    theirs.setPassphrase(words);
    theirs.setScryptWorkFactor(10);
    const ours = new Decrypter();
    ours.addIdentity(passphraseIdentity(words));
    expect(await ours.decrypt(await theirs.encrypt('the key'), 'text')).toBe('the key');
  });

  it('opens nothing that asks for a gigabyte, has a second stanza, or is another’s', async () => {
    const [stanza] = await passphraseRecipient(words, 10).wrapFileKey(new Uint8Array(16));
    if (stanza === undefined) throw new Error('There is no stanza.');
    const open = async (stanzas: readonly Stanza[], typed = words) =>
      passphraseIdentity(typed).unwrapFileKey([...stanzas]);
    expect(await open([stanza])).toEqual(new Uint8Array(16));
    const [type = '', salt = ''] = stanza.args;
    for (const factor of ['21', '99', '010', '1e1', ''])
      expect(await open([new Stanza([type, salt, factor], stanza.body)])).toBeNull();
    expect(await open([stanza, stanza])).toBeNull();
    expect(await open([])).toBeNull();
    expect(await open([stanza], 'another')).toBeNull();
  });
});
