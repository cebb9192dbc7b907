import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { FolderChange, RecordChange } from '#domain/archive/changes.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Archive, ArchiveChanged } from '#electron/ports/archive.ts';
import { addTag, changePassage, changeTag } from '../../support/archive/sample-changes.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { it, mustFail, mustSucceed, openWithArticle, perform } from './archive-under-test.ts';

const discard = (id: ArticleId): FolderChange => ({ type: 'folder', kind: 'article', id, to: 'trash' });
const discardMemo = (id: MemoId): FolderChange => ({ type: 'folder', kind: 'memo', id, to: 'trash' });

describe('undo', () => {
  it('gives back the bytes before, and redo those after', async ({ folder, open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume', [samplePassage('talks')]);
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const before = await readTree(folder);
    const tag = sampleTag('china');
    const passage = samplePassage('resume', { tagIds: [tag.id] });
    const changes = [addTag(tag), changePassage(article.article.id, null, passage)];
    mustSucceed(await perform(archive, { changes }));
    const after = await readTree(folder);
    expect(after).not.toEqual(before);

    expect(mustSucceed(await archive.undo())).toEqual({ name: 'add-passage', changes });
    expect(await readTree(folder)).toEqual(before);
    expect(archive.undoState()).toEqual({ undo: 'add-passage', redo: 'add-passage' });
    mustSucceed(await archive.redo());
    expect(await readTree(folder)).toEqual(after);
  });

  it('takes back any row of acts, step by step, to the byte', async ({ folder, open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume');
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const { id } = article.article;
    const acts = fc.array(
      fc.tuple(fc.nat(3), fc.constantFrom<(LabelId | null)[]>('claim', 'data', 'gap', null)),
      {
        maxLength: 12,
      },
    );
    const slots = Array.from({ length: 4 }, (_, n) => samplePassage(`passage ${n}`));

    await fc.assert(
      fc.asyncProperty(acts, async (wanted) => {
        const trees = [await readTree(folder)];
        for (const [slot, label] of wanted) {
          const changes = await labelSlot(archive, id, slots[slot], label);
          mustSucceed(await perform(archive, { changes }));
          if (changes.length > 0) trees.push(await readTree(folder));
        }
        await expectTrees(folder, trees.slice(0, -1).toReversed(), archive.undo);
        await expectTrees(folder, trees.slice(1), archive.redo);
        await expectTrees(folder, trees.slice(0, -1).toReversed(), archive.undo);
      }),
      { numRuns: 15 },
    );
  });

  it('passes over an act that is final', async ({ open }) => {
    const archive = await open();
    const [kept, purged] = [sampleTag('kept'), sampleTag('purged')];
    mustSucceed(await perform(archive, { changes: [addTag(purged)], name: 'add-tag' }));
    mustSucceed(await perform(archive, { changes: [addTag(kept)], name: 'define-tag' }));
    mustSucceed(await perform(archive, { changes: [changeTag(purged, null)], isFinal: true }));
    expect(archive.undoState()).toEqual({ undo: 'define-tag', redo: null });
    mustSucceed(await archive.undo());
    expect(mustFail(await archive.undo())).toEqual({ code: 'changed-since', what: 'tag', id: purged.id });
  });

  it('says so when there is nothing to undo or to redo', async ({ open }) => {
    const archive = await open();
    expect(mustFail(await archive.undo())).toEqual({ code: 'nothing-to-undo' });
    expect(mustFail(await archive.redo())).toEqual({ code: 'nothing-to-redo' });
  });

  it('keeps 200 steps', async ({ open }) => {
    const archive = await open();
    for (let number = 0; number < 205; number++)
      mustSucceed(await perform(archive, { changes: [addTag(sampleTag(`tag ${number}`))] }));
    for (let number = 0; number < 200; number++) mustSucceed(await archive.undo());
    expect(mustFail(await archive.undo())).toEqual({ code: 'nothing-to-undo' });
    expect(mustSucceed(await archive.tags()).tags.map(({ name }) => name)).toEqual(
      [0, 1, 2, 3, 4].map((number) => `tag ${number}`),
    );
  });

  it('forgets what was undone once something new is done', async ({ open }) => {
    const archive = await open();
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('one'))], name: 'add-tag' }));
    mustSucceed(await archive.undo());
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('two'))], name: 'rename-tag' }));
    expect(archive.undoState()).toEqual({ undo: 'rename-tag', redo: null });
  });

  it('of what was changed since writes nothing, and lets the step before be undone', async ({
    folder,
    open,
  }) => {
    const archive = await open();
    const passage = samplePassage('talks');
    const article = sampleArticle('Talks resume', [passage]);
    const { id } = article.article;
    const tag = sampleTag('china');
    mustSucceed(await perform(archive, { newArticles: [article] }));
    mustSucceed(await perform(archive, { changes: [addTag(tag)], name: 'add-tag' }));
    const after = { ...passage, label: 'gap' } as const;
    mustSucceed(
      await perform(archive, {
        changes: [changeTag(tag, { ...tag, name: 'China' }), changePassage(id, passage, after)],
      }),
    );
    mustSucceed(await perform(archive, { changes: [discard(id)] }));
    const trashed = join(folder, 'trash', 'articles', id, 'annotations.json');
    await writeFile(trashed, (await readFile(trashed, 'utf8')).replace('"label":"gap"', '"label":"view"'));
    mustSucceed(await archive.undo());
    const before = await readTree(folder);

    expect(mustFail(await archive.undo())).toEqual({
      code: 'changed-since',
      what: 'passage',
      id: passage.id,
    });
    expect(await readTree(folder)).toEqual(before);
    expect(archive.undoState()).toEqual({ undo: 'add-tag', redo: 'add-passage' });
    expect(mustFail(await archive.undo())).toEqual({ code: 'changed-since', what: 'tag', id: tag.id });
  });

  it('of an import that was emptied from the trash is refused', async ({ open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume');
    const { id } = article.article;
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('china'))], name: 'add-tag' }));
    mustSucceed(await perform(archive, { newArticles: [article] }));
    mustSucceed(await perform(archive, { changes: [discard(id)], name: 'delete-article' }));
    expect(mustSucceed(await archive.emptyTrash(new Set([id])))).toBe(1);
    const heard: ArchiveChanged[] = [];
    archive.onChanged((event) => heard.push(event));
    expect(mustFail(await archive.undo())).toEqual({ code: 'changed-since', what: 'article', id });
    expect(heard.map(({ undo }) => undo)).toEqual([{ undo: 'add-passage', redo: null }]);
    expect(mustFail(await archive.undo())).toEqual({ code: 'changed-since', what: 'article', id });
    expect(mustSucceed(await archive.undo()).name).toBe('add-tag');
  });
});

describe('acts of one edit', () => {
  const edit = async (
    archive: Archive,
    id: ArticleId,
    before: Passage,
    because: string | null,
    editId?: string,
  ): Promise<Passage> => {
    const after = { ...before, confirmedBecause: because };
    mustSucceed(
      await perform(archive, {
        name: 'note-passage',
        changes: [changePassage(id, before, after)],
        ...(editId === undefined ? {} : { editId }),
      }),
    );
    return after;
  };

  it('are one step', async ({ folder, open }) => {
    const passage = samplePassage('talks');
    const { archive, id } = await openWithArticle(open, [passage], 'import-article');
    const before = await readTree(folder);
    const one = await edit(archive, id, passage, 'a', 'visit');
    const two = await edit(archive, id, one, 'ab', 'visit');
    await edit(archive, id, two, 'abc', 'visit');
    mustSucceed(await archive.undo());
    expect(await readTree(folder)).toEqual(before);
    expect(archive.undoState().undo).toBe('import-article');
    mustSucceed(await archive.redo());
    expect(mustSucceed(await archive.annotations(id)).passages[0]?.confirmedBecause).toBe('abc');
  });

  it('are no step where the last takes back all', async ({ open }) => {
    const passage = samplePassage('talks');
    const { archive, id } = await openWithArticle(open, [passage], 'import-article');
    const one = await edit(archive, id, passage, 'a', 'visit');
    await edit(archive, id, one, null, 'visit');
    expect(archive.undoState().undo).toBe('import-article');
  });

  it.for<[string, string | undefined, string | undefined]>([
    ['another edit', 'visit', 'next visit'],
    ['no edit', undefined, undefined],
  ])('do not take in those of %s', async ([, first, second], { open }) => {
    const passage = samplePassage('talks');
    const { archive, id } = await openWithArticle(open, [passage]);
    const one = await edit(archive, id, passage, 'a', first);
    await edit(archive, id, one, 'ab', second);
    mustSucceed(await archive.undo());
    expect(mustSucceed(await archive.annotations(id)).passages[0]?.confirmedBecause).toBe('a');
  });

  it('do not go on after an undo', async ({ open }) => {
    const passage = samplePassage('talks');
    const { archive, id } = await openWithArticle(open, [passage]);
    const one = await edit(archive, id, passage, 'a', 'visit');
    mustSucceed(await perform(archive, { changes: [addTag(sampleTag('between'))] }));
    mustSucceed(await archive.undo());
    await edit(archive, id, one, 'ab', 'visit');
    mustSucceed(await archive.undo());
    expect(mustSucceed(await archive.annotations(id)).passages[0]?.confirmedBecause).toBe('a');
  });
});

describe('the trash', () => {
  it('holds what was deleted, since when, and gives it back as it was', async ({ folder, open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume', [samplePassage('talks')]);
    const memo = sampleMemo('The visit');
    const { id } = article.article;
    mustSucceed(await perform(archive, { newArticles: [article], newMemos: [memo] }));
    const before = await readTree(folder);
    mustSucceed(await perform(archive, { changes: [discard(id), discardMemo(memo.memo.id)] }));

    expect(await archive.articleIds()).toEqual([]);
    expect(await archive.memoIds()).toEqual([]);
    expect(mustFail(await archive.article(id)).code).toBe('not-found');
    expect(mustFail(await archive.annotations(id)).code).toBe('not-found');
    const [trashed] = await archive.trashedArticles();
    const [trashedMemo] = await archive.trashedMemos();
    const { about, passages } = article.annotations;
    expect(trashed).toMatchObject({ id, article: article.article, about, passages });
    expect(trashedMemo).toMatchObject({ id: memo.memo.id, memo: memo.memo });
    expect(trashed?.deletedAtMs).toBeGreaterThan(Date.parse(article.article.importedAt));
    const note = (await readTree(folder))[`trash/articles/${id}/deleted.json`];
    expect(Date.parse(JSON.parse(note ?? '').deletedAt)).toBe(trashed?.deletedAtMs);

    mustSucceed(await archive.undo());
    expect(await readTree(folder)).toEqual(before);
    expect(await archive.articleIds()).toEqual([id]);
    expect(mustSucceed(await archive.annotations(id)).passages).toEqual(passages);
    expect(await archive.trashedArticles()).toEqual([]);
  });

  it('takes an import that is undone, and gives it back on redo', async ({ folder, open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume');
    mustSucceed(await perform(archive, { newArticles: [article], name: 'import-article' }));
    const after = await readTree(folder);
    mustSucceed(await archive.undo());
    expect(await archive.articleIds()).toEqual([]);
    expect((await archive.trashedArticles()).map(({ id }) => id)).toEqual([article.article.id]);
    mustSucceed(await archive.redo());
    expect(await readTree(folder)).toEqual(after);
  });

  it('gives back an article and changes it in one act, and takes both back', async ({ folder, open }) => {
    const passage = samplePassage('talks');
    const { archive, id } = await openWithArticle(open, [passage]);
    mustSucceed(await perform(archive, { changes: [discard(id)] }));
    const changed = { ...passage, label: 'gap' } as const;
    const restore: FolderChange = { ...discard(id), to: 'archive' };
    mustSucceed(await perform(archive, { changes: [changePassage(id, passage, changed), restore] }));
    expect(mustSucceed(await archive.annotations(id)).passages).toEqual([changed]);
    mustSucceed(await archive.undo());
    expect((await archive.trashedArticles())[0]?.passages).toEqual([passage]);
    mustSucceed(await archive.redo());
    expect(mustSucceed(await archive.annotations(id)).passages).toEqual([changed]);
    expect(Object.keys(await readTree(folder)).filter((name) => name.includes('deleted'))).toEqual([]);
  });

  it('can be read while an article goes there and comes back', async ({ open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume', [samplePassage('talks')]);
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const gone = { changes: [discard(article.article.id)] };
    for (let turn = 0; turn < 12; turn++) {
      await Promise.all([perform(archive, gone), archive.trashedArticles()]);
      await Promise.all([archive.trashedArticles(), archive.undo(), archive.trashedArticles()]);
    }
    expect(await archive.trashedArticles()).toEqual([]);
  });

  it('is emptied of what is named, and of nothing else', async ({ folder, open }) => {
    const archive = await open();
    const [held, free] = [sampleArticle('Held'), sampleArticle('Free')];
    mustSucceed(await perform(archive, { newArticles: [held, free] }));
    mustSucceed(await perform(archive, { changes: [discard(held.article.id), discard(free.article.id)] }));
    expect(mustSucceed(await archive.emptyTrash(new Set([free.article.id])))).toBe(1);
    expect((await archive.trashedArticles()).map(({ id }) => id)).toEqual([held.article.id]);
    expect(Object.keys(await readTree(folder)).some((name) => name.includes(free.article.id))).toBe(false);
  });

  it('dates what was laid there by hand by its folder', async ({ folder, open }) => {
    const { archive, id } = await openWithArticle(open);
    mustSucceed(await perform(archive, { changes: [discard(id)] }));
    await rm(join(folder, 'trash', 'articles', id, 'deleted.json'));
    const [trashed] = await archive.trashedArticles();
    expect(trashed?.deletedAtMs).toBeGreaterThan(Date.parse('2025-01-01'));
  });
});

/** The change that gives the passage of a slot a label, or takes it away; none where it is so already. */
const labelSlot = async (
  archive: Archive,
  articleId: ArticleId,
  slot: Passage | undefined,
  label: LabelId | null,
): Promise<readonly RecordChange[]> => {
  const { passages } = mustSucceed(await archive.annotations(articleId));
  const before = passages.find(({ id }) => id === slot?.id) ?? null;
  const after = label === null || slot === undefined ? null : { ...slot, label };
  return before?.label === after?.label ? [] : [changePassage(articleId, before, after)];
};

/** Each step leads to the next of the trees. */
const expectTrees = async (
  folder: string,
  trees: readonly Readonly<Record<string, string>>[],
  takeStep: () => ReturnType<Archive['undo']>,
): Promise<void> => {
  for (const tree of trees) {
    mustSucceed(await takeStep());
    expect(await readTree(folder)).toEqual(tree);
  }
};
