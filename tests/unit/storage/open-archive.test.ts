import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import {
  ANNOTATIONS_VERSION,
  ARTICLE_VERSION,
  BODY_VERSION,
  MEMO_VERSION,
  SEARCHES_VERSION,
  SOURCES_VERSION,
  TAGS_VERSION,
  TASKS_VERSION,
} from '#domain/archive/files.ts';
import { ok } from '#domain/result.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { addTag } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { sampleId } from '../../support/archive/sample-ids.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { it, mustFail, mustSucceed, perform, tryToOpen } from './archive-under-test.ts';

describe('a folder', () => {
  it.for<[string, boolean]>([
    ['missing', false],
    ['empty', true],
  ])('that is %s becomes an archive where one is wanted', async ([, exists], { folder, open }) => {
    if (exists) await mkdir(folder);
    const archive = await open();
    expect(archive.info).toMatchObject({ format: 'precis-archive', version: 2, title: 'archive' });
    expect((await readdir(folder)).sort()).toEqual([
      '.gitattributes',
      '.gitignore',
      '.lock',
      '.stignore',
      'archive.json',
      'articles',
      'boards',
      'events',
      'memos',
      'searches.json',
      'sources.json',
      'tags.json',
      'tasks.json',
      'templates',
      'trash',
    ]);
    expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('.lock\n*.tmp-*\n*.bak\n.incoming-*\n');
  });

  it('that is missing is no archive where none is wanted, and stays missing', async ({ folder }) => {
    expect(mustFail(await tryToOpen(folder, { create: false }))).toEqual({ code: 'archive-not-found' });
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('that is empty is no archive where none is wanted, and stays empty', async ({ folder }) => {
    await mkdir(folder);
    expect(mustFail(await tryToOpen(folder, { create: false }))).toEqual({ code: 'archive-not-found' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('with other things in it is refused and left as it is', async ({ folder }) => {
    await mkdir(folder);
    await writeFile(join(folder, 'holiday.jpg'), 'not mine');
    expect(mustFail(await tryToOpen(folder))).toEqual({ code: 'folder-not-an-archive' });
    expect(await readTree(folder)).toEqual({ 'holiday.jpg': 'not mine' });
    expect(await readdir(folder)).toEqual(['holiday.jpg']);
  });

  it('that cannot be written in is refused with one word, and what the system said is passed on', async ({
    folder,
  }) => {
    await writeFile(folder, 'a file');
    const heard: unknown[] = [];
    const opened = await tryToOpen(join(folder, 'archive'), { onSystemError: (cause) => heard.push(cause) });
    expect(mustFail(opened)).toMatchObject({ code: 'write-failed' });
    expect(heard).toEqual([expect.objectContaining({ code: 'ENOTDIR' })]);
  });

  it('that is a file is refused', async ({ folder }) => {
    await writeFile(folder, 'a file');
    expect(mustFail(await tryToOpen(folder))).toEqual({ code: 'folder-not-an-archive' });
  });

  it('tells Git how to treat it, where it stands in a repository and nothing was told', async ({
    folder,
    open,
  }) => {
    const attributes = join(folder, '.gitattributes');
    const heard: string[] = [];
    const openAgain = async () => {
      await (await open({ onAttributesAdded: () => heard.push('added') })).close();
      return readFile(attributes, 'utf8').catch(() => null);
    };
    expect(await openAgain()).toBe('* -text\n*.json -merge\n');
    await rm(attributes);
    expect(await openAgain()).toBeNull();
    await mkdir(join(folder, '.git'));
    await writeFile(attributes, '*.pdf filter=lfs -text\n*.json -merge');
    expect(await openAgain()).toBe('* -text\n*.pdf filter=lfs -text\n*.json -merge\n');
    expect(heard).toEqual(['added']);
    expect(await openAgain()).toBe('* -text\n*.pdf filter=lfs -text\n*.json -merge\n');
    expect(heard).toEqual(['added']);
  });

  it('in which a first attempt was cut off counts as empty', async ({ folder, open }) => {
    await mkdir(folder);
    await writeFile(join(folder, '.gitignore'), 'its own\n');
    const cutOff = `archive.json.tmp-${sampleId(1)}-1`;
    await writeFile(join(folder, cutOff), '{"format"');
    await open();
    expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('its own\n');
    expect(await readdir(folder)).not.toContain(cutOff);
  });
});

describe.skipIf(process.platform === 'win32')('what is written', () => {
  const writeSome = async (archive: Archive) => {
    const [article, gone] = [sampleArticle('Talks resume', [samplePassage('talks')]), sampleArticle('Gone')];
    mustSucceed(
      await perform(archive, { newArticles: [article, gone], newMemos: [sampleMemo('The visit')] }),
    );
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('china'))] }));
    const { id } = gone.article;
    mustSucceed(await perform(archive, { changes: [{ type: 'folder', kind: 'article', id, to: 'trash' }] }));
  };
  const modesIn = async (folder: string) => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const modes = { files: new Set<string>(), folders: new Set<string>() };
    for (const entry of entries) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      modes[entry.isDirectory() ? 'folders' : 'files'].add((mode & 0o777).toString(8));
    }
    const { mode } = await stat(folder);
    return { ...modes, root: (mode & 0o777).toString(8) };
  };

  it('is readable by its owner alone', async ({ folder, open }) => {
    await writeSome(await open());
    expect(await modesIn(folder)).toEqual({
      files: new Set(['600']),
      folders: new Set(['700']),
      root: '700',
    });
  });

  it('is readable by whom the umask lets, where the archive is shared', async ({ folder, open }) => {
    await writeSome(await open({ isShared: () => true }));
    const umask = process.umask(0);
    process.umask(umask);
    expect(await modesIn(folder)).toEqual({
      files: new Set([(0o666 & ~umask).toString(8)]),
      folders: new Set([(0o777 & ~umask).toString(8)]),
      root: (0o777 & ~umask).toString(8),
    });
  });

  it('follows the setting from the next write on', async ({ folder, open }) => {
    let isShared = true;
    const archive = await open({ isShared: () => isShared });
    isShared = false;
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('china'))] }));
    expect((await stat(join(folder, 'tags.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'sources.json'))).mode & 0o777).not.toBe(0o600);
  });
});

describe('an archive', () => {
  it('is found again as it was, without any change to its bytes', async ({ folder, open }) => {
    const article = sampleArticle('Talks resume');
    const memo = sampleMemo('The visit');
    const first = await open();
    mustSucceed(await perform(first, { newArticles: [article], newMemos: [memo] }));
    await first.close();
    const before = await readTree(folder);

    const second = await open();
    const { id } = article.article;
    expect(await second.articleIds()).toEqual([id]);
    expect(await second.article(id)).toEqual(ok({ version: ARTICLE_VERSION, article: article.article }));
    expect(await second.body(id)).toEqual(
      ok({ version: BODY_VERSION, body: article.body, textSha256: article.article.textSha256 }),
    );
    expect(await second.annotations(id)).toEqual(
      ok({ version: ANNOTATIONS_VERSION, ...article.annotations }),
    );
    expect(await second.memoIds()).toEqual([memo.memo.id]);
    expect(await second.memo(memo.memo.id)).toEqual(ok({ version: MEMO_VERSION, ...memo }));
    expect(second.info).toEqual(first.info);
    await second.close();
    expect(await readTree(folder)).toEqual(before);
  });

  it('whose files of tags, sources, tasks and searches were never made has none', async ({
    folder,
    open,
  }) => {
    await (await open()).close();
    for (const kind of ['tags', 'sources', 'tasks', 'searches']) await rm(join(folder, `${kind}.json`));
    const archive = await open();
    expect(await archive.tags()).toEqual(ok({ version: TAGS_VERSION, tags: [] }));
    expect(await archive.sources()).toEqual(ok({ version: SOURCES_VERSION, sources: [] }));
    expect(await archive.tasks()).toEqual(ok({ version: TASKS_VERSION, tasks: [] }));
    expect(await archive.searches()).toEqual(ok({ version: SEARCHES_VERSION, searches: [] }));
  });

  it('is cleared of what a crash left behind, and of nothing else', async ({ folder, open }) => {
    const article = sampleArticle('Talks resume');
    const first = await open();
    mustSucceed(await perform(first, { newArticles: [article] }));
    await first.close();
    const home = join(folder, 'articles', article.article.id);
    const session = sampleId(1);
    await mkdir(join(folder, 'articles', `.incoming-${sampleId(2)}`));
    await mkdir(join(folder, 'memos', `.incoming-${sampleId(3)}`));
    await mkdir(join(folder, 'trash', 'articles', `${sampleId(4)}.tmp-${session}-9`), { recursive: true });
    const leftovers = [
      `tags.json.tmp-${session}-1`,
      `tags.json.bak.tmp-${session}-3`,
      `.lock.tmp-of-${session}`,
      `.lock.tmp-after-unreadable-12-1714.5`,
      `articles/.incoming-${sampleId(2)}/body.json`,
    ];
    for (const name of leftovers) await writeFile(join(folder, name), '{');
    await writeFile(join(home, `annotations.json.tmp-${session}-2`), '{');
    const kept = { 'notes.txt': 'mine', 'tags.json.corrupt-1': 'old', 'articles/readme.md': 'mine' };
    for (const [name, text] of Object.entries(kept)) await writeFile(join(folder, name), text);

    const second = await open();
    mustSucceed(await second.annotations(article.article.id));
    const tree = await readTree(folder);
    expect(tree).toMatchObject(kept);
    expect(Object.keys(tree).filter((name) => /tmp-|incoming/.test(name))).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.includes('.bak.tmp-'))).toEqual([]);
    expect(await readdir(join(folder, 'trash', 'articles'))).toEqual([]);
    expect(await second.articleIds()).toEqual([article.article.id]);
  });

  it('leaves what only resembles its own unfinished files, in every folder', async ({ folder, open }) => {
    const article = sampleArticle('Talks resume');
    const first = await open();
    mustSucceed(await perform(first, { newArticles: [article] }));
    await first.close();
    const { id } = article.article;
    const session = sampleId(1);
    const mine = [
      'report.tmp-2024.docx',
      `report.docx.tmp-${session}-1`,
      `tags.json.tmp-${session}`,
      'tags.json.tmp-1-1',
      '.incoming-mail/letter.txt',
      `.incoming-${session}/letter.txt`,
      'archive.tmp-old/tags.json',
      `tags.json.tmp-${session}-1/inside.txt`,
      'articles/.incoming-1/body.json',
      `memos/x.tmp-${session}-1/notes.txt`,
      `articles/${id}/figures.tmp-2/a.png`,
      `articles/${id}/.incoming-${session}/b.png`,
      `templates/letter.tmp-${session}-1`,
      'trash/articles/x.tmp-1/kept.txt',
    ];
    for (const name of mine) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), 'mine');
    }
    mustSucceed(await (await open()).annotations(id));
    expect(await readTree(folder)).toMatchObject(Object.fromEntries(mine.map((name) => [name, 'mine'])));
  });

  it('does not answer for articles and memos that are not there', async ({ open }) => {
    const archive = await open();
    const { id } = sampleArticle('never imported').article;
    const { id: memoId } = sampleMemo('never written').memo;
    const notFound = { code: 'not-found', what: 'article', id };
    expect(mustFail(await archive.article(id))).toEqual(notFound);
    expect(mustFail(await archive.body(id))).toEqual(notFound);
    expect(mustFail(await archive.annotations(id))).toEqual(notFound);
    expect(mustFail(await archive.memo(memoId))).toEqual({ code: 'not-found', what: 'memo', id: memoId });
  });

  it('does nothing more once it is closed', async ({ open }) => {
    const archive = await open();
    await archive.close();
    await archive.close();
    await expect(archive.undo()).rejects.toThrow('closed');
  });
});
