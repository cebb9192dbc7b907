import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, vi } from 'vitest';
import { addTag, changePassage } from '../../support/archive/sample-changes.ts';
import { sampleArticle } from '../../support/archive/sample-folders.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { it, listenForRepairs, mustSucceed, perform } from './archive-under-test.ts';

const passphrase = async (): Promise<string> => 'correct horse battery staple';

const untilCopied = (path: string, bytes: Uint8Array): Promise<void> =>
  vi.waitFor(async () => expect(await readFile(`${path}.bak`)).toEqual(bytes), { timeout: 10_000 });

describe('the copy of a saved file', () => {
  it('holds a moment later what was acknowledged, in bytes of its own', async ({ folder, open }) => {
    const archive = await open();
    const path = join(folder, 'tags.json');
    for (const name of ['one', 'two', 'three']) {
      mustSucceed(await perform(archive, { changes: [addTag(sampleTag(name))] }));
      await untilCopied(path, await readFile(path));
      expect((await stat(`${path}.bak`)).ino).not.toBe((await stat(path)).ino);
    }
  });

  it('is there after the first save of a file, and when the archive is closed at once', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume');
    const { id } = article.article;
    mustSucceed(await perform(archive, { newArticles: [article] }));
    mustSucceed(await perform(archive, { changes: [changePassage(id, null, samplePassage('first'))] }));
    await archive.close();
    const path = join(folder, `articles/${id}/annotations.json`);
    expect(await readFile(`${path}.bak`)).toEqual(await readFile(path));
    await rm(path);
    const again = await open();
    expect(mustSucceed(await again.annotations(id)).passages).toHaveLength(1);
    expect((await stat(`${path}.bak`)).ino).not.toBe((await stat(path)).ino);
  });

  it('follows a folder to the trash', async ({ folder, open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume');
    const { id } = article.article;
    mustSucceed(await perform(archive, { newArticles: [article] }));
    mustSucceed(await perform(archive, { changes: [changePassage(id, null, samplePassage('first'))] }));
    mustSucceed(await perform(archive, { changes: [{ type: 'folder', kind: 'article', id, to: 'trash' }] }));
    await archive.close();
    const path = join(folder, `trash/articles/${id}/annotations.json`);
    expect(await readFile(`${path}.bak`)).toEqual(await readFile(path));
  });

  it.for(['damage', 'what another program writes'])('never takes over %s', async (what, { folder, open }) => {
    const archive = await open();
    const path = join(folder, 'tags.json');
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('one'))] }));
    const saved = await readFile(path);
    const other = saved.toString('utf8').replace('"one"', '"eno"');
    await writeFile(path, what === 'damage' ? saved.subarray(0, 30) : other);
    await untilCopied(path, saved);
    await archive.close();
    expect(await readFile(`${path}.bak`)).toEqual(saved);
  });

  it('of an encrypted archive holds the same encrypted bytes', async ({ folder, open }) => {
    const archive = await open({ newPassphrase: await passphrase() });
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('one'))] }));
    const path = join(folder, 'tags.json');
    const saved = await readFile(path);
    await archive.close();
    expect(await readFile(`${path}.bak`)).toEqual(saved);
    await writeFile(path, saved.subarray(0, -7));
    const again = await open({ passphrase });
    expect(listenForRepairs(again)).toMatchObject([{ file: 'tags.json', hasBackup: true }]);
    expect(mustSucceed(await again.tags()).tags.map(({ name }) => name)).toEqual(['one']);
  });

  it('has what was there before when an act was rolled back', async ({ folder, open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume');
    const { id } = article.article;
    mustSucceed(await perform(archive, { newArticles: [article], changes: [addTag(sampleTag('one'))] }));
    const path = join(folder, 'tags.json');
    const saved = await readFile(path);
    await rm(join(folder, `articles/${id}`), { recursive: true });
    await writeFile(join(folder, `articles/${id}`), 'no folder');
    const changes = [addTag(sampleTag('two')), changePassage(id, null, samplePassage('first'))];
    expect((await perform(archive, { changes })).ok).toBe(false);
    await archive.close();
    expect(await readFile(path)).toEqual(saved);
    expect(await readFile(`${path}.bak`)).toEqual(saved);
    expect((await stat(`${path}.bak`)).ino).not.toBe((await stat(path)).ino);
  });
});
