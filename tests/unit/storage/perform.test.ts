import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { TAGS_VERSION } from '#domain/archive/files.ts';
import type { Events } from '#domain/contract/events.ts';
import { err, ok } from '#domain/result.ts';
import type { ArchiveChanged } from '#electron/ports/archive.ts';
import { addTag, changePassage, changeTag } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { it, mustFail, mustSucceed, perform } from './archive-under-test.ts';

describe('an act', () => {
  it('is on the disk when it is acknowledged', async ({ folder, open }) => {
    const archive = await open();
    const tag = sampleTag('china');
    mustSucceed(await perform(archive, { changes: [addTag(tag)] }));
    expect(JSON.parse(await readFile(join(folder, 'tags.json'), 'utf8'))).toEqual({
      version: TAGS_VERSION,
      tags: [tag],
    });
    expect(await archive.tags()).toEqual(ok({ version: TAGS_VERSION, tags: [tag] }));
  });

  it('keeps the version before beside the file', async ({ folder, open }) => {
    const archive = await open();
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('one'))] }));
    const before = await readFile(join(folder, 'tags.json'), 'utf8');
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('two'))] }));
    expect(await readFile(join(folder, 'tags.json.bak'), 'utf8')).toBe(before);
  });

  it('that wants nothing writes nothing and is no step', async ({ folder, open }) => {
    const archive = await open();
    const tag = sampleTag('china');
    mustSucceed(await perform(archive, { changes: [addTag(tag)], name: 'add-tag' }));
    const before = await readTree(folder);
    const states: unknown[] = [];
    archive.onSaveState((state) => states.push(state));
    mustSucceed(await perform(archive, { changes: [], name: 'rename-tag' }));
    mustSucceed(await perform(archive, { changes: [changeTag(tag, { ...tag })], name: 'rename-tag' }));
    expect(await readTree(folder)).toEqual(before);
    expect(states).toEqual([]);
    expect(archive.undoState()).toEqual({ undo: 'add-tag', redo: null });
  });

  it('that fails itself writes nothing', async ({ open }) => {
    const archive = await open();
    const failed = await archive.perform(() => Promise.resolve(err({ code: 'name-taken', name: 'china' })));
    expect(mustFail(failed)).toEqual({ code: 'name-taken', name: 'china' });
    expect(archive.undoState()).toEqual({ undo: null, redo: null });
  });

  it('that throws does not stop the next', async ({ open }) => {
    const archive = await open();
    const broken = archive.perform(() => Promise.reject(new Error('a mistake')));
    const next = perform(archive, { changes: [addTag(sampleTag('china'))] });
    await expect(broken).rejects.toThrow('a mistake');
    expect((await next).ok).toBe(true);
  });

  it('waits for the one before, and sees what that has done', async ({ open }) => {
    const archive = await open();
    const count = 20;
    await Promise.all(
      Array.from({ length: count }, (_, number) =>
        archive.perform(async (reader) => {
          const { tags } = mustSucceed(await reader.tags());
          return ok({
            value: null,
            name: 'add-tag',
            changes: [addTag(sampleTag(`${number} after ${tags.length}`))],
          });
        }),
      ),
    );
    const { tags } = mustSucceed(await archive.tags());
    expect(tags.map(({ name }) => name)).toEqual(Array.from({ length: count }, (_, n) => `${n} after ${n}`));
  });

  it('that takes a record for what it is not is refused, and nothing of it is written', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const tag = sampleTag('china');
    mustSucceed(await perform(archive, { changes: [addTag(tag)] }));
    const before = await readTree(folder);
    const stale = changeTag({ ...tag, name: 'as it was once' }, { ...tag, name: 'renamed' });
    const refused = await perform(archive, { changes: [addTag(sampleTag('other')), stale] });
    expect(mustFail(refused)).toEqual({ code: 'changed-since', what: 'tag', id: tag.id });
    expect(await readTree(folder)).toEqual(before);
  });

  it('with a record of a wrong shape throws, and nothing of it is written', async ({ folder, open }) => {
    const archive = await open();
    const before = await readTree(folder);
    const act = perform(archive, { changes: [addTag(sampleTag('')), addTag(sampleTag('sound'))] });
    await expect(act).rejects.toThrow();
    expect(await readTree(folder)).toEqual(before);
  });

  it('hands out values that nobody can change', async ({ open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume', [samplePassage('talks')]);
    mustSucceed(await perform(archive, { newArticles: [article], changes: [addTag(sampleTag('china'))] }));
    const { tags } = mustSucceed(await archive.tags());
    const { passages } = mustSucceed(await archive.annotations(article.article.id));
    expect(() => tags.push(sampleTag('more'))).toThrow(TypeError);
    expect(() => Object.assign(passages[0] ?? {}, { label: 'gap' })).toThrow(TypeError);
  });

  it('writes an article with the bytes that were imported', async ({ folder, open }) => {
    const archive = await open();
    const article = { ...sampleArticle('Talks'), original: new Uint8Array([0, 255, 13, 10]) };
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const home = join(folder, 'articles', article.article.id);
    expect([...(await readFile(join(home, 'original.txt')))]).toEqual([0, 255, 13, 10]);
    expect((await readdir(home)).sort()).toEqual([
      'annotations.json',
      'article.json',
      'body.json',
      'original.txt',
    ]);
  });
});

describe('of an act that can not be written to its end', () => {
  it('nothing is left, in no file and in no folder', async ({ folder, open }) => {
    const archive = await open();
    const tag = sampleTag('china');
    const [article, other, memo] = [sampleArticle('One'), sampleArticle('Two'), sampleMemo('The visit')];
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const before = await readTree(folder);
    // A file in the way of the trash: the move, which comes last, can't be made.
    await writeFile(join(folder, 'trash', 'articles'), 'in the way');
    const changed: unknown[] = [];
    const states: Events['save-state'][] = [];
    archive.onChanged((event) => changed.push(event));
    archive.onSaveState((state) => states.push(state));

    const { id } = article.article;
    const failed = await perform(archive, {
      changes: [
        addTag(tag),
        changePassage(id, null, samplePassage('one', { tagIds: [tag.id] })),
        { type: 'folder', kind: 'article', id, to: 'trash' },
      ],
      newArticles: [other],
      newMemos: [memo],
    });

    expect(mustFail(failed)).toEqual({ code: 'write-failed', file: `articles/${id}`, reason: 'other' });
    const { 'trash/articles': inTheWay, ...after } = await readTree(folder);
    expect(inTheWay).toBe('in the way');
    expect(after).toEqual(before);
    expect((await readdir(join(folder, 'articles'))).sort()).toEqual([id]);
    expect(await archive.articleIds()).toEqual([id]);
    expect(await archive.tags()).toEqual(ok({ version: TAGS_VERSION, tags: [] }));
    expect(mustSucceed(await archive.annotations(id)).passages).toEqual([]);
    expect(changed).toEqual([]);
    expect(states).toEqual([
      { state: 'saving' },
      { state: 'failed', file: `articles/${id}`, reason: 'other' },
    ]);
    expect(archive.undoState().undo).toBe('add-passage');
  });

  it('the same act succeeds once the cause is gone', async ({ folder, open }) => {
    const archive = await open();
    const tag = sampleTag('china');
    const inTheWay = join(folder, 'tags.json.bak');
    await rm(inTheWay, { force: true });
    await mkdir(join(inTheWay, 'folder'), { recursive: true });
    const failed = await perform(archive, { changes: [addTag(tag)] });
    expect(mustFail(failed)).toEqual({ code: 'write-failed', file: 'tags.json', reason: 'other' });
    expect(mustSucceed(await archive.tags()).tags).toEqual([]);
    await rm(inTheWay, { recursive: true });
    mustSucceed(await perform(archive, { changes: [addTag(tag)] }));
    expect(mustSucceed(await archive.tags()).tags).toEqual([tag]);
    expect((await readdir(folder)).filter((name) => name.includes('tmp-'))).toEqual([]);
  });
});

describe('whoever listens', () => {
  it('hears what was saved and what may show it', async ({ open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume');
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const changed: ArchiveChanged[] = [];
    const states: string[] = [];
    const stop = archive.onChanged((event) => changed.push(event));
    archive.onSaveState(({ state }) => states.push(state));
    const { id } = article.article;
    mustSucceed(await perform(archive, { changes: [changePassage(id, null, samplePassage('talks'))] }));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ articleIds: [id], memoIds: [], undo: { undo: 'add-passage' } });
    expect(changed[0]?.topics).toContain('passages');
    expect(states).toEqual(['saving', 'saved']);
    stop();
    mustSucceed(await archive.undo());
    expect(changed).toHaveLength(1);
  });

  it('is told before the act is acknowledged', async ({ open }) => {
    const archive = await open();
    const heard: string[] = [];
    archive.onChanged(() => heard.push('changed'));
    const act = perform(archive, { changes: [addTag(sampleTag('china'))] }).then(() =>
      heard.push('acknowledged'),
    );
    await act;
    expect(heard).toEqual(['changed', 'acknowledged']);
  });
});
