import { describe, expect, it } from 'vitest';
import { eventDatesSchema } from '#domain/dates/event-date.ts';
import type { ArticleId } from '#domain/ids.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { createUndoHandlers } from '#electron/handlers/archive/undo-handlers.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createSearchHandlers } from '#electron/handlers/search/search-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { newSourceId, newTaskId } from '../../support/archive/sample-ids.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed.\nNobody said why.';
let bench: Workbench;
let articleId: ArticleId;
const handlers = () => createArticleHandlers(bench.deps);
const about = async () => succeed(await bench.archive.annotations(articleId)).about;

benchForEach(async (opened) => {
  bench = opened;
  articleId = await addArticle(bench, text, { title: 'Port closed' });
});

describe('opening an article', () => {
  it('answers its text, what is said of it, and where reading stopped', async () => {
    succeed(await handlers()['article:keep-place']({ articleId, readingOffset: 12, seenShare: 0.4 }));
    // Going back to the beginning makes nothing unread.
    succeed(await handlers()['article:keep-place']({ articleId, readingOffset: 12, seenShare: 0.1 }));
    expect(succeed(await handlers()['article:progress']({}))).toEqual({ [articleId]: 0.4 });
    const open = succeed(await handlers()['article:open']({ articleId }));
    expect(open.article.bibliography.title).toBe('Port closed');
    expect(open.body.content).toHaveLength(2);
    expect(open.readingOffset).toBe(12);
  });

  it('lists what was read on this machine since a day, and counts it', async () => {
    await addArticle(bench, 'Another text.', { title: 'Not opened' });
    const since = toTimestamp(bench.deps.machine.nowMs() - 1000);
    succeed(await handlers()['article:keep-place']({ articleId, readingOffset: 3, seenShare: 1 }));
    const list = async (readSince: Timestamp) =>
      succeed(await handlers()['article:list']({ filter: { readSince }, order: 'newest' }));
    expect((await list(since)).map(({ id }) => id)).toEqual([articleId]);
    expect(await list(toTimestamp(bench.deps.machine.nowMs() + 86_400_000))).toEqual([]);
    await createActs(() => bench).add(articleId, text, 'The port');
    const counted = await createSearchHandlers(bench.deps)['counts:since']({ since });
    expect(succeed(counted)).toEqual({ read: 1, highlighted: 1 });
  });

  it('leaves deleted passages and tasks out', async () => {
    const { id } = await createActs(() => bench).add(articleId, text, 'The port', {
      tasks: [{ id: newTaskId(), title: 'Ask', kind: 'gap', due: null, owner: null }],
    });
    await editPassage(bench, articleId, id, { kind: 'delete' });
    const open = succeed(await handlers()['article:open']({ articleId }));
    expect([open.passages, open.tasks]).toEqual([[], []]);
    expect(succeed(await handlers()['article:annotations']({ articleId }))).toEqual({
      about: open.about,
      passages: [],
      tasks: [],
    });
  });

  it('does not find one that lies in the trash', async () => {
    succeed(await handlers()['article:delete']({ articleId }));
    expect(codeOf(await handlers()['article:open']({ articleId }))).toBe('not-found');
    expect(codeOf(await handlers()['article:set-state']({ articleId, state: 'read' }))).toBe('not-found');
    expect(codeOf(await handlers()['article:delete']({ articleId }))).toBe('not-found');
  });
});

describe('correcting an article', () => {
  it('keeps what was sealed, and lays corrections over it', async () => {
    succeed(
      await handlers()['article:correct']({ articleId, corrections: { publisher: 'Harbour Dispatch' } }),
    );
    succeed(await handlers()['article:correct']({ articleId, corrections: { title: 'The port closed' } }));
    expect((await about()).corrections).toEqual({ publisher: 'Harbour Dispatch', title: 'The port closed' });
    expect(succeed(await bench.archive.article(articleId)).article.bibliography.title).toBe('Port closed');
  });

  it('makes the publication that is named, in one step of undo, and takes one that is there', async () => {
    succeed(await handlers()['article:correct']({ articleId, corrections: { publisher: 'Tide Gazette' } }));
    const { publicationId } = await about();
    const sources = async () => succeed(await bench.archive.sources()).sources;
    expect(await sources()).toMatchObject([{ id: publicationId, kind: 'publication', name: 'Tide Gazette' }]);
    succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect([(await about()).publicationId, await sources()]).toEqual([null, []]);
    succeed(await createUndoHandlers(bench.deps)['undo:redo']({}));
    succeed(await handlers()['article:correct']({ articleId, corrections: { publisher: null } }));
    expect((await about()).publicationId).toBeNull();
    succeed(await handlers()['article:correct']({ articleId, corrections: { publisher: 'Tide Gazette' } }));
    expect([(await about()).publicationId, (await sources()).length]).toEqual([publicationId, 1]);
  });

  it('knows a value that is set back to what was sealed as no correction', async () => {
    succeed(await handlers()['article:correct']({ articleId, corrections: { title: 'Another' } }));
    succeed(await handlers()['article:correct']({ articleId, corrections: { title: 'Port closed' } }));
    expect((await about()).corrections).toEqual({});
  });

  it('lets a correction say that there is no such value', async () => {
    succeed(await handlers()['article:correct']({ articleId, corrections: { title: null } }));
    expect((await about()).corrections).toEqual({ title: null });
  });
});

describe('what is said of an article', () => {
  it('changes, one named step each', async () => {
    succeed(await handlers()['article:set-state']({ articleId, state: 'read' }));
    succeed(
      await handlers()['article:set-note']({ articleId, note: richTextFromPlain('Short.'), editId: 'visit' }),
    );
    succeed(
      await handlers()['article:set-marking']({ articleId, marking: { kind: 'tlp', label: 'TLP:GREEN' } }),
    );
    expect(await about()).toMatchObject({ state: 'read', marking: { label: 'TLP:GREEN' } });
    const undone = succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(undone).toMatchObject({
      name: 'article-marking',
      place: { view: 'article', articleId, passageId: null },
    });
    expect((await about()).marking).toBeNull();
  });

  it('happens on dates, kept in the order of time and each once, as one step', async () => {
    const eventDates = eventDatesSchema.parse([
      { date: '2024-04-26', note: 'departure' },
      { date: '2024-04-24', note: null },
      { date: '2024', note: null },
      { date: '2024-04-24', note: null },
    ]);
    succeed(await handlers()['article:set-event-dates']({ articleId, eventDates }));
    expect((await about()).eventDates.map(({ date }) => date)).toEqual(['2024', '2024-04-24', '2024-04-26']);
    const undone = succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(undone.name).toBe('article-event-dates');
    expect((await about()).eventDates).toEqual([]);
  });

  it('names a publication that is there, the one that a merged one stands for', async () => {
    const sources = createSourceHandlers(bench.deps);
    const ensure = async (name: string) =>
      succeed(
        await sources['source:ensure']({
          sourceId: newSourceId(),
          name,
          kind: 'publication',
          parentId: null,
        }),
      ).id;
    const [dispatch, harbour] = [await ensure('Harbour Dispatch'), await ensure('The Harbour')];
    succeed(await sources['source:merge']({ sourceId: harbour, intoId: dispatch }));
    succeed(await handlers()['article:set-publication']({ articleId, publicationId: harbour }));
    expect((await about()).publicationId).toBe(dispatch);
    succeed(await sources['source:delete']({ sourceId: dispatch }));
    const gone = await handlers()['article:set-publication']({ articleId, publicationId: dispatch });
    expect(codeOf(gone)).toBe('not-found');
  });
});

describe('deleting an article', () => {
  it('moves it to the trash, and undo brings it back with its place', async () => {
    succeed(await handlers()['article:delete']({ articleId }));
    expect(await bench.archive.articleIds()).toEqual([]);
    const undone = succeed(await createUndoHandlers(bench.deps)['undo:undo']({}));
    expect(undone).toMatchObject({
      name: 'delete-article',
      place: { view: 'article', articleId, passageId: null },
    });
    const redone = succeed(await createUndoHandlers(bench.deps)['undo:redo']({}));
    expect(redone.place).toEqual({ view: 'articles' });
  });
});
