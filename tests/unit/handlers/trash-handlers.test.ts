import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ArticleId, memoIdSchema, type PassageId } from '#domain/ids.ts';
import type { Passage, RelationType } from '#domain/passage/passage.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag/tag-handlers.ts';
import { createTaskHandlers } from '#electron/handlers/task/task-handlers.ts';
import { purgeTrash } from '#electron/handlers/trash/purge-trash.ts';
import { createTrashHandlers } from '#electron/handlers/trash/trash-handlers.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { newTaskId } from '../../support/archive/sample-ids.ts';
import { addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed.\nNobody said why.';

let bench: Workbench;
const acts = createActs(() => bench);
let articleId: ArticleId;
let passage: Passage;
benchForEach(async (opened) => {
  bench = opened;
  articleId = await acts.addArticle(text, { title: 'Port' });
  passage = await acts.add(articleId, text, 'Nobody', {
    tasks: [{ id: newTaskId(), title: 'Ask', kind: 'gap', due: null, owner: null }],
  });
});

const trash = () => createTrashHandlers(bench.deps);
const listed = async () =>
  succeed(await trash()['trash:list']({})).map(({ kind, title }) => `${kind} ${title}`);
const stored = async () => succeed(await bench.archive.annotations(articleId));

const deletePassage = async () => {
  const on = { articleId, passageId: passage.id };
  succeed(await createPassageHandlers(bench.deps)['passage:edit']({ ...on, edit: { kind: 'delete' } }));
};
const linkToPassage = (
  of: { readonly articleId: ArticleId; readonly passageId: PassageId },
  type: RelationType,
) =>
  createPassageHandlers(bench.deps)['passage:relate']({
    ...of,
    type,
    other: { articleId, passageId: passage.id },
  });
/** What a check of the archive finds that leads nowhere. */
const lostReferences = async () =>
  (await checkArchive({ root: bench.archive.folder, codec: plainCodec })).findings.filter(({ code }) =>
    code.startsWith('reference-'),
  );
const deleteArticle = async () => {
  succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
};

describe('restoring from the trash', () => {
  it('brings a passage back with the follow-ups that went with it', async () => {
    await deletePassage();
    expect(await listed()).toEqual(['passage Nobody']);
    succeed(await trash()['trash:restore']({ rows: [{ kind: 'passage', id: passage.id }] }));
    expect(await stored()).toMatchObject({ passages: [{ deletedAt: null }], tasks: [{ deletedAt: null }] });
    expect(codeOf(await trash()['trash:restore']({ rows: [{ kind: 'passage', id: passage.id }] }))).toBe(
      'not-found',
    );
  });

  it('brings an article back as it went, and as a step that can be undone', async () => {
    await deleteArticle();
    succeed(await trash()['trash:restore']({ rows: [{ kind: 'article', id: articleId }] }));
    expect((await stored()).passages).toEqual([passage]);
    expect(bench.archive.undoState().undo).toBe('restore-article');
    expect(codeOf(await trash()['trash:restore']({ rows: [{ kind: 'article', id: articleId }] }))).toBe(
      'not-found',
    );
  });

  it('brings a task back to what it was on', async () => {
    const place = { on: 'nothing' } as const;
    const tasks = createTaskHandlers(bench.deps);
    const said = { title: 'Call', kind: 'contact' as const, due: null, owner: null };
    const { id: taskId } = succeed(await tasks['task:add']({ taskId: newTaskId(), place, task: said }));
    succeed(await tasks['task:delete']({ place, taskId }));
    succeed(await trash()['trash:restore']({ rows: [{ kind: 'task', id: taskId }] }));
    const open = await bench.deps.catalogue['task:list']({ isOpenOnly: true });
    expect(open.map(({ task }) => task.title)).toContain('Call');
  });

  it('brings a tag back to the passages that carried it', async () => {
    const tagId = await acts.ensureTag('China');
    const on = { articleId, passageId: passage.id };
    succeed(
      await createPassageHandlers(bench.deps)['passage:edit']({
        ...on,
        edit: { kind: 'tags', tagIds: [tagId] },
      }),
    );
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    succeed(
      await createPassageHandlers(bench.deps)['passage:edit']({ ...on, edit: { kind: 'tags', tagIds: [] } }),
    );
    succeed(await trash()['trash:restore']({ rows: [{ kind: 'tag', id: tagId }] }));
    expect(await bench.deps.catalogue.passages({ tagId })).toHaveLength(1);
  });

  it('brings several things back in one step, and each of them once', async () => {
    const stays = await acts.addArticle('The port opened again.', { title: 'Again' });
    const [upper, lower] = [await acts.ensureTag('Ports'), await acts.ensureTag('Ports', 'Harbour')];
    await deletePassage();
    const tags = createTagHandlers(bench.deps);
    succeed(await tags['tag:delete']({ tagId: lower }));
    succeed(await tags['tag:delete']({ tagId: upper }));
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId: stays }));
    const before = await listed();
    expect(before).toHaveLength(4);
    const rows = succeed(await trash()['trash:list']({})).map(({ kind, id }) => ({ kind, id }));
    const [taskId] = (await stored()).tasks.map(({ id }) => id);
    if (taskId === undefined) throw new Error('the passage had no follow-up');
    // The follow-up comes back with its passage, too.
    succeed(await trash()['trash:restore']({ rows: [...rows, { kind: 'task', id: taskId }] }));
    expect(await listed()).toEqual([]);
    expect(await stored()).toMatchObject({ passages: [{ deletedAt: null }], tasks: [{ deletedAt: null }] });
    expect(succeed(await bench.archive.tags()).tags.find(({ id }) => id === lower)?.parentId).toBe(upper);
    expect(bench.archive.undoState().undo).toBe('restore-many');
    await bench.archive.undo();
    expect(await listed()).toEqual(before);
  });

  it('brings none of several back where one can’t be', async () => {
    const tagId = await acts.ensureTag('China');
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    await acts.ensureTag('China');
    await deletePassage();
    const rows = [
      { kind: 'passage' as const, id: passage.id },
      { kind: 'tag' as const, id: tagId },
    ];
    expect(codeOf(await trash()['trash:restore']({ rows }))).toBe('name-taken');
    expect(await stored()).toMatchObject({ passages: [{ deletedAt: expect.any(String) }] });
  });
});

describe('deleting for good what is selected', () => {
  it('takes that and what went with it, leaves the rest, and says what a memo holds', async () => {
    const cited = await acts.addArticle('Nobody answered.', { title: 'Held' });
    const held = await acts.add(cited, 'Nobody answered.', 'answered');
    await addMemo(bench, 'Ports', [cite(cited, held)]);
    await deletePassage();
    const tagId = await acts.ensureTag('China');
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId: cited }));
    const rows = [
      { kind: 'passage' as const, id: passage.id },
      { kind: 'article' as const, id: cited },
    ];
    expect(succeed(await trash()['trash:remove']({ rows }))).toEqual({ removed: 1, held: 1 });
    expect(await listed()).toEqual(expect.arrayContaining(['tag China', 'article Held']));
    expect(await listed()).toHaveLength(2);
    expect(await stored()).toMatchObject({ passages: [], tasks: [] });
  });
});

describe('a look into the trash', () => {
  const look = async () => {
    const [row] = succeed(await trash()['trash:list']({}));
    if (row === undefined) throw new Error('the trash is empty');
    return succeed(await trash()['trash:look']({ kind: row.kind, id: row.id }));
  };

  it('shows the words of a passage, where they stand, and what went with it', async () => {
    await deletePassage();
    expect(await look()).toEqual({
      place: 'Port',
      text: '',
      quotes: [{ label: 'claim', quote: 'Nobody' }],
      quoteCount: 1,
      wentWith: ['Ask'],
    });
  });

  it('shows the passages of an article, without those that were deleted before', async () => {
    const first = await acts.add(articleId, text, 'The port');
    await deletePassage();
    await deleteArticle();
    expect(await look()).toMatchObject({ quotes: [{ quote: 'The port' }], quoteCount: 1 });
    expect(first.label).toBe('claim');
  });

  it('shows where a tag stood, what it was for, and what went with it', async () => {
    const tagId = await acts.ensureTag('China', 'Trade');
    await acts.ensureTag('China', 'Trade', 'Steel');
    const definition = { useWhen: 'Goods cross a border', notWhen: '', example: '' };
    succeed(await createTagHandlers(bench.deps)['tag:change']({ tagId, definition, aliases: [] }));
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    expect(await look()).toMatchObject({
      place: 'China',
      text: 'Goods cross a border',
      wentWith: ['Steel'],
    });
  });

  it('shows on what a task was, and the number of a memo', async () => {
    const place = { on: 'passage', articleId, passageId: passage.id } as const;
    for (const { id: taskId } of (await stored()).tasks) {
      succeed(await createTaskHandlers(bench.deps)['task:delete']({ place, taskId }));
    }
    expect(await look()).toMatchObject({ place: 'Port', quotes: [{ quote: 'Nobody' }] });
    const memoId = await addMemo(bench, 'Draft');
    succeed(await createMemoHandlers(bench.deps)['memo:delete']({ memoId }));
    expect(await look()).toMatchObject({ place: 'PM-2024-Draft' });
  });

  it('shows nothing of what is not there any more', async () => {
    const row = { kind: 'passage', id: memoIdSchema.parse('018f0000-0000-7000-8000-999999999999') } as const;
    expect(succeed(await trash()['trash:look'](row))).toBeNull();
  });
});

describe('emptying the trash', () => {
  it('takes folders and tombstones away for ever, and is no step of undo', async () => {
    const other = await acts.addArticle('Another text.');
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId: other }));
    await deletePassage();
    const tagId = await acts.ensureTag('China');
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    const { undo } = bench.archive.undoState();
    expect(succeed(await trash()['trash:empty']({}))).toEqual({ removed: 3, held: 0 });
    expect(await listed()).toEqual([]);
    expect(await stored()).toMatchObject({ passages: [], tasks: [] });
    expect(succeed(await bench.archive.tags()).tags).toEqual([]);
    expect(await bench.archive.trashedArticles()).toEqual([]);
    expect(bench.archive.undoState().undo).toBe(undo);
  });

  it('takes out of other records what refers to that, and leaves nothing to be repaired', async () => {
    const [tagId, stays] = [await acts.ensureTag('China'), await acts.ensureTag('Ports')];
    const sourceId = await acts.ensureSource('Port office', 'organisation');
    const other = await acts.addArticle(text, { title: 'Copy' }, { tagIds: [tagId, stays] });
    const linked = await acts.add(other, text, 'The port', { sourceId });
    const of = { articleId: other, passageId: linked.id };
    const [supports, repeats] = [linkToPassage(of, 'supports'), linkToPassage(of, 'repeats')];
    succeed(await supports);
    succeed(await repeats);
    await editPassage(bench, other, linked.id, { kind: 'tags', tagIds: [tagId, stays] });
    await deletePassage();
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    succeed(await createSourceHandlers(bench.deps)['source:delete']({ sourceId }));
    expect(succeed(await trash()['trash:empty']({}))).toEqual({ removed: 3, held: 0 });
    expect(succeed(await bench.archive.annotations(other))).toMatchObject({
      about: { tagIds: [stays] },
      passages: [{ relations: [], tagIds: [stays], sourceId: null }],
    });
    expect(await lostReferences()).toEqual([]);
  });

  it('takes out links to the passages of an article that goes', async () => {
    const other = await acts.addArticle('The port opened again.', { title: 'Again' });
    const linked = await acts.add(other, 'The port opened again.', 'opened again');
    succeed(await linkToPassage({ articleId: other, passageId: linked.id }, 'contradicts'));
    await deleteArticle();
    const rows = [{ kind: 'article' as const, id: articleId }];
    expect(succeed(await trash()['trash:remove']({ rows }))).toEqual({ removed: 1, held: 0 });
    expect(succeed(await bench.archive.annotations(other)).passages).toMatchObject([{ relations: [] }]);
    expect(await lostReferences()).toEqual([]);
  });

  it('holds the passage that a memo cites', async () => {
    await addMemo(bench, 'One', [cite(articleId, passage)]);
    await deletePassage();
    expect(succeed(await trash()['trash:empty']({}))).toEqual({ removed: 0, held: 1 });
    expect((await stored()).passages).toHaveLength(1);
    succeed(await trash()['trash:restore']({ rows: [{ kind: 'passage', id: passage.id }] }));
    expect(await bench.deps.catalogue.passages({})).toHaveLength(1);
  });

  it('holds the article that a memo cites', async () => {
    await addMemo(bench, 'One', [cite(articleId, passage)]);
    await deleteArticle();
    expect(succeed(await trash()['trash:empty']({}))).toEqual({ removed: 0, held: 1 });
    succeed(await trash()['trash:restore']({ rows: [{ kind: 'article', id: articleId }] }));
    expect((await stored()).passages).toEqual([passage]);
  });

  it('takes nothing away while a memo can’t be read: what it cites is not known', async () => {
    const memoId = await addMemo(bench, 'One', [cite(articleId, passage)]);
    await deleteArticle();
    const file = join(bench.archive.folder, 'memos', memoId, 'memo.json');
    bench = await bench.reopen(() => writeFileSync(file, '{"version":1,'));
    expect(codeOf(await trash()['trash:empty']({}))).toBe('archive-damaged');
    expect(await bench.archive.trashedArticles()).toHaveLength(1);
  });
});

describe('what lies in the trash and can’t be read', () => {
  it('is named with the reason, and neither listed nor taken away', async () => {
    const memoId = await addMemo(bench, 'One', []);
    succeed(await createMemoHandlers(bench.deps)['memo:delete']({ memoId }));
    await deleteArticle();
    const annotations = join(bench.archive.folder, 'trash', 'articles', articleId, 'annotations.json');
    bench = await bench.reopen(() => {
      rmSync(`${annotations}.bak`, { force: true });
      writeFileSync(annotations, '{');
    });
    expect(await listed()).toEqual(['memo One']);
    const [fault, ...others] = succeed(await trash()['trash:faults']({}));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      kind: 'article',
      id: articleId,
      fault: { code: 'archive-damaged', file: `trash/articles/${articleId}/annotations.json` },
    });
    succeed(await trash()['trash:empty']({}));
    expect(existsSync(join(bench.archive.folder, 'trash', 'articles', articleId, 'article.json'))).toBe(true);
  });
});

describe('what has lain in the trash for thirty days', () => {
  const dayMs = 24 * 60 * 60 * 1000;
  const begin = Date.UTC(2024, 3, 24, 9);
  const startAt = async (nowMs: number) =>
    succeed(await purgeTrash({ ...bench.deps, machine: { ...bench.deps.machine, nowMs: () => nowMs } }));
  /** Starts of the app on each of so many days after the test began; answers what the last one did. */
  const startDaily = async (days: number, from = 0) => {
    for (let day = from; day < days; day += 1) await startAt(begin + day * dayMs);
    return startAt(begin + days * dayMs);
  };
  const sources = () => createSourceHandlers(bench.deps);

  const nothingGone = { removed: 0, held: 0, waiting: 0 };

  it('goes for good at a start, when as many days were seen passing, and not a day before', async () => {
    await deletePassage();
    const memoId = await addMemo(bench, 'Draft');
    succeed(await createMemoHandlers(bench.deps)['memo:delete']({ memoId }));
    expect(await startDaily(29)).toEqual(nothingGone);
    expect(await listed()).toEqual(['memo Draft', 'passage Nobody']);
    const { undo } = bench.archive.undoState();
    expect(await startDaily(31, 30)).toEqual({ removed: 2, held: 0, waiting: 0 });
    expect(await listed()).toEqual([]);
    expect(await stored()).toMatchObject({ passages: [], tasks: [] });
    expect(bench.archive.undoState().undo).toBe(undo);
  });

  it('is still counted after a restart, each day once', async () => {
    await deletePassage();
    await startDaily(29);
    for (let again = 0; again < 5; again += 1) await startAt(begin + 29 * dayMs + again);
    bench = await bench.reopen();
    expect(await listed()).toEqual(['passage Nobody']);
    expect(await startDaily(31, 30)).toEqual({ removed: 1, held: 0, waiting: 0 });
  });

  it.each([
    ['at one start with the clock in 2030', [Date.UTC(2030, 0, 1)]],
    ['at a second start on that day', [Date.UTC(2030, 0, 1), Date.UTC(2030, 0, 1, 12)]],
    ['when the clock comes back', [Date.UTC(2030, 0, 1), Date.UTC(2024, 3, 25), Date.UTC(2024, 3, 26)]],
    ['after months without a start', [Date.UTC(2024, 8, 1), Date.UTC(2024, 8, 2)]],
  ])('stays %s', async (_when, starts) => {
    await deletePassage();
    await startAt(begin);
    for (const nowMs of starts) expect(await startAt(nowMs)).toEqual(nothingGone);
    expect(await listed()).toEqual(['passage Nobody']);
  });

  it('stays on a day to which the date jumped, also when its days are full', async () => {
    await deletePassage();
    await startDaily(29);
    const jumped = Date.UTC(2030, 0, 1);
    expect(await startAt(jumped)).toEqual(nothingGone);
    expect(await startAt(jumped + 60_000)).toEqual(nothingGone);
    expect(await startAt(jumped + dayMs)).toEqual({ removed: 1, held: 0, waiting: 0 });
  });

  it('stays where another hand has set the day of its deletion back', async () => {
    await startDaily(60);
    await deletePassage();
    const file = join(bench.archive.folder, 'articles', articleId, 'annotations.json');
    bench = await bench.reopen(() =>
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replaceAll(
          /"deletedAt":"2024[^"]*"/gu,
          '"deletedAt":"2001-01-01T00:00:00.000Z"',
        ),
      ),
    );
    expect(await startAt(begin + 61 * dayMs)).toEqual(nothingGone);
    expect(await listed()).toEqual(['passage Nobody']);
  });

  it('waits for a question where it is more than ten things', async () => {
    for (let number = 1; number <= 11; number += 1) {
      const tagId = await acts.ensureTag(`Tag ${number}`);
      succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    }
    expect(await startDaily(31)).toEqual({ removed: 0, held: 0, waiting: 11 });
    expect(await listed()).toHaveLength(11);
    const machine = { ...bench.deps.machine, nowMs: () => begin + 31 * dayMs };
    const asked = createTrashHandlers({ ...bench.deps, machine });
    expect(succeed(await asked['trash:past-term']({}))).toHaveLength(11);
    expect(succeed(await asked['trash:purge']({}))).toEqual({ removed: 11, held: 0 });
    expect(await listed()).toEqual([]);
  });

  it('leaves what was deleted later where it is', async () => {
    await deletePassage();
    await startDaily(20);
    const tagId = await acts.ensureTag('China');
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    expect(await startDaily(31, 21)).toEqual({ removed: 1, held: 0, waiting: 0 });
    expect(await startDaily(35, 32)).toEqual(nothingGone);
    expect(await listed()).toEqual(['tag China']);
  });

  it.each(['draft', 'sent'] as const)('stays as long as a memo that is %s cites it', async (state) => {
    await addMemo(bench, 'One', [cite(articleId, passage)], { state });
    await deletePassage();
    await deleteArticle();
    expect(await startDaily(40)).toEqual({ removed: 0, held: 1, waiting: 0 });
    succeed(await trash()['trash:restore']({ rows: [{ kind: 'article', id: articleId }] }));
    expect(await startDaily(80, 41)).toEqual({ removed: 0, held: 1, waiting: 0 });
    succeed(await trash()['trash:restore']({ rows: [{ kind: 'passage', id: passage.id }] }));
    expect(await bench.deps.catalogue.passages({})).toMatchObject([{ quote: 'Nobody', openTaskCount: 1 }]);
  });

  it('stays as long as a memo in the trash cites it that may still be restored', async () => {
    const memoId = await addMemo(bench, 'One', [cite(articleId, passage)]);
    await deletePassage();
    await startDaily(10);
    succeed(await createMemoHandlers(bench.deps)['memo:delete']({ memoId }));
    expect(await startDaily(31, 11)).toEqual({ removed: 0, held: 1, waiting: 0 });
    expect(await startDaily(40, 32)).toEqual({ removed: 0, held: 1, waiting: 0 });
    expect(await startDaily(41, 41)).toEqual({ removed: 2, held: 0, waiting: 0 });
  });

  it('stays where it says who is quoted, with the organisation above: a memo prints both', async () => {
    const authority = await acts.ensureSource('Harbour', 'organisation');
    const marrow = await acts.ensureSource('Ilse Marrow', 'person', authority);
    const other = await acts.ensureSource('Nobody', 'person');
    const on = { articleId, passageId: passage.id };
    succeed(
      await createPassageHandlers(bench.deps)['passage:edit']({
        ...on,
        edit: { kind: 'source', sourceId: marrow },
      }),
    );
    await addMemo(bench, 'One', [cite(articleId, passage)]);
    for (const sourceId of [authority, other]) succeed(await sources()['source:delete']({ sourceId }));
    expect(succeed(await trash()['trash:list']({})).map(({ title, heldBy }) => [title, heldBy])).toEqual([
      ['Nobody', []],
      ['Harbour', ['PM-2024-One']],
    ]);
    expect(await startDaily(31)).toEqual({ removed: 1, held: 1, waiting: 0 });
    succeed(await trash()['trash:restore']({ rows: [{ kind: 'source', id: authority }] }));
    expect(succeed(await sources()['source:open']({ sourceId: marrow })).name).toBe('Ilse Marrow');
  });

  it('stays while a memo can’t be read: what it cites is not known', async () => {
    const memoId = await addMemo(bench, 'One', [cite(articleId, passage)]);
    await deleteArticle();
    const file = join(bench.archive.folder, 'memos', memoId, 'memo.json');
    bench = await bench.reopen(() => writeFileSync(file, '{"version":1,'));
    await startDaily(30);
    const machine = { ...bench.deps.machine, nowMs: () => begin + 31 * dayMs };
    expect(codeOf(await purgeTrash({ ...bench.deps, machine }))).toBe('archive-damaged');
    expect(await bench.archive.trashedArticles()).toHaveLength(1);
  });

  it('is still in the trash after a restart, with the day on which it was deleted', async () => {
    await deletePassage();
    await deleteArticle();
    const before = succeed(await trash()['trash:list']({}));
    bench = await bench.reopen();
    expect(succeed(await trash()['trash:list']({}))).toEqual(before);
  });
});
