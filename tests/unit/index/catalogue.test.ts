// What the catalogue promises, held by what ships: the process with the index.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ArticleId, articleIdSchema } from '#domain/ids.ts';
import type { ArticleOrder, PassageFilter } from '#domain/search/filters.ts';
import { calendarDateSchema, statedDateSchema } from '#domain/time.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag/tag-handlers.ts';
import { createTaskHandlers } from '#electron/handlers/task/task-handlers.ts';
import type { Catalogue, PassageBounds } from '#electron/ports/catalogue.ts';
import { newTaskId } from '../../support/archive/sample-ids.ts';
import { rangeOf } from '../../support/texts/range-of.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { listsInIndex } from '../../support/workbench/lists-in-index.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const harbour = [
  'The port closed on Monday, officials said.',
  'Machine tools crossed the border by the thousand.',
  'A pilot in Łódź had heard nothing of it.',
].join('\n');
const capri = ['Ministers met on Capri.', '外相は北京を訪問した。', 'They warned Iran over missiles.'].join(
  '\n',
);

const makeCatalogue = listsInIndex();
let bench: Workbench;
let catalogue: Catalogue;
benchForEach((opened) => {
  bench = opened;
  catalogue = bench.deps.catalogue;
}, makeCatalogue);

const { addArticle, add, ensureTag, ensureSource } = createActs(() => bench);
const quotes = async (filter: PassageFilter, bounds?: PassageBounds): Promise<readonly string[]> =>
  (await catalogue.passages(filter, bounds)).map(({ quote }) => quote);

describe('articles', () => {
  it('are rows with what was sealed, corrected and counted', async () => {
    const publicationId = await ensureSource('Harbour Dispatch', 'publication');
    const articleId = await addArticle(harbour, { title: 'Port' }, { publicationId });
    await add(articleId, harbour, 'port closed', {
      label: 'data',
      grade: { reliability: 'B', credibility: null },
    });
    await add(articleId, harbour, 'Machine tools', {
      label: 'claim',
      tasks: [{ id: newTaskId(), title: 'Ask', kind: 'gap', due: null, owner: null }],
    });
    succeed(
      await createArticleHandlers(bench.deps)['article:correct']({
        articleId,
        corrections: { publisher: 'Harbour Dispatch' },
      }),
    );
    expect(await catalogue.articles({}, 'newest')).toMatchObject([
      {
        id: articleId,
        title: 'Port',
        firstWords: expect.stringContaining('The port closed on Monday'),
        publisher: 'Harbour Dispatch',
        words: 24,
        state: 'reading',
        labels: ['claim', 'data'],
        passageCount: 2,
        gradedCount: 1,
        openTaskCount: 1,
        missingFields: ['publishedAt', 'url'],
        isCited: false,
        publication: { id: publicationId, name: 'Harbour Dispatch', reliability: null },
        isSample: false,
      },
    ]);
  });

  it('come in the order that is asked for, what has no date last', async () => {
    const day = (date: string) => ({ publishedAt: statedDateSchema.parse(date) });
    await addArticle('One and more.', { title: 'Beta', publisher: 'Dispatch', ...day('2024-04-20') });
    const alpha = await addArticle('Two.', { title: 'alpha', publisher: 'Bulletin' });
    await addArticle('Three.', { title: 'Gamma', ...day('2024-04-22T10:00:00Z') });
    const titles = async (order: ArticleOrder) =>
      (await catalogue.articles({}, order)).map(({ title }) => title);
    expect(await titles('newest')).toEqual(['Gamma', 'alpha', 'Beta']);
    expect(await titles('oldest')).toEqual(['Beta', 'alpha', 'Gamma']);
    expect(await titles('published')).toEqual(['Gamma', 'Beta', 'alpha']);
    expect(await titles('title')).toEqual(['alpha', 'Beta', 'Gamma']);
    expect(await titles('publisher')).toEqual(['alpha', 'Beta', 'Gamma']);
    expect(await titles('longest')).toEqual(['Beta', 'Gamma', 'alpha']);
    expect(await titles('shortest')).toEqual(['Gamma', 'alpha', 'Beta']);
    expect(await titles('published-oldest')).toEqual(['Beta', 'Gamma', 'alpha']);
    expect(await titles('title-descending')).toEqual(['Gamma', 'Beta', 'alpha']);
    expect(await titles('publisher-descending')).toEqual(['Beta', 'alpha', 'Gamma']);
    succeed(
      await createArticleHandlers(bench.deps)['article:set-state']({ articleId: alpha, state: 'read' }),
    );
    expect(await titles('unread')).toEqual(['Gamma', 'Beta', 'alpha']);
  });

  it('name the authors of the archive, those of most articles first', async () => {
    await addArticle('One.', { byline: 'A. Ardan' });
    await addArticle('Two.', { byline: 'B. Brandt', language: 'de' });
    await addArticle('Three.', { byline: 'B. Brandt', language: 'de' });
    await addArticle('Four.');
    expect(await catalogue['article:languages']({})).toEqual([
      { language: 'en', articles: 2 },
      { language: 'de', articles: 2 },
    ]);
    expect(await catalogue['article:bylines']({})).toEqual(['B. Brandt', 'A. Ardan']);
    const cited = (await catalogue.citedArticles()).map(({ bibliography }) => bibliography.byline);
    expect(cited).toEqual(['A. Ardan', 'B. Brandt', 'B. Brandt', null]);
  });

  it('are those among which a search has found them, and by what they lack', async () => {
    const harbourId = await addArticle(harbour, { title: 'Port', publisher: 'Harbour Dispatch' });
    await addArticle(capri, { title: 'Capri' });
    const among = await catalogue.articles({}, 'newest', { articleIds: new Set([harbourId]) });
    expect(among.map(({ title }) => title)).toEqual(['Port']);
    expect(await catalogue.articles({}, 'newest', { articleIds: new Set() })).toEqual([]);
    expect(await catalogue.articles({}, 'newest', { limit: 1 })).toHaveLength(1);
    expect(await catalogue.articles({ isCitationIncomplete: false }, 'newest')).toEqual([]);
    expect(await catalogue.articles({ state: 'read' }, 'newest')).toEqual([]);
  });

  it('are recognised by the hash of their text, as long as they are not in the trash', async () => {
    const articleId = await addArticle(harbour);
    const ids = async () =>
      (await catalogue.articlesWithTexts([sha256Of(harbour)]))
        .get(sha256Of(harbour))
        ?.map((row) => row.articleId);
    expect(await ids()).toEqual([articleId]);
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
    expect(await ids()).toEqual([]);
  });
});

describe('passages', () => {
  it('are rows joined with all that they name', async () => {
    const tagId = await ensureTag('China', 'Dual use');
    const department = await ensureSource('State Department', 'organisation');
    const speaker = await ensureSource('Official', 'person', department);
    const articleId = await addArticle(harbour, { title: 'Port' });
    const passage = await add(articleId, harbour, 'Machine tools crossed', {
      tagIds: [tagId],
      sourceId: speaker,
      label: 'data',
    });
    const memoId = await addMemo(bench, 'One', [cite(articleId, passage)]);
    expect(await catalogue.passages({})).toMatchObject([
      {
        id: passage.id,
        articleId,
        articleTitle: 'Port',
        quote: 'Machine tools crossed',
        label: 'data',
        tagIds: [tagId],
        speaker: { id: speaker, name: 'Official' },
        publication: null,
        origins: [{ id: department, name: 'State Department' }],
        paragraph: 2,
        openTaskCount: 0,
        citedIn: [memoId],
      },
    ]);
  });

  it('stand in the order of the text, those of the newest article first', async () => {
    const first = await addArticle(harbour);
    const second = await addArticle(capri);
    await add(first, harbour, 'Machine tools');
    await add(first, harbour, 'port');
    await add(second, capri, 'Capri');
    expect(await quotes({})).toEqual(['Capri', 'port', 'Machine tools']);
    expect(await quotes({ articleId: first })).toEqual(['port', 'Machine tools']);
  });

  it('are found by the beginnings of all words of a query, folded, in quote and note', async () => {
    const articleId = await addArticle(harbour);
    const other = await addArticle(capri);
    const note = { type: 'doc' as const, content: [{ type: 'paragraph' as const }] };
    await add(articleId, harbour, 'A pilot in Łódź', {
      note: { ...note, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Äsk again' }] }] },
    });
    await add(other, capri, '外相は北京を訪問した');
    expect(await quotes({ text: 'lod* PIL*' })).toEqual(['A pilot in Łódź']);
    expect(await quotes({ text: 'LODZ pil' }, { isTyping: true })).toEqual(['A pilot in Łódź']);
    expect(await quotes({ text: '訪問' })).toEqual(['外相は北京を訪問した']);
    expect(await quotes({ text: 'ilot*' })).toEqual([]);
    expect(await quotes({ text: 'pilot 北京' })).toEqual([]);
    expect(await quotes({ text: '“pilot in” lodz' })).toEqual(['A pilot in Łódź']);
    expect(await quotes({ text: '"lodz pilot"' })).toEqual([]);
  });

  it('are found by label, grade, task, and by tags and sources with all below them', async () => {
    const china = await ensureTag('China');
    const dualUse = await ensureTag('China', 'Dual use');
    const department = await ensureSource('State Department', 'organisation');
    const official = await ensureSource('Official', 'person', department);
    const publicationId = await ensureSource('Harbour Dispatch', 'publication');
    const articleId = await addArticle(harbour);
    const carried = await addArticle(capri, {}, { publicationId });
    await add(articleId, harbour, 'port', { tagIds: [dualUse], label: 'gap' });
    await add(articleId, harbour, 'Machine', {
      sourceId: official,
      grade: { reliability: null, credibility: 3 },
      tasks: [{ id: newTaskId(), title: 'Ask', kind: 'gap', due: null, owner: null }],
    });
    await add(carried, capri, 'Iran');
    expect(await quotes({ tagId: china })).toEqual(['port']);
    expect(await quotes({ tagId: dualUse, text: 'label:gap' })).toEqual(['port']);
    expect(await quotes({ tagId: dualUse, text: 'label:data' })).toEqual([]);
    expect(await quotes({ sourceId: department })).toEqual(['Machine']);
    expect(await quotes({ sourceId: publicationId })).toEqual(['Iran']);
    expect(await quotes({ text: '-is:ungraded' })).toEqual(['Machine']);
    expect(await quotes({ text: 'is:ungraded', articleId })).toEqual(['port']);
    expect(await quotes({ text: 'has:task' })).toEqual(['Machine']);
  });

  it('follow every act that has resolved', async () => {
    const articleId = await addArticle(harbour);
    const { id: passageId } = await add(articleId, harbour, 'Machine tools');
    await editPassage(bench, articleId, passageId, {
      kind: 'resize',
      ranges: [rangeOf(harbour, 'The port')],
    });
    expect(await quotes({ text: 'machine' })).toEqual([]);
    expect(await quotes({ text: 'port' })).toEqual(['The port']);
    await editPassage(bench, articleId, passageId, { kind: 'delete' });
    expect(await quotes({})).toEqual([]);
    succeed(await bench.archive.undo());
    expect(await quotes({ text: 'port' })).toEqual(['The port']);
    expect(await catalogue.articleOfPassage(passageId)).toBe(articleId);
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
    expect(await quotes({})).toEqual([]);
    expect(await catalogue.articleOfPassage(passageId)).toBeNull();
    succeed(await bench.archive.undo());
    expect(await quotes({ text: 'port' })).toEqual(['The port']);
  });

  it('show merged tags and sources under what they were merged into, and deleted ones not at all', async () => {
    const [china, prc] = [await ensureTag('China'), await ensureTag('PRC')];
    const [one, two] = [await ensureSource('One', 'person'), await ensureSource('Two', 'person')];
    const articleId = await addArticle(harbour);
    await add(articleId, harbour, 'port', { tagIds: [china, prc], sourceId: two });
    succeed(await createTagHandlers(bench.deps)['tag:merge']({ tagId: prc, intoId: china }));
    succeed(await createSourceHandlers(bench.deps)['source:merge']({ sourceId: two, intoId: one }));
    expect(await catalogue.passages({ tagId: china })).toMatchObject([
      { tagIds: [china], speaker: { name: 'One' } },
    ]);
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId: china }));
    succeed(await createSourceHandlers(bench.deps)['source:delete']({ sourceId: one }));
    expect(await catalogue.passages({})).toMatchObject([{ tagIds: [], speaker: null, origins: [] }]);
    expect(await catalogue.passages({ tagId: china })).toEqual([]);
  });
});

describe('tags and sources', () => {
  it('count what carries them, once for all below', async () => {
    const china = await ensureTag('China');
    const dualUse = await ensureTag('China', 'Dual use');
    const articleId = await addArticle(harbour, {}, { tagIds: [dualUse] });
    await add(articleId, harbour, 'port', { tagIds: [china, dualUse] });
    await add(articleId, harbour, 'Machine', { tagIds: [dualUse] });
    expect(await catalogue['tag:list']({})).toMatchObject([
      { id: china, path: ['China'], parentId: null, ownCount: 1, totalCount: 3 },
      { id: dualUse, path: ['China', 'Dual use'], parentId: china, ownCount: 3, totalCount: 3 },
    ]);
  });

  it('name what stands on the same passages, without what is above and below', async () => {
    const china = await ensureTag('China');
    const dualUse = await ensureTag('China', 'Dual use');
    const port = await ensureTag('Place', 'Port');
    const articleId = await addArticle(harbour);
    await add(articleId, harbour, 'port', { tagIds: [dualUse, port] });
    await add(articleId, harbour, 'Machine', { tagIds: [china, port] });
    const text = 'tag:China tag:"Place / Port"';
    expect(await catalogue['tag:together']({ tagId: china })).toMatchObject([
      { tagId: port, count: 2, text },
    ]);
  });

  it('count for a source the passages that the filter by it finds', async () => {
    const department = await ensureSource('State Department', 'organisation');
    const official = await ensureSource('Official', 'person', department);
    const publicationId = await ensureSource('Harbour Dispatch', 'publication');
    const articleId = await addArticle(harbour, {}, { publicationId });
    await add(articleId, harbour, 'port', { sourceId: official });
    const last = await add(articleId, harbour, 'Machine');
    const rows = await catalogue['source:list']({});
    expect(rows.map((row) => [row.name, row.passageCount, row.articleCount])).toEqual([
      ['Harbour Dispatch', 2, 1],
      ['Official', 1, 0],
      ['State Department', 1, 0],
    ]);
    expect(rows[0]?.lastUsedAt).toBe(last.createdAt);
    for (const { id, passageCount } of rows) {
      expect(await catalogue.passages({ sourceId: id })).toHaveLength(passageCount);
    }
  });
});

describe('tasks and memos', () => {
  it('show a task with what it is on, the earlier due first', async () => {
    const articleId = await addArticle(harbour, { title: 'Port' });
    const due = calendarDateSchema.parse('2024-04-26');
    const passage = await add(articleId, harbour, 'Machine tools', {
      tasks: [{ id: newTaskId(), title: 'Ask', kind: 'gap', due: null, owner: null }],
    });
    const tasks = createTaskHandlers(bench.deps);
    const said = { title: 'Call', kind: 'contact' as const, due, owner: null };
    const place = { on: 'nothing' } as const;
    const { id: taskId } = succeed(await tasks['task:add']({ taskId: newTaskId(), place, task: said }));
    const rows = await catalogue['task:list']({ isOpenOnly: true });
    expect(rows).toMatchObject([
      { task: { title: 'Call' }, place, placeTitle: null, quote: null },
      {
        task: { title: 'Ask' },
        place: { on: 'passage', articleId, passageId: passage.id },
        placeTitle: 'Port',
        quote: 'Machine tools',
        printed: '“Machine tools”',
      },
    ]);
    succeed(await tasks['task:change']({ place, taskId, change: { state: 'done' } }));
    expect(await catalogue['task:list']({ isOpenOnly: true })).toHaveLength(1);
    expect(await catalogue['task:list']({ isOpenOnly: false })).toHaveLength(2);
    expect(await catalogue.placeOfTask(taskId)).toEqual(place);
  });

  it('count as changed what was resized, deleted or moved to the trash since it was cited', async () => {
    const articleId = await addArticle(harbour);
    const [a, b] = [await add(articleId, harbour, 'port'), await add(articleId, harbour, 'Machine tools')];
    const memoId = await addMemo(bench, 'One', [cite(articleId, a), cite(articleId, b)]);
    const evidence = async () => {
      const [row] = await catalogue.memos();
      return [row?.citationCount, row?.changedEvidenceCount];
    };
    expect(await evidence()).toEqual([2, 0]);
    expect(await catalogue.articles({ isCited: true }, 'newest')).toMatchObject([
      { id: articleId, isCited: true },
    ]);
    await editPassage(bench, articleId, a.id, { kind: 'label', label: 'view' });
    expect(await evidence()).toEqual([2, 0]);
    const ranges = [rangeOf(harbour, 'port closed')];
    await editPassage(bench, articleId, a.id, { kind: 'resize', ranges });
    expect(await evidence()).toEqual([2, 1]);
    await editPassage(bench, articleId, b.id, { kind: 'delete' });
    expect(await evidence()).toEqual([2, 2]);
    succeed(await bench.archive.undo());
    succeed(await bench.archive.undo());
    expect(await evidence()).toEqual([2, 0]);
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
    expect(await evidence()).toEqual([2, 2]);
    const citing = (id: ArticleId) => catalogue['article:citing-memos']({ articleId: id });
    expect(await citing(articleId)).toEqual([memoId]);
    expect(await citing(articleIdSchema.parse(bench.deps.machine.newId()))).toEqual([]);
  });
});

describe('finding anything', () => {
  it('names tags, sources, memos, articles and passages, and no kind crowds out another', async () => {
    await ensureTag('Ports');
    await ensureSource('Port authority', 'organisation');
    const articleId = await addArticle(harbour, { title: 'Port closed', publisher: 'Harbour Dispatch' });
    for (const quote of ['port', 'The port', 'port closed', 'The port closed']) {
      await add(articleId, harbour, quote);
    }
    await addMemo(bench, 'Ports');
    const found = await catalogue.find('port', 6);
    expect(found.map(({ kind }) => kind)).toEqual(['tag', 'source', 'memo', 'article', 'passage', 'passage']);
    expect(await catalogue.find('port', 5)).toHaveLength(5);
    expect(await catalogue.find('port', 2)).toHaveLength(2);
    expect(await catalogue.find('dispatch', 10)).toMatchObject([
      { kind: 'article', articleId, title: 'Port closed', detail: 'Harbour Dispatch' },
    ]);
    expect(await catalogue.find(' … ', 10)).toEqual([]);
    const phrase = await catalogue.find('"port closed"', 10);
    expect(phrase.map(({ kind }) => kind)).toEqual(['article', 'passage', 'passage']);
    expect(await catalogue.find('"closed port"', 10)).toEqual([]);
  });

  it('puts first what begins with the words that were typed', async () => {
    await ensureTag('Closed ports');
    await ensureTag('Port');
    await ensureTag('Port of Rotterdam');
    expect((await catalogue.find('port', 10)).map(({ title }) => title)).toEqual([
      'Port',
      'Port of Rotterdam',
      'Closed ports',
    ]);
  });
});

describe('the trash and the counts', () => {
  it('show what was deleted, the last first, and which memos hold it', async () => {
    const articleId = await addArticle(harbour, { title: 'Port' });
    const kept = await addArticle(capri);
    const passage = await add(kept, capri, 'Iran', {
      tasks: [{ id: newTaskId(), title: 'Ask', kind: 'gap', due: null, owner: null }],
    });
    await addMemo(bench, 'One', [cite(kept, passage), { ...cite(kept, passage), articleId }]);
    const tagId = await ensureTag('China');
    await ensureTag('China', 'Dual use');
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
    await editPassage(bench, kept, passage.id, { kind: 'delete' });
    succeed(await createTagHandlers(bench.deps)['tag:delete']({ tagId }));
    const rows = await catalogue.trash();
    expect(rows.map(({ kind, title, heldBy }) => [kind, title, heldBy])).toEqual(
      expect.arrayContaining([
        ['tag', 'China', []],
        ['passage', 'Iran', ['PM-2024-One']],
        ['article', 'Port', ['PM-2024-One']],
      ]),
    );
    expect(rows).toHaveLength(3);
    expect(await catalogue.counts()).toMatchObject({
      articles: 1,
      passages: 0,
      memos: 1,
      tags: 0,
      trash: 3,
    });
  });

  it('count a task as due on its day and after it', async () => {
    const tasks = createTaskHandlers(bench.deps);
    for (const day of ['2024-04-20', '2024-04-30']) {
      const task = { title: day, kind: 'other' as const, due: calendarDateSchema.parse(day), owner: null };
      succeed(await tasks['task:add']({ taskId: newTaskId(), place: { on: 'nothing' }, task }));
    }
    expect(await catalogue.counts()).toMatchObject({ openTasks: 2, dueTasks: 1 });
  });
});

describe('reading in', () => {
  it('gives the same answers as following did', async () => {
    const tagId = await ensureTag('China');
    const articleId = await addArticle(harbour, { title: 'Port' });
    const passage = await add(articleId, harbour, 'Machine tools', { tagIds: [tagId] });
    await addMemo(bench, 'One', [cite(articleId, passage)]);
    succeed(
      await createArticleHandlers(bench.deps)['article:delete']({ articleId: await addArticle(capri) }),
    );
    const { catalogue: again, close } = makeCatalogue(bench.archive, bench.deps.machine);
    await again.ready;
    expect(again.isReady()).toBe(true);
    const answers = async (of: Catalogue) => [
      await of.articles({}, 'newest'),
      await of.passages({}),
      await of['tag:list']({}),
      await of.memos(),
      await of.trash(),
      await of.counts(),
      await of.find('machine', 10),
    ];
    expect(await answers(again)).toEqual(await answers(catalogue));
    await close();
  });

  it('loses no act that comes while it reads', async () => {
    const ids: ArticleId[] = [];
    for (const text of [harbour, capri, `${harbour}\nMore.`]) ids.push(await addArticle(text));
    const { catalogue: again, close } = makeCatalogue(bench.archive, bench.deps.machine);
    const handlers = createArticleHandlers(bench.deps);
    await Promise.all(ids.map((articleId) => handlers['article:set-state']({ articleId, state: 'read' })));
    await again.ready;
    expect((await again.articles({}, 'newest')).map(({ state }) => state)).toEqual(['read', 'read', 'read']);
    await close();
  });

  it('lists an article whose annotations are damaged, without passages', async () => {
    const articleId = await addArticle(harbour, { title: 'Port' });
    await add(articleId, harbour, 'Machine tools');
    const folder = join(bench.archive.folder, 'articles', articleId);
    bench = await bench.reopen(() => {
      for (const file of readdirSync(folder)) {
        if (file.startsWith('annotations.json')) writeFileSync(join(folder, file), '{');
      }
    });
    catalogue = bench.deps.catalogue;
    expect(await catalogue.articles({}, 'newest')).toMatchObject([
      { id: articleId, title: 'Port', passageCount: 0 },
    ]);
    const opened = await createArticleHandlers(bench.deps)['article:open']({ articleId });
    expect(opened).toMatchObject({ ok: false, error: { code: 'archive-damaged' } });
  });
});
