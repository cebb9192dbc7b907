import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { addTag } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { sampleId } from '../../support/archive/sample-ids.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { it, mustFail, mustSucceed, openWithArticle, perform, tryToOpen } from './archive-under-test.ts';

const lockOf = (holder: object): string =>
  JSON.stringify({ host: 'attic', pid: 42, processStart: 'then', nonce: 'theirs', ...holder });

describe('an act of a window whose lock', () => {
  it('was removed is refused, and so is every other', async ({ folder, open }) => {
    const { archive, id } = await openWithArticle(open);
    await rm(join(folder, '.lock'));
    const before = await readTree(folder);
    const lost = { code: 'lock-lost', holder: null };
    expect(mustFail(await perform(archive, { changes: [addTag(sampleTag('china'))] }))).toEqual(lost);
    expect(mustFail(await perform(archive, { newArticles: [sampleArticle('Another')] }))).toEqual(lost);
    expect(mustFail(await perform(archive, { newMemos: [sampleMemo('The visit')] }))).toEqual(lost);
    expect(mustFail(await archive.undo())).toEqual(lost);
    expect(mustFail(await archive.emptyTrash(new Set([id])))).toEqual(lost);
    expect(await readTree(folder)).toEqual(before);
    expect(existsSync(join(folder, '.lock'))).toBe(false);
  });

  it.for<[string, (path: string, text: string) => Promise<void>]>([
    ['was written over', (path, text) => writeFile(path, text)],
    [
      'was replaced',
      async (path, text) => {
        await writeFile(`${path}.theirs`, text);
        await rename(`${path}.theirs`, path);
      },
    ],
  ])('%s is refused, and says who has it', async ([, replace], { folder, open }) => {
    const archive = await open();
    await replace(join(folder, '.lock'), lockOf({}));
    expect(mustFail(await perform(archive, { changes: [addTag(sampleTag('china'))] }))).toEqual({
      code: 'lock-lost',
      holder: { host: 'attic', pid: 42, isSameHost: false },
    });
    await replace(join(folder, '.lock'), lockOf({ host: hostname(), pid: process.ppid }));
    expect(mustFail(await archive.undo())).toMatchObject({ holder: { isSameHost: true } });
  });

  it('says nothing any more is refused', async ({ folder, open }) => {
    const archive = await open();
    await writeFile(join(folder, '.lock'), '{"host":');
    expect(mustFail(await archive.undo())).toEqual({ code: 'lock-lost', holder: null });
    await rm(join(folder, '.lock'));
    await mkdir(join(folder, '.lock'));
    expect(mustFail(await archive.undo())).toEqual({ code: 'lock-lost', holder: null });
  });

  it('was lost mends and clears away nothing where it reads', async ({ folder, open }) => {
    const first = await open();
    const article = sampleArticle('Talks resume', [samplePassage('talks')]);
    const { id } = article.article;
    mustSucceed(await perform(first, { newArticles: [article] }));
    await first.close();
    const archive = await open();
    const home = join(folder, 'articles', id);
    await writeFile(join(folder, '.lock'), lockOf({}));
    await writeFile(join(home, `annotations.json.tmp-${sampleId(7)}-1`), 'being written');
    await copyFile(join(home, 'annotations.json'), join(home, 'annotations.json.bak'));
    await writeFile(join(home, 'annotations.json'), '{"half');
    const before = await readTree(folder);
    expect(mustFail(await archive.annotations(id)).code).toBe('archive-damaged');
    expect(await readTree(folder)).toEqual(before);
  });

  it('was only touched is not refused', async ({ folder, open }) => {
    const archive = await open();
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('one'))] }));
    await utimes(join(folder, '.lock'), new Date(0), new Date(0));
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('two'))] }));
  });

  it('came back goes on', async ({ folder, open }) => {
    const archive = await open();
    await rename(join(folder, '.lock'), join(folder, 'away'));
    expect(mustFail(await archive.undo()).code).toBe('lock-lost');
    await rename(join(folder, 'away'), join(folder, '.lock'));
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('china'))] }));
  });
});

describe('a lock that was lost', () => {
  it('is taken again where nobody has it, and keeps others out as before', async ({ folder, open }) => {
    const archive = await open();
    await rm(join(folder, '.lock'));
    expect(mustFail(await archive.undo()).code).toBe('lock-lost');
    mustSucceed(await archive.takeLock());
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('china'))] }));
    expect(mustFail(await tryToOpen(folder)).code).toBe('archive-locked');
    await archive.close();
    expect(existsSync(join(folder, '.lock'))).toBe(false);
  });

  it('is not taken from whoever has it', async ({ folder, open }) => {
    const archive = await open();
    await writeFile(join(folder, '.lock'), lockOf({}));
    expect(mustFail(await archive.takeLock())).toEqual({
      code: 'archive-locked',
      host: 'attic',
      pid: 42,
      isSameHost: false,
    });
    await archive.close();
    expect(await readFile(join(folder, '.lock'), 'utf8')).toBe(lockOf({}));
  });

  it('finds what another Precis has done meanwhile', async ({ folder, open }) => {
    const archive = await open();
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('ours'))] }));
    await rm(join(folder, '.lock'));
    const rival = mustSucceed(await tryToOpen(folder));
    mustSucceed(await perform(rival, { changes: [addTag(sampleTag('theirs'))] }));
    expect(mustFail(await archive.undo()).code).toBe('lock-lost');
    await rival.close();
    mustSucceed(await archive.takeLock());
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('ours again'))] }));
    expect(mustSucceed(await archive.tags()).tags.map(({ name }) => name)).toEqual([
      'ours',
      'theirs',
      'ours again',
    ]);
  });
});

describe('an archive whose folder', () => {
  it('was moved is not made anew, by no act, and goes on where it comes back', async ({ folder, open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume');
    mustSucceed(await perform(archive, { newArticles: [article] }));
    await rename(folder, `${folder}-moved`);
    const gone = { code: 'archive-gone', folder, found: 'nothing' };
    expect(mustFail(await perform(archive, { newArticles: [sampleArticle('Another')] }))).toEqual(gone);
    expect(mustFail(await perform(archive, { changes: [addTag(sampleTag('china'))] }))).toEqual(gone);
    expect(mustFail(await archive.undo())).toEqual(gone);
    expect(mustFail(await archive.takeLock())).toEqual(gone);
    expect(await readdir(dirname(folder))).toEqual(['archive-moved']);
    await rename(`${folder}-moved`, folder);
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('china'))] }));
  });

  it('was moved is told of once, by whatever look finds it, and when it is back', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const told: unknown[] = [];
    archive.onRefusal((refusal) => told.push(refusal));
    expect(archive.refusal()).toBeNull();
    await rename(folder, `${folder}-moved`);
    const gone = { code: 'archive-gone', folder, found: 'nothing' };
    expect(archive.refusal()).toEqual(gone);
    expect(mustFail(await archive.undo())).toEqual(gone);
    expect(told).toEqual([gone]);
    await rename(`${folder}-moved`, folder);
    expect(archive.refusal()).toBeNull();
    expect(told).toEqual([gone, null]);
  });

  it('was moved can be opened where it is once it is closed, by the same process', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const moved = `${folder}-moved`;
    await rename(folder, moved);
    await archive.close();
    const again = mustSucceed(await tryToOpen(moved));
    expect(again.refusal()).toBeNull();
    await again.close();
  });

  it('was moved can be closed', async ({ folder, open }) => {
    const archive = await open();
    await rename(folder, `${folder}-moved`);
    await archive.close();
    expect(existsSync(folder)).toBe(false);
  });

  it.for<[string, (folder: string) => Promise<void>]>([
    ['an empty folder', () => Promise.resolve()],
    ['a folder of other things', (folder) => writeFile(join(folder, 'holiday.jpg'), 'not mine')],
    [
      'another archive',
      async (folder) => {
        const other = mustSucceed(await tryToOpen(folder));
        await other.close();
      },
    ],
  ])('was replaced by %s is not written to', async ([, lay], { folder, open }) => {
    const archive = await open();
    await rename(folder, `${folder}-moved`);
    await mkdir(folder);
    await lay(folder);
    const before = await readTree(folder);
    const refused = { code: 'archive-gone', folder, found: 'another' };
    expect(mustFail(await perform(archive, { changes: [addTag(sampleTag('china'))] }))).toEqual(refused);
    expect(mustFail(await perform(archive, { newArticles: [sampleArticle('Another')] }))).toEqual(refused);
    expect(await readTree(folder)).toEqual(before);
  });

  it('is a copy of it, with its lock, is the same archive', async ({ folder, open }) => {
    const archive = await open();
    await rename(folder, `${folder}-moved`);
    await cp(`${folder}-moved`, folder, { recursive: true });
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('china'))] }));
    expect(await readFile(join(folder, 'tags.json'), 'utf8')).toContain('china');
  });

  it('has an archive.json of another id is another archive', async ({ folder, open }) => {
    const archive = await open();
    const path = join(folder, 'archive.json');
    const sound = await readFile(path, 'utf8');
    await writeFile(path, sound.replace(archive.info.id, sampleId(7)));
    expect(mustFail(await archive.undo())).toEqual({ code: 'archive-gone', folder, found: 'another' });
    await writeFile(path, sound.replace('"archive"', '"Renamed"'));
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('china'))] }));
  });
});
