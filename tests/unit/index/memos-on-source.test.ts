/** What any catalogue promises of the memos that rest on a source. */
import { describe, expect, it } from 'vitest';
import type { SourceId } from '#domain/ids.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createMemoHandlers } from '#electron/handlers/memo/memo-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const harbour = ['The port closed on Monday.', 'Machine tools crossed the border.'].join('\n');

let bench: Workbench;
let catalogue: Catalogue;
benchForEach((opened) => {
  bench = opened;
  catalogue = bench.deps.catalogue;
});

const { addArticle, add, ensureSource } = createActs(() => bench);

describe('memos that rest on a source', () => {
  it('are found for whoever speaks and publishes, and for all above them', async () => {
    const department = await ensureSource('State Department', 'organisation');
    const official = await ensureSource('Official', 'person', department);
    const other = await ensureSource('Minister', 'person');
    const publicationId = await ensureSource('Harbour Dispatch', 'publication');
    const articleId = await addArticle(harbour, {}, { publicationId });
    const spoken = await add(articleId, harbour, 'port', { sourceId: official });
    const printed = await add(articleId, harbour, 'Machine tools');
    const both = await addMemo(bench, 'Both', [cite(articleId, spoken), cite(articleId, printed)]);
    const one = await addMemo(bench, 'One', [cite(articleId, printed)]);
    await addMemo(bench, 'None', []);
    const found = async (id: SourceId) =>
      (await catalogue['source:memos']({ sourceId: id, text: '' }))
        .map((row) => [row.id, row.citationCount, row.state] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
    expect(await found(publicationId)).toEqual([
      [both, 2, 'draft'],
      [one, 1, 'draft'],
    ]);
    expect(await found(official)).toEqual([[both, 1, 'draft']]);
    expect(await found(department)).toEqual([[both, 1, 'draft']]);
    expect(await found(other)).toEqual([]);
    // What is deleted was cited all the same.
    await editPassage(bench, articleId, spoken.id, { kind: 'delete' });
    expect(await found(department)).toEqual([[both, 1, 'draft']]);
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
    expect(await found(department)).toEqual([[both, 1, 'draft']]);
    const sources = createSourceHandlers(bench.deps);
    succeed(await sources['source:merge']({ sourceId: official, intoId: other }));
    expect(await found(department)).toEqual([]);
    expect(await found(other)).toEqual([[both, 1, 'draft']]);
  });

  it('are told apart from those that cite what is said about it', async () => {
    const ministry = await ensureSource('Ministry', 'organisation');
    const minister = await ensureSource('Minister', 'person', ministry);
    const critic = await ensureSource('Critic', 'person');
    const articleId = await addArticle(harbour, {});
    const own = await add(articleId, harbour, 'port', { sourceId: minister, concernedIds: [minister] });
    const about = await add(articleId, harbour, 'Machine tools', {
      sourceId: critic,
      concernedIds: [minister],
    });
    const both = await addMemo(bench, 'Both', [cite(articleId, own), cite(articleId, about)]);
    const one = await addMemo(bench, 'About', [cite(articleId, about)]);
    const found = async (id: SourceId, text = '') =>
      (await catalogue['source:memos']({ sourceId: id, text }))
        .map((row) => [row.id, row.citationCount, row.aboutCount] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
    // What a name says of itself is what it says.
    const all = [
      [both, 1, 1],
      [one, 0, 1],
    ];
    expect(await found(minister)).toEqual(all);
    expect(await found(ministry)).toEqual(all);
    expect(await found(ministry, 'machine')).toEqual([
      [both, 0, 1],
      [one, 0, 1],
    ]);
    expect(await found(ministry, 'port')).toEqual([[both, 1, 0]]);
    expect((await catalogue['source:timeline']({ sourceId: ministry })).memoCount).toBe(2);
    await editPassage(bench, articleId, about.id, { kind: 'delete' });
    expect(await found(minister)).toEqual(all);
    const sources = createSourceHandlers(bench.deps);
    succeed(await sources['source:merge']({ sourceId: minister, intoId: critic }));
    expect(await found(critic)).toEqual([
      [both, 2, 0],
      [one, 1, 0],
    ]);
    expect(await found(ministry)).toEqual([]);
  });

  it('say with which letters of the source itself they were sent, where it has another today', async () => {
    const sources = createSourceHandlers(bench.deps);
    const rate = async (sourceId: SourceId, reliability: 'B' | 'C' | 'D') =>
      succeed(await sources['source:set-reliability']({ sourceId, reliability, why: '' }));
    const official = await ensureSource('Official', 'person');
    const publicationId = await ensureSource('Harbour Dispatch', 'publication');
    await rate(publicationId, 'C');
    await rate(official, 'B');
    const articleId = await addArticle(harbour, {}, { publicationId });
    const grade = { reliability: 'B', credibility: 3 } as const;
    const passage = await add(articleId, harbour, 'port', { sourceId: official, grade });
    const memoId = await addMemo(bench, 'Sent', [cite(articleId, passage)]);
    const letters = async (id: SourceId) =>
      (await catalogue['source:memos']({ sourceId: id, text: '' })).map(({ state, lettersThen }) => [
        state,
        ...lettersThen,
      ]);
    await rate(official, 'D');
    expect(await letters(official)).toEqual([['draft']]);
    const sent = {
      memoId,
      recipients: ['Director'],
      sentOn: calendarDateSchema.parse('2024-04-24'),
      way: '',
      file: null,
    };
    succeed(await createMemoHandlers(bench.deps)['memo:send'](sent));
    expect(await letters(official)).toEqual([['sent', 'B']]);
    expect(await letters(publicationId)).toEqual([['sent']]);
    await rate(publicationId, 'D');
    expect(await letters(publicationId)).toEqual([['sent', 'C']]);
  });
});
