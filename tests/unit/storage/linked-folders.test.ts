/** A folder of an archive that is a link out of it: nothing beyond it is read, shown or written. */
import { mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { wordsOf } from '#domain/contract/error-words/error-words.ts';
import { err } from '#domain/result.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { sampleSnapshot } from '../../support/memo/memo-snapshots.ts';
import { it, mustFail, mustSucceed, perform, tryToOpen } from './archive-under-test.ts';

const writeArchive = async (open: () => Promise<Archive>) => {
  const archive = await open();
  const [first, second, memo] = [sampleArticle('First'), sampleArticle('Second'), sampleMemo('The visit')];
  mustSucceed(await perform(archive, { newArticles: [first, second], newMemos: [memo] }));
  await archive.close();
  return { id: first.article.id, otherId: second.article.id, memo: memo.memo };
};

/** Moves what is at `name` out of the archive, and puts a link to it in its place. */
const linkOut = async (folder: string, name: string): Promise<string> => {
  const outside = join(folder, '..', 'outside');
  await rename(join(folder, name), outside);
  await symlink(outside, join(folder, name));
  return outside;
};

const leadsOut = (file: string) => ({ code: 'archive-unreadable', file, reason: 'leads-out' }) as const;

describe.runIf(process.platform !== 'win32')('a folder that is a link out of the archive', () => {
  it.for(['articles', 'memos', 'templates', 'boards', 'events', 'trash'])(
    'in the place of %s is not opened, which is said, and nothing in it is touched',
    async (name, { folder, open }) => {
      await writeArchive(open);
      const outside = await linkOut(folder, name);
      const before = await readTree(outside);
      const error = mustFail(await tryToOpen(folder));
      expect(error).toEqual(leadsOut(name));
      expect(wordsOf(error, 'start').happened).toContain('a link to a folder outside the archive');
      expect(await readTree(outside)).toEqual(before);
    },
  );

  it('in the place of an article can’t be read, is named, and all else is read', async ({ folder, open }) => {
    const { id, otherId } = await writeArchive(open);
    const name = `articles/${id}`;
    const outside = await linkOut(folder, name);
    await writeFile(join(outside, 'annotations.json.tmp-018f0e7b-1'), 'theirs');
    const before = await readTree(outside);
    const archive = await open();
    expect(await archive.articleIds()).toEqual([id, otherId].sort());
    for (const kind of ['article', 'body', 'annotations'] as const)
      expect(await archive[kind](id)).toEqual(err(leadsOut(name)));
    mustSucceed(await archive.article(otherId));
    const away = { type: 'folder', to: 'trash', kind: 'article', id } as const;
    expect(mustFail(await perform(archive, { changes: [away] }))).toMatchObject({ code: 'write-failed' });
    expect(await readTree(outside)).toEqual(before);
  });

  it('takes no snapshot of a memo', async ({ folder, open }) => {
    const { memo } = await writeArchive(open);
    const outside = join(folder, '..', 'outside');
    await mkdir(outside);
    await symlink(outside, join(folder, 'memos', memo.id, 'snapshots'));
    const archive = await open();
    const snapshot = sampleSnapshot(memo);
    expect(mustFail(await perform(archive, { newSnapshots: [snapshot] }))).toMatchObject({
      code: 'write-failed',
    });
    expect(await readdir(outside)).toEqual([]);
  });

  it('is followed where it leads to a folder of the same archive', async ({ folder, open }) => {
    const { id } = await writeArchive(open);
    await rename(join(folder, 'articles', id), join(folder, 'kept'));
    await symlink('../kept', join(folder, 'articles', id));
    expect(mustSucceed(await (await open()).article(id)).article.id).toBe(id);
  });
});
