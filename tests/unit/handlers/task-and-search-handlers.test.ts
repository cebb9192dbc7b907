import { describe, expect, it } from 'vitest';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import { type ArticleId, memoIdSchema, passageIdSchema } from '#domain/ids.ts';
import { type LabelId, newLabelIdSchema } from '#domain/passage/label.ts';
import type { SearchScope } from '#domain/search/saved-search.ts';
import type { Task } from '#domain/task/task.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { createAppHandlers } from '#electron/handlers/app/app-handlers.ts';
import { createUndoHandlers } from '#electron/handlers/archive/undo-handlers.ts';
import { createLabelHandlers } from '#electron/handlers/label/label-handlers.ts';
import { createSearchHandlers } from '#electron/handlers/search/search-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag/tag-handlers.ts';
import { createTaskHandlers } from '#electron/handlers/task/task-handlers.ts';
import { newSearchId, newTaskId } from '../../support/archive/sample-ids.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The harbour closed.';

let bench: Workbench;
let articleId: ArticleId;
benchForEach(async (opened) => {
  bench = opened;
  articleId = await addArticle(bench, text);
});

const tasks = () => createTaskHandlers(bench.deps);
const searches = () => createSearchHandlers(bench.deps);
const said = { title: 'Ask', kind: 'contact' as const, due: null, owner: ' desk ' };

describe('tasks', () => {
  it('are kept with what they are on', async () => {
    succeed(
      await tasks()['task:add']({ taskId: newTaskId(), place: { on: 'article', articleId }, task: said }),
    );
    succeed(await tasks()['task:add']({ taskId: newTaskId(), place: { on: 'nothing' }, task: said }));
    expect(succeed(await bench.archive.annotations(articleId)).tasks).toMatchObject([
      { title: 'Ask', owner: 'desk', state: 'open', passageId: null },
    ]);
    expect(succeed(await bench.archive.tasks()).tasks).toHaveLength(1);
  });

  it('are refused on what is not there', async () => {
    const passageId = passageIdSchema.parse(bench.deps.machine.newId());
    const memoId = memoIdSchema.parse(bench.deps.machine.newId());
    const onPassage = await tasks()['task:add']({
      taskId: newTaskId(),
      place: { on: 'passage', articleId, passageId },
      task: said,
    });
    const onMemo = await tasks()['task:add']({
      taskId: newTaskId(),
      place: { on: 'memo', memoId },
      task: said,
    });
    expect([onPassage, onMemo].map(codeOf)).toEqual(['not-found', 'not-found']);
  });

  it('are completed as a step of that name, and opened again', async () => {
    const place = { on: 'nothing' } as const;
    const { id: taskId } = succeed(await tasks()['task:add']({ taskId: newTaskId(), place, task: said }));
    const done = succeed(await tasks()['task:change']({ place, taskId, change: { state: 'done' } }));
    expect(done.completedAt).not.toBeNull();
    const undone = succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(undone).toMatchObject({ name: 'complete-task', place: { view: 'tasks' } });
    const due = calendarDateSchema.parse('2024-05-01');
    const moved = succeed(await tasks()['task:change']({ place, taskId, change: { due } }));
    expect(moved).toMatchObject({ state: 'open', completedAt: null, due });
  });

  it('that come again are followed by the next in one step', async () => {
    const place = { on: 'nothing' } as const;
    const due = calendarDateSchema.parse('2024-04-01');
    const weekly = { ...said, due, repeat: { unit: 'week', every: 1 } as const };
    const taskId = newTaskId();
    succeed(await tasks()['task:add']({ taskId, place, task: weekly }));
    succeed(await tasks()['task:change']({ place, taskId, change: { state: 'done' } }));
    const isNext = ({ id }: Task) => Number(id !== taskId);
    const after = succeed(await bench.archive.tasks()).tasks.toSorted((a, b) => isNext(a) - isNext(b));
    expect(after.map(({ state, repeat }) => [state, repeat])).toEqual([
      ['done', undefined],
      ['open', weekly.repeat],
    ]);
    expect(after[1]?.due !== null && (after[1]?.due ?? '') > due).toBe(true);
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(succeed(await bench.archive.tasks()).tasks).toMatchObject([{ id: taskId, state: 'open', due }]);
  });

  it('are followed by one next task where two devices finish them, and by no second one here', async () => {
    const place = { on: 'nothing' } as const;
    const due = calendarDateSchema.parse('2024-04-01');
    const weekly = { ...said, due, repeat: { unit: 'week', every: 1 } as const };
    const taskId = newTaskId();
    const change = (state: Task['state'], more: object = {}) =>
      tasks()['task:change']({ place, taskId, change: { state, ...more } });
    const all = async () => succeed(await bench.archive.tasks());
    succeed(await tasks()['task:add']({ taskId, place, task: weekly }));
    const base = await all();
    succeed(await change('done'));
    const ours = await all();
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    succeed(await change('done'));
    const theirs = await all();
    expect(theirs).not.toEqual(ours);
    const { merged, conflicts } = mergeRecords(base, theirs, ours);
    expect(conflicts).toEqual([]);
    expect(merged.tasks.map(({ updatedAt: _, ...task }) => task)).toEqual(
      ours.tasks.map(({ updatedAt: _, ...task }) => task),
    );
    succeed(await change('open', { repeat: weekly.repeat }));
    succeed(await change('done'));
    expect((await all()).tasks).toHaveLength(2);
  });

  it('are deleted by a tombstone', async () => {
    const place = { on: 'article', articleId } as const;
    const { id: taskId } = succeed(await tasks()['task:add']({ taskId: newTaskId(), place, task: said }));
    succeed(await tasks()['task:delete']({ place, taskId }));
    expect(succeed(await bench.archive.annotations(articleId)).tasks[0]?.deletedAt).not.toBeNull();
    expect(codeOf(await tasks()['task:delete']({ place, taskId }))).toBe('not-found');
    expect(await bench.deps.catalogue['task:list']({ isOpenOnly: false })).toEqual([]);
  });
});

describe('saved searches', () => {
  const save = async (name: string, text: string, scope: SearchScope = 'passages') =>
    succeed(await searches()['search:save']({ searchId: newSearchId(), name, text, scope }));
  const names = async () => succeed(await searches()['search:list']({})).map(({ name }) => name);

  it('are listed with how much they find, until they are deleted', async () => {
    const saved = await save('Gaps', 'label:gap');
    expect(saved).toMatchObject({ name: 'Gaps', text: 'label:gap', scope: 'passages', count: 0 });
    const whole = await save('All', '', 'everything');
    expect(whole.count).toBe(1);
    expect(succeed(await searches()['search:list']({}))).toEqual([saved, whole]);
    const again = { searchId: newSearchId(), name: 'GAPS', text: '', scope: 'passages' } as const;
    expect(codeOf(await searches()['search:save'](again))).toBe('name-taken');
    succeed(await searches()['search:delete']({ searchId: saved.id }));
    expect(await names()).toEqual(['All']);
    expect(codeOf(await searches()['search:delete']({ searchId: saved.id }))).toBe('not-found');
    succeed(await bench.archive.undo());
    expect(await names()).toEqual(['Gaps', 'All']);
  });

  it('are renamed, and put in an order', async () => {
    const [one, two, three] = [await save('One', 'a'), await save('Two', 'b'), await save('Three', 'c')];
    succeed(await searches()['search:move']({ searchId: three.id, beforeId: one.id }));
    expect(await names()).toEqual(['Three', 'One', 'Two']);
    succeed(await searches()['search:move']({ searchId: three.id, beforeId: two.id }));
    expect(await names()).toEqual(['One', 'Three', 'Two']);
    succeed(await searches()['search:move']({ searchId: one.id, beforeId: null }));
    expect(await names()).toEqual(['Three', 'Two', 'One']);
    succeed(await searches()['search:rename']({ searchId: two.id, name: 'Second' }));
    expect(codeOf(await searches()['search:rename']({ searchId: two.id, name: 'one' }))).toBe('name-taken');
    expect(await names()).toEqual(['Three', 'Second', 'One']);
  });

  it('ask for the same tags and sources when these are renamed', async () => {
    const { ensureTag, add } = createActs(() => bench);
    const tagId = await ensureTag('Trade', 'Dual use');
    await add(articleId, text, 'harbour', { tagIds: [tagId] });
    const saved = await save('Dual', 'harb (tag:"trade / dual use" OR tag:nothing)');
    expect(saved).toMatchObject({ count: 0, text: 'harb (tag:"Trade / Dual use" OR tag:nothing)' });
    const typed = await save('Typed', 'tag:"dual use" harb');
    expect(typed).toMatchObject({ count: 1, text: 'tag:"Trade / Dual use" harb*' });
    succeed(await createTagHandlers(bench.deps)['tag:change']({ tagId, name: 'Both uses' }));
    expect(succeed(await searches()['search:list']({}))[1]).toMatchObject({
      text: 'tag:"Trade / Both uses" harb*',
      count: 1,
    });
  });

  it('ask for the same label when it is renamed, also when its name has quotation marks', async () => {
    const { add } = createActs(() => bench);
    const labels = createLabelHandlers(bench.deps);
    const made = { name: 'Red line', useWhen: '', look: 'teal' } as const;
    const { id } = succeed(
      await labels['label:add']({ labelId: newLabelIdSchema.parse(newSearchId()), ...made }),
    );
    await add(articleId, text, 'harbour', { label: id });
    const saved = await save('Lines', 'label:"red line",gap -label:claims');
    expect(saved).toMatchObject({ count: 1, text: 'label:"Red line",gap -label:claim' });
    const rename = async (labelId: LabelId, name: string) =>
      succeed(await labels['label:change']({ labelId, name, editId: 'one' }));
    await rename(id, 'Limit');
    await rename('claim', 'Assertion');
    const listed = async () => succeed(await searches()['search:list']({}))[0];
    expect(await listed()).toMatchObject({ count: 1, text: 'label:Limit,gap -label:Assertion' });
    await rename(id, 'The “limit”');
    expect(await listed()).toMatchObject({ count: 1, text: `label:${id},gap -label:Assertion` });
  });

  it('give the numbers of the sidebar', async () => {
    succeed(await tasks()['task:add']({ taskId: newTaskId(), place: { on: 'nothing' }, task: said }));
    expect(succeed(await searches()['counts:get']({}))).toEqual({
      articles: 1,
      unreadArticles: 1,
      passages: 0,
      memos: 0,
      events: 0,
      boards: 0,
      openTasks: 1,
      dueTasks: 0,
      sources: 0,
      tags: 0,
      trash: 0,
      toReview: {
        changed: 0,
        ambiguous: 0,
        orphaned: 0,
        moved: 0,
        nextToChange: 0,
        'text-altered': 0,
        conflict: 0,
        'copy-left': 0,
        'thing-lost': 0,
        'same-name': 0,
        'file-repaired': 0,
        recovered: 0,
        'file-unreadable': 0,
        'evidence-changed': 0,
        'event-unsupported': 0,
        fallen: 0,
        'translation-outdated': 0,
        'citation-incomplete': 0,
      },
    });
  });
});

describe('the app', () => {
  it('tells its state, and when it last saved', async () => {
    const app = createAppHandlers(bench.deps);
    expect(succeed(await app['app:state']({}))).toMatchObject({ savedAt: null, isCatalogueReady: true });
    succeed(await tasks()['task:add']({ taskId: newTaskId(), place: { on: 'nothing' }, task: said }));
    const state = succeed(await app['app:state']({}));
    expect(state).toMatchObject({
      version: '0.0.0',
      platform: 'linux',
      archive: { folder: bench.archive.folder, hasSample: false },
      undo: { undo: 'add-task', redo: null },
    });
    expect(state.savedAt).not.toBeNull();
  });

  it('keeps settings, and passes links, copies and the close on to the desktop', async () => {
    const app = createAppHandlers(bench.deps);
    expect(succeed(await app['settings:change']({ theme: 'dark' })).theme).toBe('dark');
    expect(succeed(await app['app:state']({})).settings.theme).toBe('dark');
    succeed(await app['app:open-link']({ href: 'https://example.org' }));
    succeed(await app['app:copy']({ text: 'words' }));
    succeed(await app['app:ready-to-close']({}));
    expect(bench.asked).toEqual(['open https://example.org', 'copy words', 'close']);
  });
});
