// How the index is brought up to the files, and what becomes of it where it can't be kept.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadProgress } from '#domain/contract/events.ts';
import type { ArticleId } from '#domain/ids.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { createTaskHandlers } from '#electron/handlers/task/task-handlers.ts';
import { askEach } from '#electron/index/create-catalogue.ts';
import { ArchiveIndexer } from '#electron/index/process/archive-indexer.ts';
import { openDatabase } from '#electron/index/store/open-database.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { newTaskId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let articleId: ArticleId;
let reports: unknown[];
benchForEach(async (opened) => {
  bench = opened;
  articleId = await createActs(() => bench).addArticle('The port closed on Monday.');
});
beforeEach(() => {
  reports = [];
});

const openIndexer = (
  path: string,
  reader: Archive = bench.archive,
  onProgress: (progress: ReadProgress) => void = () => undefined,
  build = 'this',
): ArchiveIndexer => {
  const { folder, info } = bench.archive;
  return new ArchiveIndexer(
    { root: folder, archiveId: info.id, path, reader, build },
    {
      onState: () => undefined,
      onProgress,
      report: (failure) => reports.push(failure),
    },
  );
};
const onDisk = (): string => join(bench.archive.folder, '../index/search.sqlite');
const setState = async (state: 'read' | 'unread'): Promise<void> =>
  void succeed(await createArticleHandlers(bench.deps)['article:set-state']({ articleId, state }));
const statesOf = async (indexer: ArchiveIndexer): Promise<readonly string[]> =>
  (await asking(indexer).articles({}, 'newest')).map(({ state }) => state);

/** What the first view asks. */
const firstView = (indexer: ArchiveIndexer) => {
  const lists = asking(indexer);
  return Promise.all([
    lists.counts(),
    lists.articles({ state: 'unread' }, 'newest', { limit: 6 }),
    lists['task:list']({ isOpenOnly: true }),
    lists.memos(),
    lists['archive:faults']({}),
    lists.hasSample(),
  ]);
};
/** Takes what a table of the index on the disk holds. */
const takeAway = (table: string): void => {
  const database = openDatabase(onDisk());
  database.exec(`DELETE FROM ${table}`);
  database.close();
};

const asking = (indexer: ArchiveIndexer) =>
  askEach((question) => indexer.ask(question, { today, analyst: '' }));
const today = calendarDateSchema.parse('2024-04-24');
const nextDay = calendarDateSchema.parse('2024-04-25');

const createGate = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

describe('the index of an archive', () => {
  it('reads a list again when it is told of, though its file was there before what it says', async () => {
    const { ensureSource } = createActs(() => bench);
    const [isRead, held] = [createGate(), createGate()];
    let stale: ReturnType<Archive['sources']> | null = null;
    let holdsNext = false;
    const indexer = openIndexer(':memory:', {
      ...bench.archive,
      sources: () => stale ?? bench.archive.sources(),
      async annotations(id) {
        if (holdsNext) {
          holdsNext = false;
          isRead.open();
          await held.opened;
        }
        return bench.archive.annotations(id);
      },
    });
    await indexer.update();
    const sources = {
      topics: ['sources' as const],
      articleIds: [],
      memoIds: [],
      boardIds: [],
      eventShards: [],
    };
    holdsNext = true;
    indexer.change({ topics: [], articleIds: [articleId], memoIds: [], boardIds: [], eventShards: [] });
    await isRead.opened;
    await ensureSource('Harbour', 'organisation');
    indexer.change(sources);
    // The file of the second act is written, and what it says is not handed out yet.
    stale = Promise.resolve(await bench.archive.sources());
    await ensureSource('Pilots', 'organisation');
    held.open();
    expect((await asking(indexer)['source:list']({})).map(({ name }) => name)).toEqual(['Harbour']);
    stale = null;
    indexer.change(sources);
    expect((await asking(indexer)['source:list']({})).map(({ name }) => name)).toEqual(['Harbour', 'Pilots']);
    indexer.close();
  });

  it('reads again what is changed while it is read', async () => {
    let holdsNext = false;
    const [isRead, held] = [createGate(), createGate()];
    const indexer = openIndexer(':memory:', {
      ...bench.archive,
      async annotations(id) {
        const read = await bench.archive.annotations(id);
        if (!holdsNext) return read;
        holdsNext = false;
        isRead.open();
        await held.opened;
        return read;
      },
    });
    await indexer.update();
    bench.archive.onChanged((changed) => indexer.change(changed));
    holdsNext = true;
    await setState('read');
    await isRead.opened;
    await setState('unread');
    held.open();
    expect(await statesOf(indexer)).toEqual(['unread']);
    indexer.close();
  });

  it('sees an article in the trash that was deleted before it was read', async () => {
    let holds = false;
    const [isRead, held] = [createGate(), createGate()];
    const indexer = openIndexer(':memory:', {
      ...bench.archive,
      async annotations(id) {
        if (holds) isRead.open();
        if (holds) await held.opened;
        return bench.archive.annotations(id);
      },
    });
    await indexer.update();
    bench.archive.onChanged((changed) => indexer.change(changed));
    holds = true;
    const deleted = await createActs(() => bench).addArticle('The bridge closed on Tuesday.');
    await isRead.opened;
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId: deleted }));
    held.open();
    expect((await asking(indexer).trash()).map(({ id }) => id)).toEqual([deleted]);
    indexer.close();
  });

  it('says of how many of all its units the lists are, when some have changed since the last start', async () => {
    for (let number = 0; number < 4; number += 1)
      await createActs(() => bench).addArticle(`The port closed. Story w${number}.`);
    const told: ReadProgress[] = [];
    const tell = (progress: ReadProgress) => void told.push(progress);
    const first = openIndexer(onDisk(), bench.archive, tell);
    await first.update();
    const { total = 0 } = told.at(-1) ?? {};
    expect(told[0]).toEqual({ read: 0, total });
    first.close();
    await setState('read');
    told.length = 0;
    const second = openIndexer(onDisk(), bench.archive, tell);
    await second.update();
    expect(told[0]).toEqual({ read: total - 1, total });
    second.close();
  });

  it('stops being built when told, answers from what it has, and is made whole when asked', async () => {
    const { addArticle } = createActs(() => bench);
    for (let number = 0; number < 30; number += 1) await addArticle(`The port closed. Story w${number}.`);
    let stops = true;
    const indexer = openIndexer(':memory:', {
      ...bench.archive,
      annotations(id) {
        if (stops) indexer.stop();
        return bench.archive.annotations(id);
      },
    });
    const question = { text: 'port', limit: 10, order: 'best', isTyping: false } as const;
    expect(await indexer.update()).toMatchObject({ phase: 'stopped' });
    const partial = await asking(indexer)['search:archive']({ ...question, isWhole: false });
    expect(partial.index.phase).toBe('stopped');
    expect(partial.count).toBeGreaterThan(0);
    expect(partial.count).toBeLessThan(31);
    stops = false;
    expect(await asking(indexer)['search:archive']({ ...question, isWhole: true })).toMatchObject({
      count: 31,
      index: { phase: 'ready' },
    });
    indexer.close();
  });

  it('reads no file again that has not changed since the last start', async () => {
    const first = openIndexer(onDisk());
    await first.update();
    const before = await asking(first).articles({}, 'newest');
    first.close();
    const failing = (): never => {
      throw new Error('A file was read.');
    };
    const again = openIndexer(onDisk(), {
      ...bench.archive,
      article: failing,
      body: failing,
      annotations: failing,
      tags: failing,
      trashedArticles: failing,
    });
    expect(await asking(again).articles({}, 'newest')).toEqual(before);
    await again.update();
    expect(reports).toEqual([]);
    again.close();
  });

  it('answers the same when it is opened again', async () => {
    const { add, ensureTag, ensureSource } = createActs(() => bench);
    const said = {
      tagIds: [await ensureTag('China', 'Ports')],
      sourceId: await ensureSource('Xu', 'person'),
    };
    const text = 'The port closed on Monday.';
    const one = await add(articleId, text, 'port closed', { ...said, label: 'data' });
    const two = await add(articleId, text, 'on Monday');
    const other = { articleId, passageId: one.id };
    const relating = { articleId, passageId: two.id, type: 'supports', other } as const;
    succeed(await createPassageHandlers(bench.deps)['passage:relate'](relating));
    const first = openIndexer(onDisk());
    await first.update();
    const answersOf = async (indexer: ArchiveIndexer) => {
      const lists = asking(indexer);
      return [
        await lists.articles({}, 'newest'),
        await lists.passages({}),
        await lists['tag:list']({}),
        await lists['source:list']({}),
        await lists['passage:related']({ articleId, passageId: one.id }),
        await lists.find('port', 9),
        ...(await Promise.all(
          ['tag:China', 'source:Xu', 'label:data', 'has:relation', 'in:article'].map((search) =>
            lists.passages({ text: search }),
          ),
        )),
        await lists['search:facets']({ text: 'port', isTyping: false }),
      ];
    };
    const before = await answersOf(first);
    first.close();
    const again = openIndexer(onDisk());
    expect(await answersOf(again)).toEqual(before);
    again.close();
  });

  it('answers the first view from what was made for it, before anything is taken in, on another day too', async () => {
    const task = { title: 'Call', kind: 'other' as const, due: nextDay, owner: null };
    const taskId = newTaskId();
    succeed(await createTaskHandlers(bench.deps)['task:add']({ taskId, place: { on: 'nothing' }, task }));
    const first = openIndexer(onDisk());
    await first.update();
    const before = await firstView(first);
    expect(before[0]).toMatchObject({ articles: 1, openTasks: 1, dueTasks: 0 });
    await first.renewOpenings();
    first.close();
    takeAway('held');
    const again = openIndexer(onDisk());
    expect(await firstView(again)).toEqual(before);
    const tomorrow = askEach((question) => again.ask(question, { today: nextDay, analyst: '' }));
    expect((await tomorrow.counts()).dueTasks).toBe(1);
    again.close();
  });

  it('makes anew what the first view asks once anything has changed, for the next start too', async () => {
    const first = openIndexer(onDisk());
    await first.update();
    await firstView(first);
    await first.renewOpenings();
    bench.archive.onChanged((changed) => first.change(changed));
    await setState('read');
    const after = await firstView(first);
    expect(after[0]).toMatchObject({ articles: 1, unreadArticles: 0 });
    await first.renewOpenings();
    first.close();
    takeAway('held');
    const again = openIndexer(onDisk());
    expect(await firstView(again)).toEqual(after);
    again.close();
  });

  it('shows nothing that another build has made for the first view', async () => {
    const first = openIndexer(onDisk());
    await first.update();
    const before = await firstView(first);
    await first.renewOpenings();
    first.close();
    takeAway('held');
    const other = openIndexer(onDisk(), bench.archive, undefined, 'another');
    expect(await firstView(other)).not.toEqual(before);
    other.close();
  });

  it('keeps nothing of a first view that was not made of the whole archive', async () => {
    const first = openIndexer(onDisk());
    expect((await firstView(first))[0]).toMatchObject({ articles: 0 });
    await first.renewOpenings();
    first.close();
    const again = openIndexer(onDisk());
    await again.update();
    expect((await firstView(again))[0]).toMatchObject({ articles: 1 });
    again.close();
  });

  it('is kept in memory where it can’t be kept on the disk', async () => {
    const indexer = openIndexer('/dev/null/index/search.sqlite');
    await indexer.update();
    expect(await statesOf(indexer)).toEqual(['unread']);
    indexer.close();
  });

  it('is made anew where its file was taken away, and lists are whole again', async () => {
    const first = openIndexer(onDisk());
    await first.update();
    first.close();
    rmSync(dirname(onDisk()), { recursive: true });
    const again = openIndexer(onDisk());
    await again.update();
    expect(existsSync(onDisk())).toBe(true);
    expect(await statesOf(again)).toEqual(['unread']);
    again.close();
  });

  it('keeps what an act has made though the archive’s folder is moved away before it is read', async () => {
    const indexer = openIndexer(':memory:');
    await indexer.update();
    const { folder } = bench.archive;
    await setState('read');
    renameSync(folder, `${folder}-moved`);
    indexer.change({ topics: [], articleIds: [articleId], memoIds: [], boardIds: [], eventShards: [] });
    expect(await statesOf(indexer)).toEqual(['read']);
    await indexer.update();
    expect(await statesOf(indexer)).toEqual(['read']);
    renameSync(`${folder}-moved`, folder);
    await indexer.update();
    expect(await statesOf(indexer)).toEqual(['read']);
    indexer.close();
  });
});
