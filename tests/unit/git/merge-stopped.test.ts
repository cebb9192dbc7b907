import { cp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '#domain/ids.ts';
import { isMergeStopped, mergeStopped } from '#electron/git/merge/merge-stopped.ts';
import type { MergeProgress } from '#electron/git/merge-watch.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { samplePassage, sampleTag, sampleTask } from '../../support/archive/sample-records.ts';
import { readTree } from '../../support/files/read-tree.ts';
import {
  addTaskOn,
  editMemo,
  editPassage,
  editTag,
  moveArticle,
  removeTag,
  type Shared,
  workForAMonth,
} from '../../support/git/month-of-work.ts';
import { commitAll, meet, mergeStops, runGit } from '../../support/git/run-git.ts';
import {
  type Laying,
  layTwoClones,
  machine,
  makeTwoClones,
  type TwoClones,
  withArchive,
} from '../../support/git/two-clones.ts';
import { paragraph, section } from '../../support/memo/written-memo.ts';
import { mustFail, mustSucceed } from '../storage/archive-under-test.ts';
import { expectMade } from './expect-made.ts';

// Each test runs Git some twenty times.
let clones: TwoClones;
let parent = '';
let ours = '';
let theirs = '';
beforeEach(async () => {
  clones = await makeTwoClones();
  ({ parent, ours, theirs } = clones);
});
afterEach(() => clones.remove());

/** An archive in Git and a clone of it. */
const layBoth = (articles = 12, prepare: Laying['prepare'] = async () => undefined) =>
  layTwoClones(clones, { articles, prepare });

const merge = async (folder = ours) =>
  mustSucceed(await mergeStopped({ folder, machine, modes: privateModes }));

const status = (folder = ours): string => runGit(folder, 'status', '--porcelain', '--untracked-files=all');

const readNoted = async () => JSON.parse(await readFile(join(ours, 'conflicts.json'), 'utf8')).conflicts;

const idAt = (shared: Shared, at: number): ArticleId => {
  const id = shared.articleIds[at];
  if (id === undefined) throw new Error(`There is no article ${at}.`);
  return id;
};
const passageAt = (shared: Shared, at: number) => shared.passages[at] ?? samplePassage('none');

describe('a month of work of two analysts', () => {
  it('is all there after the merge, and what both changed is listed', async () => {
    const shared = await layBoth();
    const [china] = shared.tags;
    const calls = [sampleTask('ours calls'), sampleTask('theirs calls')] as const;
    const madeByUs = await withArchive(ours, async (archive) => {
      const made = await workForAMonth(archive, shared, 'ours');
      await editPassage(archive, idAt(shared, 0), passageAt(shared, 0), { label: 'data' });
      await editPassage(archive, idAt(shared, 1), passageAt(shared, 1), { label: 'data' });
      await editTag(archive, china, { name: 'PRC' });
      await addTaskOn(archive, idAt(shared, 2), calls[0]);
      const content = section('analysis', 'Analysis', paragraph('One, ours.'), paragraph('Two.'));
      await editMemo(archive, shared.memo, { ...shared.memo, content: { type: 'doc', content: [content] } });
      await moveArticle(archive, idAt(shared, 10), 'trash');
      return made;
    });
    const madeByThem = await withArchive(theirs, async (archive) => {
      const made = await workForAMonth(archive, shared, 'theirs');
      await editPassage(archive, idAt(shared, 0), passageAt(shared, 0), { label: 'gap' });
      await editPassage(archive, idAt(shared, 1), passageAt(shared, 1), { manner: 'paraphrase' });
      await editTag(archive, china, { aliases: ['Middle Kingdom'] });
      await addTaskOn(archive, idAt(shared, 2), calls[1]);
      const content = section(
        'analysis',
        'Analysis',
        paragraph('One.'),
        paragraph('Two.'),
        paragraph('Three.'),
      );
      await editMemo(archive, shared.memo, { ...shared.memo, content: { type: 'doc', content: [content] } });
      await moveArticle(archive, idAt(shared, 11), 'trash');
      return made;
    });
    expect(meet(ours, theirs)).toBe(true);
    expect(isMergeStopped(ours)).toBe(true);

    const { conflicts, setAside, left } = await merge();

    expect(setAside).toEqual([]);
    expect(left).toEqual([]);
    // Both worked on the articles that one of them moved to the trash: they stay, and are listed.
    expect(conflicts).toMatchObject([
      {
        kind: 'folder',
        folder: { id: idAt(shared, 10) },
        places: { ours: 'trash', theirs: 'archive' },
        kept: 'archive',
      },
      {
        kind: 'folder',
        folder: { id: idAt(shared, 11) },
        places: { ours: 'archive', theirs: 'trash' },
        kept: 'archive',
      },
      {
        kind: 'file',
        conflict: { collection: 'passages', field: 'label', base: 'claim', ours: 'data', theirs: 'gap' },
      },
    ]);
    await expect(readNoted()).resolves.toMatchObject([
      { collection: 'passages', contested: [{ field: 'label', kept: 'data', other: 'gap' }] },
    ]);
    // All is staged: a person has nothing left to do but commit.
    expect(status()).not.toMatch(/^(UU|AA|DU|UD|\?\?|.[MD])/mu);
    runGit(ours, 'commit', '-q', '--no-edit');
    expect(isMergeStopped(ours)).toBe(false);
    await withArchive(ours, async (archive) => {
      await expectMade(archive, madeByUs);
      await expectMade(archive, madeByThem);
      expect(archive.repairs()).toEqual([]);
      expect(mustSucceed(await archive.annotations(idAt(shared, 1))).passages).toContainEqual({
        ...passageAt(shared, 1),
        label: 'data',
        manner: 'paraphrase',
      });
      expect(mustSucceed(await archive.tags()).tags).toContainEqual({
        ...china,
        name: 'PRC',
        aliases: ['Middle Kingdom'],
      });
      expect(mustSucceed(await archive.annotations(idAt(shared, 2))).tasks).toEqual(
        expect.arrayContaining([...calls]),
      );
      const { memo } = mustSucceed(await archive.memo(shared.memo.id));
      expect(memo.content.content).toEqual([
        section('analysis', 'Analysis', paragraph('One, ours.'), paragraph('Two.'), paragraph('Three.')),
      ]);
    });
    expect(status()).toBe('');
  });

  it('keeps what one deleted for good where the other came to refer to it', async () => {
    const forgotten = sampleTag('forgotten', { deletedAt: samplePassage('x').createdAt });
    const idle = sampleTag('idle', { deletedAt: forgotten.deletedAt });
    const shared = await layBoth(4, async (archive, laid) => {
      await withTags(archive, [forgotten, idle]);
      await moveArticle(archive, idAt(laid, 3), 'trash');
      await moveArticle(archive, idAt(laid, 2), 'trash');
    });
    await withArchive(ours, async (archive) => {
      await removeTag(archive, forgotten);
      await removeTag(archive, idle);
      mustSucceed(await archive.emptyTrash(new Set([idAt(shared, 3), idAt(shared, 2)])));
      await editPassage(archive, idAt(shared, 0), passageAt(shared, 0), { label: 'data' });
    });
    await withArchive(theirs, async (archive) => {
      const relation = {
        type: 'supports',
        articleId: idAt(shared, 3),
        passageId: passageAt(shared, 3).id,
      } as const;
      const change = { tagIds: [forgotten.id], relations: [relation] };
      await editPassage(archive, idAt(shared, 0), passageAt(shared, 0), change);
    });
    expect(meet(ours, theirs)).toBe(true);

    const { conflicts } = await merge();

    expect(conflicts).toEqual([]);
    await withArchive(ours, async (archive) => {
      const { tags } = mustSucceed(await archive.tags());
      expect(tags).toContainEqual(forgotten);
      expect(tags).not.toContainEqual(idle);
      expect((await archive.trashedArticles()).map(({ id }) => id)).toEqual([idAt(shared, 3)]);
      expect(await archive.trashFaults()).toEqual([]);
    });
  });
});

const withTags = async (archive: Archive, tags: readonly ReturnType<typeof sampleTag>[]): Promise<void> => {
  for (const tag of tags) {
    mustSucceed(
      await archive.perform(async () => ({
        ok: true,
        value: {
          value: null,
          name: 'add-tag',
          changes: [
            {
              type: 'record',
              file: { kind: 'tags' },
              collection: 'tags',
              recordId: tag.id,
              before: null,
              after: tag,
            },
          ],
        },
      })),
    );
  }
};

describe('the merge of an archive', () => {
  const changeBoth = async (shared: Shared): Promise<void> => {
    await withArchive(ours, (archive) =>
      editPassage(archive, idAt(shared, 0), passageAt(shared, 0), { label: 'data' }),
    );
    await withArchive(theirs, (archive) =>
      editPassage(archive, idAt(shared, 0), passageAt(shared, 0), { manner: 'paraphrase' }),
    );
  };
  const annotationsIn = (shared: Shared) => join(ours, 'articles', idAt(shared, 0), 'annotations.json');
  const readPassages = async (shared: Shared) =>
    JSON.parse(await readFile(annotationsIn(shared), 'utf8')).passages;

  it('is the same a second time, and leaves what was mended by hand since', async () => {
    const shared = await layBoth(2);
    await changeBoth(shared);
    await withArchive(theirs, (archive) => editTag(archive, shared.tags[0], { name: 'theirs' }));
    await withArchive(ours, (archive) => editTag(archive, shared.tags[0], { name: 'ours' }));
    expect(meet(ours, theirs)).toBe(true);
    const first = await merge();
    expect(first.written).toBe(2);
    expect(await readNoted()).toHaveLength(1);
    const path = annotationsIn(shared);
    const mended = (await readFile(path, 'utf8')).replace('"data"', '"view"');
    await writeFile(path, mended);
    const second = await merge();
    expect(second).toMatchObject({ written: 0, setAside: [] });
    expect(await readFile(path, 'utf8')).toBe(mended);
  });

  it('sets aside what was edited while Git stood still', async () => {
    const shared = await layBoth(2);
    await changeBoth(shared);
    expect(meet(ours, theirs)).toBe(true);
    const path = annotationsIn(shared);
    const edited = (await readFile(path, 'utf8')).replace('To be checked.', 'Checked.');
    await writeFile(path, edited);
    const { setAside } = await merge();
    expect(setAside).toHaveLength(1);
    expect(await readFile(join(ours, setAside[0]?.as ?? ''), 'utf8')).toBe(edited);
    expect(await readPassages(shared)).toMatchObject([{ label: 'data', manner: 'paraphrase' }]);
  });

  it('replaces the marks that Git writes where nobody told it how to treat JSON', async () => {
    const shared = await layBoth(2);
    await changeBoth(shared);
    for (const folder of [ours, theirs]) await rm(join(folder, '.gitattributes'), { force: true });
    expect(meet(ours, theirs)).toBe(true);
    expect(await readFile(annotationsIn(shared), 'utf8')).toContain('<<<<<<<');
    const { setAside } = await merge();
    expect(setAside).toEqual([]);
    expect(await readPassages(shared)).toMatchObject([{ label: 'data', manner: 'paraphrase' }]);
  });

  it('works in an archive that is a folder of a larger repository, and names what is not of it', async () => {
    const whole = ours;
    const shared = await layBoth(2);
    await changeBoth(shared);
    // Both are moved one folder down, in repositories of their own.
    const moveDown = async (folder: string): Promise<void> => {
      await cp(folder, join(parent, 'moved'), { recursive: true });
      for (const name of await readdir(folder))
        if (name !== '.git') await rm(join(folder, name), { recursive: true });
      await cp(join(parent, 'moved'), join(folder, 'desk'), { recursive: true });
      await rm(join(folder, 'desk', '.git'), { recursive: true });
      await rm(join(parent, 'moved'), { recursive: true });
    };
    runGit(ours, 'stash', '-q');
    await moveDown(ours);
    await writeFile(join(ours, 'plan.txt'), 'plan\n');
    commitAll(ours);
    runGit(ours, 'checkout', '-q', '-b', 'other');
    const path = (at: string) => join(at, 'desk', 'articles', idAt(shared, 0), 'annotations.json');
    const text = await readFile(path(ours), 'utf8');
    await writeFile(path(ours), text.replace('"claim"', '"data"'));
    await writeFile(join(ours, 'plan.txt'), 'plan A\n');
    commitAll(ours);
    runGit(ours, 'checkout', '-q', 'main');
    await writeFile(path(ours), text.replace('"direct"', '"paraphrase"'));
    await writeFile(join(ours, 'plan.txt'), 'plan B\n');
    commitAll(ours);
    expect(mergeStops(ours, 'other')).toBe(true);
    const { left } = await merge(join(whole, 'desk'));
    expect(JSON.parse(await readFile(path(ours), 'utf8')).passages).toMatchObject([
      { label: 'data', manner: 'paraphrase' },
    ]);
    expect(left).toEqual(['plan.txt']);
    expect(status()).toMatch(/^UU plan\.txt$/mu);
    expect(status()).toMatch(/^M {2}desk\/articles\//mu);
  });

  it('takes the side that can be read where the other can not, and names it', async () => {
    const shared = await layBoth(2);
    await changeBoth(shared);
    const path = join(theirs, 'articles', idAt(shared, 0), 'annotations.json');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 200));
    expect(meet(ours, theirs)).toBe(true);
    const { conflicts } = await merge();
    expect(conflicts).toMatchObject([{ kind: 'bytes', unreadable: ['theirs'] }]);
    expect(await readPassages(shared)).toMatchObject([{ label: 'data' }]);
  });

  it('writes nothing where one side is of a newer Precis, or another archive', async () => {
    const shared = await layBoth(2);
    await changeBoth(shared);
    const path = join(theirs, 'articles', idAt(shared, 0), 'annotations.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/"version": \d+/u, '"version": 99'));
    expect(meet(ours, theirs)).toBe(true);
    const before = status();
    const refused = await mergeStopped({ folder: ours, machine, modes: privateModes });
    expect(mustFail(refused)).toMatchObject({ code: 'archive-newer', version: 99 });
    expect(status()).toBe(before);
  });

  /** What is in the folder, but for what is Git's own. */
  const filesOf = async (folder: string) =>
    Object.entries(await readTree(folder)).filter(([name]) => !name.startsWith('.git/'));

  it('tells how far it is, and changes nothing where it is cancelled before it writes', async () => {
    const shared = await layBoth(6);
    await changeBoth(shared);
    expect(meet(ours, theirs)).toBe(true);
    const before = [status(), await filesOf(ours)];
    const stop = new AbortController();
    const told: MergeProgress[] = [];
    const watch = {
      signal: stop.signal,
      onProgress: (progress: MergeProgress): void => {
        told.push(progress);
        if (progress.done === 3) stop.abort();
      },
    };
    const options = { folder: ours, machine, modes: privateModes };
    expect(mustFail(await mergeStopped({ ...options, watch }))).toEqual({ code: 'cancelled' });
    expect(told.map(({ step, done }) => [step, done])).toEqual([0, 1, 2, 3].map((done) => ['merging', done]));
    expect([status(), await filesOf(ours)]).toEqual(before);

    told.length = 0;
    const late = { ...watch, signal: new AbortController().signal };
    mustSucceed(await mergeStopped({ ...options, watch: late }));
    const last = told.at(-1);
    expect(last).toEqual({ step: 'writing', done: (last?.total ?? 0) - 1, total: last?.total });
  });

  it('is refused where nothing has stopped, and where the archive is open', async () => {
    const shared = await layBoth(2);
    const tryIt = async (folder = ours) =>
      mustFail(await mergeStopped({ folder, machine, modes: privateModes }));
    expect(await tryIt()).toEqual({ code: 'nothing-to-merge', why: 'no-merge' });
    expect(await tryIt(parent)).toEqual({ code: 'nothing-to-merge', why: 'no-repository' });
    await changeBoth(shared);
    expect(meet(ours, theirs)).toBe(true);
    await withArchive(ours, async () => {
      expect(await tryIt()).toMatchObject({ code: 'archive-locked' });
    });
  });

  it('runs nothing that the repository names', async () => {
    const shared = await layBoth(2);
    await changeBoth(shared);
    expect(meet(ours, theirs)).toBe(true);
    const sign = join(parent, 'ran');
    const script = join(parent, 'script.sh');
    await writeFile(script, `#!/bin/sh\necho "$0 $*" >> ${sign}\ncat\n`, { mode: 0o755 });
    for (const key of [
      'core.fsmonitor',
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.e=v.il.clean',
      'diff.external',
      'core.sshCommand',
    ])
      runGit(ours, 'config', key, script);
    await cp(script, join(ours, '.git', 'hooks', 'post-index-change'));
    await cp(script, join(ours, '.git', 'hooks', 'pre-commit'));
    await writeFile(join(ours, '.git', 'info', 'attributes'), '* filter=evil\n*.json filter=e=v.il\n');
    // Git reads again what is not older than its index.
    await utimes(join(ours, '.git', 'index'), 1000, 1000);
    await rm(sign, { force: true });
    await merge();
    await expect(readFile(sign)).rejects.toMatchObject({ code: 'ENOENT' });
    // The traps are set: what a person runs falls into them.
    runGit(ours, 'add', '-A');
    expect(await readFile(sign, 'utf8')).toContain('script.sh');
  });
});
