// What somebody without the passphrase writes into the folder of an encrypted archive, in seeded combinations of every
// file that steers how it is opened. Whatever lies there: nothing is decrypted onto the disk, nothing forged is taken
// in, nothing that lay there is deleted.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { createAgeCodec } from '#electron/storage/encryption/age/age-codec.ts';
import { convertArchive } from '#electron/storage/encryption/convert/convert-archive.ts';
import type { ConversionDecision } from '#electron/storage/encryption/open-encryption.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { hashBytes } from '#electron/storage/hash-text.ts';
import { withLock } from '#electron/storage/lock/with-lock.ts';
import { sampleArticle } from '../../../support/archive/sample-folders.ts';
import { createSampleMachine } from '../../../support/archive/sample-ids.ts';
import { sampleTag } from '../../../support/archive/sample-records.ts';
import { it, mustSucceed, tryToOpen } from '../archive-under-test.ts';
import {
  bytesBelow,
  CANARY,
  filesWith,
  givePassphrase,
  layArchive,
  PASSPHRASE,
} from './encrypted-archive.ts';

const SEED = 20261130;
const RUNS = 240;
/** Stands in every file that is forged, and in none of the archive's. */
const FORGED = 'Vespa crabro';

type Forgery = {
  readonly claims: string;
  /** Whether the version before says the same. */
  readonly inBoth: boolean;
  readonly key: 'own' | 'foreign' | 'foreign-copy' | 'no-copy' | 'garbage-copy' | 'cut-off';
  readonly record:
    | 'none'
    | 'garbage'
    | 'in-the-clear'
    | 'swapped'
    | 'unsealed'
    | 'replayed-clear'
    | 'replayed-encrypted';
  readonly clear: readonly (keyof typeof clearFiles)[];
};

const forgedTags = serialiseContent({ version: 4, tags: [sampleTag(FORGED)] } as never);
const forgedArticle = sampleArticle(FORGED, []);

/** Files in the clear, by what they stand in the place of; `*` is the folder of the article that is there. */
const clearFiles = {
  tags: { path: 'tags.json', text: forgedTags },
  'tags before': { path: 'tags.json.bak', text: forgedTags },
  'tags of a sync': { path: 'tags.sync-conflict-20240424-110000-ABCDEFG.json', text: forgedTags },
  sources: { path: 'sources.json', text: `{"version":3,"sources":[],"x":"${FORGED}"}` },
  annotations: { path: 'articles/*/annotations.json', text: `{"version":10,"${FORGED}":1}` },
  body: {
    path: 'articles/*/body.json',
    text: `{"version":5,"body":{"type":"doc","content":[]},"x":"${FORGED}"}`,
  },
  'a new article': {
    path: `articles/${forgedArticle.article.id}/article.json`,
    text: serialiseContent({ version: 7, article: forgedArticle.article } as never),
  },
  'a picture': { path: 'articles/*/media/picture.png', text: FORGED },
  'further events': { path: 'events/0002.json', text: `{"version":2,"events":[],"x":"${FORGED}"}` },
  'a form': { path: `templates/${randomUUID()}.json`, text: `{"version":4,"forms":[],"x":"${FORGED}"}` },
} as const;

const forgeries: fc.Arbitrary<Forgery> = fc.record({
  claims: fc.constantFrom('off', 'turning-on', 'on', 'turning-off', 'missing', 'something else'),
  inBoth: fc.boolean(),
  key: fc.constantFrom('own', 'own', 'own', 'foreign', 'foreign-copy', 'no-copy', 'garbage-copy', 'cut-off'),
  record: fc.constantFrom(
    'none',
    'garbage',
    'in-the-clear',
    'swapped',
    'unsealed',
    'replayed-clear',
    'replayed-encrypted',
  ),
  clear: fc.subarray(Object.keys(clearFiles) as (keyof typeof clearFiles)[]),
});

/**
 * Records of conversions of this archive that have ended, and the key of another archive that the same passphrase
 * opens.
 */
const materialOf = async (folder: string) => {
  const parent = `${folder}-made`;
  const own = join(parent, 'own');
  await cp(folder, own, { recursive: true });
  const turned = new AbortController();
  const record = { clear: Buffer.of(), encrypted: Buffer.of() };
  for (const to of ['clear', 'encrypted'] as const) {
    const onProgress = async (): Promise<void> => {
      const path = join(own, 'conversion.age');
      if (existsSync(path)) record[to] = await readFile(path);
      if (to === 'clear' && record.clear.length > 0) turned.abort();
    };
    const signal = to === 'clear' ? turned.signal : new AbortController().signal;
    await withLock({ folder: own, machine: createSampleMachine(), modes: privateModes }, (context) =>
      convertArchive(context, { to, passphrase: givePassphrase }, { signal, onProgress }),
    );
  }
  const other = join(parent, 'other');
  await mustSucceed(await tryToOpen(other, { newPassphrase: PASSPHRASE })).close();
  const foreignKey = await readFile(join(other, 'key.age'));
  await rm(parent, { recursive: true });
  return { record, foreignKey };
};

type Material = Awaited<ReturnType<typeof materialOf>> & {
  readonly identity: string;
  readonly articleId: string;
};

const lay = async (folder: string, forgery: Forgery, material: Material): Promise<readonly string[]> => {
  const at = (path: string): string => join(folder, path);
  const info = JSON.parse(await readFile(at('archive.json'), 'utf8'));
  const claimed = { ...info, encryption: forgery.claims === 'missing' ? undefined : forgery.claims };
  const names = forgery.inBoth ? ['archive.json', 'archive.json.bak'] : ['archive.json'];
  for (const name of names) await writeFile(at(name), JSON.stringify(claimed));
  const key = await readFile(at('key.age'));
  const keys: { readonly [K in Forgery['key']]: () => Promise<unknown> } = {
    own: async () => undefined,
    foreign: async () => writeFile(at('key.age'), material.foreignKey),
    'foreign-copy': async () => writeFile(at('key.age.bak'), material.foreignKey),
    'no-copy': () => rm(at('key.age.bak')),
    'garbage-copy': () => writeFile(at('key.age.bak'), 'nothing'),
    'cut-off': () => writeFile(at('key.age'), key.subarray(0, -40)),
  };
  await keys[forgery.key]();
  const pathOf = (name: keyof typeof clearFiles): string =>
    clearFiles[name].path.replace('*', material.articleId);
  const codec = createAgeCodec(material.identity, { takesClear: false });
  const said = {
    ...{ format: 'precis-conversion', version: 1, archiveId: info.id, to: 'encrypted' },
    begunAt: info.createdAt,
    files: forgery.clear.map((name) => [pathOf(name), hashBytes(Buffer.from(clearFiles[name].text))]),
  };
  const unsealed = JSON.stringify({ seal: '0'.repeat(64), record: JSON.stringify(said) });
  const records: { readonly [R in Forgery['record']]: () => Promise<Uint8Array> | null } = {
    none: () => null,
    garbage: async () => Buffer.from('age-encryption.org/v1\n-> X25519 nonsense\n'),
    'in-the-clear': async () => Buffer.from(unsealed),
    swapped: () => readFile(at('tasks.json')),
    // What an original may hold that its author has written so: the archive encrypts it like any other.
    unsealed: () => codec.encode(Buffer.from(unsealed)),
    'replayed-clear': async () => material.record.clear,
    'replayed-encrypted': async () => material.record.encrypted,
  };
  const record = await records[forgery.record]();
  if (record !== null) await writeFile(at('conversion.age'), record);
  for (const name of forgery.clear) {
    const path = at(pathOf(name));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, clearFiles[name].text);
  }
  return forgery.clear.map((name) => clearFiles[name].text);
};

const sayAll = async (archive: Archive): Promise<string> => {
  const articles = await Promise.all(
    (await archive.articleIds()).map(async (id) => [
      await archive.article(id),
      await archive.body(id),
      await archive.annotations(id),
    ]),
  );
  const forms = await Promise.all((await archive.formIds()).map((id) => archive.form(id)));
  return JSON.stringify([
    articles,
    forms,
    await archive.tags(),
    await archive.sources(),
    await archive.pad(),
  ]);
};

const faultsOfOpen = async (archive: Archive): Promise<string[]> => {
  const faults: string[] = [];
  if ((await sayAll(archive)).includes(FORGED)) faults.push('forged words were taken in');
  if (archive.identity === null) faults.push('it is open in the clear');
  if (archive.info.encryption !== 'on') faults.push('it says that it is not encrypted');
  await archive.close();
  return faults;
};

type Judged = { readonly isOpen: boolean; readonly faults: readonly string[] };

/** What is wrong after an archive was opened with its passphrase, by somebody who decides so, or by nobody. */
const faultsOf = async (
  folder: string,
  forgery: Forgery,
  material: Material,
  decision: ConversionDecision | null,
): Promise<Judged> => {
  const forged = await lay(folder, forgery, material);
  const before = new Set(filesWith(folder, CANARY));
  const decideConversion = async () => decision;
  const opened = await tryToOpen(folder, { passphrase: givePassphrase, decideConversion });
  const faults = opened.ok ? await faultsOfOpen(opened.value) : [];
  const after = bytesBelow(folder);
  if (filesWith(folder, CANARY).some((path) => !before.has(path))) faults.push('words lie in the clear');
  const left = [...after.values()];
  for (const text of forged)
    if (!left.includes(Buffer.from(text, 'utf8').toString('latin1'))) faults.push('a forged file is gone');
  if (!left.some((bytes) => bytes.includes('BEGIN AGE ENCRYPTED FILE'))) faults.push('the key is gone');
  if (opened.ok && !/"encryption": ?"on"/u.test(after.get('archive.json') ?? ''))
    faults.push('archive.json still says otherwise');
  return { isOpen: opened.ok, faults: [...new Set(faults)] };
};

describe('what somebody without the passphrase has written into an encrypted archive', () => {
  it('neither decrypts it nor is taken in, nor is it deleted', { timeout: 300_000 }, async ({ folder }) => {
    const { articleId } = await layArchive(folder, 'encrypted');
    const own = mustSucceed(await tryToOpen(folder, { passphrase: givePassphrase }));
    const { identity } = own;
    await own.close();
    const material = { ...(await materialOf(folder)), identity: identity ?? '', articleId };
    await rm(folder, { recursive: true });
    expect(material.record.clear.length).toBeGreaterThan(0);
    expect(material.record.encrypted.length).toBeGreaterThan(0);
    const wrong: string[] = [];
    let opened = 0;
    for (const [run, forgery] of fc.sample(forgeries, { seed: SEED, numRuns: RUNS }).entries()) {
      await layArchive(folder, 'encrypted');
      const decision = (['leave', null] as const)[run % 2] ?? null;
      const { faults, isOpen } = await faultsOf(folder, forgery, material, decision);
      if (isOpen) opened += 1;
      if (faults.length > 0) wrong.push(`${run}: ${faults.join(', ')} of ${JSON.stringify(forgery)}`);
      await rm(folder, { recursive: true });
    }
    expect(wrong).toEqual([]);
    // Nothing could go wrong in those that are refused.
    expect(opened).toBeGreaterThan(RUNS / 4);
  });
});
