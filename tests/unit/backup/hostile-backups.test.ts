// What lies in the folder of the backups may have been written by anybody: nothing of it leads out of the new folder,
// ends the job, keeps it for ever, or costs what the backup holds besides.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { archiveIdSchema, articleIdSchema } from '#domain/ids.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import { newIdentity } from '#electron/storage/encryption/key-file.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { createRandom } from '../../support/texts/made-words.ts';
import { mustFail, mustSucceed } from '../storage/archive-under-test.ts';
import { convert, layArchive } from '../storage/encryption/encrypted-archive.ts';
import { type Bench, idle, it } from './backup-under-test.ts';
import { type ForgedBackup, type ForgedFile, forgeBackup, linesOf } from './forge-backup.ts';

/** An archive with a backup, and what forges it. */
const benchOf = async (bench: Bench) => {
  await layArchive(bench.root, 'clear');
  const id = archiveIdSchema.parse(JSON.parse(readFileSync(join(bench.root, 'archive.json'), 'utf8')).id);
  mustSucceed(await bench.backUp(id));
  return { id, forged: await forgeBackup(bench.disk), sound: await readTree(bench.root) };
};

const LONG = 'x'.repeat(300);

/** Paths that have no place in the folder of an archive, on no system. */
const paths = [
  '../evil.json',
  'articles/../../evil.json',
  '..\\evil.json',
  'articles\\..\\..\\evil.json',
  '/tmp/precis-evil',
  '//host/share/evil',
  '\\\\host\\share\\evil',
  'C:\\evil.json',
  'c:/evil.json',
  'file:///tmp/precis-evil',
  '.git/hooks/post-checkout',
  '.GIT/hooks/post-checkout',
  'git~1/config',
  '.g\u200cit/config',
  '.ssh/authorized_keys',
  '.vscode/tasks.json',
  'nul.json',
  'articles/CON',
  'COM1.txt',
  'lpt¹',
  '.',
  '..',
  './tags.json',
  'a//b',
  'tags.json/',
  '',
  'tags.json\0.txt',
  'bell\u0007',
  `notes/${LONG}`,
  'a/'.repeat(3000),
  'tags.json/evil',
  'archive.json/x/y',
];

/** Two paths that are one file on some system, of which the archive's own is kept. */
const twins = ['articles', 'Memos', 'TAGS.json', 'Archive.JSON', 'Key.age/../tags.json', 'tags.json'];

describe('a list that names, beside the files of the archive,', () => {
  it.for(paths)('%j restores those, leaves it out and names it', async (path, { bench }) => {
    const { forged, sound } = await benchOf(bench);
    const outside = readdirSync(bench.parent);
    const evil = await forged.content(path, 'evil');
    await forged.lay([linesOf([...forged.files, evil])]);
    const back = join(bench.parent, 'back');
    expect(mustSucceed(await bench.restore(back)).damaged).toEqual([path]);
    expect(await readTree(back)).toEqual(sound);
    expect(readdirSync(bench.parent).filter((name) => name !== 'back')).toEqual(outside);
    expect(readdirSync('/tmp')).not.toContain('precis-evil');
  });

  it.for(twins)('%j, which may be one of them, keeps the archive’s own', async (path, { bench }) => {
    const { forged, sound } = await benchOf(bench);
    const evil = await forged.content(path, 'evil');
    await forged.lay([linesOf([...forged.files, evil])]);
    const back = join(bench.parent, 'back');
    expect(mustSucceed(await bench.restore(back)).damaged).toEqual([path]);
    expect(await readTree(back)).toEqual(sound);
  });
});

/** What may be said of a file that is not true. */
const lies: readonly (readonly [what: string, said: ForgedFile])[] = [
  ['is larger than it is', { size: 2 ** 40 }],
  ['is smaller than it is', { size: 1 }],
  ['has a content that is not there', { sha256: 'f'.repeat(64) }],
  ['is of a time that no system knows', { mtimeNs: '9'.repeat(20) }],
  ['is of a time before all', { mtimeNs: `-${'9'.repeat(20)}` }],
];

describe('a list that says of a file that it', () => {
  it.for(lies)('%s costs no other file', async ([, said], { bench }) => {
    const { forged, sound } = await benchOf(bench);
    const files = forged.files.map((file) => (file.path === 'tags.json' ? { ...file, ...said } : file));
    await forged.lay([linesOf(files)]);
    const back = join(bench.parent, 'back');
    const { damaged } = mustSucceed(await bench.restore(back));
    const { 'tags.json': tags, ...others } = sound;
    expect(await readTree(back)).toMatchObject(others);
    expect(damaged.length === 1 || (await readTree(back))['tags.json'] === tags).toBe(true);
  });
});

const forgeries: readonly (readonly [what: string, lay: (forged: ForgedBackup) => Promise<unknown>])[] = [
  ['a head of another shape', ({ lay, files }) => lay([linesOf(files)], { files: -1 })],
  ['a head of a newer version', ({ lay, files }) => lay([linesOf(files)], { version: 99 })],
  ['a part that is cut off', ({ lay, files }) => lay([linesOf(files).slice(0, -9)])],
  [
    'a part of numbers without end',
    async ({ lay, files }) => lay([linesOf(files.map((file) => ({ ...file, inode: '9'.repeat(1 << 20) })))]),
  ],
  ['a part that is a list of lists', ({ lay }) => lay([`${'['.repeat(100_000)}\n`])],
];

describe('a newest backup with', () => {
  it.for(forgeries)(
    '%s is refused, and the one before it is restored by its name',
    async ([, lay], { bench }) => {
      const { id, forged, sound } = await benchOf(bench);
      await lay(forged);
      expect(mustFail(await bench.restore(join(bench.parent, 'back')))).toMatchObject({
        code: 'backup-stopped',
      });
      const rows = mustSucceed(
        await doJob({ kind: 'list', place: { folder: bench.disk, archiveId: id, backupId: null } }, idle),
      );
      const before = join(bench.parent, 'before');
      mustSucceed(await bench.restore(before, rows.at(-1)?.id));
      expect(await readTree(before)).toEqual(sound);
    },
  );
});

const isUnix = process.platform !== 'win32';

/** What may lie where a file belongs, and would be read for ever. */
const endless: readonly (readonly [what: string, lay: (path: string) => void])[] = [
  ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
  ['a folder', (path) => execFileSync('mkdir', [path])],
];

describe.runIf(isUnix)('where a file of a backup belongs', () => {
  const places = [
    ['a content', (forged: ForgedBackup) => forged.pathOf(fileOf(forged, 'searches.json').sha256)],
    ['a list', ({ root }: ForgedBackup) => join(root, 'lists', '29990101T000000000Z-00000000.list')],
    ['the mark', ({ root }: ForgedBackup) => join(root, 'backup.json')],
  ] as const;
  const cases = places.flatMap(([place, find]) => endless.map(([what, lay]) => ({ place, find, what, lay })));

  it.for(cases)(
    '$what in the place of $place ends no job and costs nothing else',
    async ({ find, lay }, { bench }) => {
      const { id, forged, sound } = await benchOf(bench);
      const [newest] = mustSucceed(
        await doJob({ kind: 'list', place: { folder: bench.disk, archiveId: id, backupId: null } }, idle),
      );
      const path = find(forged);
      rmSync(path, { force: true });
      lay(path);
      const place = { folder: bench.disk, archiveId: id, backupId: newest?.id ?? null };
      mustSucceed(await doJob({ kind: 'list', place }, idle));
      mustSucceed(await doJob({ kind: 'test', place, temporary: bench.parent }, idle));
      const back = join(bench.parent, 'back');
      const { damaged } = mustSucceed(await bench.restore(back, newest?.id));
      // Its copy has the same content.
      const { 'searches.json': _, 'searches.json.bak': __, ...others } = sound;
      expect(await readTree(back)).toMatchObject(others);
      expect(['', 'searches.json,searches.json.bak']).toContain(damaged.join());
      // And the next backup is made, with what is missing.
      mustSucceed(await bench.backUp(id, 1));
    },
  );
});

const fileOf = ({ files }: ForgedBackup, path: string): ForgedFile => {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`the backup has no ${path}`);
  return file;
};

describe('a backup that was forged', () => {
  it('is not read in the clear where a key lies in it, and never over an archive', async ({ bench }) => {
    const { id, forged } = await benchOf(bench);
    mustSucceed(await convert(bench.root, 'encrypted'));
    const before = await readTree(bench.root);
    const key = await forged.content('key.age', before['key.age'] ?? '');
    await forged.lay([linesOf([...forged.files, key])]);
    const [article] = forged.files.flatMap(
      ({ path }) => /^articles\/([^/]+)\//u.exec(String(path))?.[1] ?? [],
    );
    const place = {
      folder: bench.disk,
      archiveId: id,
      backupId: null,
      identity: await newIdentity(),
    };
    const what = { kind: 'article', id: articleIdSchema.parse(article) } as const;
    const read = await doJob({ kind: 'read-record', place, what }, idle);
    if (read.ok) expect(Object.values(read.value.files).every((bytes) => bytes === null)).toBe(true);
    expect(mustFail(await bench.restore(bench.root))).toMatchObject({ code: 'folder-not-empty' });
    expect(mustFail(await bench.restore(join(bench.root, 'articles', 'new')))).toMatchObject({
      code: 'place-in-archive',
    });
    expect(await readTree(bench.root)).toEqual(before);
  });

  it('in any way at all ends in an answer, and writes nothing outside its folder', {
    timeout: 120_000,
  }, async ({ bench }) => {
    const { id, forged, sound } = await benchOf(bench);
    const random = createRandom(3011);
    const outside = readdirSync(bench.parent);
    for (let round = 0; round < 60; round++) {
      const backupId = await layForgery(forged, random);
      const back = join(bench.parent, 'back');
      const place = { folder: bench.disk, archiveId: id, backupId };
      const list = await doJob({ kind: 'list', place }, idle);
      expect(list.ok).toBe(true);
      await doJob({ kind: 'records', place, known: [] }, idle);
      const restored = await doJob({ kind: 'restore', place, what: { kind: 'archive' }, to: back }, idle);
      if (!restored.ok) expect(restored.error.code).toBe('backup-stopped');
      rmSync(back, { recursive: true, force: true });
      expect(readdirSync(bench.parent)).toEqual(outside);
    }
    expect(await readTree(bench.root)).toEqual(sound);
  });
});

const hostileValues: readonly unknown[] = [
  null,
  -1,
  2 ** 53,
  'x',
  '',
  [],
  {},
  '9'.repeat(20),
  '0'.repeat(64),
  '../../evil',
  '\u202egnp.exe',
  '<img src=x onerror=alert(1)>',
  'constructor',
  '__proto__',
];

type Random = ReturnType<typeof createRandom>;
const pick = <T>(items: readonly T[], random: Random): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('there is nothing to pick');
  return item;
};

/** A list in which something is other than Precis writes it. */
const layForgery = async (forged: ForgedBackup, random: Random): Promise<string> => {
  const { files, lay } = forged;
  const at = Math.floor(random() * files.length);
  const key = pick(['path', 'sha256', 'size', 'mtimeNs', 'inode', 'more'], random);
  const changed = files.map((file, index) =>
    index === at ? { ...file, [key]: pick([...hostileValues, ...paths], random) } : file,
  );
  const kind = random();
  if (kind < 0.4) return lay([linesOf(changed)]);
  if (kind < 0.5) return lay([linesOf([...files, ...files])]);
  if (kind < 0.6) return lay([linesOf(files), linesOf(changed), '']);
  if (kind < 0.8) {
    const head = pick(
      ['format', 'version', 'archiveId', 'title', 'host', 'folder', 'files', 'leftOut'],
      random,
    );
    return lay([linesOf(files)], { [head]: pick(hostileValues, random) });
  }
  const text = linesOf(files);
  const cut = Math.floor(random() * text.length);
  return lay([`${text.slice(0, cut)}${pick(['\n', '\0', '{', '}\n'], random)}${text.slice(cut + 1)}`]);
};
