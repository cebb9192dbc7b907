import { cp, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { AnnotationsFile, TagsFile } from '#domain/archive/files.ts';
import type { Events } from '#domain/contract/events.ts';
import type { ArticleId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { Archive, ArchiveChanged } from '#electron/ports/archive.ts';
import { changePassage } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { it as base, mustFail, mustSucceed, perform } from './archive-under-test.ts';

type Laid = {
  readonly archive: Archive;
  readonly id: ArticleId;
  /** Of the files of the article, from the archive on. */
  readonly name: (file: string) => string;
  readonly path: (name: string) => string;
  readonly outside: Events['changed-outside'][];
  readonly changed: ArchiveChanged[];
};

const talks = samplePassage('talks');

/** An open archive with an article of one passage, and what is told from then on. */
const it = base.extend<{ laid: Laid }>({
  laid: async ({ folder, open }, use) => {
    const archive = await open();
    const article = sampleArticle('Talks resume', [talks]);
    const { id } = article.article;
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const outside: Laid['outside'] = [];
    const changed: Laid['changed'] = [];
    archive.onChangedOutside((event) => outside.push(event));
    archive.onChanged((event) => changed.push(event));
    await use({
      archive,
      id,
      name: (file) => `articles/${id}/${file}`,
      path: (name) => join(folder, name),
      outside,
      changed,
    });
  },
});

const edit = async <F>(path: string, change: (content: F) => F): Promise<void> => {
  await writeFile(`${path}.theirs`, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')))));
  await rename(`${path}.theirs`, path);
};
const relabel = (file: AnnotationsFile): AnnotationsFile => ({
  ...file,
  passages: file.passages.map((passage) => ({ ...passage, label: 'gap' })),
});
const labelsIn = async (archive: Archive, id: ArticleId) =>
  mustSucceed(await archive.annotations(id)).passages.map(({ label }) => label);
const setLabel = (archive: Archive, id: ArticleId) =>
  archive.perform(async (reader) => {
    const before = mustSucceed(await reader.annotations(id)).passages[0] ?? talks;
    const changes = [changePassage(id, before, { ...before, label: 'view' })];
    return ok({ value: null, name: 'relabel-passage', changes });
  });

describe('a look at what other programs may have written', () => {
  it('takes over what they have made of a file in memory, and tells of it', async ({ laid }) => {
    const { archive, id, name, path, outside, changed } = laid;
    mustSucceed(await archive.annotations(id));
    await edit(path(name('annotations.json')), relabel);
    await archive.lookOutside([name('annotations.json')]);
    expect(await labelsIn(archive, id)).toEqual(['gap']);
    expect(outside).toEqual([{ articleIds: [id], memoIds: [] }]);
    expect(changed).toMatchObject([{ articleIds: [id], topics: expect.arrayContaining(['passages']) }]);
  });

  it('tells of a file that is not in memory, and of a list', async ({ laid }) => {
    const { archive, id, name, path, outside, changed } = laid;
    await edit(path(name('annotations.json')), relabel);
    await edit<TagsFile>(path('tags.json'), (file) => ({ ...file, tags: [sampleTag('ceasefire')] }));
    await archive.lookOutside([name('annotations.json'), 'tags.json']);
    expect(outside).toEqual([{ articleIds: [id], memoIds: [] }]);
    expect(changed[0]?.topics).toEqual(expect.arrayContaining(['passages', 'tags']));
    expect(mustSucceed(await archive.tags()).tags.map(({ name: tag }) => tag)).toEqual(['ceasefire']);
  });

  it('finds all that is in memory where no file is named', async ({ laid: { archive, path, outside } }) => {
    await edit<TagsFile>(path('tags.json'), (file) => ({ ...file, tags: [sampleTag('ceasefire')] }));
    await archive.lookOutside(null);
    expect(outside).toHaveLength(1);
  });

  it('takes nothing that was written here for a change of another', async ({ laid }) => {
    const { archive, id, name, outside, changed } = laid;
    mustSucceed(await setLabel(archive, id));
    const memo = sampleMemo('Ceasefire');
    mustSucceed(await perform(archive, { newMemos: [memo] }));
    mustSucceed(await perform(archive, { changes: [{ type: 'folder', to: 'trash', kind: 'article', id }] }));
    mustSucceed(await archive.undo());
    mustSucceed(await archive.emptyTrash(new Set([id])));
    const told = changed.length;
    await archive.lookOutside([
      ...['article.json', 'body.json', 'annotations.json'].map(name),
      `memos/${memo.memo.id}/memo.json`,
      `trash/articles/${id}`,
      'tags.json',
      'sources.json',
    ]);
    expect(outside).toEqual([]);
    expect(changed).toHaveLength(told);
  });

  it('takes no touch, and no other order of the same, for a change of what is in memory', async ({
    laid,
  }) => {
    const { archive, id, name, path, outside } = laid;
    mustSucceed(await archive.annotations(id));
    await edit<AnnotationsFile>(path(name('annotations.json')), ({ passages, ...rest }) => ({
      passages,
      ...rest,
    }));
    await archive.lookOutside([name('annotations.json')]);
    await utimes(path(name('annotations.json')), 1, 1);
    await archive.lookOutside([name('annotations.json')]);
    expect(outside).toEqual([]);
  });

  it('sees what another has made of a file after it was written here', async ({ laid }) => {
    const { archive, id, name, path, outside } = laid;
    mustSucceed(await setLabel(archive, id));
    await edit(path(name('annotations.json')), relabel);
    await archive.lookOutside([name('annotations.json')]);
    expect(outside).toHaveLength(1);
    expect(await labelsIn(archive, id)).toEqual(['gap']);
  });

  it('finds an article that came, and one that went', async ({ laid }) => {
    const { archive, id, name, path, outside, changed } = laid;
    const other = sampleArticle('Strait closed', []);
    const { id: otherId } = other.article;
    await cp(path(`articles/${id}`), path('articles/.theirs'), { recursive: true });
    await edit<{ article: object }>(path('articles/.theirs/article.json'), ({ article, ...rest }) => ({
      ...rest,
      article: { ...article, id: otherId },
    }));
    await rename(path('articles/.theirs'), path(`articles/${otherId}`));
    const files = ['article.json', 'body.json', 'annotations.json'];
    await archive.lookOutside(files.map((file) => `articles/${otherId}/${file}`));
    expect(outside).toEqual([{ articleIds: [otherId], memoIds: [] }]);
    expect(await archive.articleIds()).toContain(otherId);

    mustSucceed(await archive.annotations(id));
    await rm(path(`articles/${id}`), { recursive: true });
    await archive.lookOutside(files.map(name));
    expect(outside[1]).toEqual({ articleIds: [id], memoIds: [] });
    expect(changed.at(-1)?.topics).toContain('articles');
    expect(mustFail(await archive.annotations(id))).toMatchObject({ code: 'not-found' });
  });

  it('finds an article that was written here, went, and came back as it was', async ({ laid }) => {
    const { archive, id, name, path, outside, changed } = laid;
    const files = ['article.json', 'body.json', 'annotations.json'].map(name);
    await rename(path(`articles/${id}`), path('away'));
    await archive.lookOutside(files);
    expect(outside).toMatchObject([{ articleIds: [id] }]);
    await rename(path('away'), path(`articles/${id}`));
    await archive.lookOutside(files);
    expect(outside).toMatchObject([{ articleIds: [id] }, { articleIds: [id] }]);
    expect(changed.at(-1)).toMatchObject({ articleIds: [id] });
    expect(await labelsIn(archive, id)).toEqual(['claim']);
  });

  it('waits for a file that is being written, and repairs nothing meanwhile', async ({ laid }) => {
    const { archive, id, name, path, outside } = laid;
    const whole = JSON.stringify(relabel(JSON.parse(await readFile(path(name('annotations.json')), 'utf8'))));
    await writeFile(path(name('annotations.json')), whole.slice(0, 40));
    await archive.lookOutside([name('annotations.json')]);
    expect(outside).toEqual([]);
    expect(await readFile(path(name('annotations.json')), 'utf8')).toBe(whole.slice(0, 40));
    await writeFile(path(name('annotations.json')), whole);
    await expect.poll(() => outside.length).toBe(1);
    expect(await labelsIn(archive, id)).toEqual(['gap']);
  });

  it('has an edit that was begun before collide with what was taken over', async ({ laid }) => {
    const { archive, id, name, path } = laid;
    mustSucceed(await archive.annotations(id));
    await edit(path(name('annotations.json')), relabel);
    await archive.lookOutside([name('annotations.json')]);
    expect(mustFail(await setLabel(archive, id))).toMatchObject({
      code: 'changed-outside',
      collisions: [{ field: 'label', ours: 'view', theirs: 'gap' }],
    });
    mustSucceed(await setLabel(archive, id));
    expect(await labelsIn(archive, id)).toEqual(['view']);
  });

  it('tells of the trash alone where another program has emptied it', async ({ laid }) => {
    const { archive, id, path, outside, changed } = laid;
    mustSucceed(await perform(archive, { changes: [{ type: 'folder', to: 'trash', kind: 'article', id }] }));
    const told = changed.length;
    await rm(path(`trash/articles/${id}`), { recursive: true });
    await archive.lookOutside([`trash/articles/${id}`]);
    expect(changed.slice(told)).toMatchObject([{ topics: ['trash'], articleIds: [] }]);
    expect(outside).toEqual([]);
  });

  it('passes over names that are none of an archive', async ({ laid: { archive, path, changed } }) => {
    await mkdir(path('notes'));
    await archive.lookOutside(['notes/a.json', 'package.json', 'articles/x/annotations.json', '../a.json']);
    expect(changed).toEqual([]);
  });

  it('takes nothing over where the archive is not there any more', async ({ laid }) => {
    const { archive, id, name, path, changed } = laid;
    mustSucceed(await archive.annotations(id));
    await rename(path(''), `${path('')}-moved`);
    await archive.lookOutside([name('annotations.json')]);
    await rename(`${path('')}-moved`, path(''));
    expect(changed).toEqual([]);
    expect(await labelsIn(archive, id)).toEqual(['claim']);
  });
});
