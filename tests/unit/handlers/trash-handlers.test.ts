import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { createArticleHandlers } from '#electron/handlers/article-handlers.ts';
import { createPassageHandlers } from '#electron/handlers/passage-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag-handlers.ts';
import { createTaskHandlers } from '#electron/handlers/task-handlers.ts';
import { createTrashHandlers } from '#electron/handlers/trash-handlers.ts';
import {
  cite,
  codeOf,
  layMemo,
  openWorkbench,
  succeed,
  type Workbench,
} from '../../support/open-workbench.ts';
import { createActs } from '../catalogue/catalogue-acts.ts';

const text = 'The port closed.\nNobody said why.';

let bench: Workbench;
let articleId: ArticleId;
let passage: Passage;
beforeEach(async () => {
  bench = await openWorkbench();
  articleId = await createActs(bench).lay(text, { title: 'Port' });
  passage = await createActs(bench).add(articleId, text, 'Nobody', {
    tasks: [{ title: 'Ask', kind: 'gap', due: null, owner: null }],
  });
});
afterEach(() => bench.close());

const trash = () => createTrashHandlers(bench.deps);
const listed = async () =>
  succeed(await trash()['trash:list']({})).map(({ holds, title }) => `${holds} ${title}`);
const stored = async () => succeed(await bench.archive.annotations(articleId));

const deletePassage = async () => {
  const on = { articleId, passageId: passage.id };
  succeed(await createPassageHandlers(bench.deps)['passage:delete'](on));
};
const deleteArticle = async () => {
  succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
};

describe('restoring from the trash', () => {
  it('brings a passage back with the follow-ups that went with it', async () => {
    await deletePassage();
    expect(await listed()).toEqual(['passage Nobody']);
    succeed(await trash()['trash:restore']({ holds: 'passage', id: passage.id }));
    expect(await stored()).toMatchObject({ passages: [{ deletedAt: null }], tasks: [{ deletedAt: null }] });
    expect(codeOf(await trash()['trash:restore']({ holds: 'passage', id: passage.id }))).toBe('not-found');
  });

  it('brings an article back as it went, and as a step that can be undone', async () => {
    await deleteArticle();
    succeed(await trash()['trash:restore']({ holds: 'article', id: articleId }));
    expect((await stored()).passages).toEqual([passage]);
    expect(bench.archive.undoState().undo).toBe('restore-article');
    expect(codeOf(await trash()['trash:restore']({ holds: 'article', id: articleId }))).toBe('not-found');
  });

  it('brings a task back to what it was on', async () => {
    const place = { on: 'nothing' } as const;
    const tasks = createTaskHandlers(bench.deps);
    const said = { title: 'Call', kind: 'contact' as const, due: null, owner: null };
    const { id: taskId } = succeed(await tasks['task:add']({ place, task: said }));
    succeed(await tasks['task:delete']({ place, taskId }));
    succeed(await trash()['trash:restore']({ holds: 'task', id: taskId }));
    expect(succeed(await tasks['task:list']({ isOpenOnly: true })).map(({ task }) => task.title)).toContain(
      'Call',
    );
  });

  it('brings a tag back to the passages that carried it', async () => {
    const tagId = await createActs(bench).ensureTag('China');
    const on = { articleId, passageId: passage.id };
    succeed(await createPassageHandlers(bench.deps)['passage:set-tags']({ ...on, tagIds: [tagId] }));
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    succeed(await createPassageHandlers(bench.deps)['passage:set-tags']({ ...on, tagIds: [] }));
    succeed(await trash()['trash:restore']({ holds: 'tag', id: tagId }));
    expect(await bench.deps.catalogue.passages({ tagId })).toHaveLength(1);
  });
});

describe('emptying the trash', () => {
  it('takes folders and tombstones away for ever, and is no step of undo', async () => {
    const other = await createActs(bench).lay('Another text.');
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId: other }));
    await deletePassage();
    const tagId = await createActs(bench).ensureTag('China');
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    const { undo } = bench.archive.undoState();
    expect(succeed(await trash()['trash:empty']({}))).toEqual({ removed: 3, held: 0 });
    expect(await listed()).toEqual([]);
    expect(await stored()).toMatchObject({ passages: [], tasks: [] });
    expect(succeed(await bench.archive.tags()).tags).toEqual([]);
    expect(await bench.archive.trashedArticles()).toEqual([]);
    expect(bench.archive.undoState().undo).toBe(undo);
  });

  it('holds the passage that a memo cites', async () => {
    await layMemo(bench, 'One', [cite(articleId, passage)]);
    await deletePassage();
    expect(succeed(await trash()['trash:empty']({}))).toEqual({ removed: 0, held: 1 });
    expect((await stored()).passages).toHaveLength(1);
    succeed(await trash()['trash:restore']({ holds: 'passage', id: passage.id }));
    expect(await bench.deps.catalogue.passages({})).toHaveLength(1);
  });

  it('holds the article that a memo cites', async () => {
    await layMemo(bench, 'One', [cite(articleId, passage)]);
    await deleteArticle();
    expect(succeed(await trash()['trash:empty']({}))).toEqual({ removed: 0, held: 1 });
    succeed(await trash()['trash:restore']({ holds: 'article', id: articleId }));
    expect((await stored()).passages).toEqual([passage]);
  });

  it('takes nothing away while a memo can’t be read: what it cites is not known', async () => {
    const memoId = await layMemo(bench, 'One', [cite(articleId, passage)]);
    await deleteArticle();
    const file = join(bench.archive.folder, 'memos', memoId, 'memo.json');
    bench = await bench.reopen(() => writeFileSync(file, '{"version":1,'));
    expect(codeOf(await trash()['trash:empty']({}))).toBe('archive-damaged');
    expect(await bench.archive.trashedArticles()).toHaveLength(1);
  });
});
