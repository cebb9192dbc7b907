/** What any catalogue promises of the page of a source. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Handlers, Input } from '#domain/contract/requests.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { ArticleId, PassageId, SourceId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { positionSchema } from '#domain/source/position.ts';
import type { StatedDate } from '#domain/time.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newEventId, newTranslationId } from '../../support/archive/sample-ids.ts';
import { addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const text = [
  'Nobody has told us, she said.',
  'We open what we can lift.',
  'No comment, said the office.',
].join('\n');

let bench: Workbench;
let handlers: Handlers;
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});
const { addArticle, add, ensureSource } = createActs(() => bench);

let directorate: SourceId;
let mara: SourceId;
let march: ArticleId;
let told: PassageId;
let lift: PassageId;
let lifted: Passage;

beforeEach(async () => {
  directorate = await ensureSource('Directorate', 'organisation');
  mara = await ensureSource('Mara Tolvanen', 'person', directorate);
  const april = await addArticle(text, { publishedAt: '2024-04-22' as StatedDate });
  march = await addArticle(`${text}\nMarch.`, { publishedAt: '2024-03-20' as StatedDate });
  const undated = await addArticle(`${text}\nUndated.`, {});
  told = (await add(april, text, 'Nobody has told us', { sourceId: mara })).id;
  lifted = await add(march, text, 'We open what we can lift', { sourceId: mara });
  lift = lifted.id;
  await add(undated, text, 'No comment', { sourceId: directorate });
});

const list = async (sourceId: SourceId, asked: Partial<Input<'source:passages'>> = {}) => {
  const whole = { sourceId, list: 'says' as const, text: '', first: 0, limit: 24, ...asked };
  const { count, rows } = await bench.deps.catalogue['source:passages'](whole);
  return [count, ...rows.map(({ row }) => row.quote)];
};
const row = async (sourceId: SourceId, id: PassageId) => {
  const asked = { sourceId, list: 'says' as const, text: '', first: 0, limit: 24 };
  const { rows } = await bench.deps.catalogue['source:passages'](asked);
  return rows.find((each) => each.row.id === id);
};
const timeline = (sourceId: SourceId) => bench.deps.catalogue['source:timeline']({ sourceId });

describe('what a source says', () => {
  it('is listed with those below it, the latest article first and undated ones last, a few at a time', async () => {
    const all = [3, 'Nobody has told us', 'We open what we can lift', 'No comment'];
    expect(await list(directorate)).toEqual(all);
    expect(await list(mara)).toEqual([2, 'Nobody has told us', 'We open what we can lift']);
    expect(await list(directorate, { first: 1, limit: 1 })).toEqual([3, 'We open what we can lift']);
    expect(await list(directorate, { first: 9 })).toEqual([3]);
  });

  it('is filtered by a search, and follows what is done', async () => {
    expect(await list(directorate, { text: 'date:2024-03' })).toEqual([1, 'We open what we can lift']);
    expect(await list(directorate, { text: 'told OR comment' })).toEqual([
      2,
      'Nobody has told us',
      'No comment',
    ]);
    await editPassage(bench, march, lift, { kind: 'delete' });
    expect(await list(mara)).toEqual([1, 'Nobody has told us']);
    succeed(await handlers['source:merge']({ sourceId: mara, intoId: directorate }));
    expect(await list(mara)).toEqual([2, 'Nobody has told us', 'No comment']);
    expect(await list(directorate)).toEqual([2, 'Nobody has told us', 'No comment']);
  });

  it('is told with the post of its speaker on that day, and one that had ended', async () => {
    const positions = [
      positionSchema.parse({
        role: 'Press officer',
        organisationId: null,
        from: '2019-04',
        until: '2024-02',
      }),
      positionSchema.parse({ role: 'Head', organisationId: null, from: '2024-03', until: null }),
    ];
    succeed(await handlers['source:change']({ sourceId: mara, positions }));
    await editPassage(bench, march, lift, { kind: 'post', post: 'Press officer, Directorate' });
    expect((await row(directorate, told))?.postThen).toEqual({ posts: ['Head'], endedAt: null });
    expect((await row(directorate, lift))?.postThen).toEqual({
      posts: ['Press officer, Directorate'],
      endedAt: '2024-02',
    });
  });

  it('comes with a translation of its words, a person’s before a machine’s', async () => {
    const translate = async (words: string, kind: 'analyst' | 'machine') => {
      const maker = { kind, name: kind === 'machine' ? 'Marlin' : '', version: '' };
      const on = { articleId: march, passageId: lift, translationId: newTranslationId() };
      succeed(
        await handlers['translation:put-passage']({
          ...on,
          texts: [words],
          maker,
          begins: { language: 'de', maker },
        }),
      );
    };
    expect((await row(mara, lift))?.translation).toBeNull();
    await translate('Wir öffnen, was wir heben.', 'analyst');
    await translate('Wir machen auf, was geht.', 'machine');
    expect((await row(mara, lift))?.translation).toEqual({
      words: 'Wir öffnen, was wir heben.',
      language: 'de',
      isByMachine: false,
    });
  });
});

describe('what is said of a source', () => {
  it('is listed whoever says it, with what is about those below, and counted by month', async () => {
    await editPassage(bench, march, lift, { kind: 'concerned', add: [mara], remove: [] });
    const about = { list: 'spoken-of' } as const;
    expect(await list(mara, about)).toEqual([1, 'We open what we can lift']);
    expect(await list(directorate, about)).toEqual([1, 'We open what we can lift']);
    expect(await list(directorate, { ...about, text: 'date:2024-04' })).toEqual([0]);
    const { spokenOf } = await timeline(directorate);
    expect(spokenOf).toEqual({ months: [2024 * 12 + 2], counts: [1], inferred: [0], total: 1 });
    succeed(await handlers['source:merge']({ sourceId: mara, intoId: directorate }));
    expect(await list(directorate, about)).toEqual([1, 'We open what we can lift']);
  });
});

describe('a source over the years', () => {
  it('counts passages by the month of their article, events by that of their date, and memos', async () => {
    const addEvent = async (date: string, concernedIds: SourceId[]) =>
      succeed(
        await handlers['event:add']({
          ...{ eventId: newEventId(), title: date, date: edtfSchema.parse(date), note: '' },
          ...{ certainty: date === '2023' ? 'inferred' : 'stated', concernedIds, sayings: [] },
        }),
      );
    await addEvent('2024-04-19', [mara]);
    await addEvent('2023', [directorate]);
    await addEvent('2022', []);
    await addMemo(bench, 'One', [cite(march, lifted)]);
    const april = 2024 * 12 + 3;
    const { says, events, memoCount } = await timeline(directorate);
    expect(says).toEqual({ months: [april - 1, april], counts: [1, 1], inferred: [0, 0], total: 3 });
    expect(events).toEqual({ months: [2023 * 12, april], counts: [1, 1], inferred: [1, 0], total: 2 });
    expect(memoCount).toBe(1);
    expect((await timeline(mara)).events.total).toBe(1);
    const { keys, total } = await bench.deps.catalogue['event:chronology']({ text: '', concernedId: mara });
    expect([keys.length, total]).toEqual([1, 1]);
  });

  it('filters its memos by what is found of the source', async () => {
    await addMemo(bench, 'One', [cite(march, lifted)]);
    const memos = async (search: string) =>
      (await bench.deps.catalogue['source:memos']({ sourceId: mara, text: search })).length;
    expect([await memos(''), await memos('date:2024-03'), await memos('date:2024-04')]).toEqual([1, 1, 0]);
  });
});
