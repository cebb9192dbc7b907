import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { armor } from 'age-encryption';
import { describe, expect } from 'vitest';
import { pathOfPicture } from '#domain/picture/stored-picture.ts';
import { thisMachine } from '#electron/platform/this-machine.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { findUnusedPictures } from '#electron/storage/check/unused-pictures.ts';
import { changePassphrase } from '#electron/storage/encryption/change-passphrase.ts';
import { codecForReading } from '#electron/storage/encryption/open-encryption.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { withLock } from '#electron/storage/lock/with-lock.ts';
import { createStorageContext } from '#electron/storage/storage-context.ts';
import { addTag } from '../../../support/archive/sample-changes.ts';
import { createSampleMachine } from '../../../support/archive/sample-ids.ts';
import { sampleTag } from '../../../support/archive/sample-records.ts';
import { readTree } from '../../../support/files/read-tree.ts';
import { it, listenForRepairs, mustFail, mustSucceed, perform, tryToOpen } from '../archive-under-test.ts';
import {
  CANARY,
  convert,
  filesWith,
  fillArchive,
  givePassphrase,
  layArchive,
  PASSPHRASE,
} from './encrypted-archive.ts';

const flip = (bytes: Buffer, place: number): Buffer =>
  Buffer.from(bytes.map((byte, at) => (at === place ? byte ^ 1 : byte)));

/** The files that hold words, in the archive, in the trash, and as they were before. */
const everyKind = [
  ...['tags', 'sources', 'tasks', 'searches', 'events', 'falls', 'pad'].map(
    (kind) => new RegExp(`^${kind}\\.json$`, 'mu'),
  ),
  /^tags\.json\.bak$/mu,
  /^events\.json\.bak$/mu,
  /^articles\/.+\/article\.json$/mu,
  /^articles\/.+\/body\.json$/mu,
  /^articles\/.+\/annotations\.json$/mu,
  /^articles\/.+\/annotations\.json\.bak$/mu,
  /^articles\/.+\/translations\.json$/mu,
  /^articles\/.+\/original\.pdf$/mu,
  /^memos\/.+\/memo\.json$/mu,
  /^memos\/.+\/media\/.+\.png$/mu,
  /^memos\/.+\/snapshots\/.+\.json$/mu,
  /^templates\/.+\.json$/mu,
  /^boards\/.+\.json$/mu,
  /^trash\/articles\/.+\/original\.pdf$/mu,
  /^trash\/memos\/.+\/media\/.+\.png$/mu,
  /^trash\/copies\/tags\..+\.json$/mu,
];

const codecOf = (folder: string) =>
  codecForReading(
    createStorageContext(folder, createSampleMachine(), () => undefined),
    givePassphrase,
  );

describe('an archive that is encrypted', () => {
  it('holds no word in the clear, and says the same when it is opened', async ({ folder, open }) => {
    const { articleId, memoId, passage, tag, event, pictures } = await layArchive(folder, 'encrypted');
    expect(filesWith(folder, CANARY)).toEqual([]);
    expect(filesWith(folder, 'AGE-SECRET-KEY')).toEqual([]);
    const opened = await open({ passphrase: givePassphrase });
    expect(mustSucceed(await opened.annotations(articleId)).passages).toEqual([passage]);
    expect(mustSucceed(await opened.translations(articleId)).renderings).toMatchObject([{ text: CANARY }]);
    expect(mustSucceed(await opened.body(articleId))).toMatchObject({ body: { type: 'doc' } });
    expect(Buffer.from(mustSucceed(await opened.original(articleId))).toString()).toContain(CANARY);
    for (const { picture, bytes } of pictures)
      expect(await opened.picture({ kind: 'memo', id: memoId }, picture)).toEqual({
        kind: 'picture',
        bytes,
      });
    expect(mustSucceed(await opened.memo(memoId)).memo.head.title).toBe(`On ${CANARY}`);
    expect(mustSucceed(await opened.tags()).tags).toEqual([tag]);
    expect(mustSucceed(await opened.events()).events).toEqual([event]);
    expect(mustSucceed(await opened.falls()).falls).toMatchObject([{ touched: [CANARY] }]);
    expect(await opened.snapshotIds(memoId)).toHaveLength(1);
    expect(await opened.formIds()).toHaveLength(1);
    const [boardId] = await opened.boardIds();
    if (boardId === undefined) throw new Error('The board is gone.');
    expect(mustSucceed(await opened.board(boardId)).boards).toMatchObject([{ question: CANARY }]);
    expect(await opened.trashedArticles()).toHaveLength(1);
  });

  it('is written to without a word in the clear, also in versions before and in the trash', async ({
    folder,
    open,
  }) => {
    await layArchive(folder, 'encrypted');
    const opened = await open({ passphrase: givePassphrase });
    const { memoId, pictures } = await fillArchive(opened);
    const [shown, later] = pictures;
    const memo = { type: 'folder', kind: 'memo', id: memoId, to: 'trash' } as const;
    mustSucceed(await perform(opened, { changes: [memo] }));
    mustSucceed(await opened.undo());
    await opened.close();
    expect(filesWith(folder, CANARY)).toEqual([]);
    const again = await open({ passphrase: givePassphrase });
    expect(mustSucceed(await again.memo(memoId)).memo.head.title).toBe(`On ${CANARY}`);
    for (const { picture, bytes } of pictures)
      expect(await again.picture({ kind: 'memo', id: memoId }, picture)).toEqual({
        kind: 'picture',
        bytes,
      });
    await again.close();
    const codec = mustSucceed(await codecOf(folder));
    const { findings } = await checkArchive({ root: folder, codec });
    // The passages of the samples are made up, and their memos have one number; no file is damaged, missing or altered.
    expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(['number-twice', 'selector-lost']);
    const unused = (await findUnusedPictures({ root: folder, codec }, findings)).join();
    expect(unused).toContain(pathOfPicture(later.picture));
    expect(unused).not.toContain(pathOfPicture(shown.picture));
  });

  it('is brought back into the clear to the byte', async ({ folder }) => {
    await layArchive(folder, 'clear');
    const before = await readTree(folder);
    const holding = filesWith(folder, CANARY).join('\n');
    for (const kind of everyKind) expect(holding).toMatch(kind);
    await writeFile(join(folder, `tags.json.tmp-${randomUUID()}-1`), CANARY);
    mustSucceed(await convert(folder, 'encrypted'));
    expect(filesWith(folder, CANARY)).toEqual([]);
    expect(mustSucceed(await convert(folder, 'clear'))).toMatchObject({ unopened: [] });
    expect(await readTree(folder)).toEqual(before);
  });

  it('is not opened without its passphrase, nor with another, and not a byte is changed', async ({
    folder,
  }) => {
    await layArchive(folder, 'encrypted');
    const before = await readTree(folder);
    expect(mustFail(await tryToOpen(folder))).toEqual({ code: 'archive-encrypted' });
    const wrong = { passphrase: async () => `${PASSPHRASE}?` };
    expect(mustFail(await tryToOpen(folder, wrong))).toEqual({ code: 'wrong-passphrase' });
    const other = await convert(folder, 'clear', 'another one of fifteen');
    expect(mustFail(other)).toEqual({ code: 'wrong-passphrase' });
    expect(await readTree(folder)).toEqual(before);
  });

  it('has a second copy of its key, and says so where both are gone', async ({ folder, open }) => {
    await layArchive(folder, 'encrypted');
    const key = join(folder, 'key.age');
    for (const broken of ['', (await readFile(key, 'latin1')).slice(0, -60)]) {
      await writeFile(key, broken);
      await (await open({ passphrase: givePassphrase })).close();
      expect(await readFile(key)).toEqual(await readFile(`${key}.bak`));
    }
    await rm(key);
    await rm(`${key}.bak`);
    const error = { code: 'key-damaged', file: 'key.age' };
    expect(mustFail(await tryToOpen(folder, { passphrase: givePassphrase }))).toEqual(error);
  });

  it('is opened by a new passphrase alone, once it was changed', async ({ folder, open }) => {
    await layArchive(folder, 'encrypted');
    const place = { folder, machine: createSampleMachine(), modes: privateModes };
    const change = (to: string) =>
      withLock(place, (context) => changePassphrase(context, givePassphrase, to));
    expect(mustFail(await change('short'))).toEqual({ code: 'passphrase-too-short', minCharacters: 15 });
    mustSucceed(await change('a quite different passphrase'));
    const old = await tryToOpen(folder, { passphrase: givePassphrase });
    expect(mustFail(old)).toEqual({ code: 'wrong-passphrase' });
    await (await open({ passphrase: async () => 'a quite different passphrase' })).close();
  });

  it('has a file that nothing refers to made anew as the others are', async ({ folder, open }) => {
    await (await open()).close();
    mustSucceed(await convert(folder, 'encrypted'));
    await rm(join(folder, 'searches.json'));
    const opened = await open({ passphrase: givePassphrase });
    expect(mustSucceed(await opened.searches()).searches).toEqual([]);
    expect(await readFile(join(folder, 'searches.json'), 'latin1')).toMatch(/^age-encryption/u);
  });

  it('is known by its files where an older archive.json has come back', async ({ folder, open }) => {
    const { tag } = await layArchive(folder, 'encrypted');
    const info = JSON.parse(await readFile(join(folder, 'archive.json'), 'utf8'));
    await writeFile(join(folder, 'archive.json'), JSON.stringify({ ...info, encryption: 'off' }));
    expect(mustFail(await tryToOpen(folder))).toEqual({ code: 'archive-encrypted' });
    const opened = await open({ passphrase: givePassphrase });
    expect(mustSucceed(await opened.tags()).tags).toEqual([tag]);
  });

  it('is not made where a file is a link, nor with a short passphrase', async ({ folder, open }) => {
    await layArchive(folder, 'clear');
    const short = { code: 'passphrase-too-short', minCharacters: 15 };
    expect(mustFail(await convert(folder, 'encrypted', 'fourteen chars'))).toEqual(short);
    await writeFile(join(folder, '..', 'elsewhere.json'), '{}');
    await symlink(join(folder, '..', 'elsewhere.json'), join(folder, 'templates', 'linked.json'));
    const link = { code: 'link-in-archive', file: 'templates/linked.json' };
    expect(mustFail(await convert(folder, 'encrypted'))).toEqual(link);
    await (await open()).close();
  });
});

describe('a new archive with a passphrase', () => {
  it('never holds a word in the clear, and opens with the passphrase alone', async ({ folder, open }) => {
    const made = await open({ newPassphrase: PASSPHRASE, machine: thisMachine });
    expect(made.info.encryption).toBe('on');
    await fillArchive(made);
    await made.close();
    const key = armor.decode(await readFile(join(folder, 'key.age'), 'latin1'));
    // Each passphrase that is tried takes half a second by design.
    expect(Buffer.from(key).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 17\n/u);
    expect(filesWith(folder, CANARY)).toEqual([]);
    expect(await readFile(join(folder, 'searches.json'), 'latin1')).toMatch(/^age-encryption/u);
    expect(mustFail(await tryToOpen(folder))).toEqual({ code: 'archive-encrypted' });
    const opened = await open({ passphrase: givePassphrase });
    expect(mustSucceed(await opened.tags()).tags).toHaveLength(1);
    const codec = mustSucceed(await codecOf(folder));
    const { findings } = await checkArchive({ root: folder, codec });
    // The sample's passage stands nowhere.
    expect(findings.map(({ code }) => code)).toEqual(['selector-lost']);
  });

  it('is refused with a short passphrase, and leaves no archive', async ({ folder, open }) => {
    const short = { code: 'passphrase-too-short', minCharacters: 15 };
    expect(mustFail(await tryToOpen(folder, { newPassphrase: 'fourteen chars' }))).toEqual(short);
    expect(existsSync(join(folder, 'archive.json'))).toBe(false);
    await (await open({ newPassphrase: PASSPHRASE })).close();
  });

  it('is made anew where a crash has left its key alone', async ({ folder, open }) => {
    await (await open({ newPassphrase: 'the passphrase of an earlier attempt' })).close();
    for (const name of await readdir(folder))
      if (!name.startsWith('key.')) await rm(join(folder, name), { recursive: true });
    await (await open({ newPassphrase: PASSPHRASE })).close();
    await (await open({ passphrase: givePassphrase })).close();
  });

  it('has no say where there is an archive already', async ({ folder, open }) => {
    await layArchive(folder, 'clear');
    const opened = await open({ newPassphrase: PASSPHRASE });
    expect(opened.info.encryption).toBe('off');
    expect(existsSync(join(folder, 'key.age'))).toBe(false);
  });
});

describe('a damaged file of an encrypted archive', () => {
  it('is named and kept, and the copy of what was saved last is taken', async ({ folder, open }) => {
    await layArchive(folder, 'encrypted');
    const damages: readonly ((bytes: Buffer) => Buffer)[] = [
      (bytes) => flip(bytes, bytes.length - 5),
      (bytes) => flip(bytes, 60),
      (bytes) => bytes.subarray(0, -7),
      () => Buffer.alloc(0),
      () => Buffer.from('{\n  "version": 2,\n  "tags": []\n}\n'),
    ];
    let opened = await open({ passphrase: givePassphrase });
    for (const damage of damages) {
      const { tags } = mustSucceed(await opened.tags());
      mustSucceed(await perform(opened, { changes: [addTag(sampleTag('one'))] }));
      mustSucceed(await perform(opened, { changes: [addTag(sampleTag('two'))] }));
      const before = mustSucceed(await opened.tags()).tags;
      await opened.close();
      const damaged = damage(await readFile(join(folder, 'tags.json')));
      await writeFile(join(folder, 'tags.json'), damaged);
      opened = await open({ passphrase: givePassphrase });
      const repaired = listenForRepairs(opened).at(-1);
      expect(repaired).toMatchObject({ file: 'tags.json', hasBackup: true });
      expect(await readFile(join(folder, repaired?.quarantinedAs ?? ''))).toEqual(damaged);
      expect(mustSucceed(await opened.tags()).tags).toEqual(before);
      expect(before).toHaveLength(tags.length + 2);
    }
  });

  it('is never taken for damage in an archive in the clear', async ({ folder }) => {
    await layArchive(folder, 'clear');
    const encrypted = Buffer.from('age-encryption.org/v1\n-> X25519 nonsense\n');
    await writeFile(join(folder, 'tags.json'), encrypted);
    const error = { code: 'archive-unreadable', file: 'tags.json', reason: 'encrypted' };
    expect(mustFail(await tryToOpen(folder))).toEqual(error);
    expect(await readFile(join(folder, 'tags.json'))).toEqual(encrypted);
  });

  it('stays, with the key, where the archive is brought back into the clear', async ({ folder, open }) => {
    const { articleId } = await layArchive(folder, 'encrypted');
    const name = `articles/${articleId}/body.json`;
    const damaged = (await readFile(join(folder, name))).subarray(0, -3);
    await writeFile(join(folder, name), damaged);
    expect(mustSucceed(await convert(folder, 'clear'))).toMatchObject({ unopened: [name] });
    expect(await readFile(join(folder, name))).toEqual(damaged);
    const kept = (await readdir(folder)).filter((each) => /^key.*\.age$/u.test(each));
    expect(kept).toEqual([expect.stringMatching(/^key-\d.*\.age$/u)]);
    expect(await readFile(join(folder, kept[0] ?? ''), 'latin1')).toContain('BEGIN AGE');
    await (await open()).close();
  });
});
