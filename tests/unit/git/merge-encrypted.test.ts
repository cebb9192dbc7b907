import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeStopped } from '#electron/git/merge/merge-stopped.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { changePassphrase } from '#electron/storage/encryption/change-passphrase.ts';
import { convertArchive } from '#electron/storage/encryption/convert/convert-archive.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { withLock } from '#electron/storage/lock/with-lock.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { editPassage, type Shared, workForAMonth } from '../../support/git/month-of-work.ts';
import { commitAll, meet, runGit } from '../../support/git/run-git.ts';
import {
  layTwoClones,
  machine,
  makeTwoClones,
  withArchive as openFor,
  type TwoClones,
} from '../../support/git/two-clones.ts';
import { mustFail, mustSucceed } from '../storage/archive-under-test.ts';
import { expectMade } from './expect-made.ts';

const PASSPHRASE = 'correct horse battery staple';
const OTHER = 'a quite different passphrase';

let clones: TwoClones;
let ours = '';
let theirs = '';
beforeEach(async () => {
  clones = await makeTwoClones();
  ({ ours, theirs } = clones);
});
afterEach(() => clones.remove());

const withArchive = <T>(
  folder: string,
  work: (archive: Archive) => Promise<T>,
  given: string | null = PASSPHRASE,
): Promise<T> => openFor(folder, work, given);

/** An encrypted archive in Git and a clone of it. */
const layBoth = (given: string | null = PASSPHRASE): Promise<Shared> =>
  layTwoClones(clones, { articles: 3, passphrase: given });

const relabel = async (
  archive: Archive,
  { articleIds: [id], passages: [passage] }: Shared,
  label: 'data' | 'gap',
) => {
  if (id === undefined || passage === undefined) throw new Error('There is no article.');
  await editPassage(archive, id, passage, { label });
};

const merge = (given: string | null = PASSPHRASE) =>
  mergeStopped({ folder: ours, machine, modes: privateModes, passphrase: async () => given });

const change = (folder: string, to: string) =>
  withLock({ folder, machine, modes: privateModes }, (context) =>
    changePassphrase(context, async () => PASSPHRASE, to),
  );

const convert = (folder: string) =>
  withLock({ folder, machine, modes: privateModes }, (context) =>
    convertArchive(
      context,
      { to: 'encrypted', passphrase: async () => PASSPHRASE },
      {
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    ),
  );

/** Every file of a commit but those that are in the clear in any archive; read past what Git shows of it. */
const clearFilesIn = (commit: string): readonly string[] =>
  runGit(ours, 'ls-tree', '-r', '--name-only', commit)
    .trim()
    .split('\n')
    .filter((path) => {
      const bytes = execFileSync('git', ['cat-file', 'blob', `${commit}:${path}`], { cwd: ours });
      return !bytes.subarray(0, 4).equals(Buffer.from('age-')) && !bytes.includes('BEGIN AGE');
    });

describe('the merge of an encrypted archive', () => {
  it('has all that both sides have made, and not a file of it in the clear', async () => {
    const shared = await layBoth();
    const work = async (archive: Archive, name: string, label: 'data' | 'gap') => {
      const made = await workForAMonth(archive, shared, name);
      await relabel(archive, shared, label);
      return made;
    };
    const made = [
      await withArchive(ours, (archive) => work(archive, 'Ada', 'data')),
      await withArchive(theirs, (archive) => work(archive, 'Bo', 'gap')),
    ];
    expect(meet(ours, theirs)).toBe(true);

    const { conflicts, setAside, left } = mustSucceed(await merge());
    expect(conflicts).toMatchObject([
      { kind: 'file', conflict: { field: 'label', base: 'claim', ours: 'data', theirs: 'gap' } },
    ]);
    expect([setAside, left]).toEqual([[], []]);
    // Killed before it could tell, it is done again: the same stands there, though it would be encrypted otherwise.
    expect(mustSucceed(await merge())).toMatchObject({ written: 0, setAside: [] });
    runGit(ours, 'commit', '-q', '--no-edit');
    expect(runGit(ours, 'status', '--porcelain')).toBe('');
    expect([...clearFilesIn('HEAD')].sort()).toEqual([
      '.gitattributes',
      '.gitignore',
      '.stignore',
      'archive.json',
    ]);
    await withArchive(ours, async (archive) => {
      expect(archive.repairs()).toEqual([]);
      for (const each of made) {
        await expectMade(archive, each);
        for (const id of each.articleIds) expect(await archive.body(id)).toMatchObject({ ok: true });
      }
      expect(mustSucceed(await archive.conflicts()).conflicts).toHaveLength(1);
    });
  });

  it('needs the passphrase, and writes nothing without it', async () => {
    const shared = await layBoth();
    await withArchive(ours, (archive) => relabel(archive, shared, 'data'));
    await withArchive(theirs, (archive) => relabel(archive, shared, 'gap'));
    expect(meet(ours, theirs)).toBe(true);
    const before = runGit(ours, 'status', '--porcelain');
    expect(mustFail(await merge(null)).code).toBe('archive-encrypted');
    expect(mustFail(await merge('no passphrase of this one')).code).toBe('wrong-passphrase');
    expect(runGit(ours, 'status', '--porcelain')).toBe(before);
  });

  it('keeps our passphrase where both sides have changed it, and says so', async () => {
    const shared = await layBoth();
    await withArchive(ours, (archive) => relabel(archive, shared, 'data'));
    mustSucceed(await change(ours, OTHER));
    mustSucceed(await change(theirs, 'and a third one of many words'));
    expect(meet(ours, theirs)).toBe(true);
    // As in a clone that was never opened.
    await rm(join(ours, 'key.age.bak'), { force: true });
    const { conflicts, left } = mustSucceed(await merge(OTHER));
    expect(conflicts).toMatchObject([{ kind: 'bytes', file: 'key.age' }]);
    expect(left).toEqual([]);
    expect(runGit(ours, 'diff', '--name-only')).toBe('');
    await withArchive(ours, async ({ repairs }) => expect(repairs()).toEqual([]), OTHER);
  });

  it('takes what is the same as before the encryption out of the clear', async () => {
    const shared = await layBoth(null);
    mustSucceed(await convert(ours));
    commitAll(ours);
    runGit(theirs, 'pull', '-q');
    await withArchive(ours, (archive) => relabel(archive, shared, 'data'));
    await withArchive(theirs, (archive) => relabel(archive, shared, 'gap'));
    expect(meet(ours, theirs)).toBe(true);
    mustSucceed(await merge());
    runGit(ours, 'commit', '-q', '--no-edit');
    expect([...clearFilesIn('HEAD')].sort()).toEqual([
      '.gitattributes',
      '.gitignore',
      '.stignore',
      'archive.json',
    ]);
  });

  it.each([
    ['one side alone', async () => undefined],
    ['each side with a key of its own', async () => mustSucceed(await convert(theirs))],
  ])('is refused where it is encrypted on %s', async (_, convertToo) => {
    const shared = await layBoth(null);
    mustSucceed(await convert(ours));
    await withArchive(theirs, (archive) => relabel(archive, shared, 'gap'), null);
    await convertToo();
    expect(meet(ours, theirs)).toBe(true);
    const info = await readFile(join(ours, 'archive.json'));
    expect(mustFail(await merge())).toEqual({ code: 'nothing-to-merge', why: 'encrypted' });
    expect(await readFile(join(ours, 'archive.json'))).toEqual(info);
  });

  it.each([
    ['a list of the root', () => 'tags.json'],
    ['what is said of an article', ({ articleIds: [id] }: Shared) => `articles/${id}/annotations.json`],
    ['an original that was not there', ({ articleIds: [id] }: Shared) => `articles/${id}/original.html`],
    ['a whole article', () => 'articles/018f0e7a-0000-7000-8000-0000000000ee/article.json'],
    ['a form', () => 'templates/018f0e7a-0000-7000-8000-0000000000ef.json'],
  ])(
    'takes nothing of a commit in which another hand has put %s in the clear, and names it',
    async (_, pathOf) => {
      const shared = await layBoth();
      const path = pathOf(shared);
      await withArchive(ours, (archive) => relabel(archive, shared, 'data'));
      await withArchive(theirs, (archive) => relabel(archive, shared, 'gap'));
      await mkdir(dirname(join(theirs, path)), { recursive: true });
      await writeFile(join(theirs, path), '{"version":1,"tags":[{"name":"planted"}]}');
      expect(meet(ours, theirs)).toBe(true);
      const before = await readTree(ours);
      expect(mustFail(await merge())).toEqual({ code: 'merge-in-clear', side: 'theirs', files: [path] });
      expect(await readTree(ours)).toEqual(before);
    },
  );

  it('refuses what this side has committed in the clear as well', async () => {
    const shared = await layBoth();
    await withArchive(ours, (archive) => relabel(archive, shared, 'data'));
    await withArchive(theirs, (archive) => relabel(archive, shared, 'gap'));
    await writeFile(join(ours, 'pad.json'), '{}');
    expect(meet(ours, theirs)).toBe(true);
    expect(mustFail(await merge())).toEqual({ code: 'merge-in-clear', side: 'ours', files: ['pad.json'] });
  });

  it('sets aside what was edited while Git stood still', async () => {
    const shared = await layBoth();
    await withArchive(ours, (archive) => relabel(archive, shared, 'data'));
    await withArchive(theirs, (archive) => relabel(archive, shared, 'gap'));
    expect(meet(ours, theirs)).toBe(true);
    const name = `articles/${shared.articleIds[0]}/annotations.json`;
    await writeFile(join(ours, name), 'what a person wrote');
    const { setAside } = mustSucceed(await merge());
    expect(setAside.map(({ file }) => file)).toEqual([name]);
    expect(await readFile(join(ours, setAside[0]?.as ?? ''), 'utf8')).toBe('what a person wrote');
  });
});
