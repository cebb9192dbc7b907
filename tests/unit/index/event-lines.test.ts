/** The lines of a chronology in a memo are evidence: what has changed since they were printed is told. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Handlers, Input } from '#domain/contract/requests.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { ArticleId, EventId, MemoId, PassageId, SourceId } from '#domain/ids.ts';
import { listEventLines } from '#domain/memo/chronology/event-rows.ts';
import { isEventChange, keyOfChange } from '#domain/memo/sent/evidence-change.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { listMemoFindings } from '#electron/handlers/memo/prepare-memo.ts';
import { prepareDraft } from '#electron/handlers/memo/sent/prepare-draft.ts';
import { newEventId } from '../../support/archive/sample-ids.ts';
import { sendActed } from '../../support/archives/acted-archive.ts';
import { addMemo } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text =
  'The ministry named four forwarders on 19 April.\nOn Thursday the ministry made four names public.';

let bench: Workbench;
let handlers: Handlers;
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});
const { addArticle, add, ensureSource } = createActs(() => bench);

let articleId: ArticleId;
let ministry: SourceId;
let [named, thursday]: PassageId[] = [];
let memoId: MemoId;
let eventId: EventId;

const saying = (passageId: PassageId | undefined, date: string | null) => ({
  articleId,
  passageId: passageId as PassageId,
  date: date === null ? null : edtfSchema.parse(date),
  certainty: 'stated' as const,
});
const addEvent = async (title: string, date: string, passageId: PassageId | undefined): Promise<EventId> => {
  const id = newEventId();
  const said = { eventId: id, title, date: edtfSchema.parse(date), certainty: 'stated', note: '' } as const;
  succeed(await handlers['event:add']({ ...said, concernedIds: [], sayings: [saying(passageId, null)] }));
  return id;
};
const change = async (said: Input<'event:change'>['change']) =>
  succeed(await handlers['event:change']({ eventId, change: said, editId: JSON.stringify(said) }));
const rowOf = async () => (await bench.deps.catalogue.memos())[0];
const changes = async () => {
  const row = await rowOf();
  return (row?.evidenceChanges ?? []).filter(isEventChange).map(({ kind, was, is }) => ({ kind, was, is }));
};
const lines = async (): Promise<readonly string[]> => {
  const { memo } = succeed(await bench.archive.memo(memoId));
  return listEventLines(memo.content).map((line) => line.text);
};
const captions = async (id: MemoId) =>
  succeed(await bench.archive.memo(id))
    .memo.content.content.flatMap((section) => section.content)
    .flatMap((block) => (block.type === 'table' ? block.attrs?.caption : []));
const settle = async (how: 'update' | 'keep') =>
  succeed(await handlers['event:settle-lines']({ memoId, eventIds: [eventId], how }));
const changedFindings = async (): Promise<readonly string[]> => {
  await bench.deps.catalogue.ready;
  const prepared = succeed(
    await prepareDraft({ archive: bench.archive, catalogue: bench.deps.catalogue }, memoId),
  );
  const findings = await listMemoFindings(prepared, []);
  return findings.filter(({ rule }) => rule === 'evidence-changed').map(({ message }) => message);
};

beforeEach(async () => {
  articleId = await addArticle(text, { publishedAt: '2024-04-22' as never });
  ministry = await ensureSource('Ministry of Trade', 'organisation');
  named = (await add(articleId, text, 'named four forwarders on 19 April')).id;
  thursday = (await add(articleId, text, 'On Thursday the ministry made four names public')).id;
  memoId = await addMemo(bench, 'Sanctions');
  eventId = await addEvent('Four firms named', '2024-04-19', named);
  const other = await addEvent('Insurers leave', '2024-05-07', thursday);
  succeed(await handlers['event:insert']({ memoId, eventIds: [eventId, other] }));
});

const was = '19 April 2024 · Four firms named';

describe('a line of a chronology in a memo', () => {
  it('says nothing as long as its event is as it was printed', async () => {
    expect(await lines()).toEqual([was, '7 May 2024 · Insurers leave']);
    expect(await changes()).toEqual([]);
    // What it does not print may change.
    await change({ note: 'The notice itself carries the 19th.' });
    expect(await changes()).toEqual([]);
    expect(await changedFindings()).toEqual([]);
  });

  it.each<[string, Input<'event:change'>['change'], string]>([
    ['its date', { date: edtfSchema.parse('2024-04-18') }, '18 April 2024 · Four firms named'],
    ['its certainty', { certainty: 'inferred' }, '19 April 2024 (inferred) · Four firms named'],
    ['its title', { title: 'Five firms named' }, '19 April 2024 · Five firms named'],
  ])('is evidence that has changed where %s is another', async (_, said, is) => {
    await change(said);
    expect(await changes()).toEqual([{ kind: 'event-changed', was, is }]);
    expect(await changedFindings()).toEqual([
      `The event of the line “${was}” has changed: it now reads “${is}”. Update the table, or confirm that the line is still right.`,
    ]);
    // As it was before, it says nothing.
    succeed(await handlers['undo:undo']({}));
    expect(await changes()).toEqual([]);
  });

  it('is so where other passages say it, one contradicts it, or none does any more', async () => {
    succeed(await handlers['event:join']({ eventId, sayings: [saying(thursday, null)] }));
    expect(await changes()).toEqual([{ kind: 'event-changed', was, is: was }]);
    expect(await changedFindings()).toEqual([
      `The event of the line “${was}” rests on different passages now. Update the table, or confirm that the line is still right.`,
    ]);
    succeed(await handlers['event:join']({ eventId, sayings: [saying(thursday, '2024-04-18')] }));
    expect((await changes())[0]?.is).toContain('passages also give 18 April 2024');
    succeed(await handlers['event:leave']({ eventId, passageId: thursday as PassageId }));
    expect(await changes()).toEqual([]);
    await editPassage(bench, articleId, named as PassageId, { kind: 'delete' });
    expect(await changes()).toEqual([{ kind: 'event-unsupported', was, is: null }]);
  });

  it('prints the event as it is now, and as it was once that is undone', async () => {
    await change({ title: 'Five firms named', concernedIds: [ministry] });
    succeed(await handlers['event:join']({ eventId, sayings: [saying(thursday, null)] }));
    expect(await settle('update')).toEqual({ settled: 1 });
    expect(await lines()).toEqual([
      '19 April 2024 · Five firms named · Ministry of Trade',
      '7 May 2024 · Insurers leave',
    ]);
    expect([await changes(), await changedFindings()]).toEqual([[], []]);
    const { content } = succeed(await bench.archive.memo(memoId)).memo;
    const table = content.content.flatMap((section) => section.content).find(({ type }) => type === 'table');
    const widths = table?.type === 'table' ? table.content.map((row) => row.content.length) : [];
    expect(widths).toEqual([3, 3, 3]);
    // Nothing is left to be done, and nothing is written.
    expect(await settle('update')).toEqual({ settled: 0 });
    expect(succeed(await handlers['undo:undo']({})).name).toBe('update-chronology');
    expect((await lines())[0]).toBe(was);
    expect(await changes()).toHaveLength(1);
  });

  it('stays as it is where it is still right, until the event changes again', async () => {
    await change({ title: 'Five firms named' });
    expect(await settle('keep')).toEqual({ settled: 1 });
    expect((await lines())[0]).toBe(was);
    expect([await changes(), await changedFindings()]).toEqual([[], []]);
    await change({ title: 'Six firms named' });
    expect(await changes()).toHaveLength(1);
    succeed(await handlers['undo:undo']({}));
    expect(succeed(await handlers['undo:undo']({})).name).toBe('keep-chronology');
  });

  it('is taken out with an event that is gone, or becomes a line of the analyst’s own', async () => {
    succeed(await handlers['event:delete']({ eventIds: [eventId] }));
    expect(await changes()).toEqual([{ kind: 'event-gone', was, is: null }]);
    await settle('keep');
    expect(await lines()).toEqual(['7 May 2024 · Insurers leave']);
    expect(JSON.stringify(succeed(await bench.archive.memo(memoId)).memo.content)).toContain(
      'Four firms named',
    );
    succeed(await handlers['undo:undo']({}));
    await settle('update');
    expect(JSON.stringify(succeed(await bench.archive.memo(memoId)).memo.content)).not.toContain(
      'Four firms named',
    );
  });

  it('follows its event where that is merged into another, and is printed once', async () => {
    const into = await addEvent('The ministry publishes a list', '2024-04-18', thursday);
    succeed(await handlers['event:merge']({ eventId: into, eventIds: [eventId] }));
    // The date of the one that was merged rests on its passage, and is not lost.
    const is = '18 April 2024 (passages also give 19 April 2024) · The ministry publishes a list';
    expect(await changes()).toEqual([{ kind: 'event-changed', was, is }]);
    expect(await settle('update')).toEqual({ settled: 1 });
    expect(await lines()).toEqual([is, '7 May 2024 · Insurers leave']);
    expect(await changes()).toEqual([]);

    succeed(await handlers['event:insert']({ memoId, eventIds: [into] }));
    for (const name of ['insert-chronology', 'update-chronology'])
      expect(succeed(await handlers['undo:undo']({})).name).toBe(name);
    succeed(await handlers['event:insert']({ memoId, eventIds: [into] }));
    expect(await settle('update')).toEqual({ settled: 1 });
    expect(await lines()).toEqual([is, '7 May 2024 · Insurers leave', is]);
  });

  it('has the passages of both, of which one that is taken off is taken off whichever brought it', async () => {
    const into = await addEvent('The ministry publishes a list', '2024-04-18', thursday);
    succeed(await handlers['event:merge']({ eventId: into, eventIds: [eventId] }));
    const passagesOf = async (id: EventId) =>
      (await bench.deps.catalogue['event:open']({ eventId: id }))?.event.sayings.map(
        (each) => each.passageId,
      );
    expect(await passagesOf(eventId)).toEqual([thursday, named]);
    // What is asked of the one that was merged is done to the one that is kept.
    succeed(await handlers['event:leave']({ eventId, passageId: named as PassageId }));
    expect(await passagesOf(into)).toEqual([thursday]);
    for (const name of ['leave-event', 'merge-events'])
      expect(succeed(await handlers['undo:undo']({})).name).toBe(name);
    expect([await passagesOf(into), await passagesOf(eventId)]).toEqual([[thursday], [named]]);
    const { nearest } = {
      nearest: await bench.deps.catalogue['event:nearest']({ eventId: into, words: '' }),
    };
    expect(nearest.map((each) => each.eventId)).toContain(eventId);
    expect(codeOf(await handlers['event:merge']({ eventId: into, eventIds: [newEventId()] }))).toBe(
      'not-found',
    );
  });

  it('has both dates of a passage that the two dated differently, until one of them is chosen', async () => {
    const into = await addEvent('The ministry publishes a list', '2024-04-18', thursday);
    succeed(await handlers['event:join']({ eventId: into, sayings: [saying(named, '2024-04-18')] }));
    succeed(await handlers['event:join']({ eventId, sayings: [saying(named, '2024-04-19')] }));
    succeed(await handlers['event:merge']({ eventId: into, eventIds: [eventId] }));
    const open = async () => {
      const detail = await bench.deps.catalogue['event:open']({ eventId: into });
      const [row] = await bench.deps.catalogue['event:rows']({ keys: [into] });
      const said = detail?.event.sayings.map(({ passageId, date }) => `${passageId === named} ${date}`);
      return { said: said?.toSorted(), contested: detail?.contested, passages: row?.passageCount };
    };
    const both = {
      ...{ said: ['false null', 'true 2024-04-18', 'true 2024-04-19'] },
      ...{ contested: ['2024-04-19'], passages: 2 },
    };
    expect(await open()).toEqual(both);
    // Another passage changes: the two dates stay, and no stored event has a passage twice.
    succeed(await handlers['event:join']({ eventId: into, sayings: [saying(thursday, '2024-04-18')] }));
    expect(await open()).toEqual({
      ...both,
      said: ['false 2024-04-18', 'true 2024-04-18', 'true 2024-04-19'],
    });
    for (const { sayings } of succeed(await bench.archive.events()).events)
      expect(new Set(sayings.map(({ passageId }) => passageId)).size).toBe(sayings.length);
    succeed(await handlers['event:join']({ eventId: into, sayings: [saying(named, '2024-04-19')] }));
    expect(await open()).toEqual({
      ...{ said: ['false 2024-04-18', 'true 2024-04-19'], contested: ['2024-04-19'], passages: 2 },
    });
    for (const name of ['join-event', 'join-event', 'merge-events'])
      expect(succeed(await handlers['undo:undo']({})).name).toBe(name);
    expect((await open()).said).toEqual(['false null', 'true 2024-04-18']);
  });

  it('goes for good with the event that was merged into the one that goes', async () => {
    const into = await addEvent('The ministry publishes a list', '2024-04-18', thursday);
    succeed(await handlers['event:merge']({ eventId: into, eventIds: [eventId] }));
    succeed(await handlers['event:delete']({ eventIds: [into] }));
    expect((await changes()).map(({ kind }) => kind)).toEqual(['event-gone']);
    const rows = (await bench.deps.catalogue.trash()).filter(({ kind }) => kind === 'event');
    expect(rows.map(({ id }) => id)).toEqual([into]);
    succeed(await handlers['trash:empty']({}));
    const { events } = succeed(await bench.archive.events());
    expect(events.map(({ title }) => title)).toEqual(['Insurers leave']);
  });

  it('stands in a table that is captioned with the years of its events, in the words of the memo', async () => {
    const chinese = await addMemo(bench, 'Sanctions in Chinese');
    const { head } = succeed(await bench.archive.memo(chinese)).memo;
    succeed(
      await handlers['memo:save']({ memoId: chinese, head: { ...head, language: 'zh' }, editId: 'chinese' }),
    );
    const later = await addEvent('Insurers return', '2026-01/..', thursday);
    const eventIds = [eventId, later];
    for (const id of [memoId, chinese]) succeed(await handlers['event:insert']({ memoId: id, eventIds }));
    expect([await captions(memoId), await captions(chinese)]).toEqual([
      ['Chronology, 2024', 'Chronology, 2024–2026'],
      ['大事年表，2024–2026'],
    ]);
    const ancient = await addEvent('The road is paved', '-0120', thursday);
    succeed(await handlers['event:insert']({ memoId, eventIds: [ancient] }));
    expect((await captions(memoId)).at(-1)).toBe('Chronology');
  });

  it('is printed in the language of its memo, and so is what it would print now', async () => {
    const german = await addMemo(bench, 'Sanktionen');
    const { head } = succeed(await bench.archive.memo(german)).memo;
    succeed(
      await handlers['memo:save']({ memoId: german, head: { ...head, language: 'de' }, editId: 'german' }),
    );
    succeed(await handlers['event:insert']({ memoId: german, eventIds: [eventId] }));
    const { content } = succeed(await bench.archive.memo(german)).memo;
    expect(listEventLines(content).map((line) => line.text)).toEqual(['19. April 2024 · Four firms named']);
    expect(JSON.stringify(content)).toContain('"Was geschah"');
    await change({ date: edtfSchema.parse('2019~') });
    const rows = await bench.deps.catalogue.memos();
    expect(rows.find(({ id }) => id === german)?.evidenceChanges).toMatchObject([
      { was: '19. April 2024 · Four firms named', is: 'etwa 2019 · Four firms named' },
    ]);
  });

  it('keeps back its memo from being sent until it is looked at, and is told once it was sent', async () => {
    await change({ title: 'Five firms named' });
    expect(codeOf(await sendActed(handlers, memoId))).toBe('evidence-changed');
    await settle('keep');
    succeed(await sendActed(handlers, memoId));
    expect(await changes()).toEqual([]);
    await change({ title: 'Six firms named' });
    expect(await changes()).toEqual([{ kind: 'event-changed', was, is: '19 April 2024 · Six firms named' }]);
    const items = succeed(await handlers['review:list']({}));
    expect(items.map((item) => (item.kind === 'evidence-changed' ? item.count : item.kind))).toContain(1);
    const seen = (await rowOf())?.evidenceChanges.map(keyOfChange) ?? [];
    succeed(await handlers['memo:see-changes']({ memoId, changes: seen }));
    expect(await changes()).toEqual([]);
    expect(codeOf(await handlers['event:settle-lines']({ memoId, eventIds: [eventId], how: 'update' }))).toBe(
      'memo-is-sent',
    );
  });
});
